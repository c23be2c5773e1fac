"""Who takes which role, a line each: where no table is wanted, or one would be too narrow."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from ..page import Page
from ..plain_table import Cell


def role_lines(lines: Sequence[tuple[str, Cell]], page: Page) -> nodes.Element:
    """``Reviewer: Wei Lindqvist, Priya Okafor`` and so on."""
    drawn = [[nodes.Text(f"{role}: "), *names] for role, names in lines]
    if len(drawn) == 1:
        return nodes.paragraph("", "", *drawn[0])
    if page.builder.format == "latex":
        # It leaves much room around lines, as the text format does around items.
        items = (nodes.list_item("", nodes.paragraph("", "", *line)) for line in drawn)
        return nodes.bullet_list("", *items, bullet="-")
    return nodes.line_block("", *(nodes.line("", "", *line) for line in drawn))


def table_as_lines(
    head: Sequence[str], body: Sequence[Sequence[Cell]], page: Page
) -> nodes.Element:
    """A table whose first column names the rows, as an item for each; an empty cell is left out."""
    items = nodes.definition_list()
    for first, *cells in body:
        lines = [(role, cell) for role, cell in zip(head[1:], cells, strict=True) if cell]
        content = nodes.definition("", *([role_lines(lines, page)] if lines else []))
        items += nodes.definition_list_item("", nodes.term("", "", *first), content)
    return items
