from __future__ import annotations

from dataclasses import replace
from datetime import time

from sphinx_seminar.model.course import Course
from sphinx_seminar.model.schedule import Schedule, build_schedule

from .seminars import (
    course,
    messages,
    outline,
    pause,
    scheduled,
    session,
    sessions,
    week_numbers,
    weekly,
)


def numbers(schedule: Schedule) -> dict[str, int | None]:
    return {row.session.title: row.number for row in schedule.by_session.values()}


def test_undated_sessions_keep_their_place_behind_the_one_before() -> None:
    listed = [
        session("First", undated=True),
        session("A"),
        session("X", undated=True),
        session("Y", undated=True),
        session("B"),
        session("Last", undated=True),
    ]
    assert scheduled(course(end="2022-02-07", breaks=[pause("2022-01-31")]), listed) == [
        "undated First",
        "2022-01-24 A",
        "undated X",
        "undated Y",
        "2022-01-31 - Break",
        "2022-02-07 B",
        "undated Last",
    ]


def test_an_undated_session_goes_with_a_pinned_one_that_it_follows() -> None:
    listed = [
        session("A", pinned="2022-02-07"),
        session("X", undated=True),
        session("B"),
        session("C"),
    ]
    assert scheduled(course(end="2022-02-07"), listed) == [
        "2022-01-24 B",
        "2022-01-31 C",
        "2022-02-07 A",
        "undated X",
    ]


def test_an_undated_session_stands_before_the_break_that_follows() -> None:
    of = course(end="2022-02-07", breaks=[pause("2022-01-25")])
    assert scheduled(of, [session("A"), session("X", undated=True)])[:3] == [
        "2022-01-24 A",
        "undated X",
        "2022-01-25 - Break",
    ]


def test_sessions_that_no_meeting_is_left_for_come_last_in_their_order() -> None:
    listed = [*sessions("A B"), session("X", undated=True), session("P", pinned="2022-01-28")]
    assert scheduled(course(end="2022-01-24"), [*listed, session("C")]) == [
        "2022-01-24 A",
        "2022-01-28 P",
        "undated B",
        "undated X",
        "undated C",
    ]


def test_pinned_sessions_stand_at_their_date_and_not_where_they_are_written() -> None:
    listed = [session("Z", pinned="2022-02-07"), session("A"), session("Y", pinned="2022-01-25")]
    assert scheduled(course(end="2022-02-07"), listed) == [
        "2022-01-24 A",
        "2022-01-25 Y",
        "2022-01-31 TBA",
        "2022-02-07 Z",
    ]


def test_breaks_stand_at_their_first_day_whatever_order_they_are_listed_in() -> None:
    breaks = [pause("2022-02-01", title="Second"), pause("2022-01-30", "2022-02-03", "First")]
    assert scheduled(course(end="2022-02-07", breaks=breaks), sessions("A B")) == [
        "2022-01-24 A",
        "2022-01-30 - First",
        "2022-02-01 - Second",
        "2022-02-07 B",
    ]


def test_a_break_left_over_from_another_term_has_no_row() -> None:
    breaks = [pause("2022-01-17", title="Before"), pause("2022-02-21", title="After")]
    assert scheduled(course(end="2022-01-31", breaks=breaks), sessions("A B")) == [
        "2022-01-24 A",
        "2022-01-31 B",
    ]


def test_a_break_that_only_begins_outside_the_term_has_its_row() -> None:
    breaks = [pause("2022-01-17", "2022-01-24", "Long")]
    assert scheduled(course(end="2022-01-31", breaks=breaks), sessions("A")) == [
        "2022-01-17 - Long",
        "2022-01-24 - Long",
        "2022-01-31 A",
    ]


def test_a_day_goes_from_break_to_struck_row_to_the_session_that_has_left_it() -> None:
    of = course(end="2022-01-24", breaks=[pause("2022-01-24")])
    listed = [
        session("A", undated=True, moved_from="2022-01-24"),
        session("B", pinned="2022-01-24"),
    ]
    assert scheduled(of, listed) == [
        "2022-01-24 - Break",
        "2022-01-24 A moved to TBA",
        "undated A",
        "2022-01-24 B",
    ]


