"""What students prefer, and when they cannot come, as a roster says it."""

from __future__ import annotations

from datetime import date

import pytest

from sphinx_seminar.assign.problem import Candidate
from sphinx_seminar.assign.wishes import WishReader
from sphinx_seminar.model.meeting import Meeting
from sphinx_seminar.model.presenting import Presenting
from sphinx_seminar.model.presenting_role import PresentingRole
from sphinx_seminar.model.problem import Source
from sphinx_seminar.model.roster import Student
from sphinx_seminar.model.schedule import SessionRow
from sphinx_seminar.model.session import Session
from sphinx_seminar.model.session_name import NamedSession, SessionFinder
from sphinx_seminar.model.slot import PresentingSession

LINE = Source("students.csv", 2)
UNKNOWN = (
    "is no date, no day of the week and no session; "
    "write one such as 2022-01-31, Mon, or the id of a session"
)
DAYS = {
    "alpha": date(2022, 1, 24),
    "beta": date(2022, 1, 31),
    "gamma": date(2022, 2, 2),
    "delta": None,
}


@pytest.fixture
def reader() -> WishReader:
    named = []
    for number, (name, day) in enumerate(DAYS.items(), start=1):
        meeting = Meeting(day) if day else None
        row = SessionRow(Session(name, name.title(), LINE), meeting, None, number if day else None)
        named.append(NamedSession(name, name.title(), row))
    placed = {name: PresentingSession(name, name.title(), day, day) for name, day in DAYS.items()}
    roles = (PresentingRole("Author"), PresentingRole("Reviewer"))
    return WishReader(Presenting(roles), SessionFinder(named), placed)


def candidate(
    reader: WishReader, prefers: tuple[str, ...] = (), cannot: tuple[str, ...] = ()
) -> Candidate:
    return reader.candidate(Student("Noor Haddad", prefers=prefers, cannot=cannot, source=LINE))


@pytest.mark.parametrize(
    ("text", "sessions"),
    [
        ("2022-01-31", {"beta"}),
        ("1/31", {"beta"}),
        ("Mon", {"alpha", "beta"}),
        ("Mon Wed", {"alpha", "beta", "gamma"}),
        ("Gamma", {"gamma"}),
        ("delta", {"delta"}),
        ("2", {"beta"}),
        ("2022-01-25 to 2022-02-02", {"beta", "gamma"}),
        ("2022-02-02 – 2022-01-25", {"beta", "gamma"}),
        ("2022-01-24 until 2022-01-24", {"alpha"}),
        ("2022-03-01", set()),
    ],
)
def test_somebody_cannot_come_on_dates_days_and_to_sessions(
    text: str, sessions: set[str], reader: WishReader
) -> None:
    assert candidate(reader, cannot=(text,)).cannot == sessions
    assert reader.problems == []


@pytest.mark.parametrize(("section", "found"), [("B", {"beta"}), ("A", set()), (None, {"beta"})])
def test_a_date_that_somebody_cannot_come_on_is_that_of_their_section(
    section: str | None, found: set[str]
) -> None:
    days = (("A", date(2022, 1, 31)), ("B", date(2022, 2, 3)))
    placed = {"beta": PresentingSession("beta", "Beta", days[0][1], None, section_days=days)}
    noor = Student("Noor Haddad", cannot=("2022-02-03",), source=LINE)
    sections = {noor.key: section} if section else {}
    reader = WishReader(Presenting(), SessionFinder([]), placed, sections)
    assert reader.candidate(noor).cannot == found


def test_what_is_preferred_first_weighs_most_and_the_first_word_on_it_counts(
    reader: WishReader,
) -> None:
    found = candidate(reader, prefers=("reviewer", "Beta", "Author", "Mon", "Reviewer"))
    assert found.likes_roles == {"reviewer": 8, "author": 6}
    assert found.likes_sessions == {"beta": 7, "alpha": 5}


def test_a_tenth_wish_still_weighs_something(reader: WishReader) -> None:
    assert candidate(reader, prefers=(*9 * ["Alpha"], "Author")).likes_roles == {"author": 1}


@pytest.mark.parametrize(
    ("prefers", "cannot", "message"),
    [
        (
            ("Autor",),
            (),
            "prefers: 'Autor' is no presenting role and no session; did you mean 'Author'?",
        ),
        (
            ("xyz",),
            (),
            "prefers: 'xyz' is no presenting role and no session; known here: Author, Reviewer",
        ),
        (
            (),
            ("soonish",),
            f"cannot: 'soonish' {UNKNOWN}",
        ),
        (
            (),
            ("soon to later",),
            f"cannot: 'soon to later' {UNKNOWN}",
        ),
    ],
)
def test_what_is_not_understood_is_told_at_its_line(
    prefers: tuple[str, ...], cannot: tuple[str, ...], message: str, reader: WishReader
) -> None:
    found = candidate(reader, prefers, cannot)
    assert (found.likes_roles, found.likes_sessions, found.cannot) == ({}, {}, frozenset())
    assert [(problem.message, problem.source) for problem in reader.problems] == [(message, LINE)]
