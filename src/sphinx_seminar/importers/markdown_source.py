"""A page in Markdown with tables, of GitHub, Jekyll or another tool."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from .addresses import Addresses
from .day import read_day
from .findings import Findings, Place
from .html_in_markdown import events
from .inline import InlineReader
from .jekyll import facts_of, front_matter, site_facts
from .liquid import Resolved, resolve_liquid
from .markdown_cell import LINE_BREAK, markdown_cell, markdown_parser
from .markdown_text import at_start, escaped
from .module_page import read_module
from .sections import read_sections
from .sessions import tell_row
from .table import Band, Cell, Row, SourcePage, Table
from .utf8_text import utf8_text


def read_markdown_source(
    content: bytes, name: str, addresses: Addresses, findings: Findings
) -> SourcePage:
    """The tables of a page and what is around them. Raises `ValueError` where it is no UTF-8."""
    return _Reader(utf8_text(content, name), name, addresses, findings).page()


class _Reader:
    def __init__(self, text: str, name: str, addresses: Addresses, findings: Findings) -> None:
        self._name, self._addresses, self._findings = name, addresses, findings
        # As the parser counts them: other signs that end a line elsewhere are in a line here.
        self._lines = re.split(r"\r\n?|\n", text)
        self._resolved = Resolved(text)
        self._parser = markdown_parser("table").use(front_matter_plugin)
        # Of what is in a block of HTML, nothing is such a block again.
        self._parser_inside = markdown_parser("table").disable("html_block")
        self._environment: dict[str, dict[str, Any]] = {}
        if front := front_matter(self._lines):
            # Jekyll reads this page, by kramdown.
            self._parser.use(deflist_plugin)
            self._parser_inside.use(deflist_plugin)
            facts = {**site_facts(addresses.root), **facts_of("page", "\n".join(front[1:-1]))}
            text, start = "\n".join(self._lines), len("\n".join(front))
            self._resolved = resolve_liquid(text, name, facts, findings, start)
        self._root = SyntaxTreeNode(self._parser.parse(self._resolved.text, self._environment))
        self._lines = re.split(r"\r\n?|\n", self._resolved.text)
        self._references = self._environment.get("references", {})
        self._used: set[str] = set()
        self._title = ""

    def _parse_inside(self, text: str) -> SyntaxTreeNode:
        return SyntaxTreeNode(self._parser_inside.parse(text, self._environment))

    def page(self) -> SourcePage:
        """All of the page."""
        page = self._sectioned() or self._tables()
        for reference in self._references.values():
            if reference["href"] not in self._used:
                start, end = reference["map"]
                text = " ".join(self._lines[start:end])
                place = Place(self._name, start + 1)
                self._findings.leave_out(place, text, "an address without a link")
        return page

    def _sectioned(self) -> SourcePage | None:
        """The page, where its sessions are sections rather than rows of a table."""
        nodes = list(self._root.children)
        if any(self._is_schedule(node) for node in nodes):
            return None
        if module := read_module(nodes, self, self._findings):
            return module
        # Told only where the page is read so.
        findings = Findings()
        found = [*events(nodes, self._parse_inside, self._resolved, self._name, findings)]
        sections = read_sections(found, self._resolved.dates, self, self._findings)
        if sections is None:
            return None
        for (text, reason), places in findings.left_out.items():
            for place in places:
                self._findings.leave_out(place, text, reason)
        title = self._title or sections.title
        if title != sections.title and sections.title:
            sections.before.insert(0, f"## {escaped(sections.title)}")
        before, after = tuple(sections.before), tuple(sections.after)
        return SourcePage(title, before, tuple(sections.parts), after)

    def _is_schedule(self, node: SyntaxTreeNode) -> bool:
        """Whether a table has days."""
        if node.type != "table":
            return False
        cells = [child for part in node.children for row in part.children for child in row.children]
        return any(read_day(t.content) for cell in cells for t in cell.to_tokens() if t.content)

    def _tables(self) -> SourcePage:
        before: list[str] = []
        after: list[str] = []
        parts: list[Table | Band] = []
        nodes = list(self._root.children)
        last = max((n for n, node in enumerate(nodes) if node.type == "table"), default=-1)
        for number, node in enumerate(nodes):
            seen = any(isinstance(part, Table) for part in parts)
            if node.type == "table":
                parts.append(self._table(node))
            elif node.type == "heading":
                cell = self.inline(node)
                follows = number + 1 < len(nodes) and nodes[number + 1].type == "table"
                if not self._title and not seen:
                    self._title = cell.text
                    if cell.markdown != cell.text and cell.links:
                        before.append(at_start(cell.markdown))
                elif number < last and (seen or (follows and number + 1 < last)):
                    parts.append(Band(self.place(node), cell))
                elif cell.parts:
                    (after if seen else before).append(f"## {cell.markdown}")
            else:
                (after if seen else before).extend(self.blocks(node))
        return SourcePage(self._title, tuple(before), tuple(parts), tuple(after))

    def place(self, node: SyntaxTreeNode) -> Place:
        """The line of a block."""
        return Place(self._name, (node.map or (0, 0))[0] + 1)

    def inline(self, node: SyntaxTreeNode, line: Place | None = None) -> Cell:
        """The words of a block."""
        reader = InlineReader(self._addresses, self._findings, line or self.place(node))
        inner: list[Token] = []
        for token in node.to_tokens():
            if token.type == "inline":
                # A list in a list is written as lines of its item.
                inner += [LINE_BREAK] if inner else []
                inner += self._without_marks(token)
            elif token.content:
                place = Place(self._name, (token.map or (0, 0))[0] + 1)
                text = self._resolved.told(token.content)
                self._findings.leave_out(place, text, _WHAT.get(token.type, "a block"))
        cell = reader.read(inner)
        self._used |= reader.used
        return cell

    def _without_marks(self, token: Token) -> Iterator[Token]:
        """The tokens of a line, but for the marks of includes, which are reported."""
        for child in token.children or ():
            include = self._resolved.include_at(child.content)
            if child.type == "html_inline" and include:
                reason = "an include that is not here"
                self._findings.leave_out(include.place, str(include), reason)
            else:
                yield child

    def cell(self, text: str, place: Place) -> Cell:
        """The words of a text in Markdown."""
        return markdown_cell(text, place, self._addresses, self._findings)

    def _table(self, node: SyntaxTreeNode) -> Table:
        rows = [
            self._row(row, self.place(row))
            for part in node.children
            for row in part.children
            if row.type == "tr"
        ]
        return Table(rows[0], tuple(rows[1:]))

    def _row(self, node: SyntaxTreeNode, place: Place) -> Row:
        cells = tuple(self.inline(cell, place) for cell in node.children)
        written = _bars(self._lines[place.line - 1])
        if written > len(cells):
            # The parser drops the cells beyond the header's, as GitHub does.
            cells = (*cells, *self._beyond(place, len(cells)))
        return Row(place, cells)

    def _beyond(self, place: Place, count: int) -> Iterator[Cell]:
        line = self._lines[place.line - 1]
        yield from (self.cell(text, place) for text in _split(line)[count:])

    def blocks(self, node: SyntaxTreeNode) -> Iterator[str]:
        """A block as a page of ours has it."""
        if node.type == "paragraph":
            cell = self.inline(node)
            if cell.parts:
                yield "\\\n".join(at_start(part) for part in cell.parts)
        elif node.type in {"bullet_list", "ordered_list"}:
            items = [self.inline(item) for item in node.children]
            sign = "-" if node.type == "bullet_list" else "1."
            yield "\n".join(f"{sign} {at_start(item.markdown)}" for item in items if item.parts)
        elif node.type == "front_matter":
            self._front_matter(node)
        elif node.type == "table":
            # Of a session that is a section.
            table = self._table(node)
            for row in (table.header, *table.rows):
                tell_row(row, self._findings)
        elif node.type == "html_block" and (include := self._resolved.include_at(node.content)):
            self._findings.leave_out(include.place, str(include), "an include that is not here")
        elif node.type != "hr":
            start, end = node.map or (0, 0)
            for number in range(start, end):
                place = Place(self._name, number + 1)
                line = self._resolved.told(self._lines[number])
                self._findings.leave_out(place, line, _WHAT.get(node.type, "a block"))

    def _front_matter(self, node: SyntaxTreeNode) -> None:
        self._title = facts_of("page", node.content).get("page.title") or self._title
        for number, line in enumerate(node.content.split("\n"), 2):
            place, key = Place(self._name, number), line.partition(":")[0]
            if key in _OF_JEKYLL:
                self._findings.readings.append(f"{place}: of the old site alone: {line}")
            elif not (self._title and key == "title"):
                self._findings.leave_out(place, line, "front matter")


_OF_JEKYLL = {"layout", "nav_order", "nav_exclude", "parent", "permalink", "has_children", "toc"}
"""Keys of front matter that say how the old site shows the page."""
_WHAT = {
    "fence": "code",
    "code_block": "code",
    "html_block": "HTML",
    "blockquote": "a quotation",
}


def _bars(line: str) -> int:
    return len(_split(line))


def _split(line: str) -> list[str]:
    """The cells of a row as GitHub's tables have them: a backslash keeps a bar."""
    from markdown_it.rules_block.table import escapedSplit

    cells = escapedSplit(line.strip())
    if cells and cells[0] == "":
        cells = cells[1:]
    if cells and cells[-1] == "":
        cells = cells[:-1]
    return cells
