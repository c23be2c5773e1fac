from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from sphinx_seminar.model.course import Course
from sphinx_seminar.model.meeting import Meeting
from sphinx_seminar.model.problem import Source
from sphinx_seminar.model.schedule import Schedule, build_schedule

from .seminars import (
    beside_odd_days,
    course,
    dates,
    day,
    messages,
    on_dates,
    outline,
    pause,
    scheduled,
    session,
    sessions,
    weekly,
)

TWICE_A_DAY = (weekly("Mon", "9:00-11:00"), weekly("Mon", "14:00-16:00"))


def meeting(schedule: Schedule, title: str) -> Meeting | None:
    return schedule.by_session[title.lower()].meeting


def times(schedule: Schedule) -> dict[str, time | None]:
    found = {row.session.title: row.meeting for row in schedule.by_session.values()}
    return {title: meeting.start for title, meeting in found.items() if meeting}


def test_sessions_take_the_meetings_in_order() -> None:
    schedule = build_schedule(course(end="2022-02-07"), sessions("A B C"))
    assert outline(schedule) == ["2022-01-24 A", "2022-01-31 B", "2022-02-07 C"]
    assert schedule.problems == ()


def test_a_session_has_the_time_and_place_of_its_meeting() -> None:
    of = course(weekly("Mon", where="Soda 405"))
    assert meeting(build_schedule(of, sessions("A")), "A") == Meeting(
        day("2022-01-24"), time(13), time(16), "Soda 405"
    )


def test_a_session_may_state_a_time_and_place_of_its_own() -> None:
    of = course(weekly("Mon", where="Soda 405"))
    schedule = build_schedule(of, [session("A", times="15:00", where="Online"), *sessions("B")])
    assert meeting(schedule, "A") == Meeting(day("2022-01-24"), time(15), None, "Online")
    assert meeting(schedule, "B") == Meeting(day("2022-01-31"), time(13), time(16), "Soda 405")


def test_a_break_shifts_the_topic_and_drops_none() -> None:
    of = course(end="2022-02-14", breaks=[pause("2022-01-31", title="Holiday")])
    assert scheduled(of, sessions("A B C")) == [
        "2022-01-24 A",
        "2022-01-31 - Holiday",
        "2022-02-07 B",
        "2022-02-14 C",
    ]


def test_a_long_break_has_a_row_in_each_empty_week_and_takes_every_meeting_within() -> None:
    of = course(weekly("Mon Wed"), end="2022-02-14", breaks=[pause("2022-01-29", "2022-02-08")])
    assert scheduled(of, sessions("A B C D")) == [
        "2022-01-24 A",
        "2022-01-26 B",
        "2022-01-29 - Break",
        "2022-01-31 - Break",
        "2022-02-09 C",
        "2022-02-14 D",
    ]


def test_a_pinned_session_keeps_its_date_and_the_others_flow_around_it() -> None:
    of = course(end="2022-02-14")
    assert scheduled(
        of, [*sessions("A"), session("Guest", pinned="2022-02-07"), *sessions("B C")]
    ) == ["2022-01-24 A", "2022-01-31 B", "2022-02-07 Guest", "2022-02-14 C"]


def test_a_session_pinned_off_the_pattern_is_a_meeting_of_its_own() -> None:
    of = course(end="2022-01-31")
    schedule = build_schedule(
        of, [*sessions("A"), session("Extra", pinned="2022-01-27"), session("B")]
    )
    assert outline(schedule) == ["2022-01-24 A", "2022-01-27 Extra", "2022-01-31 B"]
    assert meeting(schedule, "Extra") == Meeting(day("2022-01-27"))
    assert beside_odd_days(schedule) == []


def test_a_session_may_be_pinned_onto_a_break() -> None:
    of = course(end="2022-01-31", breaks=[pause("2022-01-31")])
    schedule = build_schedule(of, [*sessions("A"), session("Visit", pinned="2022-01-31")])
    assert outline(schedule) == ["2022-01-24 A", "2022-01-31 - Break", "2022-01-31 Visit"]
    assert times(schedule)["Visit"] == time(13)
    assert beside_odd_days(schedule) == []


