from __future__ import annotations

from datetime import date

import pytest

from sphinx_seminar.model.meeting import Meeting
from sphinx_seminar.model.problem import Source
from sphinx_seminar.model.schedule import SessionRow
from sphinx_seminar.model.session import Session
from sphinx_seminar.model.session_name import NamedSession, SessionFinder
from sphinx_seminar.model.signup import SessionKey


def session(name: str, day: date | None, number: int | None) -> NamedSession:
    facts = Session(name, name.title(), Source("index.md", 1))
    row = SessionRow(facts, Meeting(day) if day else None, None, number)
    return NamedSession(name, name.title(), row)


SESSIONS = SessionFinder(
    [
        session("alpha", date(2021, 12, 13), 1),
        session("beta", date(2022, 1, 31), 2),
        session("gamma", date(2022, 2, 3), 3),
        session("delta", date(2022, 2, 3), 4),
        session("epsilon", None, None),
    ]
)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2022-01-31",
            "2022-1-31",
            "1/31/2022",
            "1/31/22",
            "01/31",
            "31.01.2022",
            "31.1.",
            "31/1",
        ),
        *("Jan 31", "January 31, 2022", "31 Jan", "Mon, Jan 31", "Monday 1/31", "2022/01/31"),
        *("2022-01-31 00:00:00", "1/31/2022 13:00", "2", "#2", "Session 2", "beta", "BETA"),
    ],
)
def test_a_session_is_named_by_date_number_or_id(text: str) -> None:
    assert SESSIONS.find([("session", text)]).id == "beta"


def test_a_missing_year_is_that_of_the_term() -> None:
    assert SESSIONS.find([("date", "12/13")]).id == "alpha"


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ([("date", "2022-03-01")], "'2022-03-01' is no session; write its date, number or id"),
        ([("date", "2/3")], "'2/3' is 2 sessions; write the id of one: gamma, delta"),
        ([("id", "beat")], "did you mean 'beta'?"),
        ([("date", "1/31"), ("number", "1")], "correct one of the two"),
        ([("date", "13/13/13")], "is no session"),
    ],
)
def test_a_name_that_finds_no_session_or_two_says_so(
    keys: list[tuple[SessionKey, str]], says: str
) -> None:
    with pytest.raises(LookupError) as caught:
        SESSIONS.find(keys)
    assert says in str(caught.value)
