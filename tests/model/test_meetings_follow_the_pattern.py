from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sphinx_seminar.model.course import Term
from sphinx_seminar.model.meeting import Meeting, MeetingPattern, meetings, week_start

from .seminars import MONDAY, SUNDAY, day, on_dates, weekly
from .strategies import patterns, terms


def days_of(*patterns: MeetingPattern, start: str, end: str, first_day: int = MONDAY) -> list[str]:
    return [str(meeting.day) for meeting in meetings(patterns, day(start), day(end), first_day)]


def test_once_a_week_with_both_ends_of_the_term_included() -> None:
    assert days_of(weekly("Mon"), start="2022-01-24", end="2022-02-07") == [
        "2022-01-24",
        "2022-01-31",
        "2022-02-07",
    ]


def test_a_first_week_may_have_one_meeting_of_two() -> None:
    assert days_of(weekly("Tue Thu"), start="2021-09-01", end="2021-09-10") == [
        "2021-09-02",
        "2021-09-07",
        "2021-09-09",
    ]


def test_every_other_week_counts_from_the_week_of_the_first_meeting() -> None:
    assert days_of(weekly("Mon", every=2), start="2022-01-26", end="2022-03-01") == [
        "2022-01-31",
        "2022-02-14",
        "2022-02-28",
    ]


def test_every_other_week_keeps_the_two_meetings_of_a_week_together() -> None:
    assert days_of(weekly("Mon Wed", every=2), start="2022-01-26", end="2022-02-23") == [
        "2022-01-26",
        "2022-02-07",
        "2022-02-09",
        "2022-02-21",
        "2022-02-23",
    ]


def test_every_other_week_depends_on_the_day_that_weeks_start_on() -> None:
    pattern = weekly("Sun Mon", every=2)
    term = {"start": "2022-01-02", "end": "2022-01-24"}
    assert days_of(pattern, **term, first_day=SUNDAY) == [
        "2022-01-02",
        "2022-01-03",
        "2022-01-16",
        "2022-01-17",
    ]
    assert days_of(pattern, **term, first_day=MONDAY) == [
        "2022-01-02",
        "2022-01-10",
        "2022-01-16",
        "2022-01-24",
    ]


def test_every_third_week_over_new_year() -> None:
    assert days_of(weekly("Fri", every=3), start="2021-12-10", end="2022-02-15") == [
        "2021-12-10",
        "2021-12-31",
        "2022-01-21",
        "2022-02-11",
    ]


def test_listed_dates_are_meetings_in_order_and_once_each() -> None:
    block = on_dates("2022-03-05", "2022-03-04", "2022-04-01", "2022-03-05")
    assert days_of(block, start="2022-03-01", end="2022-04-30") == [
        "2022-03-04",
        "2022-03-05",
        "2022-04-01",
    ]


def test_listed_dates_stand_among_those_of_another_pattern() -> None:
    assert days_of(weekly("Mon"), on_dates("2022-02-02"), start="2022-01-24", end="2022-02-07") == [
        "2022-01-24",
        "2022-01-31",
        "2022-02-02",
        "2022-02-07",
    ]


def test_two_meetings_a_day_are_in_the_order_of_their_times() -> None:
    found = meetings(
        [weekly("Mon", "14:00-16:00"), weekly("Mon", "9:00-11:00")],
        day("2022-01-24"),
        day("2022-01-30"),
        MONDAY,
    )
    assert found == (
        Meeting(day("2022-01-24"), time(9), time(11)),
        Meeting(day("2022-01-24"), time(14), time(16)),
    )


def test_a_meeting_without_a_time_comes_first_on_its_day() -> None:
    found = meetings(
        [weekly("Mon", "9:00"), weekly("Mon", None)], day("2022-01-24"), day("2022-01-30"), MONDAY
    )
    assert [meeting.start for meeting in found] == [None, time(9)]


