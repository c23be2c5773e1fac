from __future__ import annotations

from datetime import time
from zoneinfo import ZoneInfo

import pytest

from sphinx_seminar.model.course import Course
from sphinx_seminar.model.meeting import Meeting
from sphinx_seminar.model.schedule import MovedRow, build_schedule

from .seminars import (
    beside_odd_days,
    course,
    dates,
    day,
    messages,
    outline,
    pause,
    scheduled,
    session,
    sessions,
    week_numbers,
    weekly,
)


def test_a_cancelled_session_keeps_its_meeting() -> None:
    listed = [session("A"), session("B", status="cancelled"), session("C")]
    schedule = build_schedule(course(end="2022-02-07"), listed)
    assert outline(schedule) == ["2022-01-24 A", "2022-01-31 B (cancelled)", "2022-02-07 C"]
    row = schedule.by_session["b"]
    assert row.next is None
    assert row.number == 2


def test_a_moved_session_leaves_a_struck_row_and_nothing_reflows() -> None:
    of = course(end="2022-02-07")
    assert scheduled(of, sessions("A B C")) == ["2022-01-24 A", "2022-01-31 B", "2022-02-07 C"]
    moved = session("B", pinned="2022-02-02", moved_from="2022-01-31")
    schedule = build_schedule(of, [session("A"), moved, session("C")])
    assert outline(schedule) == [
        "2022-01-24 A",
        "2022-01-31 B moved to 2022-02-02",
        "2022-02-02 B",
        "2022-02-07 C",
    ]
    assert week_numbers(schedule) == [1, 2, 2, 3]
    assert beside_odd_days(schedule) == []


@pytest.mark.parametrize("undated", [True, False])
def test_a_session_moved_to_a_date_not_known_yet_stands_behind_its_struck_row(
    undated: bool,
) -> None:
    moved = session("B", undated=undated, moved_from="2022-01-31")
    schedule = build_schedule(course(end="2022-02-07"), [session("A"), moved, session("C")])
    assert outline(schedule) == [
        "2022-01-24 A",
        "2022-01-31 B moved to TBA",
        "undated B",
        "2022-02-07 C",
    ]
    assert schedule.problems == ()


def test_two_sessions_that_change_places_are_both_moved() -> None:
    listed = [
        session("A", pinned="2022-01-31", moved_from="2022-01-24"),
        session("B", pinned="2022-01-24", moved_from="2022-01-31"),
        session("C"),
    ]
    schedule = build_schedule(course(end="2022-02-07"), listed)
    assert outline(schedule) == [
        "2022-01-24 A moved to 2022-01-31",
        "2022-01-24 B",
        "2022-01-31 B moved to 2022-01-24",
        "2022-01-31 A",
        "2022-02-07 C",
    ]
    assert schedule.problems == ()
    left = [row.meeting.start for row in schedule.rows if isinstance(row, MovedRow)]
    assert left == [time(13), time(13)]


def test_a_session_moved_off_a_new_break_takes_the_next_meeting() -> None:
    of = course(end="2022-02-07", breaks=[pause("2022-01-31", title="Outage")])
    schedule = build_schedule(of, [session("A"), session("B", moved_from="2022-01-31")])
    assert outline(schedule) == [
        "2022-01-24 A",
        "2022-01-31 - Outage",
        "2022-01-31 B moved to 2022-02-07",
        "2022-02-07 B",
    ]


def test_a_session_moved_within_its_day_leaves_the_meeting_struck() -> None:
    moved = session("A", pinned="2022-01-24", times="18:00-20:00", moved_from="2022-01-24")
    schedule = build_schedule(course(end="2022-01-31"), [moved, session("B")])
    assert outline(schedule) == [
        "2022-01-24 A moved to 2022-01-24",
        "2022-01-24 A",
        "2022-01-31 B",
    ]


def test_a_session_moved_off_a_day_of_two_leaves_the_meeting_that_no_other_has() -> None:
    twice = (weekly("Mon", "9:00-11:00"), weekly("Mon", "14:00-16:00"))
    listed = [
        session("A", pinned="2022-01-24"),
        session("B", pinned="2022-01-26", moved_from="2022-01-24"),
        session("C"),
    ]
    schedule = build_schedule(course(*twice, end="2022-01-31"), listed)
    left = [row.meeting.start for row in schedule.rows if isinstance(row, MovedRow)]
    assert left == [time(14)]
    assert schedule.by_session["c"].meeting == Meeting(day("2022-01-31"), time(9), time(11))


def test_a_session_moved_from_a_day_without_a_meeting_is_a_problem_and_flows_on() -> None:
    listed = [session("A"), session("B", moved_from="2022-02-01"), session("C")]
    schedule = build_schedule(course(end="2022-02-07"), listed)
    assert dates(schedule) == {"A": "2022-01-24", "B": "2022-01-31", "C": "2022-02-07"}
    assert "2022-02-01 B moved to 2022-01-31" in outline(schedule)
    (message,) = messages(schedule)
    assert message == (
        "session 'B': ':moved-from: 2022-02-01' is not a day on which the course meets; "
        "write the date that the session had before"
    )


def test_a_course_that_states_no_meetings_cannot_say_that_a_moved_date_is_wrong() -> None:
    moved = session("A", pinned="2022-02-02", moved_from="2022-01-31")
    schedule = build_schedule(Course(zone=ZoneInfo("UTC")), [moved])
    assert outline(schedule) == ["2022-01-31 A moved to 2022-02-02", "2022-02-02 A"]
    assert schedule.problems == ()
