from __future__ import annotations

import pytest

from ..conftest import Folder
from .conftest import Load
from .messages import messages

TERM = "timezone: Europe/Berlin\nstart: 2026-10-05\nend: 2026-11-23\nmeetings:\n"
WITHIN = "; write a date within the term, or take it out"


def entries(*lines: str) -> str:
    return TERM + "".join(f"  - {{{line}}}\n" for line in lines)


def test_a_from_or_until_left_from_another_term_is_told(load: Load) -> None:
    loaded = load(entries("days: Mon, from: 2025-10-27", "days: Tue, until: 2027-10-26"))
    assert messages(loaded) == [
        "5: meetings[0].from: 2025-10-27 is before the term's start 2026-10-05" + WITHIN,
        "6: meetings[1].until: 2027-10-26 is after the term's end 2026-11-23" + WITHIN,
    ]
    assert loaded.course.dates_known


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("days: Mon, time: 09:00-10:30", "days: Mon, time: 08:00-09:30"),
        ("days: Mon Wed, time: 09:00-10:30", "days: Mon, time: 09:00-10:30"),
        ("days: Mon, time: 09:00-10:30", "days: Mon, every: 2, time: 10:00-11:00"),
        ("days: Mon, time: 09:00-10:30", "dates: [2026-10-05], time: 10:00-11:00"),
        ("days: Mon", "days: Mon, from: 2026-10-05"),
    ],
)
def test_an_entry_that_meets_while_another_does_is_told(
    load: Load, first: str, second: str
) -> None:
    loaded = load(entries(first, second))
    (told,) = messages(loaded)
    assert told.startswith("6: meetings[1]: meets on Mon 2026-10-05")
    assert "while meetings[0] does; give one of the two a 'from' or 'until'" in told
    assert loaded.course.dates_known


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("days: Mon, time: 09:00-10:30", "days: Mon, time: 10:30-12:00"),
        ("days: Mon, time: 9:00-10:30, until: 2026-10-25", "days: Mon, from: 2026-10-26"),
        ("days: Mon, time: 09:00-10:30", "days: Mon, time: 09:00-10:30, sessions: no"),
        ("dates: [2026-10-12], time: 9:00-10:30, where: Hall", "days: Mon, time: 9:00-10:30"),
        ("days: Mon, time: 09:00-10:30", "days: Tue, time: 09:00-10:30"),
    ],
)
def test_entries_beside_each_other_are_not_told(load: Load, first: str, second: str) -> None:
    assert messages(load(entries(first, second))) == []


def test_no_date_is_withheld_for_a_doubled_day(folder: Folder) -> None:
    page = "# Page\n\n::::{schedule}\n:::{session} One\n:::\n::::\n"
    course = entries("days: Mon, time: 09:00-10:30", "days: Mon, time: 08:00-09:30")
    folder.write({"course.yml": course, "index.md": page})
    site = folder.build()
    (warning,) = site.warnings
    assert warning.endswith("[seminar.schedule]")
    assert "Oct 5" in site.page().text
