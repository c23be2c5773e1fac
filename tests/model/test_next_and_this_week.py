from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from sphinx_seminar.model.course import Course
from sphinx_seminar.model.instant import Interval, days, next_intervals
from sphinx_seminar.model.meeting import week_start
from sphinx_seminar.model.schedule import SessionRow, build_schedule
from sphinx_seminar.model.session import Session

from .seminars import (
    SUNDAY,
    course,
    day,
    instant,
    marked_next,
    marked_weeks,
    pause,
    session,
    sessions,
    text,
    weekly,
)
from .strategies import courses_with_sessions, zones

SECOND = timedelta(seconds=1)


def nexts(of: Course, listed: list[Session]) -> dict[str, tuple[str | None, str | None] | None]:
    found = build_schedule(of, listed).by_session.values()
    return {row.session.title: text(row.next) for row in found}


def test_a_session_is_next_from_the_end_of_the_day_before_it_to_the_end_of_its_own() -> None:
    assert nexts(course(end="2022-02-07"), sessions("A B C")) == {
        "A": (None, "2022-01-25T08:00:00Z"),
        "B": ("2022-01-25T08:00:00Z", "2022-02-01T08:00:00Z"),
        "C": ("2022-02-01T08:00:00Z", "2022-02-08T08:00:00Z"),
    }


def test_sessions_of_one_day_are_next_together() -> None:
    of = course(weekly("Mon", "9:00"), weekly("Mon", "14:00"), end="2022-01-31")
    found = nexts(of, sessions("A B C"))
    assert found["A"] == found["B"] == (None, "2022-01-25T08:00:00Z")
    assert found["C"] == ("2022-01-25T08:00:00Z", "2022-02-01T08:00:00Z")


def test_a_cancelled_session_is_never_next_and_the_one_after_it_is_instead() -> None:
    listed = [session("A"), session("B", status="cancelled"), session("C")]
    assert nexts(course(end="2022-02-07"), listed) == {
        "A": (None, "2022-01-25T08:00:00Z"),
        "B": None,
        "C": ("2022-01-25T08:00:00Z", "2022-02-08T08:00:00Z"),
    }


def test_where_the_first_session_is_cancelled_the_second_is_next_before_the_term() -> None:
    found = nexts(course(), [session("A", status="cancelled"), session("B")])
    assert found == {"A": None, "B": (None, "2022-02-01T08:00:00Z")}


def test_a_day_of_which_one_session_is_cancelled_is_next_for_the_other() -> None:
    of = course(weekly("Mon", "9:00"), weekly("Mon", "14:00"), end="2022-01-24")
    found = nexts(of, [session("A", status="cancelled"), session("B")])
    assert found == {"A": None, "B": (None, "2022-01-25T08:00:00Z")}


def test_an_undated_session_is_never_next() -> None:
    assert nexts(course(), [session("A", undated=True), session("B")])["A"] is None


def test_in_the_week_of_a_break_the_session_after_it_is_next() -> None:
    of = course(end="2022-02-07", breaks=[pause("2022-01-31")])
    schedule = build_schedule(of, sessions("A B"))
    at = instant("2022-01-31T20:00:00Z")
    assert marked_next(schedule, at) == ["B"]
    assert marked_weeks(schedule, at) == {day("2022-01-31")}


def test_a_moved_session_is_next_on_its_new_day() -> None:
    moved = session("A", pinned="2022-01-26", moved_from="2022-01-24")
    found = nexts(course(end="2022-01-31"), [moved, session("B")])
    assert found == {
        "A": (None, "2022-01-27T08:00:00Z"),
        "B": ("2022-01-27T08:00:00Z", "2022-02-01T08:00:00Z"),
    }


def test_next_follows_the_clocks_of_the_course_over_their_changes() -> None:
    spring = course(start="2022-03-07", end="2022-03-14")
    assert nexts(spring, sessions("A B"))["B"] == ("2022-03-08T08:00:00Z", "2022-03-15T07:00:00Z")
    fall = course(start="2022-10-31", end="2022-11-07")
    assert nexts(fall, sessions("A B"))["B"] == ("2022-11-01T07:00:00Z", "2022-11-08T08:00:00Z")
    south = course(start="2022-03-28", end="2022-04-04", zone="Australia/Sydney")
    assert nexts(south, sessions("A B"))["B"] == ("2022-03-28T13:00:00Z", "2022-04-04T14:00:00Z")


def test_next_ends_with_the_last_moment_of_a_day_before_one_without_midnight() -> None:
    # Clocks in Cairo go from 00:00 to 01:00 on Friday, 26 April 2024.
    of = course(weekly("Thu Fri"), start="2024-04-25", end="2024-04-26", zone="Africa/Cairo")
    assert nexts(of, sessions("A B")) == {
        "A": (None, "2024-04-25T22:00:00Z"),
        "B": ("2024-04-25T22:00:00Z", "2024-04-26T21:00:00Z"),
    }


def test_next_holds_the_hour_that_is_there_twice_at_the_end_of_a_day() -> None:
    # Clocks in Cairo go from 24:00 to 23:00 on Thursday, 31 October 2024.
    of = course(weekly("Thu"), start="2024-10-31", end="2024-10-31", zone="Africa/Cairo")
    schedule = build_schedule(of, sessions("A"))
    for at in ("2024-10-31T20:30:00Z", "2024-10-31T21:30:00Z"):
        assert instant(at).astimezone(ZoneInfo("Africa/Cairo")).hour == 23
        assert marked_next(schedule, instant(at)) == ["A"]
    assert marked_next(schedule, instant("2024-10-31T22:00:00Z")) == []


