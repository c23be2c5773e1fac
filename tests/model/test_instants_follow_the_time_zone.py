from __future__ import annotations

import time as time_of_machine
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_seminar.model.instant import DAY, Interval, day_start, days, local_instant, utc_text

from .seminars import day, hours, instant, text
from .strategies import ZONES, zones

SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("zone", "begins"),
    [
        ("UTC", "2022-01-24T00:00:00Z"),
        ("America/Los_Angeles", "2022-01-24T08:00:00Z"),
        ("Pacific/Honolulu", "2022-01-24T10:00:00Z"),
        ("Pacific/Kiritimati", "2022-01-23T10:00:00Z"),
        ("Asia/Kolkata", "2022-01-23T18:30:00Z"),
        ("Asia/Kathmandu", "2022-01-23T18:15:00Z"),
        ("Asia/Tokyo", "2022-01-23T15:00:00Z"),
    ],
)
def test_a_day_begins_at_midnight_of_its_zone(zone: str, begins: str) -> None:
    assert utc_text(day_start(day("2022-01-24"), ZoneInfo(zone))) == begins


@pytest.mark.parametrize(
    ("zone", "on", "begins", "ends"),
    [
        # North: spring, then fall.
        ("America/Los_Angeles", "2022-03-13", "2022-03-13T08:00:00Z", "2022-03-14T07:00:00Z"),
        ("America/Los_Angeles", "2022-11-06", "2022-11-06T07:00:00Z", "2022-11-07T08:00:00Z"),
        ("Europe/Berlin", "2022-03-27", "2022-03-26T23:00:00Z", "2022-03-27T22:00:00Z"),
        ("Europe/Berlin", "2022-10-30", "2022-10-29T22:00:00Z", "2022-10-30T23:00:00Z"),
        # South: fall comes in April.
        ("Australia/Sydney", "2022-04-03", "2022-04-02T13:00:00Z", "2022-04-03T14:00:00Z"),
        ("Australia/Sydney", "2022-10-02", "2022-10-01T14:00:00Z", "2022-10-02T13:00:00Z"),
        # By half an hour.
        ("Australia/Lord_Howe", "2022-04-03", "2022-04-02T13:00:00Z", "2022-04-03T13:30:00Z"),
    ],
)
def test_a_day_is_shorter_in_spring_and_longer_in_fall(
    zone: str, on: str, begins: str, ends: str
) -> None:
    assert text(days(day(on), day(on), ZoneInfo(zone))) == (begins, ends)


@pytest.mark.parametrize(
    ("zone", "on", "begins", "ends", "length"),
    [
        # From 00:00 to 01:00: the day has no midnight.
        ("Africa/Cairo", "2024-04-26", "2024-04-25T22:00:00Z", "2024-04-26T21:00:00Z", 23),
        ("America/Santiago", "2022-09-11", "2022-09-11T04:00:00Z", "2022-09-12T03:00:00Z", 23),
        ("Asia/Beirut", "2022-03-27", "2022-03-26T22:00:00Z", "2022-03-27T21:00:00Z", 23),
        ("America/Havana", "2022-03-13", "2022-03-13T05:00:00Z", "2022-03-14T04:00:00Z", 23),
        # From 24:00 to 23:00: its last hour is there twice.
        ("Africa/Cairo", "2024-10-31", "2024-10-30T21:00:00Z", "2024-10-31T22:00:00Z", 25),
        ("America/Santiago", "2022-04-02", "2022-04-02T03:00:00Z", "2022-04-03T04:00:00Z", 25),
        ("Asia/Beirut", "2022-10-29", "2022-10-28T21:00:00Z", "2022-10-29T22:00:00Z", 25),
        # From 01:00 to 00:00: it has two midnights, and begins at the first.
        ("America/Havana", "2022-11-06", "2022-11-06T04:00:00Z", "2022-11-07T05:00:00Z", 25),
    ],
)
def test_a_day_begins_with_its_first_moment_where_clocks_jump_at_midnight(
    zone: str, on: str, begins: str, ends: str, length: int
) -> None:
    whole = days(day(on), day(on), ZoneInfo(zone))
    assert text(whole) == (begins, ends)
    assert hours(whole) == length


