"""Inline Markdown of a source, as a page of ours can have it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html.parser import HTMLParser
from typing import NamedTuple

from markdown_it.token import Token

from .addresses import Addresses, is_redirect
from .findings import Findings, Place
from .markdown_text import escaped, link, linked
from .table import Cell

_BREAKS = {"br", "p", "div", "li", "ul", "ol"}
_TAGS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_STRUCK = {"s", "del", "strike"}
_ATTRIBUTE = re.compile(r"\{(?::[^}]*|[#.][\w-]+(?:\s+[#.\w][^\s{}]*)*)\}")


class _Before(NamedTuple):
    """How much there was before a text that is struck out."""

    words: int
    links: int
    parts: int
    length: int
    """Of the last part."""


class InlineReader:
    """Makes cells of tokens; what it cannot write goes to the findings."""

    def __init__(self, addresses: Addresses, findings: Findings, place: Place) -> None:
        self._addresses, self._findings, self.place = addresses, findings, place
        self._parts: list[str] = [""]
        self._words: list[str] = []
        self._links: list[str] = []
        self._marks: list[str] = []
        self._open: list[tuple[str, str, int]] = []  # address, title, length of the part before
        self._struck: list[_Before] = []
        self._begun: dict[str, tuple[int, int]] = {}  # where a mark was opened: part, length
        self.used: set[str] = set()

    def read(self, tokens: Iterable[Token]) -> Cell:
        """The cell of these tokens."""
        for token in tokens:
            self._token(token)
        return self.cell()

    def cell(self) -> Cell:
        """The cell of all that was read."""
        while self._open:
            self._close()
        while self._struck:
            self._leave_out_struck()
        parts = (_without_marks(part) for part in self._parts)
        text = " ".join("".join(self._words).split())
        return Cell(tuple(part for part in parts if part), text, tuple(self._links))

    def _token(self, token: Token) -> None:
        kind = token.type
        if kind in {"text", "text_special"}:
            self.text(token.content)
        elif kind in {"softbreak", "hardbreak"}:
            self._break() if kind == "hardbreak" else self.text(" ")
        elif kind == "code_inline":
            self._words.append(token.content)
            fence = "`" * (1 + max(map(len, _runs(token.content)), default=0))
            pad = " " if "`" in token.content else ""
            self._parts[-1] += f"{fence}{pad}{token.content}{pad}{fence}"
        elif (tag := kind.partition("_")[0]) in {"em", "strong", "s"} and "_" in kind:
            self._pair(tag, opens=kind.endswith("open"))
        elif kind == "link_open":
            self._start(str(token.attrs.get("href", "")), str(token.attrs.get("title", "")))
        elif kind == "link_close":
            self._close()
        elif kind == "image":
            self._start(str(token.attrs.get("src", "")), str(token.attrs.get("title", "")))
            self.text(token.content)
            self._close()
        elif kind == "html_inline":
            self._html(token.content)
        elif token.content:
            self._findings.leave_out(self.place, token.content, "markup that is not known")

    def text(self, text: str) -> None:
        """A text without markup."""
        for attribute in _ATTRIBUTE.findall(text) if "{" in text else ():
            # It says how the old site shows what is before it, or names a heading.
            told = f"{self.place}: an attribute of kramdown: {attribute}"
            self._findings.readings.append(told)
            text = text.replace(attribute, "", 1)
        self._words.append(text)
        self._parts[-1] += escaped(text) if self._open else linked(text)

    def markdown(self, markdown: str, text: str) -> None:
        """A text that is Markdown of ours already; *text* has its words alone."""
        self._words.append(text)
        self._parts[-1] += markdown

    def _pair(self, tag: str, *, opens: bool) -> None:
        """A tag that marks what is in it opens or closes."""
        if tag in _TAGS:
            self._mark(_TAGS[tag], opens=opens)
        elif tag not in _STRUCK:
            return
        elif opens:
            before = _Before(
                len(self._words), len(self._links), len(self._parts), len(self._parts[-1])
            )
            self._struck.append(before)
        elif self._struck:
            self._leave_out_struck()

    def _mark(self, mark: str, *, opens: bool) -> None:
        if opens:
            self._marks.append(mark)
            self._parts[-1] += mark
            self._begun[mark] = (len(self._parts), len(self._parts[-1]))
        elif mark in self._marks:
            self._marks.remove(mark)
            if self._begun.get(mark) == (len(self._parts), len(self._parts[-1])):
                self._parts[-1] = self._parts[-1].removesuffix(mark)  # an icon without words
                return
            blank = len(self._parts[-1]) - len(self._parts[-1].rstrip())
            if blank:
                self._parts[-1] = self._parts[-1][:-blank]
            self._parts[-1] += mark + " " * blank

    def _leave_out_struck(self) -> None:
        """Leave out a text that was struck out, such as the day that a class had before."""
        before = self._struck.pop()
        first, *others = self._parts[before.parts - 1 :]
        text = " ".join([first[before.length :], *others])
        self._findings.leave_out(self.place, text, "struck out in the source, and not here")
        del self._words[before.words :], self._links[before.links :], self._parts[before.parts :]
        self._parts[-1] = first[: before.length]

    def _break(self) -> None:
        self._words.append(" ")
        if self._open:
            self._parts[-1] += " "
            return
        self._parts[-1] = self._parts[-1].rstrip() + "".join(reversed(self._marks))
        self._parts.append("".join(self._marks))

    def _start(self, address: str, title: str) -> None:
        self._open.append((address, title, len(self._parts[-1])))

    def _close(self) -> None:
        if not self._open:
            return
        address, title, before = self._open.pop()
        text = " ".join(self._parts[-1][before:].split())
        self._parts[-1] = self._parts[-1][:before]
        self.used.add(address)
        self._links.append(text)
        try:
            # A hash alone is what templates have where no address is known yet.
            target = self._addresses.resolve(address) if address not in {"", "#"} else ""
            if target != address and is_redirect(address):
                self._findings.readings.append(f"{self.place}: a link by way of {address}")
        except ValueError as error:
            self._findings.leave_out(self.place, f"{address} {title}".strip(), str(error))
            target = ""
        if target:
            self._parts[-1] += link(text, target, title)
        else:
            # Announced and not there yet, as readings have it.
            self._parts[-1] += text if text.startswith("[") else f"[{text}]" if text else ""

    def _html(self, markup: str) -> None:
        if markup.startswith("<!"):
            self._findings.leave_out(self.place, markup, "a comment")
            return
        _Tags(self).feed(markup)

    def start_tag(self, tag: str, attributes: dict[str, str]) -> None:
        """A tag of HTML opens."""
        if tag in _BREAKS:
            self._break()
        elif tag == "a" and "href" in attributes:
            self._start(attributes.pop("href"), attributes.pop("title", ""))
        elif tag == "img" and "src" in attributes:
            self._start(attributes.pop("src"), "")
            self.text(attributes.pop("alt", ""))
            self._close()
        else:
            self._pair(tag, opens=True)
        for name in ("href", "src", "title", "alt"):
            if attributes.get(name):
                self._findings.leave_out(self.place, attributes[name], f"{name} of <{tag}>")
        if tag in {"script", "style", "iframe"}:
            self._findings.leave_out(self.place, f"<{tag}>", "HTML that is not taken over")

    def end_tag(self, tag: str) -> None:
        """A tag of HTML closes."""
        if tag == "a":
            self._close()
        else:
            self._pair(tag, opens=False)


class _Tags(HTMLParser):
    def __init__(self, reader: InlineReader) -> None:
        super().__init__()
        self._reader = reader

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._reader.start_tag(tag, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        self._reader.end_tag(tag)


def _runs(text: str) -> list[str]:
    return re.findall("`+", text)


def _without_marks(part: str) -> str:
    """*part*, or nothing where it has no more than the marks of a text that is elsewhere."""
    stripped = part.strip()
    return "" if not stripped.strip("*") else stripped