def test_next_far_east_and_far_west() -> None:
    for zone, end in {
        "Pacific/Kiritimati": "2022-01-24T10:00:00Z",
        "Asia/Kolkata": "2022-01-24T18:30:00Z",
        "Pacific/Honolulu": "2022-01-25T10:00:00Z",
    }.items():
        assert nexts(course(zone=zone), sessions("A")) == {"A": (None, end)}


def test_nothing_is_marked_where_the_time_zone_is_not_known() -> None:
    of = Course(term=course().term, patterns=course().patterns)
    schedule = build_schedule(of, sessions("A"))
    assert schedule.by_session["a"].next is None
    assert schedule.by_session["a"].week is not None
    assert schedule.term is None


def test_this_week_and_next_differ_at_the_end_of_a_week() -> None:
    schedule = build_schedule(course(), sessions("A B"))
    friday = instant("2022-01-28T20:00:00Z")
    assert marked_weeks(schedule, friday) == {day("2022-01-24")}
    assert marked_next(schedule, friday) == ["B"]


def test_this_week_on_a_sunday_depends_on_the_day_that_weeks_start_on() -> None:
    sunday = instant("2022-01-30T20:00:00Z")
    assert marked_weeks(build_schedule(course(), []), sunday) == {day("2022-01-24")}
    from_sunday = course(first_day=SUNDAY)
    assert marked_weeks(build_schedule(from_sunday, []), sunday) == {day("2022-01-30")}


def test_the_term_goes_from_its_first_midnight_to_its_last() -> None:
    schedule = build_schedule(course(end="2022-03-14"), sessions("A"))
    assert text(schedule.term) == ("2022-01-24T08:00:00Z", "2022-03-15T07:00:00Z")


def test_the_term_is_not_over_before_its_last_session() -> None:
    late = build_schedule(course(end="2022-01-31"), [session("Exam", pinned="2022-02-10")])
    assert text(late.term) == ("2022-01-24T08:00:00Z", "2022-02-11T08:00:00Z")


@given(st.sets(st.dates(date(2019, 1, 1), date(2028, 12, 31)), max_size=30), zones())
def test_intervals_of_next_partition_all_time_up_to_the_end_of_the_last_day(
    on: set[date], zone: ZoneInfo
) -> None:
    in_order = sorted(on)
    found = list(next_intervals(in_order, zone).values())
    assert len(found) == len(on)
    if not found:
        return
    assert found[0].start is None
    assert found[-1].end == days(in_order[-1], in_order[-1], zone).end
    for one, other in pairwise(found):
        assert one.end == other.start
        assert one.end is not None
        assert other.end is not None
        assert one.end < other.end


@given(courses_with_sessions(), st.floats(0, 1))
def test_at_every_instant_one_day_is_next_until_the_last_has_ended(
    given_: tuple[Course, list[Session]], part: float
) -> None:
    of, listed = given_
    schedule = build_schedule(of, listed)
    assert of.zone is not None
    assert of.term is not None
    held = [
        row
        for row in schedule.rows
        if isinstance(row, SessionRow) and row.meeting and row.session.status == "held"
    ]
    whole = days(of.term.start - timedelta(days=40), of.term.end + timedelta(days=40), of.zone)
    assert whole.start is not None
    assert whole.end is not None
    boundaries = [row.next.end for row in held if row.next and row.next.end]
    moments = {whole.start, whole.end, whole.start + part * (whole.end - whole.start)}
    for boundary in boundaries:
        moments |= {boundary - SECOND, boundary, boundary + SECOND}
    for moment in moments:
        assert marked_next(schedule, moment) == expected_next(held, moment, of.zone)


def expected_next(held: list[SessionRow], at: datetime, zone: ZoneInfo) -> list[str]:
    """The sessions of the first day that has not ended, told by the clock and calendar there."""
    today = at.astimezone(zone).date()
    ahead = [row for row in held if row.meeting and row.meeting.day >= today]
    first = min((row.meeting.day for row in ahead if row.meeting), default=None)
    return [row.session.title for row in ahead if row.meeting and row.meeting.day == first]


@given(courses_with_sessions(), st.floats(0, 1))
def test_this_week_is_the_calendar_week_that_holds_now(
    given_: tuple[Course, list[Session]], part: float
) -> None:
    of, listed = given_
    schedule = build_schedule(of, listed)
    assert of.zone is not None
    weeks = {row.week for row in schedule.rows if row.week}
    moments = {week.marked.start for week in weeks if week.marked and week.marked.start}
    moments |= {moment - SECOND for moment in moments}
    if schedule.term and schedule.term.start and schedule.term.end:
        moments.add(schedule.term.start + part * (schedule.term.end - schedule.term.start))
    for moment in moments:
        now = week_start(moment.astimezone(of.zone).date(), of.weeks.first_day)
        assert marked_weeks(schedule, moment) == {now} & {week.start for week in weeks}


@given(courses_with_sessions())
def test_sessions_share_an_interval_of_next_exactly_where_they_share_a_day(
    given_: tuple[Course, list[Session]],
) -> None:
    by_day: dict[date, set[Interval | None]] = {}
    for row in build_schedule(*given_).rows:
        if isinstance(row, SessionRow) and row.meeting and row.session.status == "held":
            by_day.setdefault(row.meeting.day, set()).add(row.next)
    assert all(len(intervals) == 1 for intervals in by_day.values())
    assert len(set().union(*by_day.values())) == len(by_day)
