"""When something comes out, as it is written and as an instant."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from sphinx_seminar.model.course import Break, Course, Term, WeekCount
from sphinx_seminar.model.meeting import MeetingPattern
from sphinx_seminar.model.release import Releases, parse_release

BERLIN = Course(
    term=Term(date(2022, 3, 14), date(2022, 6, 30)),
    zone=ZoneInfo("Europe/Berlin"),
    patterns=(MeetingPattern(days=(0,)),),
    breaks=(Break(date(2022, 3, 21), date(2022, 3, 25)),),
)


def instant(text: str, course: Course = BERLIN) -> str:
    return Releases(course).moment(parse_release(text)).instant.isoformat()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-03-27", "2022-03-26T23:00:00+00:00"),
        ("2022-03-28", "2022-03-27T22:00:00+00:00"),  # of summer time
        ("2022-3-28 17:00", "2022-03-28T15:00:00+00:00"),
        ("2022-03-28, 5pm", "2022-03-28T15:00:00+00:00"),
        ("2022-03-28 at 23:59", "2022-03-28T21:59:00+00:00"),
        ("2022-03-27 02:30", "2022-03-27T01:30:00+00:00"),  # a time that clocks jump over
        ("week 1 Fri", "2022-03-17T23:00:00+00:00"),
        ("Week 3 Mon 9:00", "2022-03-28T07:00:00+00:00"),
    ],
)
def test_a_day_is_its_start_in_the_zone_of_the_course(text: str, expected: str) -> None:
    assert instant(text) == expected


def test_weeks_are_those_of_the_course() -> None:
    skipping = Course(
        term=BERLIN.term,
        zone=BERLIN.zone,
        patterns=BERLIN.patterns,
        breaks=BERLIN.breaks,
        weeks=WeekCount(count_breaks=False),
    )
    assert instant("week 2 Mon", skipping) == instant("2022-03-28")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "is empty; write 2022-02-04, 2022-02-04 17:00, or a day of the term"),
        ("soon", "'soon' is not understood; write 2022-02-04"),
        ("1/2/2022", "'1/2/2022' is not understood; write 2022-02-04"),
        ("2022-02-30", "is not in the calendar"),
        ("9999-01-01", "the year is out of range"),
        ("2022-02-04 2:30", "'2:30' is at night; write 14:30"),
        ("2022-02-04 25:00", "is not on the clock"),
        ("2022-02-04 midnight", "midnight may be the start or the end of a day"),
        ("2022-02-04 10:00-11:00", "has a start and an end"),
        ("2022-02-04 17:00 sharp", "'17:00 sharp' is not a time of day; write one, such as 23:59"),
        ("2022-02-04 end of day", "is the end of a day; write 23:59"),
        ("week 5", "'week 5' is not understood"),
        ("Fri", "'Fri' names no day of the term by itself; write 2022-02-04"),
        ("1 hour before class", "names no day of the term by itself"),
    ],
)
def test_what_is_no_moment_says_what_to_write(text: str, expected: str) -> None:
    with pytest.raises(ValueError, match=re.escape(expected)):
        parse_release(text)


def test_it_is_out_from_its_instant_on() -> None:
    at = datetime(2022, 3, 28, 15, tzinfo=UTC)
    when = parse_release("2022-03-28 17:00")
    second = timedelta(seconds=1)
    assert [Releases(BERLIN).is_out(when, at + each) for each in (-second, 0 * second)] == [
        False,
        True,
    ]


def test_what_has_no_moment_is_never_out() -> None:
    late = datetime(2199, 1, 1, tzinfo=UTC)
    assert not Releases(BERLIN).is_out(None, late)
    assert not Releases(Course()).is_out(parse_release("week 1 Fri"), late)


def test_without_a_zone_it_is_out_nowhere_too_early() -> None:
    assert instant("2022-03-28", Course()) == "2022-03-28T12:00:00+00:00"
