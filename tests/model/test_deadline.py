from __future__ import annotations

import re
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from sphinx_seminar.model.course import Course, Term, WeekCount
from sphinx_seminar.model.deadline import Due, NotDue, When, due_of, parse_when
from sphinx_seminar.model.instant import utc_text
from sphinx_seminar.model.meeting import Meeting

COURSE = Course(
    zone=ZoneInfo("America/Los_Angeles"), term=Term(date(2022, 1, 24), date(2022, 5, 13))
)
WEDNESDAY = Meeting(date(2022, 3, 16), time(13), time(16))


def week_of(number: int) -> date | None:
    return date(2022, 1, 24) + timedelta(weeks=number - 1) if 1 <= number <= 16 else None


def due(text: str, course: Course = COURSE, meeting: Meeting | None = WEDNESDAY) -> str:
    found = due_of(parse_when(text), course, meeting, week_of)
    assert found.instant is not None
    return f"{found.day} {found.clock:%H:%M} {utc_text(found.instant)[5:16]}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-02-04 23:59", "2022-02-04 23:59 02-05T07:59"),
        ("2022-2-4, 11:59pm", "2022-02-04 23:59 02-05T07:59"),
        ("2022-02-04", "2022-02-04 23:59 02-05T07:59"),
        ("2022-02-04T23:59", "2022-02-04 23:59 02-05T07:59"),
        ("2022-02-04 9am", "2022-02-04 09:00 02-04T17:00"),
        ("class", "2022-03-16 13:00 03-16T20:00"),
        ("Class.", "2022-03-16 13:00 03-16T20:00"),
        ("before class", "2022-03-16 13:00 03-16T20:00"),
        ("1 hour before class", "2022-03-16 12:00 03-16T19:00"),
        ("an hour before class", "2022-03-16 12:00 03-16T19:00"),
        ("30 minutes before the session", "2022-03-16 12:30 03-16T19:30"),
        ("24h before class", "2022-03-15 13:00 03-15T20:00"),
        ("day before class 23:59", "2022-03-15 23:59 03-16T06:59"),
        ("the end of the day before class", "2022-03-15 23:59 03-16T06:59"),
        ("2 days before class, noon", "2022-03-14 12:00 03-14T19:00"),
        ("a week before class", "2022-03-09 23:59 03-10T07:59"),
        ("end of class", "2022-03-16 16:00 03-16T23:00"),
        ("when the session ends", "2022-03-16 16:00 03-16T23:00"),
        ("by the end of the lecture", "2022-03-16 16:00 03-16T23:00"),
        ("30 minutes after class", "2022-03-16 16:30 03-16T23:30"),
        ("24 hours after class", "2022-03-17 16:00 03-17T23:00"),
        ("day after class", "2022-03-17 23:59 03-18T06:59"),
        ("end of the day after class", "2022-03-17 23:59 03-18T06:59"),
        ("2 days after class, noon", "2022-03-18 12:00 03-18T19:00"),
        ("a week after the session 9am", "2022-03-23 09:00 03-23T16:00"),
        ("day of class 9am", "2022-03-16 09:00 03-16T16:00"),
        ("Friday 23:59", "2022-03-18 23:59 03-19T06:59"),
        ("Friday 9am", "2022-03-18 09:00 03-18T16:00"),
        ("Friday (end of day)", "2022-03-18 23:59 03-19T06:59"),
        ("Friday, end of the day", "2022-03-18 23:59 03-19T06:59"),
        ("Friday EOD", "2022-03-18 23:59 03-19T06:59"),
        ("Mondays 11:59pm", "2022-03-14 23:59 03-15T06:59"),
        ("week 4 Fri noon", "2022-02-18 12:00 02-18T20:00"),
        ("Week 4, Friday", "2022-02-18 23:59 02-19T07:59"),
    ],
)
def test_a_deadline_is_read_as_people_mean_it(text: str, expected: str) -> None:
    assert due(text) == expected


def test_hours_are_counted_through_the_night_in_which_clocks_change() -> None:
    sunday = Meeting(date(2022, 3, 13), time(13))
    assert due("12 hours before class", meeting=sunday) == "2022-03-13 00:00 03-13T08:00"
    assert due("day before class 13:00", meeting=sunday) == "2022-03-12 13:00 03-12T21:00"
    saturday = Meeting(date(2022, 3, 12), time(21), time(23))
    assert due("6 hours after class", meeting=saturday) == "2022-03-13 06:00 03-13T13:00"
    assert due("day after class 23:00", meeting=saturday) == "2022-03-13 23:00 03-14T06:00"