def test_a_day_that_a_zone_left_out_holds_no_time() -> None:
    # Samoa changed sides of the date line: 29 December 2011 was followed by the 31st.
    left_out = days(day("2011-12-30"), day("2011-12-30"), ZoneInfo("Pacific/Apia"))
    assert hours(left_out) == 0
    assert instant("2011-12-30T10:00:00Z") == left_out.start
    assert instant("2011-12-30T10:00:00Z") not in left_out


def test_29_february_is_a_day_as_any_other() -> None:
    leap = days(day("2024-02-28"), day("2024-02-29"), ZoneInfo("America/New_York"))
    assert text(leap) == ("2024-02-28T05:00:00Z", "2024-03-01T05:00:00Z")


def test_an_interval_holds_its_start_and_not_its_end() -> None:
    start, end = instant("2022-01-24T08:00:00Z"), instant("2022-01-25T08:00:00Z")
    interval = Interval(start, end)
    assert start - SECOND not in interval
    assert start in interval
    assert end - SECOND in interval
    assert end not in interval


def test_an_interval_without_a_side_is_open_there() -> None:
    at = instant("2022-01-24T08:00:00Z")
    assert datetime.min.replace(tzinfo=UTC) in Interval(None, at)
    assert at not in Interval(None, at)
    assert datetime.max.replace(tzinfo=UTC) in Interval(at, None)
    assert at in Interval(None, None)


@pytest.mark.parametrize(
    ("zone", "on", "clock", "expected"),
    [
        ("America/Los_Angeles", "2022-01-24", time(13), "2022-01-24T21:00:00Z"),
        ("America/Los_Angeles", "2022-04-04", time(13), "2022-04-04T20:00:00Z"),
        ("Asia/Kolkata", "2022-01-24", time(0, 30), "2022-01-23T19:00:00Z"),
        # 02:30 is not there, and is read by the clock before the jump.
        ("America/Los_Angeles", "2022-03-13", time(2, 30), "2022-03-13T10:30:00Z"),
        # 01:30 is there twice, and the first is meant.
        ("America/Los_Angeles", "2022-11-06", time(1, 30), "2022-11-06T08:30:00Z"),
    ],
)
def test_a_time_of_the_course_becomes_an_instant(
    zone: str, on: str, clock: time, expected: str
) -> None:
    assert utc_text(local_instant(day(on), clock, ZoneInfo(zone))) == expected


@given(zones(), st.dates(date(1971, 1, 1), date(2199, 12, 30)))
def test_no_moment_before_its_start_belongs_to_a_day(zone: ZoneInfo, on: date) -> None:
    begins = day_start(on, zone)
    assert begins.tzinfo == UTC
    assert (begins - SECOND).astimezone(zone).date() < on
    assert begins.astimezone(zone).date() == on


@given(zones(), st.dates(date(1971, 1, 1), date(2199, 12, 1)), st.integers(0, 29))
def test_the_days_of_a_range_tile_it(zone: ZoneInfo, first: date, more: int) -> None:
    whole = days(first, first + more * DAY, zone)
    each = [days(first + n * DAY, first + n * DAY, zone) for n in range(more + 1)]
    assert (each[0].start, each[-1].end) == (whole.start, whole.end)
    assert all(one.end == other.start for one, other in pairwise(each))


@given(zones(), st.dates(date(1971, 1, 1), date(2199, 12, 30)))
def test_the_text_of_an_instant_reads_back(zone: ZoneInfo, on: date) -> None:
    begins = day_start(on, zone)
    assert utc_text(begins).endswith("Z")
    assert datetime.fromisoformat(utc_text(begins)) == begins


@pytest.mark.skipif(not hasattr(time_of_machine, "tzset"), reason="Windows sets no zone so")
def test_the_zone_of_the_machine_changes_no_instant(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Asia/Tokyo")
        time_of_machine.tzset()
        begins = day_start(day("2022-01-24"), ZoneInfo("America/Los_Angeles"))
        held = local_instant(day("2022-01-24"), time(13), ZoneInfo("America/Los_Angeles"))
    time_of_machine.tzset()
    assert utc_text(begins) == "2022-01-24T08:00:00Z"
    assert utc_text(held) == "2022-01-24T21:00:00Z"


def test_the_zones_of_the_property_tests_exist() -> None:
    assert [ZoneInfo(name).key for name in ZONES] == list(ZONES)