def test_a_date_outside_the_term_is_a_problem_and_the_row_is_still_there() -> None:
    of = course(end="2022-01-31")
    schedule = build_schedule(
        of,
        [
            session("Early", pinned="2021-01-24"),
            *sessions("A B"),
            session("Late", pinned="2022-02-01"),
        ],
    )
    assert outline(schedule) == [
        "2021-01-24 Early",
        "2022-01-24 A",
        "2022-01-31 B",
        "2022-02-01 Late",
    ]
    assert messages(schedule) == [
        f"session '{title}': ':date: {on}' is outside the term (2022-01-24 to 2022-01-31); "
        "write a date within it, or correct start and end in course.yml"
        for title, on in (("Early", "2021-01-24"), ("Late", "2022-02-01"))
    ]
    assert {problem.kind for problem in schedule.problems} == {"date"}
    assert {problem.source.line for problem in schedule.problems} == {10}


def test_both_ends_of_the_term_are_within_it() -> None:
    schedule = build_schedule(
        course(end="2022-02-04"),
        [session("A", pinned="2022-01-24"), session("B", pinned="2022-02-04")],
    )
    assert beside_odd_days(schedule) == []


def test_more_sessions_than_meetings_is_a_problem_and_the_rows_are_still_there() -> None:
    schedule = build_schedule(course(end="2022-01-31"), sessions("A B C D"))
    assert outline(schedule) == ["2022-01-24 A", "2022-01-31 B", "undated C", "undated D"]
    assert messages(schedule) == [
        f"session '{title}': no meeting is left for it: 4 sessions need one and 2 are free; "
        "end the term later, take out a break, or write ':date: none'"
        for title in "CD"
    ]


def test_sessions_of_a_term_that_its_meeting_days_miss_are_a_problem() -> None:
    of = course(weekly("Mon"), start="2022-01-25", end="2022-01-28")
    schedule = build_schedule(of, sessions("A"))
    assert outline(schedule) == ["undated A"]
    assert "1 sessions need one and 0 are free" in messages(schedule)[0]


def test_sessions_of_a_course_that_states_no_meetings_have_no_date_and_no_problem() -> None:
    term = course().term
    section = weekly("Fri", holds_sessions=False)
    for of in (Course(), Course(term=term), Course(term=term, patterns=(section,))):
        schedule = build_schedule(of, sessions("A B"))
        assert outline(schedule) == ["undated A", "undated B"]
        assert schedule.problems == ()


def test_meetings_without_a_session_are_open() -> None:
    of = course(end="2022-02-14", breaks=[pause("2022-02-07")])
    assert scheduled(of, sessions("A")) == [
        "2022-01-24 A",
        "2022-01-31 TBA",
        "2022-02-07 - Break",
        "2022-02-14 TBA",
    ]


def test_meetings_between_pinned_sessions_are_open() -> None:
    of = course(end="2022-02-07")
    assert scheduled(
        of, [session("A", pinned="2022-01-24"), session("B", pinned="2022-02-07")]
    ) == [
        "2022-01-24 A",
        "2022-01-31 TBA",
        "2022-02-07 B",
    ]


def test_two_sessions_on_one_meeting_are_a_problem_and_both_rows_are_there() -> None:
    schedule = build_schedule(
        course(end="2022-01-31"),
        [session("A", pinned="2022-01-24"), session("B", pinned="2022-01-24"), session("C")],
    )
    assert outline(schedule) == ["2022-01-24 A", "2022-01-24 B", "2022-01-31 C"]
    (message,) = messages(schedule)
    assert message == (
        "session 'B': ':date: 2022-01-24' is taken by session 'A' (index.md:10); "
        "pin one of the two to another date, or give one a ':time:' of its own"
    )


def test_the_other_session_of_a_file_without_lines_is_named_by_the_file() -> None:
    listed = [
        replace(session(title, pinned="2022-01-31"), source=Source("index.md")) for title in "AB"
    ]
    (message,) = messages(build_schedule(course(), listed))
    assert "is taken by session 'A' (index.md); pin" in message


