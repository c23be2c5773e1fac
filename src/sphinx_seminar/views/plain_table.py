"""A table of docutils, for formats that draw their own."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

Cell = Sequence[nodes.Node]

_LINE = 70
"""The letters of a line in the text format."""


def plain_table(
    head: Sequence[Cell], body: Sequence[Sequence[Cell]], widths: Sequence[int]
) -> nodes.table:
    """A table of inline content; *widths* are the columns' shares."""
    group = nodes.tgroup(cols=len(widths))
    group += [nodes.colspec(colwidth=letters) for letters in _letters(widths)]
    group += nodes.thead("", _row(head))
    group += nodes.tbody("", *(_row(row) for row in body))
    return nodes.table("", group, classes=["colwidths-given"])


def cuts_words(head: Sequence[Cell], body: Sequence[Sequence[Cell]], widths: Sequence[int]) -> bool:
    """Whether a column of such a table is too narrow for a word in it."""
    letters = _letters(widths)
    return any(
        len(word) > width
        for row in (head, *body)
        for cell, width in zip(row, letters, strict=True)
        for word in "".join(node.astext() for node in cell).split()
    )


def _letters(widths: Sequence[int]) -> list[int]:
    # The text writer takes a width for a number of letters, and adds three to part two columns.
    letters = _LINE - 1 - 3 * len(widths)
    return [letters * width // sum(widths) for width in widths]


def _row(cells: Sequence[Cell]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", *cell)) for cell in cells))
