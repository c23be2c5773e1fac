from __future__ import annotations

import time as clock
from collections.abc import Callable
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_seminar.model.notation import DAYS, TimeRange, parse_date, parse_days, parse_times

TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-01-24", date(2022, 1, 24)),
        (" 2022-1-4 ", date(2022, 1, 4)),
        ("2024-02-29", date(2024, 2, 29)),
        ("2000-02-29", date(2000, 2, 29)),
    ],
)
def test_a_date_is_read_with_and_without_leading_zeros(text: str, expected: date) -> None:
    assert parse_date(text) == expected


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("", "write year-month-day"),
        ("soon", "write year-month-day"),
        ("1/24/2022", "write year-month-day"),
        ("24.01.2022", "write year-month-day"),
        ("09/30", "write year-month-day"),
        ("22-01-24", "write year-month-day"),
        ("2022-01-24T13:00", "write year-month-day"),
        ("٢٠٢٢-٠١-٢٤", "write year-month-day"),  # noqa: RUF001
        ("2022-01-24\n2022-01-25", "write year-month-day"),
        ("2022-02-29", "check month and day"),
        ("2100-02-29", "check month and day"),
        ("2022-13-01", "check month and day"),
        ("2022-00-10", "check month and day"),
        ("0022-01-24", "write one from 1970 to 2199"),
        ("9999-12-31", "write one from 1970 to 2199"),
    ],
)
def test_what_is_no_date_is_told_what_to_write(text: str, hint: str) -> None:
    with pytest.raises(ValueError, match=hint) as caught:
        parse_date(text)
    assert repr(text) in str(caught.value)


@given(st.dates(date(1970, 1, 1), date(2199, 12, 31)))
def test_a_date_in_iso_form_round_trips(day: date) -> None:
    assert parse_date(day.isoformat()) == day
    assert parse_date(f"{day.year}-{day.month}-{day.day}") == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mon", (0,)),
        ("Mon Wed", (0, 2)),
        ("Wed Mon", (0, 2)),
        ("Mon, Wed and Fri", (0, 2, 4)),
        ("mondays", (0,)),
        ("Tuesdays, Thursdays", (1, 3)),
        ("Tues. & Thurs.", (1, 3)),
        ("Tue/Thu", (1, 3)),
        ("Mo+We", (0, 2)),
        ("Tue; Thu", (1, 3)),
        ("M W F", (0, 2, 4)),
        ("MWF", (0, 2, 4)),
        ("TuTh", (1, 3)),
        ("TTh", (1, 3)),
        ("TR", (1, 3)),
        ("T/Th", (1, 3)),
        ("MTuWThF", (0, 1, 2, 3, 4)),
        ("MTWRF", (0, 1, 2, 3, 4)),
        ("SaSu", (5, 6)),
        ("MONDAY", (0,)),
        ("Mon Monday", (0,)),
    ],
)
def test_days_are_read_the_way_people_write_them(text: str, expected: tuple[int, ...]) -> None:
    assert parse_days(text) == expected


@pytest.mark.parametrize("text", ["Funday", "Mon-Wed", "Montag", "1", "MTWTF", "S", "TBA", "mwf"])
def test_what_is_no_day_is_named_and_told_what_to_write(text: str) -> None:
    with pytest.raises(ValueError, match="is not a day; write Mon Tue Wed Thu Fri Sat Sun"):
        parse_days(text)


@pytest.mark.parametrize("text", ["", " ", ",", "and"])
def test_no_day_at_all_is_told_what_to_write(text: str) -> None:
    with pytest.raises(ValueError, match="no day is named; write Mon Tue"):
        parse_days(text)


@given(st.sets(st.integers(0, 6), min_size=1), st.sampled_from([" ", ", ", "/", " and ", ""]))
def test_days_round_trip_in_whatever_way_they_are_joined(days: set[int], joint: str) -> None:
    assert parse_days(joint.join(DAYS[number] for number in sorted(days))) == tuple(sorted(days))


