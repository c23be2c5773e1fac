from __future__ import annotations

import re
from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_seminar.model.course import Course
from sphinx_seminar.model.fixed_day import FixedDay, parse_fixed_day
from sphinx_seminar.model.meeting import Meeting, week_start
from sphinx_seminar.model.problem import Source
from sphinx_seminar.model.schedule import build_schedule
from sphinx_seminar.model.session import Session

from .seminars import (
    SUNDAY,
    course,
    day,
    messages,
    outline,
    pause,
    session,
    sessions,
    weekly,
    with_break,
)
from .strategies import breaks
from .test_kinds_always_hold import KINDS, courses_of_kinds

EXAM = session("Exam", fixed="week 3 Fri", times="18:00-20:00", where="Hall")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("week 5 Fri", FixedDay("week 5 Fri", 4, 5)),
        ("Week 12,  friday", FixedDay("Week 12, friday", 4, 12)),
        ("Fri", FixedDay("Fri", 4)),
        ("on Tuesday", FixedDay("on Tuesday", 1)),
    ],
)
def test_a_day_of_the_term_is_written_as_that_of_a_deadline(text: str, expected: FixedDay) -> None:
    assert parse_fixed_day(text) == expected


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2022-02-30", "is not in the calendar"),
        ("24 Jan", "is not a date; write year-month-day"),
        ("someday", "or a day of the term: week 5 Fri, or Fri for the week of the session before"),
        ("1 day before class", "or a day of the term: week 5 Fri"),
        ("week five Fri", "or a day of the term: week 5 Fri"),
        ("week 5 Fri 18:00", "has a time; write the day alone, and the time as ':time:'"),
    ],
)
def test_what_is_no_day_is_told_with_what_to_write(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=re.escape(says)):
        parse_fixed_day(text)


def test_a_fixed_event_stands_beside_the_meetings_and_takes_none() -> None:
    schedule = build_schedule(course(end="2022-02-07"), [EXAM, *sessions("A B C")])
    assert outline(schedule) == ["2022-01-24 A", "2022-01-31 B", "2022-02-07 C", "2022-02-11 Exam"]
    assert schedule.by_session["exam"].meeting == Meeting(
        day("2022-02-11"), time(18), time(20), "Hall"
    )


def test_a_break_moves_the_topics_and_not_the_event() -> None:
    of = course(end="2022-02-14", breaks=[pause("2022-01-31")])
    assert outline(build_schedule(of, [*sessions("A B"), EXAM, *sessions("C")])) == [
        "2022-01-24 A",
        "2022-01-31 - Break",
        "2022-02-07 B",
        "2022-02-11 Exam",
        "2022-02-14 C",
    ]


def test_it_moves_with_the_term() -> None:
    of = course(start="2023-01-23", end="2023-02-13")
    assert "2023-02-10 Exam" in outline(build_schedule(of, [EXAM]))


def test_the_days_of_a_week_are_those_of_the_course() -> None:
    of = course(weekly("Mon"), first_day=SUNDAY)
    schedule = build_schedule(
        of, [session("A", fixed="week 2 Sun"), session("B", fixed="week 2 Sat")]
    )
    assert outline(schedule)[1:4] == ["2022-01-30 A", "2022-01-31 TBA", "2022-02-05 B"]


def test_on_a_day_of_class_it_takes_the_meeting_as_a_pinned_one_does() -> None:
    schedule = build_schedule(
        course(end="2022-02-07"), [*sessions("A B"), session("X", fixed="week 2 Mon")]
    )
    assert outline(schedule) == ["2022-01-24 A", "2022-01-31 X", "2022-02-07 B"]
    assert schedule.problems == ()


def test_a_day_alone_is_of_the_week_of_the_session_before() -> None:
    of = course(weekly("Mon Wed"), end="2022-02-09", breaks=[pause("2022-01-26")])
    given_ = [*sessions("A B"), session("Quiz", fixed="Fri"), *sessions("C")]
    schedule = build_schedule(of, given_)
    assert outline(schedule)[:5] == [
        "2022-01-24 A",
        "2022-01-26 - Break",
        "2022-01-31 B",
        "2022-02-02 C",
        "2022-02-04 Quiz",
    ]
    assert schedule.problems == ()


def test_a_day_alone_may_take_the_meeting_of_that_day_before_the_topics_go_on() -> None:
    of = course(weekly("Mon Wed Fri"), end="2022-01-31")
    given_ = [*sessions("A"), session("Quiz", fixed="Wed"), *sessions("B C")]
    assert outline(build_schedule(of, given_)) == [
        "2022-01-24 A",
        "2022-01-26 Quiz",
        "2022-01-28 B",
        "2022-01-31 C",
    ]


