"""How a page in Markdown reads its blocks, for those who find sessions among them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from markdown_it.tree import SyntaxTreeNode

from .findings import Place
from .table import Cell


class Blocks(Protocol):
    """Reads the blocks of a page."""

    def inline(self, node: SyntaxTreeNode) -> Cell:
        """The words of a block."""

    def place(self, node: SyntaxTreeNode) -> Place:
        """The line of a block."""

    def blocks(self, node: SyntaxTreeNode) -> Iterator[str]:
        """A block as a page of ours has it."""

    def cell(self, text: str, place: Place) -> Cell:
        """The words of a text in Markdown."""
