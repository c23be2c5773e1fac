from __future__ import annotations

import re

import pytest

from sphinx_seminar.model.course import Course
from sphinx_seminar.model.presenting import Presenting
from sphinx_seminar.model.presenting_role import PresentingRole, parse_people


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("2", 2, 2),
        (" 2 ", 2, 2),
        ("1-3", 1, 3),
        ("1 – 3", 1, 3),
        ("1 to 3", 1, 3),
        ("2-2", 2, 2),
        ("0-1", 0, 1),
        ("1+", 1, None),
        ("1 or more", 1, None),
        ("0+", 0, None),
    ],
)
def test_how_many_people_is_read_as_people_write_it(
    text: str, least: int, most: int | None
) -> None:
    assert parse_people(text) == (least, most)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("some", "'some' is no number of people; write one such as 2, 1-3 or 1+"),
        ("3-1", "'3-1' leaves no slot; write a number such as 2, 1-3 or 1+"),
        ("0", "'0' leaves no slot; write a number such as 2, 1-3 or 1+"),
    ],
)
def test_what_is_no_number_of_people_is_told_what_to_write(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(says)}$"):
        parse_people(text)


def test_a_role_is_named_in_any_case_and_spacing() -> None:
    role = PresentingRole("Discussion Leader")
    presenting = Presenting((PresentingRole("Author"), role))
    assert presenting.role("discussion  LEADER") == role
    assert presenting.role("Leader") is None


def test_readers_see_a_role_in_the_language_of_the_site_or_else_as_it_is_written() -> None:
    course = Course(role_names=(("Author", "Autor"), ("Reviewer", "Gutachter")))
    assert course.role_name("reviewer") == "Gutachter"
    assert course.role_name("Author") == "Autor"
    assert course.role_name("Scribe") == "Scribe"
