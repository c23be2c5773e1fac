"""Something wrong in what an author wrote, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal[
    "announcement",
    "break",
    "course",
    "date",
    "deadline",
    "grading",
    "link",
    "names",
    "open",
    "option",
    "presenters",
    "roles",
    "rules",
    "schedule",
    "signups",
    "stale",
    "words",
]
"""The type of a problem; ``seminar.<kind>`` is its name in ``suppress_warnings``."""

KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True)  # without slots, see sphinx_seminar.facts
class Source:
    """A place in a file: its path as the author knows it, and a line counted from 1."""

    path: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One line for the author: what stands there and what to write instead."""

    kind: Kind
    message: str
    source: Source