def test_a_break_stands_before_a_struck_row_wherever_both_are_listed() -> None:
    of = course(weekly("Mon", None), breaks=[pause("2022-03-14"), pause("2022-01-31")])
    listed = [session("A", pinned="2022-02-02", moved_from="2022-01-31")]
    assert scheduled(of, listed)[1:3] == ["2022-01-31 - Break", "2022-01-31 A moved to 2022-02-02"]


def test_sessions_of_a_day_stand_in_the_order_of_their_times() -> None:
    listed = [
        session("Evening", pinned="2022-01-24", times="18:00"),
        session("Morning", pinned="2022-01-24", times="8:00"),
        session("A"),
    ]
    schedule = build_schedule(course(end="2022-01-24"), listed)
    assert outline(schedule) == ["2022-01-24 Morning", "2022-01-24 A", "2022-01-24 Evening"]
    assert numbers(schedule) == {"Morning": 1, "A": 2, "Evening": 3}


def test_sessions_are_numbered_by_date_and_without_breaks() -> None:
    of = course(end="2022-02-14", breaks=[pause("2022-01-31")])
    listed = [
        session("A"),
        session("Z", pinned="2022-02-14"),
        session("X", undated=True),
        session("B", status="cancelled"),
    ]
    schedule = build_schedule(of, listed)
    assert numbers(schedule) == {"A": 1, "B": 2, "Z": 3, "X": None}
    assert week_numbers(schedule) == [1, 2, 3, 4, None]
    assert outline(schedule)[1] == "2022-01-31 - Break"


def test_a_schedule_without_sessions_shows_the_whole_term() -> None:
    schedule = build_schedule(course(end="2022-02-07", breaks=[pause("2022-01-31")]), [])
    assert outline(schedule) == ["2022-01-24 TBA", "2022-01-31 - Break", "2022-02-07 TBA"]
    assert schedule.by_session == {}


def test_a_course_without_any_fact_keeps_the_sessions_in_their_order() -> None:
    schedule = build_schedule(Course(), sessions("B A C"))
    assert outline(schedule) == ["undated B", "undated A", "undated C"]
    assert week_numbers(schedule) == [None, None, None]
    assert numbers(schedule) == {"B": None, "A": None, "C": None}
    assert schedule.term is None


def test_no_computed_date_is_shown_where_the_dates_of_the_course_are_not_known() -> None:
    doubtful = replace(course(breaks=[pause("2022-01-31")]), dates_known=False)
    listed = [session("A"), session("P", pinned="2022-03-07"), session("B")]
    schedule = build_schedule(doubtful, listed)
    assert outline(schedule) == ["undated A", "2022-03-07 P", "undated B"]
    assert week_numbers(schedule) == [None, None, None]
    # P is the first with a date, and not the first session.
    assert set(numbers(schedule).values()) == {None}
    assert {row.next for row in schedule.by_session.values()} == {None}
    assert schedule.term is None
    assert schedule.problems == ()


def test_a_course_whose_dates_are_not_known_is_no_reason_for_problems_on_its_pages() -> None:
    two_a_day = course(weekly("Mon", "9:00"), weekly("Mon", "14:00"))
    listed = [
        session("A", pinned="2022-01-24"),
        session("B", pinned="2022-01-24"),
        session("C", pinned="2023-01-01", moved_from="2022-02-07"),
    ]
    assert len(messages(build_schedule(two_a_day, listed))) == 1  # outside the term
    assert messages(build_schedule(replace(two_a_day, dates_known=False), listed)) == []


def test_the_row_of_a_session_is_found_by_its_id() -> None:
    schedule = build_schedule(course(), sessions("A B"))
    row = schedule.by_session["b"]
    assert row.session.title == "B"
    assert row.meeting is not None
    assert row.meeting.start == time(13)


def test_an_open_meeting_stands_behind_a_session_at_the_same_time() -> None:
    of = course(weekly("Mon", "9:00"), weekly("Mon", "14:00"), end="2022-01-24")
    assert scheduled(of, [session("A", times="14:00")]) == ["2022-01-24 A", "2022-01-24 TBA"]


def test_an_open_meeting_stands_before_a_session_later_on_its_day() -> None:
    of = course(weekly("Mon", "9:00"), weekly("Mon", "14:00"), end="2022-01-24")
    listed = [session("A", pinned="2022-01-24", times="14:00")]
    assert scheduled(of, listed) == ["2022-01-24 TBA", "2022-01-24 A"]