@pytest.mark.parametrize(
    ("text", "start", "end", "twelve_hours"),
    [
        ("13:00-16:00", time(13), time(16), False),
        ("13:00 - 16:00", time(13), time(16), False),
        ("13:00–16:00", time(13), time(16), False),
        ("13:00 — 16:00", time(13), time(16), False),
        ("13:00\u201116:00", time(13), time(16), False),
        ("13:00\u221216:00", time(13), time(16), False),
        ("13:00 to 16:00", time(13), time(16), False),
        ("13:00 TO 16:00", time(13), time(16), False),
        ("13.30-16.00", time(13, 30), time(16), False),
        ("9-11", time(9), time(11), False),
        ("9:00", time(9), None, False),
        ("00:00-00:01", time(0), time(0, 1), False),
        ("1-2:30pm", time(13), time(14, 30), True),
        ("1:00 PM - 2:30 PM", time(13), time(14, 30), True),
        ("1 p.m. to 2:30 p.m.", time(13), time(14, 30), True),
        ("1p-2p", time(13), time(14), True),
        ("11-1pm", time(11), time(13), True),
        ("11:30-12:30pm", time(11, 30), time(12, 30), True),
        ("12:30-12:15pm", time(0, 30), time(12, 15), True),
        ("9-12pm", time(9), time(12), True),
        ("12-1pm", time(12), time(13), True),
        ("11am-1", time(11), time(13), True),
        ("11:30am-12:30", time(11, 30), time(12, 30), True),
        ("1pm-2:30", time(13), time(14, 30), True),
        ("9am-11", time(9), time(11), True),
        ("12am-1am", time(0), time(1), True),
        ("5pm", time(17), None, True),
        ("14:00pm", time(14), None, True),
        ("10am-13:00", time(10), time(13), True),
        ("noon", time(12), None, True),
        ("noon-1pm", time(12), time(13), True),
        ("9am-Noon", time(9), time(12), True),
        ("midnight", time(0), None, True),
    ],
)
def test_times_are_read_the_way_people_write_them(
    text: str, start: time, end: time | None, twelve_hours: bool
) -> None:
    assert parse_times(text) == TimeRange(start, end, twelve_hours)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("", "write start-end, such as 13:00-16:00"),
        ("afternoon", "write start-end"),
        ("13:00-", "write start-end"),
        ("-16:00", "write start-end"),
        ("13:00-14:00-15:00", "write start-end"),
        ("13:0", "write start-end"),
        ("1300-1600", "write start-end"),
        ("13m", "write start-end"),
        ("13:00am", "write start-end"),
        ("24:00", "is not on the clock; write 23:59, or 00:00 of the day after"),
        ("13:60", "is not on the clock"),
        ("16:00-13:00", "ends before it starts; write start-end"),
        ("13:00-13:00", "ends before it starts"),
        ("2pm-1pm", "ends before it starts"),
        ("9-5", "ends before it starts"),
        ("1-1pm", "ends before it starts"),
        ("11am-11", "ends before it starts"),
        ("14-1pm", "ends before it starts"),
        ("13-2am", "ends before it starts"),
        ("25:00-26:00", "is not on the clock"),
        ("13:00-26:00", "is not on the clock"),
    ],
)
def test_what_is_no_time_is_told_what_to_write(text: str, hint: str) -> None:
    with pytest.raises(ValueError, match=hint) as caught:
        parse_times(text)
    assert repr(text) in str(caught.value)


def test_a_very_long_run_of_blanks_costs_no_time() -> None:
    began = clock.process_time()
    for parse in (parse_times, parse_date, parse_days):
        with pytest.raises(ValueError, match="write"):
            parse("1" + " " * 200_000 + "2")
    assert clock.process_time() - began < 2


@given(TIMES)
def test_a_time_round_trips(start: time) -> None:
    assert parse_times(f"{start:%H:%M}") == TimeRange(start)
    assert parse_times(f"{start:%I:%M %p}") == TimeRange(start, None, True)


@given(TIMES, TIMES)
def test_a_range_of_times_round_trips_on_both_clocks(first: time, second: time) -> None:
    start, end = sorted((first, second))
    if start == end:
        return
    assert parse_times(f"{start:%H:%M}-{end:%H:%M}") == TimeRange(start, end)
    assert parse_times(f"{start:%I:%M%p}-{end:%I:%M%p}") == TimeRange(start, end, True)


@given(TIMES, st.integers(1, 11 * 60 + 59))
def test_am_or_pm_on_one_side_is_enough_for_a_class_of_under_twelve_hours(
    start: time, minutes: int
) -> None:
    hour, minute = divmod(start.hour * 60 + start.minute + minutes, 60)
    if hour >= 24:
        return
    end = time(hour, minute)
    assert parse_times(f"{start:%I:%M}-{end:%I:%M%p}") == TimeRange(start, end, True)
    assert parse_times(f"{start:%I:%M%p}-{end:%I:%M}") == TimeRange(start, end, True)


@given(st.text(max_size=30))
def test_whatever_stands_there_is_read_or_told_in_one_line(text: str) -> None:
    for parse in (parse_times, parse_date, parse_days):
        assert "\n" not in told(parse, text)


def told(parse: Callable[[str], object], text: str) -> str:
    """What an author is told about *text*: nothing where it is understood."""
    try:
        parse(text)
    except ValueError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("text", ["1:00-4:00", "2-3:30", "5:30"])
def test_a_time_that_would_be_at_night_asks_for_am_or_pm(text: str) -> None:
    with pytest.raises(ValueError, match=r"is at night; write 1[3-7]:"):
        parse_times(text)


def test_a_leading_zero_or_a_half_of_the_day_makes_a_time_at_night_plain() -> None:
    assert parse_times("01:00").start == time(1, 0)
    assert parse_times(" 01:00 ").start == time(1, 0)
    assert parse_times("1:00am").start == time(1, 0)
