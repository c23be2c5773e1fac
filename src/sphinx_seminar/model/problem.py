"""Something wrong in what an author wrote, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from .listed import listed

Kind = Literal[
    "announcement",
    "bibliography",
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
    "release",
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

    def __str__(self) -> str:
        """``signups.csv:3``; the path alone where no line is known."""
        return f"{self.path}:{self.line}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Problem:
    """One line for the author: what stands there and what to write instead."""

    kind: Kind
    message: str
    source: Source
    cause: str = ""
    """What it may have in common with others, as a hint; those of one text have that in common."""


OTHER_TERM = "are start and end those of this term?"
"""The cause of whatever is outside of the term."""

_OF_ONE_CAUSE = 3
"""So many lines the problems of one cause take."""


def folded(problems: Iterable[Problem]) -> list[Problem]:
    """*problems*, of which those of one cause take three lines at the most.

    The third then says how many more there are, and where.
    """
    listed_problems = list(problems)
    by_cause: dict[tuple[bool, str], list[Problem]] = {}
    for problem in listed_problems:
        by_cause.setdefault(_cause(problem), []).append(problem)
    told: list[Problem] = []
    count: Counter[tuple[bool, str]] = Counter()
    for problem in listed_problems:
        cause = _cause(problem)
        count[cause] += 1
        if len(by_cause[cause]) <= _OF_ONE_CAUSE or count[cause] < _OF_ONE_CAUSE:
            told.append(problem)
        elif count[cause] == _OF_ONE_CAUSE:
            told.append(_rest(by_cause[cause][_OF_ONE_CAUSE - 1 :]))
    return told


def _cause(problem: Problem) -> tuple[bool, str]:
    return problem.kind in NOTES, problem.cause or f"{problem.source.path}: {problem.message}"


def _rest(problems: Sequence[Problem]) -> Problem:
    first = problems[0]
    paths = dict.fromkeys(problem.source.path for problem in problems)
    where = f"in {listed(paths)}"
    if len(paths) == 1:
        lines = [problem.source.line or 1 for problem in problems]
        where = f"in lines {min(lines)} to {max(lines)}"
        if min(lines) == max(lines):
            where = "in this line"
    text = f"{len(problems)} more like these, {where}"
    return Problem(first.kind, f"{text}; {first.cause}" if first.cause else text, first.source)


def at_most(count: int, problems: Sequence[Problem]) -> list[Problem]:
    """The first *count* of *problems*, and a line that says how many more there are.

    Those of one cause are folded before.
    """
    problems = folded(problems)
    more = len(problems) - count
    if more <= 0:
        return problems
    first = problems[count]
    text = f"{more} more problems follow; they are shown once these are solved"
    if more == 1:
        text = "1 more problem follows; it is shown once these are solved"
    return [*problems[:count], Problem(first.kind, text, Source(first.source.path))]
