"""A kind of sessions or deadlines, as ``kinds:`` of course.yml states it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Color = Literal["red", "orange", "green", "teal", "blue", "purple", "pink", "gray"]
COLORS: tuple[Color, ...] = get_args(Color)
"""The style has a rule for each, readable in every theme and scheme."""


@dataclass(frozen=True, slots=True)
class SessionKind:
    """What the course says of one of its kinds."""

    name: str
    is_numbered: bool = False
    """Whether its sessions, and its deadlines, are counted in order of date."""
    color: Color | None = None
