"""Blocks of HTML in a page of Markdown, and the Markdown that is in them.

Jekyll's kramdown reads Markdown in a ``<div markdown="1">``; CommonMark does so behind a blank
line.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from markdown_it.tree import SyntaxTreeNode

from .findings import Findings, Place
from .labels import Label, label_of
from .liquid import Include, Resolved

_CONTAINERS = {"div", "section", "article", "main", "details", "summary", "center"} | {
    *("table", "thead", "tbody", "tfoot", "tr", "td", "th"),
}
_PARAGRAPHS = {"p", "ul", "ol", "dl", "dt", "dd", "blockquote", "hr"}
_HEADINGS = {f"h{level}": f"{'#' * level} " for level in range(1, 7)}
_NOT_TAKEN = {"script", "style"}
_INSIDE: frozenset[Label] = frozenset({"readings", "optional", "details", "due"})


@dataclass(frozen=True, slots=True)
class Opened:
    """A container begins."""

    label: Label | None
    """What its class says of what is in it."""


@dataclass(frozen=True, slots=True)
class Closed:
    """The innermost container ends."""


Event = SyntaxTreeNode | Opened | Closed | Include


def events(
    nodes: Sequence[SyntaxTreeNode],
    parse: Callable[[str], SyntaxTreeNode],
    resolved: Resolved,
    name: str,
    findings: Findings,
) -> Iterator[Event]:
    """The blocks of a page, those within HTML among them; *parse* reads the Markdown in it."""
    for node in nodes:
        if node.type != "html_block":
            yield node
            continue
        first = node.map[0] if node.map else 0
        reader = _Html(first, resolved, name, findings)
        reader.feed(node.content)
        reader.close()
        reader.flush()
        for found in reader.found:
            if isinstance(found, str):
                yield from parse(found).children
            else:
                yield found


class _Html(HTMLParser):
    """Collects containers, and texts as Markdown, each in the lines where it is in the page."""

    def __init__(self, first: int, resolved: Resolved, name: str, findings: Findings) -> None:
        super().__init__(convert_charrefs=False)
        self._first, self._resolved, self._name, self._findings = first, resolved, name, findings
        self._text, self._line = "", 0
        self._not_taken = ""
        self.found: list[str | Opened | Closed | Include] = []

    def close(self) -> None:
        """Read what is left as text: a tag that never ends. Newer versions of Python drop it."""
        text, self.rawdata = self.rawdata, ""
        super().close()
        if text:
            self.handle_data(text)

    def flush(self) -> None:
        """End the text that was begun."""
        text, self._text = self._text, ""
        if text.strip(" *#\n"):
            self.found.append("\n" * self._line + textwrap.dedent(text))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _CONTAINERS:
            self.flush()
            words = " ".join(value or "" for name, value in attrs if name in {"class", "id"})
            label = label_of(words.replace("_", " ").replace("-", " "), is_class=True)
            self.found.append(Opened(label if label in _INSIDE else None))
        elif tag in _PARAGRAPHS or tag == "li" or tag in _HEADINGS:
            self.flush()
            self._add("* " if tag == "li" else _HEADINGS.get(tag, ""))
        elif tag in _NOT_TAKEN:
            self.flush()
            self._not_taken = tag
            address = " ".join(value or "" for name, value in attrs if name in {"src", "href"})
            self._leave_out(address, f"<{tag}>")
        else:
            self._add(self.get_starttag_text() or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag in _CONTAINERS:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self._not_taken = ""
        if tag in _CONTAINERS:
            self.flush()
            self.found.append(Closed())
        elif tag in _PARAGRAPHS or tag == "li" or tag in _HEADINGS:
            self.flush()
        elif tag not in _NOT_TAKEN:
            self._add(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self._not_taken:
            self._leave_out(data, f"<{self._not_taken}>")
        else:
            self._add(data)

    def handle_entityref(self, name: str) -> None:
        self._add(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._add(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        include = self._resolved.include_at(f"<!--{data}-->")
        if include:
            self.flush()
            self.found.append(include)
        else:
            self._leave_out(data, "a comment")

    def handle_decl(self, decl: str) -> None:
        self._leave_out(decl, "HTML")

    def handle_pi(self, data: str) -> None:
        self._leave_out(data, "HTML")

    def unknown_decl(self, data: str) -> None:
        self._leave_out(data, "HTML")

    def _add(self, text: str) -> None:
        if not self._text:
            self._line = self._first + self.getpos()[0] - 1
        self._text += text

    def _leave_out(self, text: str, reason: str) -> None:
        line = self._first + self.getpos()[0]
        for number, part in enumerate(text.split("\n")):
            self._findings.leave_out(Place(self._name, line + number), part, reason)
