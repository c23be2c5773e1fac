from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

import pytest

from sphinx_seminar.model.grading import (
    Band,
    Part,
    PointsRule,
    Weight,
    band_faults,
    parse_band,
    parse_rules,
    parse_weight,
    plain,
    sum_fault,
)

D = Decimal


def faults(*bands: str) -> list[tuple[int, str]]:
    """What is wrong with bands named A, B, C."""
    return list(band_faults([parse_band(*pair) for pair in zip("ABC", bands, strict=False)]))


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("60", Weight(D(60), extra=False, unit=None)),
        (" 12.5 % ", Weight(D("12.5"), extra=False, unit="%")),
        ("10 Percent", Weight(D(10), extra=False, unit="%")),
        ("300 points", Weight(D(300), extra=False, unit="points")),
        ("300 pts", Weight(D(300), extra=False, unit="points")),
        ("+5", Weight(D(5), extra=True, unit=None)),
    ],
)
def test_a_weight_is_read_as_people_write_it(text: str, weight: Weight) -> None:
    assert parse_weight(text) == weight


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("90", Band("A", D(90))),
        ("90+", Band("A", D(90))),
        (">= 90%", Band("A", D(90))),
        ("from 90", Band("A", D(90))),
        ("90 and above", Band("A", D(90))),
        (" 80-89 ", Band("A", D(80), D(89))),
        ("80% to 89.5%", Band("A", D(80), D("89.5"))),
        ("100-100", Band("A", D(100), D(100))),
        ("below 60", Band("A", D(0), D(60), open_end=True)),
        ("< 60", Band("A", D(0), D(60), open_end=True)),
    ],
)
def test_a_band_is_read_as_people_write_it(text: str, band: Band) -> None:
    assert parse_band("A", text) == band


def test_rules_of_points_are_read_one_by_one() -> None:
    assert parse_rules("4 for attending, 2 more for taking part; and 1 extra if you ask") == (
        PointsRule(D(4), "attending"),
        PointsRule(D(2), "taking part", more=True),
        PointsRule(D(1), "ask", more=True),
    )


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: parse_weight("much"), "'much' is not a weight; write a number, such as 20"),
        (
            lambda: parse_band("A", "89-80"),
            "'89-80' ends below its start; write the lower number first",
        ),
        (
            lambda: parse_band("A", " high "),
            "'high' is not a band; write the lowest result, such as 90, or 80-89",
        ),
        (
            lambda: parse_rules("4 for attending, 2"),
            "'2' has no points; write such as 4 for attending",
        ),
        (
            lambda: parse_rules(" attending "),
            "'attending' has no points; write such as 4 for attending",
        ),
    ],
)
def test_what_is_not_understood_is_told_what_to_write(
    call: Callable[[], object], says: str
) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(says)}$"):
        call()


@pytest.mark.parametrize(
    ("number", "text"),
    [("60", "60"), ("60.50", "60.5"), ("100", "100"), ("0.00", "0"), ("0.5", "0.5")],
)
def test_a_number_is_shown_without_zeros_that_say_nothing(number: str, text: str) -> None:
    assert plain(D(number)) == text


def test_weights_sum_up_without_what_comes_on_top() -> None:
    parts = [Part("Talk", D(60)), Part("Report", D(40)), Part("Bonus", D(5), extra=True)]
    assert sum_fault(parts, D(100)) is None
    assert sum_fault(parts[1:], D(100)) == "the weights sum to 40, not to 100"
    assert sum_fault(parts[2:], D(100)) == "the weights sum to 0, not to 100"


@pytest.mark.parametrize(
    "bands",
    [
        ("90", "80", "below 80"),
        ("90-100", "80-89", "70-79"),
        ("90", "80-89.9", "0-79.9"),
        ("90-100", "80-89.99", "below 80"),
        ("below 60", "60-79", "80"),
    ],
)
def test_bands_that_follow_each_other_are_right(bands: tuple[str, ...]) -> None:
    assert faults(*bands) == []


@pytest.mark.parametrize(
    ("bands", "found"),
    [
        (("80", "80-85"), [(1, "it overlaps A: both start at 80")]),
        (("80-90", "90"), [(1, "it overlaps A: both hold 90")]),
        (("80-95", "90"), [(1, "it overlaps A: both hold 90")]),
        (("90", "below 95"), [(0, "it overlaps B: both hold 90")]),
        (("90", "80-88"), [(0, "a hole is between 88 (B) and 90")]),
        (("90", "80-88.9"), [(0, "a hole is between 88.9 (B) and 90")]),
        (("90", "80-89.5"), [(0, "a hole is between 89.5 (B) and 90")]),
        (("89.5", "80-89"), [(0, "a hole is between 89 (B) and 89.5")]),
        (("90.00", "80-89.98"), [(0, "a hole is between 89.98 (B) and 90")]),
        # No result is left between two whole numbers, but one is above "below".
        (("61", "below 60"), [(0, "a hole is between 60 (B) and 61")]),
        # What is right in between ends no search.
        (("50", "60-70", "90"), [(2, "a hole is between 70 (B) and 90")]),
        (
            ("80", "60-90", "60"),
            [(2, "it overlaps B: both start at 60")],
        ),
    ],
)
def test_overlaps_and_holes_are_found_at_the_upper_band(
    bands: tuple[str, ...], found: list[tuple[int, str]]
) -> None:
    assert faults(*bands) == found
