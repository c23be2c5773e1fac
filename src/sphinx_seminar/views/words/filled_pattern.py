"""Patterns such as ``{when}: {title}``, filled with more than text, in any order."""

from __future__ import annotations

from collections.abc import Sequence
from string import Formatter

from docutils import nodes

from ...pages.html import Tag, text_of
from ...pages.nodes import fragment

Piece = str | Tag
"""Text, or an element of HTML."""


def filled(pattern: str, **pieces: Piece | Sequence[Piece]) -> list[Piece]:
    """The texts of a pattern, and between them what stands for its names."""
    shown: list[Piece] = []
    for text, name, _spec, _conversion in Formatter().parse(pattern):
        if text:
            shown.append(text)
        if name is not None:
            piece = pieces[name]
            shown += [piece] if isinstance(piece, str | Tag) else piece
    return shown


def line_of_nodes(
    pattern: str, *, is_html: bool, **pieces: Piece | Sequence[nodes.Node]
) -> list[nodes.Node]:
    """The same as nodes; a name may stand for nodes too."""
    shown: list[nodes.Node] = []
    words: list[Piece] = []

    def end_words() -> None:
        if words:
            shown.append(fragment(*words) if is_html else nodes.Text(text_of(*words)))
            words.clear()

    for text, name, _spec, _conversion in Formatter().parse(pattern):
        if text:
            words.append(text)
        if name is None:
            continue
        piece = pieces[name]
        # A text of docutils is a text of Python too.
        if isinstance(piece, str | Tag):
            words.append(piece)
        else:
            end_words()
            shown += piece
    end_words()
    return shown
