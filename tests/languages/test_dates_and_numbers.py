"""Dates, times and numbers are those of the language."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest

from sphinx_seminar.model.meeting import Meeting
from sphinx_seminar.views.words.dates import (
    Clock,
    clock_time,
    date_range,
    long_date,
    meeting_text,
    short_date,
    time_range,
    with_time,
)
from sphinx_seminar.views.words.numbers import number_range, number_text, percent_text

MONDAY, FRIDAY = date(2022, 1, 24), date(2022, 3, 11)
NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("language", "short", "long"),
    [
        ("en", "Mon, Jan 24", "Mon, Jan 24, 2022"),
        ("de", "Mo., 24. Jan.", "Mo., 24. Jan. 2022"),
        ("fr", "lun. 24 janv.", "lun. 24 janv. 2022"),
        ("es", "lun, 24 ene", "lun, 24 ene 2022"),
        ("ja", "1月24日(月)", "2022年1月24日(月)"),
        ("ar", "الاثنين، 24 يناير", "الاثنين، 24 يناير 2022"),
    ],
)
def test_a_date_has_the_order_of_its_language(language: str, short: str, long: str) -> None:
    assert short_date(MONDAY, language) == short
    assert long_date(MONDAY, language) == long


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Mon, Jan 24 – Fri, Mar 11"),
        ("fr", "lun. 24 janv. – ven. 11 mars"),
        ("ja", "1月24日(月)～3月11日(金)"),
        ("ar", "الاثنين، 24 يناير – الجمعة، 11 مارس"),
    ],
)
def test_a_range_of_dates_is_joined_as_its_language_does(language: str, expected: str) -> None:
    first, last = short_date(MONDAY, language), short_date(FRIDAY, language)
    assert date_range(first, last, language) == expected


@pytest.mark.parametrize(
    ("language", "clock", "expected"),
    [
        ("en", 24, "13:00"),
        ("en", 12, "1:00 pm"),
        ("ar", 24, "13:00"),
        ("ar", 12, "1:00 م"),
        *(
            (language, clock, "13:00")
            for language in ("de", "fr", "es", "ja")
            for clock in (12, 24)
        ),
        ("fi", 24, "13.00"),
        ("zh_TW", 12, "下午1:00"),
    ],
)
def test_am_and_pm_are_shown_where_author_and_language_have_them(
    language: str, clock: Clock, expected: str
) -> None:
    assert clock_time(time(13), clock, language) == expected


@pytest.mark.parametrize(
    ("language", "clock", "end", "expected"),
    [
        ("en", 24, time(16), "13:00–16:00"),
        ("en", 12, time(16), "1:00–4:00 pm"),
        ("de", 12, time(16), "13:00–16:00"),
        ("ja", 12, time(16), "13:00～16:00"),
        ("ar", 12, time(16), "1:00–4:00 م"),
        ("zh_TW", 12, time(16), "下午1:00–4:00"),
        ("en", 24, None, "13:00"),
    ],
)
def test_a_range_of_times_names_half_of_the_day_once(
    language: str, clock: Clock, end: time | None, expected: str
) -> None:
    assert time_range(time(13), end, clock, language) == expected


def test_both_halves_of_the_day_are_named_where_they_differ() -> None:
    assert time_range(time(11), time(13), 12, "en") == "11:00 am–1:00 pm"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Mon, Jan 24, 13:00–16:00"),
        ("ja", "1月24日(月) 13:00～16:00"),
        ("ar", "الاثنين، 24 يناير، 13:00–16:00"),
    ],
)
def test_date_and_time_are_joined_as_the_language_does(language: str, expected: str) -> None:
    assert meeting_text(Meeting(MONDAY, time(13), time(16)), language, 24) == expected
    times = time_range(time(13), time(16), 24, language)
    assert with_time(short_date(MONDAY, language), times, language) == expected


@pytest.mark.parametrize(
    ("language", "number", "percent"),
    [
        ("en", "1,234.5", "12.5%"),
        ("de", "1.234,5", f"12,5{NBSP}%"),
        ("es", "1.234,5", f"12,5{NBSP}%"),
        ("ja", "1,234.5", "12.5%"),
    ],
)
def test_a_number_has_the_signs_of_its_language(language: str, number: str, percent: str) -> None:
    assert number_text(Decimal("1234.50"), language) == number
    assert percent_text(Decimal("12.50"), language) == percent


def test_a_number_is_not_rounded() -> None:
    assert number_text(Decimal("0.1234"), "en") == "0.1234"
    assert percent_text(Decimal("33.3333"), "en") == "33.3333%"
    assert percent_text(Decimal(100), "en") == "100%"
    assert percent_text(Decimal(0), "en") == "0%"


def test_a_range_of_numbers_has_the_dash_of_its_language() -> None:
    assert number_range("80", "89%", "en") == "80–89%"
    assert number_range("80", "89%", "ja") == "80～89%"


def test_a_language_that_babel_does_not_know_has_english_dates() -> None:
    assert short_date(MONDAY, "tlh") == "Mon, Jan 24"
    assert clock_time(time(13), 12, "tlh") == "1:00 pm"
