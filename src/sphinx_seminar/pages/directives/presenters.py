"""``{presenters}``: who presents in which role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from docutils import nodes

from ...model.presenter_line import WrittenSlot, role_and_names
from ...model.punctuation import SEPARATORS
from ..nodes import (
    seminar_paper,
    seminar_presenter,
    seminar_presenters,
    seminar_presenting_row,
    seminar_slot,
)
from ..words_of import words_of
from .base import SeminarDirective, is_plain

# A table, of Markdown or of reStructuredText, or a directive that makes one.
_TABLE = re.compile(r"\s*(\||\+[-=]|=+ |\.\. |:{3,}|`{3,})")
_BETWEEN_NAMES = re.compile(f"[{SEPARATORS}]")


class Presenters(SeminarDirective):
    """Lines ``Role: names``, or a table: roles in its header, papers in its first column."""

    def run(self) -> list[nodes.Node]:
        """Record the slots and who takes them."""
        self.check_options()
        node = seminar_presenters("", docname=self.env.docname)
        self.set_source_info(node)
        lines = [text for text in self.content if text.strip()]
        others: list[nodes.Node] = []
        if not lines:
            return [node]  # the sign-up sheet's, which is known when all is read
        if _TABLE.match(lines[0]):
            others = self._add_tables(node)
        else:
            self._add_lines(node)
        self.beside(others)
        return [node, *others] if len(node) else others

    def _add_lines(self, node: seminar_presenters) -> None:
        row = seminar_presenting_row("", slots=())
        for index, text in enumerate(self.content):
            if not text.strip():
                continue
            line = self.content_line(index)
            try:
                role, names = role_and_names(text)
            except ValueError as error:
                self.problem("presenters", self._without_names(str(error), text), line)
                continue
            content: list[nodes.Node] = [nodes.Text(names)]
            if names and not is_plain(names):
                content = list(self.inline(nodes.inline(), names, line).children)
            _add_slot(row, role, line, content)
        if row["slots"]:
            node += row

    def _without_names(self, message: str, text: str) -> str:
        """*message* without what it quotes of *text*, where a course of the site shortens names."""
        courses: Any = self.env.domains["seminar"]  # the domain imports its directives
        forms = {loaded.course.presenting.names for loaded in courses.loaded.values()}
        return message if forms <= {"full"} else message.replace(repr(text.strip()), "a line")

    def _add_tables(self, node: seminar_presenters) -> list[nodes.Node]:
        others = []
        for child in self.parse_content_to_nodes():
            table = next(child.findall(nodes.table), None)
            rows = list(self._rows(table)) if table else []
            if rows:
                node += rows
            else:
                others.append(child)
                self._check_row(child)
        return others

    def _check_row(self, child: nodes.Node) -> None:
        """Tell of a row that is read as text: a table is whole, and begins at the left."""
        shown = child.astext().strip().partition("\n")[0]
        if shown.startswith("|"):
            message = (
                f"{shown!r} is read as text and as no row; write the lines of a table "
                "below one another, without blanks before them and with dashes below the first"
            )
            told = self._without_names(message, shown)
            self.problem("presenters", told, self.line_of_node(child))

    def _rows(self, table: nodes.table) -> Iterator[seminar_presenting_row]:
        heads = [row for head in table.findall(nodes.thead) for row in head.findall(nodes.row)]
        roles = [entry.astext().strip() for entry in heads[0].children] if heads else []
        if len(roles) < 2:
            self.problem(
                "presenters",
                "a table of presenters names the roles in its header, behind the papers' column",
            )
            return
        rows = [row for body in table.findall(nodes.tbody) for row in body.findall(nodes.row)]
        for number, table_row in enumerate(rows):
            paper_cell, *cells = table_row.children
            line = self._line_of_row(table, table_row, number)
            paper = _paper(paper_cell)
            paper.line = line
            row = seminar_presenting_row("", paper, slots=())
            for role, cell in zip(roles[1:], cells, strict=False):
                _add_slot(row, role, line, _inline(cell))
            yield row

    def _line_of_row(self, table: nodes.table, row: nodes.row, number: int) -> int:
        of_table = {paragraph.line for paragraph in table.findall(nodes.paragraph)}
        of_row = [paragraph.line for paragraph in row.findall(nodes.paragraph) if paragraph.line]
        if of_row and len(of_table) > 1:
            return min(of_row)
        # Markdown's rows have no line of their own: each is one below the header and its rule.
        head = next(index for index, text in enumerate(self.content) if text.strip())
        return self.content_line(head + 2 + number)


def _paper(cell: nodes.Node) -> seminar_paper:
    """What a cell names, translatable as the paragraph in it is."""
    paper = seminar_paper("", "", *_inline(cell), own_text=words_of(cell))
    paragraphs = list(cell.findall(nodes.paragraph))
    if len(paragraphs) == 1:
        paper.source, paper.rawsource = paragraphs[0].source, paragraphs[0].rawsource
    return paper


def _inline(cell: nodes.Node) -> list[nodes.Node]:
    """The inline content of a table cell; a comma between its paragraphs."""
    found: list[nodes.Node] = []
    for paragraph in cell.findall(nodes.paragraph):
        if found:
            found.append(nodes.Text(", "))
        found += paragraph.children
    return found


def _add_slot(
    row: seminar_presenting_row, role: str, line: int, content: Sequence[nodes.Node]
) -> None:
    """Add a slot to a row; *content* is its names, parted by commas."""
    text = "".join(child.astext() for child in content)
    if is_plain(text) and all(isinstance(child, nodes.Text) for child in content):
        slot = WrittenSlot(role, line, tuple(name.strip() for name in text.split(",")))
    else:
        slot = WrittenSlot(role, line)
        names = seminar_slot("", number=len(row["slots"]))
        names.line = line
        for name in _split_at_commas(content):
            presenter = seminar_presenter("", "", *name)
            if presenter.astext().strip():
                names += presenter
        if names.children:
            row += names
    row["slots"] += (slot,)


def _split_at_commas(children: Iterable[nodes.Node]) -> Iterator[list[nodes.Node]]:
    """Groups of inline nodes; a comma inside of markup, as in a link, parts nothing."""
    group: list[nodes.Node] = []
    for child in children:
        if isinstance(child, nodes.Text):
            first, *rest = _BETWEEN_NAMES.split(child.astext())
            group.append(nodes.Text(first if group else first.lstrip()))
            for part in rest:
                yield group
                group = [nodes.Text(part.lstrip())]
        else:
            group.append(child)
    yield group
