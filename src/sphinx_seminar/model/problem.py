"""Something wrong in what an author wrote, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

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

HARMLESS: frozenset[Kind] = frozenset({"schedule", "stale"})
"""The types of problems of a course file that no date and no view hangs on."""

KINDS: tuple[Kind, ...] = get_args(Kind)

NOTES: frozenset[Kind] = frozenset({"open", "stale"})
"""What people have yet to do, and what time has overtaken. Nothing is wrong, so no build fails."""


class Source(NamedTuple):
    """A file and a line in it: its path as the author knows it, and a line counted from 1.

    A named tuple, as the facts of documents are: these hold thousands of them.
    """

    path: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One line for the author: what stands there and what to write instead."""

    kind: Kind
    message: str
    source: Source


def at_most(count: int, problems: Sequence[Problem]) -> list[Problem]:
    """The first *count* of *problems*, and a line that says how many more there are."""
    more = len(problems) - count
    if more <= 0:
        return list(problems)
    first = problems[count]
    text = f"{more} more problems follow; they are shown once these are solved"
    if more == 1:
        text = "1 more problem follows; it is shown once these are solved"
    return [*problems[:count], Problem(first.kind, text, Source(first.source.path))]
