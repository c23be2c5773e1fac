from __future__ import annotations

import time as clock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_seminar.model.nearest import did_you_mean, nearest, option_meant

KEYS = ["title", "term", "timezone", "start", "end", "meetings", "breaks"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("titel", "title"),
        ("Title", "title"),
        ("TIMEZONE", "timezone"),
        ("time_zone", "timezone"),
        ("break", "breaks"),
        ("meeting", "meetings"),
        ("colour", None),
        ("", None),
    ],
)
def test_a_misspelt_name_finds_the_nearest_known_one(name: str, expected: str | None) -> None:
    assert nearest(name, KEYS) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("001", "001 (on campus)"),
        ("Section 4", None),
        ("004", None),
        ("Sction 1", "Section 1"),
        ("GROUP A", "Group A"),
        ("lamport1979time", "lamport1978time"),
    ],
)
def test_another_number_is_no_misspelling(name: str, expected: str | None) -> None:
    known = ["001 (on campus)", "002", "Section 1", "Group A", "Group B", "lamport1978time"]
    assert nearest(name, known) == expected


def test_the_name_comes_back_as_it_is_known() -> None:
    assert nearest("backup/scrib", ["Author", "Backup/Scribe"]) == "Backup/Scribe"


def test_a_message_offers_the_nearest_name() -> None:
    assert did_you_mean("titel", KEYS) == "did you mean 'title'?"


def test_a_message_lists_what_is_known_where_nothing_is_near() -> None:
    assert did_you_mean("colour", ["term", "end"]) == "known here: term, end"


def test_a_message_says_so_where_nothing_is_known() -> None:
    assert did_you_mean("Author", []) == "none is known here"


def test_an_overlong_name_costs_no_time() -> None:
    began = clock.process_time()
    assert nearest("title" * 100_000, KEYS) is None
    assert clock.process_time() - began < 2


@given(st.text(), st.lists(st.text()))
def test_what_is_found_is_known(name: str, known: list[str]) -> None:
    found = nearest(name, known)
    assert found is None or found in known


@given(st.text(min_size=1, max_size=80), st.lists(st.text()))
def test_a_name_in_another_letter_case_is_always_found(name: str, known: list[str]) -> None:
    found = nearest(name, [*known, name])
    assert found is not None
    assert found.casefold() == name.casefold()


def test_a_list_of_what_is_known_ends_after_six() -> None:
    assert did_you_mean("zzz", "abcdef") == "known here: a, b, c, d, e, f"
    assert did_you_mean("zzz", "abcdefgh") == "known here: a, b, c, d, e, f and 2 more"


@pytest.mark.parametrize(
    ("name", "known", "hint"),
    [
        ("room", ("date", "where"), "did you mean 'where'?"),
        ("lecturer", ("speaker", "link"), "did you mean 'speaker'?"),
        ("date", ("when", "out"), "did you mean 'when'?"),
        ("when", ("date", "id"), "did you mean 'date'?"),
        ("due", ("when", "date"), "did you mean 'when'?"),
        ("room", ("course",), "known here: course"),
        ("speeker", ("speaker",), "did you mean 'speaker'?"),
    ],
)
def test_an_option_is_found_by_what_others_call_it(
    name: str, known: tuple[str, ...], hint: str
) -> None:
    assert option_meant(name, known) == hint
