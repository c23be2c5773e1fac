"""Something wrong in what an author wrote, and where."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
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
    """One line for the author: what is there and what to write instead."""

    kind: Kind
    message: str
    source: Source
    cause: str = ""
    """What it may have in common with others, as a hint; those of one text have that in common."""


OTHER_TERM = "are start and end those of this term?"
"""The cause of whatever is outside of the term."""

_OF_ONE_CAUSE = 3
"""The most lines that problems of one cause take."""


def folded(problems: Iterable[Problem], *, by_form: bool = False) -> list[Problem]:
    """*problems*, of which those of one cause take three lines at the most.

    The third then says how many more there are, and where. With *by_form*, problems of one file
    that say the same of different values are of one cause, too.
    """
    listed_problems = list(problems)
    if len(listed_problems) <= _OF_ONE_CAUSE:
        return listed_problems
    said = _form if by_form else _words
    by_cause: dict[tuple[bool, str], list[Problem]] = {}
    for problem in listed_problems:
        by_cause.setdefault(_cause(problem, said), []).append(problem)
    told: list[Problem] = []
    count: Counter[tuple[bool, str]] = Counter()
    for problem in listed_problems:
        cause = _cause(problem, said)
        count[cause] += 1
        if len(by_cause[cause]) <= _OF_ONE_CAUSE or count[cause] < _OF_ONE_CAUSE:
            told.append(problem)
        elif count[cause] == _OF_ONE_CAUSE:
            told.append(_rest(by_cause[cause][_OF_ONE_CAUSE - 1 :]))
    return told


def _cause(problem: Problem, said: Callable[[Problem], str]) -> tuple[bool, str]:
    return problem.kind in NOTES, problem.cause or f"{problem.source.path}: {said(problem)}"


def _words(problem: Problem) -> str:
    return problem.message


def _form(problem: Problem) -> str:
    """The message without numbers and the values that it quotes; names of options stay.

    A misspelt name and an address stay, too: each of these has a cause of its own.
    """
    form = problem.message
    if "did you mean" not in form and problem.kind != "link":
        form = re.sub(r"""(?<!\w)(["'])(:[\w-]+:)?.*?\1(?!\w)""", r"\2", form)
    return re.sub(r"\d+", "0", form)


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

    Those of one cause are folded first.
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