def test_of_two_with_a_time_of_their_own_the_times_are_told() -> None:
    both = [
        session("A", pinned="2022-01-24", times="13:00-15:00"),
        session("B", pinned="2022-01-24", times="14:00-16:00"),
    ]
    (message,) = messages(build_schedule(course(), both))
    assert message.endswith("another date, or correct one of their times")


def test_a_meeting_may_be_parted_between_sessions() -> None:
    halves = [
        session("A", pinned="2022-01-24", times="13:00-14:30"),
        session("B", pinned="2022-01-24", times="14:30-16:00"),
    ]
    schedule = build_schedule(course(end="2022-01-31"), [*halves, session("C")])
    assert outline(schedule) == ["2022-01-24 A", "2022-01-24 B", "2022-01-31 C"]
    assert times(schedule) == {"A": time(13), "B": time(14, 30), "C": time(13)}
    assert schedule.problems == ()
    third = session("D", pinned="2022-01-24", times="15:00-16:00")
    (message,) = messages(build_schedule(course(), [*halves, third]))
    assert "is taken by session 'B'" in message


def test_two_sessions_pinned_to_one_meeting_are_a_problem_though_only_one_says_when() -> None:
    schedule = build_schedule(
        course(end="2022-01-24"),
        [session("A", pinned="2022-01-24"), session("B", pinned="2022-01-24", times="13:00")],
    )
    (message,) = messages(schedule)
    assert message.endswith("another date, or give both a ':time:', one after the other")


def test_sessions_pinned_to_a_day_with_two_meetings_take_one_each() -> None:
    schedule = build_schedule(
        course(*TWICE_A_DAY, end="2022-01-31"),
        [session("A", pinned="2022-01-31"), session("B", pinned="2022-01-31"), *sessions("C D")],
    )
    assert outline(schedule) == ["2022-01-24 C", "2022-01-24 D", "2022-01-31 A", "2022-01-31 B"]
    assert times(schedule) == {"A": time(9), "B": time(14), "C": time(9), "D": time(14)}
    assert schedule.problems == ()


def test_a_third_session_on_a_day_with_two_meetings_is_a_problem() -> None:
    schedule = build_schedule(
        course(*TWICE_A_DAY, end="2022-01-24"),
        [session(title, pinned="2022-01-24") for title in "ABC"],
    )
    assert outline(schedule) == ["2022-01-24 A", "2022-01-24 B", "2022-01-24 C"]
    assert len(messages(schedule)) == 1
    assert messages(schedule)[0].startswith("session 'C'")


def test_the_time_of_a_pinned_session_says_which_meeting_of_the_day_it_takes() -> None:
    schedule = build_schedule(
        course(*TWICE_A_DAY, end="2022-01-24"),
        [session("A", pinned="2022-01-24", times="14:00-15:00"), session("B")],
    )
    assert outline(schedule) == ["2022-01-24 B", "2022-01-24 A"]
    assert meeting(schedule, "A") == Meeting(day("2022-01-24"), time(14), time(15))


def test_a_pinned_session_takes_the_meeting_that_starts_with_it_of_two_that_overlap() -> None:
    of = course(weekly("Mon", "9:00-12:00"), weekly("Mon", "10:00-12:00", where="Soda 405"))
    schedule = build_schedule(of, [session("A", pinned="2022-01-24", times="10:00-12:00")])
    assert meeting(schedule, "A") == Meeting(day("2022-01-24"), time(10), time(12), "Soda 405")
    assert outline(schedule)[:2] == ["2022-01-24 TBA", "2022-01-24 A"]


def test_a_session_pinned_off_the_pattern_may_state_its_time() -> None:
    schedule = build_schedule(
        course(), [session("A", pinned="2022-01-26", times="18:00-20:00", where="Online")]
    )
    assert meeting(schedule, "A") == Meeting(day("2022-01-26"), time(18), time(20), "Online")


def test_a_session_pinned_with_a_time_gets_its_meeting_before_one_without() -> None:
    schedule = build_schedule(
        course(*TWICE_A_DAY, end="2022-01-24"),
        [session("A", pinned="2022-01-24"), session("B", pinned="2022-01-24", times="9:00-11:00")],
    )
    assert times(schedule) == {"A": time(14), "B": time(9)}
    assert schedule.problems == ()


