from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sphinx_seminar.model.course import Course, WeekCount
from sphinx_seminar.model.instant import day_start
from sphinx_seminar.model.meeting import meetings
from sphinx_seminar.model.schedule import SessionRow, build_schedule
from sphinx_seminar.model.weeks import WeekCalendar, week_calendar

from .seminars import (
    MONDAY,
    SUNDAY,
    course,
    day,
    hours,
    on_dates,
    outline,
    pause,
    session,
    sessions,
    text,
    week_numbers,
    weekly,
)
from .strategies import courses

WEEK = timedelta(days=7)


def calendar(of: Course) -> WeekCalendar:
    assert of.term is not None
    planned = meetings(of.patterns, of.term.start, of.term.end, of.weeks.first_day)
    return week_calendar(planned, of.breaks, of.weeks, of.zone, [])


def numbers(of: Course, *on: str) -> list[int | None]:
    found = calendar(of)
    return [found.week_of(day(text)).number for text in on]


def test_week_1_is_that_of_the_first_meeting_and_not_of_the_first_day_of_the_term() -> None:
    late = course(weekly("Mon"), start="2022-01-19", end="2022-03-14")
    assert numbers(late, "2022-01-19", "2022-01-23", "2022-01-24", "2022-01-30", "2022-01-31") == [
        None,
        None,
        1,
        1,
        2,
    ]


def test_a_first_week_with_one_meeting_is_week_1() -> None:
    umass = course(weekly("Tue Thu"), start="2021-09-01", end="2021-12-10")
    assert numbers(umass, "2021-09-02", "2021-09-07", "2021-09-09", "2021-09-14") == [1, 2, 2, 3]


def test_a_week_that_starts_on_sunday_takes_the_sunday_before() -> None:
    assert numbers(course(first_day=MONDAY), "2022-01-29", "2022-01-30", "2022-01-31") == [1, 1, 2]
    assert numbers(course(first_day=SUNDAY), "2022-01-29", "2022-01-30", "2022-01-31") == [1, 2, 2]


def test_a_week_on_a_break_uses_up_a_number() -> None:
    of = course(breaks=[pause("2022-02-07")], count_breaks=True)
    assert numbers(of, "2022-01-31", "2022-02-07", "2022-02-14") == [2, 3, 4]


def test_a_week_on_a_break_uses_up_no_number_where_breaks_do_not_count() -> None:
    of = course(breaks=[pause("2022-02-07")], count_breaks=False)
    assert numbers(of, "2022-01-31", "2022-02-07", "2022-02-14", "2022-02-21") == [2, None, 3, 4]


def test_a_week_with_one_of_two_meetings_on_a_break_counts_either_way() -> None:
    for count_breaks in (True, False):
        of = course(weekly("Tue Thu"), breaks=[pause("2022-02-01")], count_breaks=count_breaks)
        assert numbers(of, "2022-01-25", "2022-02-01", "2022-02-03", "2022-02-08") == [1, 2, 2, 3]


def test_a_session_pinned_beside_a_break_makes_its_week_count() -> None:
    of = course(breaks=[pause("2022-02-07")], end="2022-02-14", count_breaks=False)
    listed = [*sessions("A B"), session("Makeup", pinned="2022-02-09"), session("C")]
    schedule = build_schedule(of, listed)
    assert outline(schedule) == [
        "2022-01-24 A",
        "2022-01-31 B",
        "2022-02-07 - Break",
        "2022-02-09 Makeup",
        "2022-02-14 C",
    ]
    assert week_numbers(schedule) == [1, 2, 3, 3, 4]


def test_a_first_week_on_a_break_is_week_1_only_where_breaks_count() -> None:
    holiday = [pause("2022-01-24")]
    assert numbers(course(breaks=holiday), "2022-01-24", "2022-01-31") == [1, 2]
    assert numbers(course(breaks=holiday, count_breaks=False), "2022-01-24", "2022-01-31") == [
        None,
        1,
    ]


def test_weeks_without_a_meeting_count_too_as_the_calendar_has_them() -> None:
    of = course(weekly("Mon", every=2), count_breaks=False)
    assert numbers(of, "2022-01-24", "2022-01-31", "2022-02-07") == [1, 2, 3]


def test_weeks_of_a_block_seminar_count_from_its_first_date() -> None:
    of = course(on_dates("2022-02-04", "2022-02-05", "2022-02-25"))
    assert numbers(of, "2022-01-24", "2022-02-04", "2022-02-05", "2022-02-25") == [None, 1, 1, 4]


def test_breaks_count_and_weeks_start_on_monday_unless_told_otherwise() -> None:
    assert WeekCount() == WeekCount(first_day=MONDAY, count_breaks=True)
    assert Course().weeks == WeekCount()


def test_a_number_is_whole_as_readers_see_it() -> None:
    assert str(numbers(course(), "2022-01-24", "2022-02-07")) == "[1, 3]"


def test_weeks_go_on_over_new_year() -> None:
    quarter = course(
        start="2021-12-06", end="2022-01-24", breaks=[pause("2021-12-20", "2022-01-02")]
    )
    on = ("2021-12-13", "2021-12-20", "2021-12-27", "2022-01-01", "2022-01-03", "2022-01-10")
    assert numbers(quarter, *on) == [2, 3, 4, 4, 5, 6]
    skipping = course(
        start="2021-12-06",
        end="2022-01-24",
        breaks=[pause("2021-12-20", "2022-01-02")],
        count_breaks=False,
    )
    assert numbers(skipping, *on) == [2, None, None, None, 3, 4]


