"""Plain texts of a source, such as the cells of a sheet."""

from __future__ import annotations

from .markdown_text import linked
from .table import Cell


def plain_cell(text: str) -> Cell:
    """A cell that says *text*; each of its lines is a part, and an address in it is a link."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    parts = tuple(linked(line) for line in lines if line)
    addresses = tuple(word for word in text.split() if "://" in word)
    return Cell(parts, " ".join(text.split()), addresses)
