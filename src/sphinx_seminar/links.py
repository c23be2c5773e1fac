"""Links that students may not be sent to, and links that lead nowhere yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from .model.problem import Problem, Source
from .nodes import (
    seminar_collapsible,
    seminar_course_info,
    seminar_presenters,
    seminar_readings,
    seminar_schedule,
    seminar_session_head,
)
from .places import relative_source
from .reading_items import forthcoming
from .report import report

SAFE_SCHEMES = ("http", "https", "mailto")
_SCHEME = re.compile(r"[\x00-\x20]*([A-Za-z][A-Za-z0-9+.\-\s]*):")
# Markdown-it leaves such a link as text, without a word.
_LEFT_AS_TEXT = re.compile(
    r"\[(?P<label>[^\]]*)\]\(\s*(?P<address>(?:javascript|vbscript|file|data):[^)]*\)?)\)", re.I
)
_OURS = (
    seminar_schedule,
    seminar_collapsible,
    seminar_readings,
    seminar_presenters,
    seminar_course_info,
)


class CheckLinks(SphinxTransform):
    """Makes unsafe addresses text, and empty ones announcements, in what is ours."""

    # After Locale (20), before reading items are understood (840).
    default_priority = 830

    def apply(self, **kwargs: object) -> None:
        """Check every link in our nodes, and in the sections that a ``{session}`` adopts."""
        seen: set[int] = set()
        for part in _parts(self.document):
            for link in _links(part):
                if id(link) in seen:
                    continue
                seen.add(id(link))
                if _is_empty(link):
                    link.parent.replace(link, forthcoming(*link.children))
                elif not is_safe(link.get("refuri", "")):
                    self._refuse(link["refuri"], link)
                    link.parent.replace(link, nodes.inline("", "", *link.children))
            for text in list(part.findall(nodes.Text)):
                if id(text) not in seen and _LEFT_AS_TEXT.search(text):
                    seen.add(id(text))
                    for match in _LEFT_AS_TEXT.finditer(text):
                        self._refuse(match["address"], text)
                    text.parent.replace(text, nodes.Text(_LEFT_AS_TEXT.sub(r"\g<label>", text)))

    def _refuse(self, address: str, node: nodes.Node) -> None:
        line = next((found.line for found in _ancestors(node) if found.line), None)
        source = next((found.source for found in _ancestors(node) if found.source), None)
        message = (
            f"the address {address!r} is not shown; "
            f"write one that starts with {', '.join(SAFE_SCHEMES)}, or a path"
        )
        place = Source(relative_source(self.env, source), line)
        report([Problem("link", message, place)], self.env.srcdir)


def is_safe(address: str) -> bool:
    """Whether *address* is relative, or has a scheme that runs nothing (RFC 3986, section 3.1)."""
    match = _SCHEME.match(address)
    return match is None or match[1].casefold() in SAFE_SCHEMES


def _parts(document: nodes.document) -> Iterator[nodes.Element]:
    for node in document.findall(nodes.Element):
        if isinstance(node, _OURS):
            yield node
        elif isinstance(node, seminar_session_head):
            yield node.parent


def _links(part: nodes.Element) -> list[nodes.Element]:
    return [*part.findall(nodes.reference), *part.findall(addnodes.pending_xref)]


def _is_empty(link: nodes.Element) -> bool:
    if isinstance(link, addnodes.pending_xref):
        return link.get("reftype") == "myst" and not link.get("reftarget")
    return not any(link.get(key) for key in ("refuri", "refid", "refname", "anonymous"))


def _ancestors(node: nodes.Node) -> Iterator[nodes.Node]:
    current: nodes.Node | None = node
    while current is not None:
        yield current
        current = current.parent
