"""A sheet that does not fit its course is reported once, and not by what follows from it."""

from __future__ import annotations

import pytest

from ..conftest import Build
from ..samples import COURSE

PAGE = """
# Page

:::::{schedule}
::::{session} One
:::{presenters}
:::
::::
::::{session} Two
:::{presenters}
:::
::::
:::::

:::{signups}
:::
"""
SHEET = COURSE + "  signups: s.csv\n"


def told(build: Build, course: str, sheet: str, body: str = PAGE) -> list[str]:
    return build({"course.yml": course, "index.md": body, "s.csv": sheet}).warnings


def test_a_wrong_date_in_course_yml_empties_no_presenters(build: Build) -> None:
    course = SHEET.replace("end: 2022-03-11", "end: 2022-13-11")
    sheet = "date,Author,Reviewer\n2022-01-24,Noor,Wei\n2022-01-31,Wei,Noor\n"
    warnings = told(build, course, sheet)
    assert [line.partition(" ")[0] for line in warnings] == ["course.yml:6:"]


@pytest.mark.parametrize("day", ["{}.{}.2021", "2021-{1:0>2}-{0:0>2}", "{1}/{0}/2021"])
def test_a_sheet_of_another_term_is_one_problem(day: str, build: Build) -> None:
    days = [day.format(*pair) for pair in [(14, 9), (21, 9), (28, 9)]]
    sheet = "date,Author,Reviewer\n" + "".join(f"{text},Noor,Wei\n" for text in days)
    assert told(build, SHEET, sheet) == [
        (
            "s.csv:2: WARNING: all 3 rows are from 2021-09-14 to 2021-09-28, and the term is from "
            "2022-01-24 to 2022-03-11; put the sheet of this term in its place, or correct start "
            "and end in course.yml [seminar.signups]"
        )
    ]


def test_some_rows_of_another_term_are_one_problem(build: Build) -> None:
    sheet = (
        "date,Author,Reviewer\n2021-09-14,Noor,Wei\n2021-09-21,Wei,Noor\n"
        "2022-01-24,Noor,Wei\n2022-01-31,Wei,Noor\n"
    )
    assert told(build, SHEET, sheet) == [
        (
            "s.csv:2: WARNING: 2 rows are from 2021-09-14 to 2021-09-21, and the term is from "
            "2022-01-24 to 2022-03-11; take these rows out, or correct start and end in "
            "course.yml [seminar.signups]"
        )
    ]


def test_a_single_wrong_date_is_told_as_any_name_of_a_session(build: Build) -> None:
    sheet = "date,Author,Reviewer\n2021-01-24,Noor,Wei\n2022-01-24,Noor,Wei\n2022-01-31,Wei,Noor\n"
    [warning] = told(build, SHEET, sheet)
    assert warning.startswith("s.csv:2: WARNING: '2021-01-24' is no session")


def test_presenters_without_a_row_are_still_told(build: Build) -> None:
    [warning] = told(build, SHEET, "date,Author,Reviewer\n2022-01-24,Noor,Wei\n")
    assert warning.startswith("index.md:9: WARNING: {presenters} is empty")
