"""A page in Markdown with tables, of GitHub, Jekyll or another tool."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.front_matter import front_matter_plugin

from .addresses import Addresses
from .findings import Findings, Place
from .inline import InlineReader
from .markdown_text import at_start
from .table import Band, Cell, Row, SourcePage, Table


def read_markdown_source(
    content: bytes, name: str, addresses: Addresses, findings: Findings
) -> SourcePage:
    """The tables of a page and what is around them. Raises `ValueError` where it is no UTF-8."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError(f"{name} is not UTF-8; save it as that") from None
    reader = _Reader(text, name, addresses, findings)
    return reader.page()


class _Reader:
    def __init__(self, text: str, name: str, addresses: Addresses, findings: Findings) -> None:
        parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
        # Every address comes to us, to be taken or told.
        parser.validateLink = _is_any  # type: ignore[method-assign]
        parser.use(front_matter_plugin)
        environment: dict[str, dict[str, Any]] = {}
        self._root = SyntaxTreeNode(parser.parse(text, environment))
        self._references = environment.get("references", {})
        # As the parser counts them: other signs that end a line elsewhere are in a line here.
        self._lines = re.split(r"\r\n?|\n", text)
        self._name, self._addresses, self._findings = name, addresses, findings
        self._used: set[str] = set()
        self._title = ""

    def page(self) -> SourcePage:
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
                cell = self._inline(node)
                follows = number + 1 < len(nodes) and nodes[number + 1].type == "table"
                if not self._title and not seen:
                    self._title = cell.text
                    if cell.markdown != cell.text and cell.links:
                        before.append(at_start(cell.markdown))
                elif number < last and (seen or follows):
                    parts.append(Band(self._place(node), cell))
                elif cell.parts:
                    (after if seen else before).append(f"## {cell.markdown}")
            else:
                (after if seen else before).extend(self._blocks(node))
        for reference in self._references.values():
            if reference["href"] not in self._used:
                start, end = reference["map"]
                text = " ".join(self._lines[start:end])
                place = Place(self._name, start + 1)
                self._findings.leave_out(place, text, "an address without a link")
        return SourcePage(self._title, tuple(before), tuple(parts), tuple(after))

    def _place(self, node: SyntaxTreeNode) -> Place:
        return Place(self._name, (node.map or (0, 0))[0] + 1)

    def _inline(self, node: SyntaxTreeNode, line: Place | None = None) -> Cell:
        reader = InlineReader(self._addresses, self._findings, line or self._place(node))
        inner: list[Token] = []
        for token in node.to_tokens():
            if token.type == "inline":
                # A list in a list is written as lines of its item.
                inner += [*([_BREAK] if inner else []), *(token.children or ())]
            elif token.content:
                place = Place(self._name, (token.map or (0, 0))[0] + 1)
                self._findings.leave_out(place, token.content, _WHAT.get(token.type, "a block"))
        cell = reader.read(inner)
        self._used |= reader.used
        return cell

    def _table(self, node: SyntaxTreeNode) -> Table:
        rows = [
            self._row(row, self._place(row))
            for part in node.children
            for row in part.children
            if row.type == "tr"
        ]
        return Table(rows[0], tuple(rows[1:]))

    def _row(self, node: SyntaxTreeNode, place: Place) -> Row:
        cells = tuple(self._inline(cell, place) for cell in node.children)
        written = _bars(self._lines[place.line - 1])
        if written > len(cells):
            # The parser drops the cells beyond the header's, as GitHub does.
            cells = (*cells, *self._beyond(place, len(cells)))
        return Row(place, cells)

    def _beyond(self, place: Place, count: int) -> Iterator[Cell]:
        line = self._lines[place.line - 1]
        for text in _split(line)[count:]:
            tokens = MarkdownIt("commonmark").parseInline(text.strip(), {})
            reader = InlineReader(self._addresses, self._findings, place)
            yield reader.read(child for token in tokens for child in token.children or ())

    def _blocks(self, node: SyntaxTreeNode) -> Iterator[str]:
        if node.type == "paragraph":
            cell = self._inline(node)
            if cell.parts:
                yield "\\\n".join(at_start(part) for part in cell.parts)
        elif node.type in {"bullet_list", "ordered_list"}:
            items = [self._inline(item) for item in node.children]
            sign = "-" if node.type == "bullet_list" else "1."
            yield "\n".join(f"{sign} {at_start(item.markdown)}" for item in items if item.parts)
        elif node.type == "front_matter":
            self._front_matter(node)
        elif node.type != "hr":
            start, end = node.map or (0, 0)
            for number in range(start, end):
                place = Place(self._name, number + 1)
                self._findings.leave_out(
                    place, self._lines[number], _WHAT.get(node.type, "a block")
                )

    def _front_matter(self, node: SyntaxTreeNode) -> None:
        try:
            facts = yaml.safe_load(node.content) or {}
        except yaml.YAMLError:
            facts = {}
        if isinstance(facts, dict) and isinstance(facts.get("title"), str):
            self._title = " ".join(facts["title"].split())
        for number, line in enumerate(node.content.split("\n"), 2):
            if not (self._title and line.startswith("title:")):
                self._findings.leave_out(Place(self._name, number), line, "front matter")


_BREAK = Token("hardbreak", "br", 0)
_WHAT = {
    "fence": "code",
    "code_block": "code",
    "html_block": "HTML",
    "blockquote": "a quotation",
}


def _is_any(url: str) -> bool:
    return bool(url)


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