def test_weeks_without_any_meeting_count_from_the_first_session() -> None:
    bare = Course(zone=course().zone)
    schedule = build_schedule(
        bare, [session("B", pinned="2022-02-07"), session("A", pinned="2022-01-27")]
    )
    assert outline(schedule) == ["2022-01-27 A", "2022-02-07 B"]
    assert week_numbers(schedule) == [1, 3]


def test_a_week_is_found_by_its_number() -> None:
    of = course(breaks=[pause("2022-01-31"), pause("2022-02-14")], count_breaks=False)
    schedule = build_schedule(of, [])
    assert [str(schedule.start_of_week(number)) for number in (1, 2, 3, 6)] == [
        *("2022-01-24", "2022-02-07", "2022-02-21", "2022-03-14")
    ]
    assert schedule.start_of_week(0) is None
    assert schedule.start_of_week(-1) is None


def test_weeks_go_on_behind_the_last_meeting() -> None:
    schedule = build_schedule(course(end="2022-02-07"), [])
    assert schedule.start_of_week(4) == day("2022-02-14")
    assert schedule.start_of_week(40) == day("2022-10-24")


def test_no_week_has_a_number_where_the_dates_of_the_course_are_not_known() -> None:
    assert build_schedule(course(dates_known=False), []).start_of_week(1) is None
    assert build_schedule(Course(), []).start_of_week(1) is None


def test_a_week_is_marked_from_its_first_midnight_to_its_last() -> None:
    week = calendar(course()).week_of(day("2022-01-26"))
    assert week.start == day("2022-01-24")
    assert text(week.marked) == ("2022-01-24T08:00:00Z", "2022-01-31T08:00:00Z")
    sunday = calendar(course(first_day=SUNDAY)).week_of(day("2022-01-26"))
    assert text(sunday.marked) == ("2022-01-23T08:00:00Z", "2022-01-30T08:00:00Z")


def test_a_week_far_east_and_one_far_west_are_marked_by_the_clocks_there() -> None:
    for zone, expected in {
        "Pacific/Kiritimati": ("2022-01-23T10:00:00Z", "2022-01-30T10:00:00Z"),
        "Asia/Kolkata": ("2022-01-23T18:30:00Z", "2022-01-30T18:30:00Z"),
        "Pacific/Honolulu": ("2022-01-24T10:00:00Z", "2022-01-31T10:00:00Z"),
    }.items():
        assert text(calendar(course(zone=zone)).week_of(day("2022-01-24")).marked) == expected


def test_a_week_in_which_clocks_change_is_an_hour_shorter_or_longer() -> None:
    for zone, on, expected in (
        ("America/Los_Angeles", "2022-03-08", 167),
        ("America/Los_Angeles", "2022-11-01", 169),
        ("Australia/Sydney", "2022-03-29", 169),
        ("Australia/Sydney", "2022-09-27", 167),
        ("Africa/Cairo", "2024-04-23", 167),
        ("Africa/Cairo", "2024-10-29", 169),
        ("America/Santiago", "2022-09-06", 167),
        ("America/Santiago", "2022-03-29", 169),
        ("Pacific/Honolulu", "2022-03-08", 168),
    ):
        week = calendar(course(zone=zone)).week_of(day(on))
        assert week.marked is not None
        assert hours(week.marked) == expected, (zone, on)


def test_a_week_that_starts_where_clocks_jump_at_midnight_starts_with_the_jump() -> None:
    of = course(zone="America/Santiago", first_day=SUNDAY)
    week = calendar(of).week_of(day("2022-09-14"))
    assert text(week.marked) == ("2022-09-11T04:00:00Z", "2022-09-18T03:00:00Z")


def test_a_week_is_not_marked_where_the_time_zone_is_not_known() -> None:
    of = Course(term=course().term, patterns=course().patterns)
    assert calendar(of).week_of(day("2022-01-24")).marked is None
    assert calendar(of).week_of(day("2022-01-24")).number == 1


@given(courses(), st.integers(0, 6), st.integers(-10, 30))
def test_week_intervals_tile_without_gap_or_overlap(of: Course, offset: int, weeks: int) -> None:
    assert of.term is not None
    assert of.zone is not None
    found = calendar(of)
    on = of.term.start + timedelta(days=offset) + weeks * WEEK
    week, following = found.week_of(on), found.week_of(on + WEEK)
    assert following.start - week.start == WEEK
    assert week.marked is not None
    assert following.marked is not None
    assert week.marked.end == following.marked.start
    assert day_start(on, of.zone) in week.marked
    assert day_start(on, of.zone) not in following.marked


@given(courses())
def test_numbers_go_up_by_one_from_the_first_meeting_and_leave_none_out(of: Course) -> None:
    assert of.term is not None
    found = calendar(of)
    count = (of.term.end - of.term.start).days // 7 + 2
    weeks = [found.week_of(of.term.start + n * WEEK) for n in range(count)]
    numbered = [week.number for week in weeks if week.number is not None]
    assert numbered == list(range(1, len(numbered) + 1))
    if of.weeks.count_breaks and numbered:
        assert [week.number for week in weeks[-len(numbered) :]] == numbered


@given(courses(), st.integers(0, 30))
def test_every_session_on_the_pattern_has_a_week_with_a_number(of: Course, count: int) -> None:
    listed = [session(f"S{number}") for number in range(count)]
    for row in build_schedule(of, listed).rows:
        if isinstance(row, SessionRow) and row.meeting:
            assert row.week is not None
            assert row.week.number is not None
            assert row.week.start <= row.meeting.day < row.week.start + WEEK


@given(courses(), st.dates(date(2018, 1, 1), date(2030, 1, 1)))
def test_a_week_is_the_same_asked_for_by_any_of_its_days(of: Course, on: date) -> None:
    found = calendar(of)
    week = found.week_of(on)
    assert all(found.week_of(week.start + timedelta(days=n)) == week for n in range(7))
