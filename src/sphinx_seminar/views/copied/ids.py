"""The ids of copied content: new ones where something hangs on them, and none elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from docutils import nodes

from ..page import Page
from .numbers import copy_numbers

# Attributes that refer to ids whatever element has them.
_REFERRING = frozenset({"for", "href", "list", "form", "headers"})
# What extensions keep records by, which know nothing of copies; and what is no reference.
_RECORDS = frozenset({"label", "target_label", "docname", "title", "type", "language", "refuri"})


def renew_ids(node: nodes.Element, origin: str, page: Page) -> set[str]:
    """Rename the ids of a copy of *origin*'s content that something hangs on; drop the others.

    An id is there once: links into the content lead to its own page. What has a number may not be
    without one, though, nor may what another extension made, which may look for it, nor what an
    attribute such as ``aria-controls`` names. Returns the new ids.
    """
    elements = list(node.findall(nodes.Element))
    foreign = {
        id(inner)
        for element in elements
        if _is_foreign(type(element).__module__)
        for inner in element.findall(nodes.Element)
    }
    owners = [element for element in elements if element["ids"]]
    named = {old for element in owners for old in element["ids"]}
    referred = {old for element in elements for old in _referred(element, named)} if named else ()
    renamed: dict[str, str] = {}
    for element in owners:
        is_kept = id(element) in foreign or is_numbered(element, origin, page)
        kept = [old for old in element["ids"] if is_kept or old in referred]
        for old in kept:
            if old not in renamed:
                renamed[old] = page.new_id()
        element["ids"] = [renamed[old] for old in kept]
    for element in elements:
        element["names"] = []
        if "backrefs" in element:
            element["backrefs"] = []
        if renamed:
            _rename(element, renamed, is_foreign=id(element) in foreign)
    copy_numbers(renamed, origin, page)
    return set(renamed.values())


def is_numbered(element: nodes.Element, origin: str, page: Page) -> bool:
    """Whether Sphinx or an extension numbers an element, or has done so where it is."""
    numbers = page.env.toc_fignumbers.get(origin, {}).values()
    return any(old in ids for ids in numbers for old in element["ids"]) or any(
        domain.get_enumerable_node_type(element)
        for domain in page.env.domains.sorted()
        if not isinstance(element, nodes.section)
    )


@cache
def _is_foreign(module: str) -> bool:
    """Whether the nodes of a module are those of an extension, not docutils', Sphinx's or ours."""
    return module.partition(".")[0] not in {"docutils", "sphinx", "sphinx_seminar"}


def _referred(element: nodes.Element, named: set[str]) -> Iterator[str]:
    for key, value in element.attributes.items():
        if isinstance(value, str) and _refers(key):
            yield from (word for word in _words(value) if word in named)


def _refers(key: str) -> bool:
    return key in _REFERRING or key.startswith(("aria-", "data-"))


def _words(value: str) -> list[str]:
    return [word.removeprefix("#") for word in value.split()]


def _rename(element: nodes.Element, renamed: dict[str, str], *, is_foreign: bool) -> None:
    """Let the attributes of an element name the new ids."""
    for key, value in element.attributes.items():
        if not isinstance(value, str) or key in _RECORDS:
            continue
        if not is_foreign and not _refers(key):
            continue
        if any(word in renamed for word in _words(value)):
            element[key] = re.sub(
                r"(#?)(\S+)", lambda found: found[1] + renamed.get(found[2], found[2]), value
            )
