"""A page in HTML with tables."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from string import ascii_uppercase

from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning
from bs4.element import Comment, Declaration, Doctype, NavigableString, PageElement, Tag

from .addresses import Addresses
from .findings import Findings, Place
from .inline import InlineReader
from .markdown_text import at_start
from .table import Band, Cell, Row, SourcePage, Table

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_NOT_TAKEN = {"script", "style", "noscript", "template", "svg", "iframe", "form", "object"}
_BLOCKS = {"p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "body"} | {
    *("html", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "table", "hr", "figure"),
    *_HEADINGS,
    *_NOT_TAKEN,
}
_NOT_IN_LINKS = {"table", *_HEADINGS, *_NOT_TAKEN}
_WIDEST = 50


def read_html_source(
    content: bytes, name: str, addresses: Addresses, findings: Findings
) -> SourcePage:
    """The tables of a page and what is around them."""
    content, dropped = _up_to_unended_tag(content)
    if dropped:
        place = Place(name, content.count(b"\n") + 1)
        findings.leave_out(place, dropped.decode("utf-8", "replace"), "a tag that never ends")
    with warnings.catch_warnings():
        # XHTML is read as HTML, as browsers do.
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        soup = BeautifulSoup(content, "html.parser")
    return _Reader(name, addresses, findings).page(soup)


def _up_to_unended_tag(content: bytes) -> tuple[bytes, bytes]:
    """A page, and what browsers drop: a tag that never ends, such as one that lacks a quote.

    Python takes it for text or drops it, as of its version.
    """
    parser = HTMLParser()
    parser.feed(content.decode("latin-1"))  # in any encoding: here each byte is a character
    left = len(parser.rawdata) if parser.rawdata.startswith("<") else 0
    return content[: len(content) - left], content[len(content) - left :]


class _Reader:
    def __init__(self, name: str, addresses: Addresses, findings: Findings) -> None:
        self._name, self._addresses, self._findings = name, addresses, findings
        self._title = ""
        self._facts: dict[str, str] = {}
        self._before: list[str] = []
        self._after: list[str] = []
        self._parts: list[Table | Band] = []

    def page(self, soup: BeautifulSoup) -> SourcePage:
        if soup.head:
            self._head(soup.head.extract())
        self._walk(soup)
        before, after = tuple(self._before), tuple(self._after)
        return SourcePage(self._title, before, tuple(self._parts), after, self._facts)

    def _head(self, head: Tag) -> None:
        for tag in head.find_all(True):
            if tag.name == "title":
                self._title = " ".join(tag.get_text().split())
            else:
                values = (tag.get(key) for key in ("content", "href", "src"))
                text = " ".join([*(str(value) for value in values if value), tag.get_text()])
                self._leave_out(tag, text, f"<{tag.name}> of the head")

    def _walk(self, parent: Tag) -> None:
        """The blocks of *parent*; texts between them are paragraphs."""
        loose: list[PageElement] = []
        for child in [*parent.children, None]:
            if child is not None and not _is_block(child):
                loose.append(child)
                continue
            self._paragraph(loose, parent)
            loose = []
            if isinstance(child, Tag):
                self._block(child)

    def _block(self, tag: Tag) -> None:
        if tag.name == "table":
            if rows := _without_letters([*self._rows(tag)]):
                self._parts.append(Table(rows[0], tuple(rows[1:])))
        elif tag.name in _HEADINGS:
            self._heading(tag)
        elif tag.name in _NOT_TAKEN:
            address = str(tag.get("src") or tag.get("action") or tag.get("data") or "")
            self._leave_out(tag, f"{tag.get_text(' ')} {address}", f"<{tag.name}>")
        else:
            if tag.name == "a" and tag.get("href"):
                self._leave_out(tag, str(tag["href"]), "a link around several blocks")
            self._walk(tag)

    def _heading(self, tag: Tag) -> None:
        cell = self._cell([tag], tag)
        seen = any(isinstance(part, Table) for part in self._parts)
        follower = tag.find_next(["table", *_HEADINGS])
        if tag.name == "h1" and not seen:
            if self._title and self._title != cell.text:
                self._leave_out(tag, self._title, "the title of the window")
                self._facts["window"] = self._title
            self._title = cell.text
            if cell.links:
                self._text_block(cell.markdown)
        elif not seen and len(tag.find_all_next("table", limit=2)) == 1:
            self._before.append(f"## {cell.markdown}")  # over the whole schedule
        elif isinstance(follower, Tag) and follower.name == "table":
            self._parts.append(Band(self._place(tag), cell))
        elif cell.parts:
            (self._after if seen else self._before).append(f"## {cell.markdown}")

    def _paragraph(self, loose: list[PageElement], parent: Tag) -> None:
        cell = self._cell(loose, parent)
        if cell.parts and parent.name == "li":
            self._text_block(f"- {at_start(cell.markdown)}")
        elif cell.parts:
            self._text_block("\\\n".join(at_start(part) for part in cell.parts))

    def _text_block(self, text: str) -> None:
        seen = any(isinstance(part, Table) for part in self._parts)
        (self._after if seen else self._before).append(text)

    def _rows(self, table: Tag) -> Iterator[Row]:
        over: dict[int, tuple[int, Cell]] = {}
        for caption in table.find_all("caption"):
            self._paragraph(list(caption.children), table)
        for row in table.find_all("tr"):
            if row.find_parent("table") is not table:
                continue  # of a table in a cell, which is read with the cell
            cells: list[Cell] = []
            for tag in row.find_all(["td", "th"], recursive=False):
                _take_over(cells, over)
                cell = self._cell(list(tag.children), tag)
                wide, high = _span(tag, "colspan"), _span(tag, "rowspan")
                if high > 1:
                    over |= {len(cells) + n: (high - 1, Cell()) for n in range(wide)}
                    over[len(cells)] = (high - 1, replace(cell, is_above=True))
                cells += [cell, *[Cell()] * (wide - 1)]
            _take_over(cells, over)
            if cells:
                yield Row(self._place(row), tuple(cells))

    def _cell(self, elements: list[PageElement], near: Tag) -> Cell:
        reader = InlineReader(self._addresses, self._findings, self._place(near))
        for element in elements:
            self._inline(element, reader)
        return reader.cell()

    def _inline(self, element: PageElement, reader: InlineReader) -> None:
        if isinstance(element, Comment):
            if element.parent:
                self._leave_out(element.parent, str(element), "a comment")
        elif isinstance(element, Doctype):
            pass
        elif isinstance(element, Declaration):  # <![if !supportLists]>, as Word writes it
            self._findings.readings.append(f"{reader.place}: a condition for Word: {element}")
        elif isinstance(element, NavigableString):
            words = " ".join(element.split())
            before = " " if element[:1].isspace() else ""
            behind = " " if words and element[-1:].isspace() else ""
            reader.text(f"{before}{words}{behind}")
        elif isinstance(element, Tag):
            if element.name in _NOT_TAKEN:
                self._block(element)
                return
            if "mso-list:ignore" in str(element.get("style", "")).replace(" ", "").casefold():
                return  # the mark before an item
            attributes = {name: str(value) for name, value in element.attrs.items()}
            name = "br" if element.name in {"tr", "dt", "dd", "pre"} else element.name
            reader.start_tag(name, attributes)
            for child in element.children:
                self._inline(child, reader)
            reader.end_tag(name)

    def _place(self, tag: Tag) -> Place:
        return Place(self._name, tag.sourceline or 1)

    def _leave_out(self, tag: Tag, text: str, reason: str) -> None:
        self._findings.leave_out(self._place(tag), text, reason)


def _without_letters(rows: list[Row]) -> list[Row]:
    """*rows* without the letters and numbers that a published sheet of Google has around it."""
    head, *others = [[cell.text for cell in row.cells] for row in rows] or [[]]
    letters = [text for text in head if text]
    is_sheet = len(letters) > 1 and letters == list(ascii_uppercase[: len(letters)])
    numbers = [texts[0] for texts in others if texts and texts[0]]
    if not is_sheet or not all(text.isdecimal() for text in numbers):
        return rows
    first = 0 if head[0] else 1
    return [Row(row.place, row.cells[first:]) for row in rows[1:] if row.cells[first:]]


def _is_block(element: PageElement) -> bool:
    if not isinstance(element, Tag):
        return False
    # A link around paragraphs is a link with their words.
    inner = _NOT_IN_LINKS if element.name == "a" and element.get("href") else _BLOCKS
    return element.name in _BLOCKS or element.find(list(inner)) is not None


def _take_over(cells: list[Cell], over: dict[int, tuple[int, Cell]]) -> None:
    """Put the cells that come down from rows above where they are."""
    while len(cells) in over:
        number = len(cells)
        rows, cell = over.pop(number)
        cells.append(cell)
        if rows > 1:
            # Noted below this row, so that this row does not take it twice.
            over[number] = (rows - 1, cell)


def _span(tag: Tag, name: str) -> int:
    text = str(tag.get(name, ""))
    return min(int(text), _WIDEST) if text.isdecimal() and int(text) else 1