def test_two_patterns_at_the_same_start_are_one_meeting() -> None:
    found = meetings(
        [weekly("Mon", where="Soda 405"), weekly("Mon Wed", where="Online")],
        day("2022-01-24"),
        day("2022-01-30"),
        MONDAY,
    )
    assert [(str(meeting.day), meeting.where) for meeting in found] == [
        ("2022-01-24", "Soda 405"),
        ("2022-01-26", "Online"),
    ]


def test_meetings_of_a_kind_that_takes_no_session_are_left_out() -> None:
    section = weekly("Fri", kind="Discussion", holds_sessions=False)
    assert days_of(weekly("Mon"), section, start="2022-01-24", end="2022-01-30") == ["2022-01-24"]


def test_a_pattern_may_start_later_and_end_earlier_than_the_term() -> None:
    pattern = weekly("Mon", first=day("2022-02-01"), last=day("2022-02-14"))
    assert days_of(pattern, start="2022-01-24", end="2022-03-14") == ["2022-02-07", "2022-02-14"]


def test_a_pattern_that_starts_earlier_than_the_term_starts_with_the_term() -> None:
    pattern = weekly("Mon", first=day("2022-01-01"), last=day("2022-12-31"))
    assert days_of(pattern, start="2022-01-24", end="2022-01-31") == ["2022-01-24", "2022-01-31"]


def test_29_february_is_met_in_a_leap_year_alone() -> None:
    assert days_of(weekly("Thu"), start="2024-02-20", end="2024-03-10") == [
        "2024-02-22",
        "2024-02-29",
        "2024-03-07",
    ]
    assert days_of(weekly("Tue Wed"), start="2023-02-28", end="2023-03-01") == [
        "2023-02-28",
        "2023-03-01",
    ]
    assert days_of(weekly("Sun Mon"), start="2100-02-28", end="2100-03-01") == [
        "2100-02-28",
        "2100-03-01",
    ]


def test_a_term_over_new_year_goes_on_in_the_new_one() -> None:
    assert days_of(weekly("Mon"), start="2021-12-20", end="2022-01-03") == [
        "2021-12-20",
        "2021-12-27",
        "2022-01-03",
    ]


def test_a_term_that_its_days_miss_has_no_meetings() -> None:
    assert days_of(weekly("Mon"), start="2022-01-25", end="2022-01-30") == []
    assert days_of(weekly("Mon"), start="2022-02-01", end="2022-01-01") == []
    assert days_of(start="2022-01-25", end="2022-01-30") == []


@given(st.dates(date(1970, 1, 8), date(2199, 12, 31)), st.integers(0, 6))
def test_a_calendar_week_starts_on_its_day_and_holds_seven(on: date, first_day: int) -> None:
    start = week_start(on, first_day)
    assert start.weekday() == first_day
    assert timedelta(0) <= on - start < timedelta(days=7)


@given(st.data(), terms())
def test_meetings_are_in_order_and_within_the_term(data: st.DataObject, term: Term) -> None:
    listed = data.draw(st.lists(patterns(term), max_size=3))
    found = meetings(listed, term.start, term.end, MONDAY)
    assert all(meeting.day in term for meeting in found)
    order = [meeting.order for meeting in found]
    assert order == sorted(order)
    assert len({meeting.key for meeting in found}) == len(found)


@given(st.data(), terms(), st.sampled_from([MONDAY, SUNDAY]))
def test_a_day_of_the_pattern_is_missing_only_from_weeks_that_are_skipped(
    data: st.DataObject, term: Term, first_day: int
) -> None:
    pattern = replace(data.draw(patterns(term)), dates=(), days=(1, 3), holds_sessions=True)
    found = [meeting.day for meeting in meetings([pattern], term.start, term.end, first_day)]
    on_days = [
        term.start + timedelta(days=n)
        for n in range((term.end - term.start).days + 1)
        if (term.start + timedelta(days=n)).weekday() in pattern.days
    ]
    first = week_start(on_days[0], first_day) if on_days else term.start
    assert found == [
        on
        for on in on_days
        if (week_start(on, first_day) - first) % timedelta(weeks=pattern.every) == timedelta(0)
    ]