def test_a_session_that_goes_on_past_midnight_ends_the_next_day() -> None:
    evening = Meeting(date(2022, 3, 16), time(22), time(0, 30))
    assert due("end of class", meeting=evening) == "2022-03-17 00:30 03-17T07:30"
    assert due("day after class", meeting=evening)[:16] == "2022-03-17 23:59"


def test_the_week_is_the_courses_own() -> None:
    sunday_first = Course(zone=COURSE.zone, weeks=WeekCount(first_day=6))
    assert due("Sunday 23:59", sunday_first)[:10] == "2022-03-13"
    assert due("Monday 23:59", sunday_first)[:10] == "2022-03-14"
    assert due("Saturday 23:59", sunday_first)[:10] == "2022-03-19"
    assert due("Sunday 23:59")[:10] == "2022-03-20"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-02-04 9am", Due(date(2022, 2, 4), time(9), None)),
        ("Friday", Due(date(2022, 3, 18), time(23, 59), None)),
        ("class", Due(date(2022, 3, 16), time(13), None)),
        ("half an hour before class", Due(date(2022, 3, 16), time(12, 30), None)),
        ("14 hours before class", Due(date(2022, 3, 15), time(23), None)),
        ("9 hours after class", Due(date(2022, 3, 17), time(1), None)),
        ("day after class", Due(date(2022, 3, 17), time(23, 59), None)),
    ],
)
def test_where_the_time_zone_is_not_known_there_is_a_clock_and_no_instant(
    text: str, expected: Due
) -> None:
    assert due_of(parse_when(text), Course(), WEDNESDAY, week_of) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("", "soon", "tomorrow", "class 9", "Fri 25:00", "Fri 9-10am", "TuTh noon", "week Fri"),
        *("2022-13-01", "Friday midnight", "end of the day before class 9am", "Fri 1:00"),
        *("week 4", "1 hour"),
    ],
)
def test_what_is_not_understood_is_told(text: str) -> None:
    with pytest.raises(ValueError, match=r"; (write|check)"):
        parse_when(text)


def test_midnight_is_refused_as_it_may_be_either_end_of_a_day() -> None:
    with pytest.raises(
        ValueError, match=r"^midnight may be the start or the end of a day; write 00:00 or 23:59$"
    ):
        parse_when("Friday midnight")


@pytest.mark.parametrize(
    ("text", "meeting", "why"),
    [
        ("class", None, "its session has no date"),
        ("Friday", None, "its session has no date"),
        ("class", Meeting(date(2022, 3, 16)), "its session has no time"),
        ("1 hour after class", Meeting(date(2022, 3, 16)), "its session has no end"),
        ("end of class", Meeting(date(2022, 3, 16), time(13)), "its session has no end"),
        ("day after class", None, "its session has no date"),
        ("week 40 Fri", WEDNESDAY, "the term has no week 40"),
    ],
)
def test_what_cannot_be_counted_says_why(text: str, meeting: Meeting | None, why: str) -> None:
    with pytest.raises(NotDue, match=f"^{why}$"):
        due_of(parse_when(text), COURSE, meeting, week_of)


def test_only_a_date_or_a_numbered_week_needs_no_session() -> None:
    texts = ["2022-02-04", "week 4 Fri", "class", "Friday", "day before class"]
    assert [parse_when(text).needs_session for text in texts] == [False, False, True, True, True]
    assert When(before=timedelta()).needs_session


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("soon", "'soon' is not understood; write such as 2022-02-04 23:59, 1 hour before class"),
        ("Soon 9am", "'Soon 9am' is not understood; write such as"),
        (
            "end of the day before class 9am",
            "'end of the day before class 9am' says two times; write one, such as 23:59",
        ),
        (
            "1.3 days before class",
            "'1.3 days before class' is not a number of days; write such as 12 hours",
        ),
        ("Fri 9-10am", "'9-10am' has a start and an end; write one time, such as 23:59"),
        ("week 4 TuTh noon", "'tuth' is not a day"),
    ],
)
def test_what_is_wrong_is_quoted(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(says)}"):
        parse_when(text)