def test_a_pinned_session_beside_the_time_of_the_day_is_a_meeting_of_its_own() -> None:
    schedule = build_schedule(
        course(end="2022-01-24"),
        [session("Evening", pinned="2022-01-24", times="18:00-20:00"), session("A")],
    )
    assert outline(schedule) == ["2022-01-24 A", "2022-01-24 Evening"]
    assert schedule.problems == ()


@pytest.mark.parametrize("other", ["14:00-16:00", "12:00-14:00", "12:00-17:00", "15:00"])
def test_a_pinned_session_that_meets_at_a_changed_time_takes_the_meeting(other: str) -> None:
    schedule = build_schedule(
        course(end="2022-01-31"), [session("A", pinned="2022-01-24", times=other), session("B")]
    )
    assert outline(schedule) == ["2022-01-24 A", "2022-01-31 B"]
    assert schedule.problems == ()


@pytest.mark.parametrize("other", ["12:00-13:00", "16:00-17:00", "12:00", "16:00"])
def test_a_time_that_only_touches_that_of_the_meeting_is_beside_it(other: str) -> None:
    schedule = build_schedule(
        course(end="2022-01-24"), [session("A", pinned="2022-01-24", times=other), session("B")]
    )
    assert set(dates(schedule).values()) == {"2022-01-24"}
    assert schedule.problems == ()


def test_a_pinned_session_with_a_time_takes_a_meeting_that_states_none() -> None:
    schedule = build_schedule(
        course(weekly("Mon", None), end="2022-01-31"),
        [session("A", pinned="2022-01-24", times="18:00"), session("B")],
    )
    assert outline(schedule) == ["2022-01-24 A", "2022-01-31 B"]
    assert times(schedule) == {"A": time(18), "B": None}


def test_unpinned_sessions_fill_both_meetings_of_a_day_before_the_next() -> None:
    schedule = build_schedule(course(*TWICE_A_DAY, end="2022-01-31"), sessions("A B C"))
    assert outline(schedule) == ["2022-01-24 A", "2022-01-24 B", "2022-01-31 C", "2022-01-31 TBA"]


def test_sessions_take_the_dates_of_a_block_seminar() -> None:
    of = course(on_dates("2022-02-04", "2022-02-05", "2022-02-25"))
    assert scheduled(of, sessions("A B C")) == ["2022-02-04 A", "2022-02-05 B", "2022-02-25 C"]


def test_every_other_week_keeps_its_rhythm_over_a_break() -> None:
    of = course(weekly("Mon", every=2), end="2022-03-07", breaks=[pause("2022-02-07")])
    assert scheduled(of, sessions("A B C")) == [
        "2022-01-24 A",
        "2022-02-07 - Break",
        "2022-02-21 B",
        "2022-03-07 C",
    ]


def test_a_session_on_29_february() -> None:
    of = course(weekly("Thu"), start="2024-02-22", end="2024-03-07")
    assert scheduled(of, sessions("A B C")) == ["2024-02-22 A", "2024-02-29 B", "2024-03-07 C"]


def test_a_term_over_new_year_with_its_holidays() -> None:
    of = course(
        start="2021-12-13", end="2022-01-10", breaks=[pause("2021-12-20", "2022-01-02", "Holidays")]
    )
    assert scheduled(of, sessions("A B C")) == [
        "2021-12-13 A",
        "2021-12-20 - Holidays",
        "2021-12-27 - Holidays",
        "2022-01-03 B",
        "2022-01-10 C",
    ]


def test_undated_sessions_take_no_meeting() -> None:
    listed = [session("A"), session("Later", undated=True), session("B")]
    schedule = build_schedule(course(end="2022-01-31"), listed)
    assert outline(schedule) == ["2022-01-24 A", "undated Later", "2022-01-31 B"]
    assert schedule.problems == ()


def test_a_date_that_could_not_be_read_takes_no_meeting() -> None:
    # The directive has told so, and gives neither that date nor the next meeting.
    unread = session("A", pinned="2022-01-31", undated=True)
    assert scheduled(course(end="2022-01-24"), [unread]) == ["undated A", "2022-01-24 TBA"]
