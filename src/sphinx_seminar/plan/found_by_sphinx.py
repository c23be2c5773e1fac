"""Whether Sphinx itself finds an object of ours, by a label or the name of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.addnodes import pending_xref
from sphinx.environment import BuildEnvironment
from sphinx.util import docname_join

if TYPE_CHECKING:
    from .objects import Object


def is_found_without_us(
    env: BuildEnvironment, found: Object, target: str, node: pending_xref
) -> bool:
    """Whether *target* is a label or page that leads to the same object, too.

    `{any}` and MyST's links ask everybody, and call it ambiguous where several answer. A week is
    left to any label or page of its name: authors write headings such as *Week 3*.
    """
    label = env.domains.standard_domain.labels.get(target.lower())
    if found.kind == "week":
        page = docname_join(node.get("refdoc", found.docname), target)
        return label is not None or page in env.titles
    if label is not None:
        docname, anchor, title = label
        return (docname == found.docname and found.title in (title, anchor)) or (
            (docname, anchor) == (found.docname, found.anchor)
        )
    docname = docname_join(node.get("refdoc", found.docname), target)
    if docname != found.docname or docname not in env.titles:
        return False
    return env.titles[docname].astext() == found.title