def test_a_day_alone_with_no_session_before_is_told() -> None:
    schedule = build_schedule(course(), [session("Quiz", fixed="Fri"), *sessions("A")])
    [message] = messages(schedule)
    assert message == (
        "session 'Quiz': ':date: Fri' is of the week of the session before, and none with a "
        "date is there; write its week, such as week 1 Fri, or a date"
    )
    assert schedule.by_session["quiz"].meeting is None


def test_behind_a_session_for_which_no_meeting_is_left_it_has_no_date_and_one_problem_less() -> (
    None
):
    schedule = build_schedule(
        course(end="2022-01-24"), [*sessions("A B"), session("Q", fixed="Fri")]
    )
    assert schedule.by_session["q"].meeting is None
    assert [message[:11] for message in messages(schedule)] == ["session 'B'"]


def test_it_is_told_on_a_break_unless_that_is_meant() -> None:
    of = course(breaks=[pause("2022-02-11")])
    [message] = messages(build_schedule(of, [EXAM]))
    assert message == (
        "session 'Exam': ':date: week 3 Fri' (2022-02-11) is on a break (Break); write another "
        "date, or ':on-break:' if it is meant"
    )
    assert messages(build_schedule(of, [replace(EXAM, on_break=True)])) == []


def test_it_is_told_outside_the_term() -> None:
    [message] = messages(build_schedule(course(end="2022-02-07"), [EXAM]))
    assert (
        "':date: week 3 Fri' (2022-02-11) is outside the term (2022-01-24 to 2022-02-07)" in message
    )


def test_it_is_told_on_the_meeting_of_another_session() -> None:
    given_ = [session("A", pinned="2022-01-31"), session("Exam", fixed="week 2 Mon")]
    [message] = messages(build_schedule(course(), given_))
    assert "':date: week 2 Mon' (2022-01-31) is taken by session 'A' (index.md:10)" in message


def test_a_course_without_meetings_has_no_weeks_to_count() -> None:
    of = Course(term=course().term, zone=course().zone)
    [message] = messages(build_schedule(of, [EXAM]))
    assert "':date: week 3 Fri': the course has no week 3, as it has no meetings; " in message


def test_where_the_dates_of_the_course_are_in_doubt_it_has_none() -> None:
    schedule = build_schedule(course(dates_known=False), [EXAM])
    assert (schedule.by_session["exam"].meeting, messages(schedule)) == (None, [])


@st.composite
def sessions_and_events(draw: st.DrawFn) -> list[Session]:
    """Sessions of several kinds; some are fixed to a day of a week, some to one before."""
    found = []
    for number in range(draw(st.integers(1, 12))):
        made = session(f"S{number}", kind=draw(st.sampled_from((*KINDS, "Exam"))))
        week_day, week = draw(st.integers(0, 6)), draw(st.integers(1, 12))
        sort = draw(st.sampled_from(["flows", "flows", "week", "day"]))
        if sort != "flows":
            made = replace(made, fixed=FixedDay("…", week_day, week if sort == "week" else None))
        found.append(replace(made, source=Source("index.md", number)))
    return found


@given(courses_of_kinds(), sessions_and_events(), st.data())
def test_a_break_moves_no_fixed_event_and_drops_no_session(
    of: Course, listed: list[Session], data: st.DataObject
) -> None:
    assert of.term is not None
    added = data.draw(breaks(of.term))
    before = build_schedule(of, listed)
    after = build_schedule(with_break(of, added), listed)
    assert set(after.by_session) == {found.id for found in listed}
    # Where breaks use up no number, one that takes all meetings of a week takes week 5 elsewhere.
    has_same_weeks = before.calendar == after.calendar
    assert has_same_weeks or not of.weeks.count_breaks
    for found in listed:
        if found.fixed and found.fixed.week is not None:
            earlier, later = before.by_session[found.id], after.by_session[found.id]
            assert later.meeting == earlier.meeting or not has_same_weeks
            for row in (earlier, later):  # what the author writes is what readers see
                assert row.week is None or row.week.number == found.fixed.week


@given(courses_of_kinds(), sessions_and_events())
def test_a_day_alone_is_always_in_the_week_of_the_session_before(
    of: Course, listed: list[Session]
) -> None:
    schedule = build_schedule(of, listed)
    last: Meeting | None = None
    for found in listed:
        meeting = schedule.by_session[found.id].meeting
        if meeting and found.fixed and found.fixed.week is None:
            assert last is not None
            first_day = of.weeks.first_day
            assert week_start(meeting.day, first_day) == week_start(last.day, first_day)
            assert meeting.day.weekday() == found.fixed.week_day
        last = meeting or last
