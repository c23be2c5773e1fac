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
# The first wish weighs so much, each further one less; a tenth still weighs something.
_FIRST_WISH = 8


class WishReader:
    """Reads the columns ``prefers`` and ``cannot`` of a course's roster."""

    def __init__(
        self,
        presenting: Presenting,
        finder: SessionFinder,
        sessions: Mapping[str, PresentingSession],
    ) -> None:
        self._presenting = presenting
        self._finder = finder
        self._sessions = sessions
        self._days = [session.day for session in sessions.values() if session.day]
        self.problems: list[Problem] = []

    def candidate(self, student: Student) -> Candidate:
        """A student with what they would like, and where they cannot come."""
        assert student.source
        roles: dict[str, int] = {}
        sessions: dict[str, int] = {}
        for rank, text in enumerate(student.prefers):
            weight = max(1, _FIRST_WISH - rank)
            if role := self._presenting.role(text):
                roles.setdefault(role.key, weight)
                continue
            for session in self._meant(text, student.source, "prefers"):
                sessions.setdefault(session, weight)
        cannot = frozenset(
            session for text in student.cannot for session in self._cannot(text, student.source)
        )
        return Candidate(student.key, student.name, student.source, cannot, roles, sessions)

    def _cannot(self, text: str, source: Source) -> Sequence[str]:
        if days := _range(text):
            first, last = days
            return [s.id for s in self._sessions.values() if s.day and first <= s.day <= last]
        return self._meant(text, source, "cannot")

    def _meant(self, text: str, source: Source, column: str) -> Sequence[str]:
        """The sessions that a date, a day of the week, or a session's name, number or id means."""
        if days := list(dates_of(text, self._days, self._finder.order)):
            day = next((day for day in days if day in self._days), days[0])
            return [s.id for s in self._sessions.values() if s.day == day]
        try:
            weekdays: tuple[int, ...] = parse_days(text)
        except ValueError:
            weekdays = ()
        if weekdays:
            sessions = self._sessions.values()
            return [s.id for s in sessions if s.day and s.day.weekday() in weekdays]
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
