"""Small pieces of HTML that hold text alone: described as values, escaped when rendered.

A row of a schedule has a dozen elements around a date. As nodes each of them would be visited by
every transform of the build; as one piece they cost one node.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape
from typing import NamedTuple

Attributes = Mapping[str, object]


class Tag(NamedTuple):
    """An element with its content; an attribute of None is left out."""

    name: str
    attributes: Attributes
    content: tuple[str | Tag, ...]


def tag(name: str, attributes: Attributes | None = None, *content: str | Tag) -> Tag:
    """An element of HTML; its texts are escaped when it is rendered."""
    return Tag(name, attributes or {}, content)


def start_tag(name: str, attributes: Attributes) -> str:
    """The start tag of an element."""
    return _start_tag(name, tuple(attributes.items()))


# Most elements of a table are like those of the row before.
@lru_cache(maxsize=1024)
def _start_tag(name: str, attributes: tuple[tuple[str, object], ...]) -> str:
    written = [f' {key}="{escape(str(value))}"' for key, value in attributes if value is not None]
    return f"<{name}{''.join(written)}>"


# The texts repeat too: names of roles and people, times, words of ours.
_escaped = lru_cache(maxsize=4096)(escape)


def render(*content: str | Tag) -> str:
    """HTML of texts and elements."""
    written: list[str] = []
    _write(content, written)
    return "".join(written)


def _write(content: Iterable[str | Tag], written: list[str]) -> None:
    for piece in content:
        if piece.__class__ is not Tag:  # of thousands: isinstance() would be a call for each
            written.append(_escaped(piece))
        else:
            name, attributes, inner = piece
            start = _start_tag(name, tuple(attributes.items()))
            if inner and not inner[1:] and inner[0].__class__ is not Tag:  # one text, as most have
                written.append(f"{start}{_escaped(inner[0])}</{name}>")
                continue
            written.append(start)
            _write(inner, written)
            written.append(f"</{name}>")


def text_of(*content: str | Tag) -> str:
    """The texts alone, for formats that are no HTML."""
    return "".join(
        piece if isinstance(piece, str) else text_of(*piece.content) for piece in content
    )
