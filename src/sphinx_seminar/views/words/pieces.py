"""Small pieces that several views are made of."""

from __future__ import annotations

from collections.abc import Iterable

from docutils import nodes

from ...locale import _
from ...model.course import Link
from ...pages.nodes import element


def link_nodes(link: Link) -> list[nodes.Node]:
    """A label that leads to an address, or a label and a text."""
    if link.is_address:
        return [nodes.reference("", link.label, refuri=link.target)]
    text = _("{label}: {text}").format(label=link.label, text=link.target)
    return [nodes.Text(text)]


def parted(pieces: Iterable[list[nodes.Node]], by: str = " · ") -> list[nodes.Node]:
    """Pieces in one line."""
    shown: list[nodes.Node] = []
    for piece in pieces:
        shown += [*([nodes.Text(by)] if shown else []), *piece]
    return shown


def muted(text: str) -> nodes.Node:
    """Words that stand back."""
    return element("span", {"class": "seminar-muted"}, nodes.Text(text))


def heading(text: str, anchor: str | None = None) -> nodes.Node:
    """The words over a group."""
    return element("p", {"class": "seminar-group", "id": anchor}, nodes.Text(text))
