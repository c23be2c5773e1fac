"""The words of titles, names and links, as files and lists have them."""

from __future__ import annotations

from docutils import nodes


def words_of(node: nodes.Node) -> str:
    """The text of inline content in one line, without the marks of its footnotes.

    A mark glued to a word would be part of it: *Consensus* and *1* became *Consensus1*.
    """
    for child in node.children:
        if child.__class__ is not nodes.Text:
            return " ".join("".join(_pieces(node)).split())
    return " ".join(node.astext().split())


def is_line_end(raw: nodes.raw) -> bool:
    """Whether this ends a line, as Markdown does for each format; other tags stay as written."""
    return raw.astext().strip() in {"<br />", "<br/>", "<br>", "\\\\"}


def _pieces(node: nodes.Node) -> list[str]:
    if isinstance(node, nodes.raw) and is_line_end(node):
        return [" "]
    if isinstance(node, nodes.Text) or not node.children:
        return [node.astext()]
    inner = (child for child in node.children if not isinstance(child, nodes.footnote_reference))
    return [piece for child in inner for piece in _pieces(child)]
