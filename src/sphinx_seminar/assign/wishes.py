"""What a roster says of preferences and of days, into roles and sessions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from ..model.nearest import did_you_mean
from ..model.notation import parse_date, parse_days
from ..model.presenting import Presenting
from ..model.problem import Problem, Source
from ..model.roster import Student
from ..model.session_name import SessionFinder, dates_of
from ..model.slot import PresentingSession
from .problem import Candidate

_UNTIL = re.compile(r"\s+(?:-|–|to|until)\s+|–")
# The weight of the first wish; each further one weighs 1 less, and none less than 1.
_FIRST_WISH = 8
_Days = Mapping[str, Sequence[date]]
"""By the id of a session, the days on which a student may have it."""


class WishReader:
    """Reads the columns ``prefers`` and ``cannot`` of a course's roster."""

    def __init__(
        self,
        presenting: Presenting,
        finder: SessionFinder,
        sessions: Mapping[str, PresentingSession],
        sections: Mapping[str, str] | None = None,
    ) -> None:
        self._presenting = presenting
        self._finder = finder
        self._sessions = sessions
        self._sections = sections or {}
        self._days = [day for session in sessions.values() for day in session.days_of(None)]
        self.problems: list[Problem] = []

    def candidate(self, student: Student) -> Candidate:
        """A student with what they would like, and where they cannot come."""
        assert student.source
        section = self._sections.get(student.key)
        days = {each.id: each.days_of(section) for each in self._sessions.values()}
        roles: dict[str, int] = {}
        sessions: dict[str, int] = {}
        for rank, text in enumerate(student.prefers):
            weight = max(1, _FIRST_WISH - rank)
            if role := self._presenting.role(text):
                roles.setdefault(role.key, weight)
                continue
            for session in self._meant(text, student.source, "prefers", days):
                sessions.setdefault(session, weight)
        cannot = frozenset(
            session
            for text in student.cannot
            for session in self._cannot(text, student.source, days)
        )
        return Candidate(student.key, student.name, student.source, cannot, roles, sessions)

    def _cannot(self, text: str, source: Source, days: _Days) -> Sequence[str]:
        if limits := _range(text):
            first, last = limits
            return [s for s, own in days.items() if any(first <= day <= last for day in own)]
        return self._meant(text, source, "cannot", days)

    def _meant(self, text: str, source: Source, column: str, days: _Days) -> Sequence[str]:
        """The sessions that a date, a day of the week, or a session's name, number or id means.

        *days* are those on which the student has each session.
        """
        if found := list(dates_of(text, self._days, self._finder.order)):
            day = next((day for day in found if day in self._days), found[0])
            return [s for s, own in days.items() if day in own]
        try:
            weekdays: tuple[int, ...] = parse_days(text)
        except ValueError:
            weekdays = ()
        if weekdays:
            return [s for s, own in days.items() if any(d.weekday() in weekdays for d in own)]
        try:
            return [self._finder.find([("session", text)]).id]
        except LookupError as error:
            told = str(error)
        if column == "prefers":
            names = [role.name for role in self._presenting.roles]
            known = [*names, *self._sessions] if len(text) > 3 else names
            told = f"{text!r} is no presenting role and no session; {did_you_mean(text, known)}"
        elif "is no session" in told:
            told = f"{text!r} is no date, no day of the week and no session; "
            told += "write one such as 2022-01-31, Mon, or the id of a session"
        self.problems.append(Problem("signups", f"{column}: {told}", source))
        return []


def _range(text: str) -> tuple[date, date] | None:
    """``2022-03-01 to 2022-03-10`` as two days; None where it is something else."""
    parts = _UNTIL.split(text.strip())
    if len(parts) != 2:
        return None
    try:
        first, last = parse_date(parts[0]), parse_date(parts[1])
    except ValueError:
        return None
    return min(first, last), max(first, last)
