"""Days of a table in the forms that spreadsheets of other languages have."""

from __future__ import annotations

import pytest

from sphinx_seminar.importers.day import read_day


@pytest.mark.parametrize(
    "text",
    ["lun. 25 févr. 2030", "2030年2月25日(月)", "25. 2. 2030", "2030. 2. 25.", "25 lutego 2030"],
)
def test_a_day_of_another_language_is_one(text: str) -> None:
    day = read_day(text)
    assert day is not None
    assert (day.year, day.month, day.day, day.rest) == (2030, 2, 25, "")


@pytest.mark.parametrize("text", ["Mar 27 (Fri!)", "Fri. 3/27", "3/27 (Fri?)"])
def test_a_day_of_the_week_is_read_with_its_punctuation(text: str) -> None:
    day = read_day(text)
    assert day is not None
    assert (day.month, day.day, day.weekday, day.rest) == (3, 27, 4, "")


@pytest.mark.parametrize("text", ["9/9 & 9/11", "9/9 and 9/11", "9/9 + 9/11", "9.9. und 11.9."])
def test_two_days_are_the_first_and_the_last(text: str) -> None:
    day = read_day(text)
    assert day is not None
    assert (day.month, day.day, day.end, day.rest) == (9, 9, (9, 11), "")


def test_what_follows_a_day_and_is_none_is_left() -> None:
    day = read_day("9/9 and 2 guests")
    assert day is not None
    assert (day.end, day.rest) == (None, "and 2 guests")


@pytest.mark.parametrize("text", ["Week 3", "1. Intro", "Chapter 2.3", "GPT-3", "2 days", "März"])
def test_other_text_is_no_day(text: str) -> None:
    assert read_day(text) is None
