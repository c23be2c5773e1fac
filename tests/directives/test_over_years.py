"""A course of several years: a date has its year wherever the day alone could be any of several."""

from __future__ import annotations

from ..conftest import Build

COURSE = """
title: Club
timezone: Europe/Berlin
start: 2024-10-01
end: 2026-03-01
meetings: {dates: [2024-10-07, 2024-11-11, 2026-01-05], time: "18:00"}
weeks: {number: no}
"""
PAGE = """# Club

:::::{schedule}
::::{session} First
:slides: https://slides.example/
:::{presenters}
Author: Ada Brook
:::
:::{readings}
- [A paper](https://papers.example/)
:::
:::{deadline} Vote
:when: day of class noon
:::
::::
::::{session} Second
::::
::::{session} Third
:moved-from: 2026-01-05
:date: 2026-01-06
:time: "19:00"
::::
:::::

:::{schedule}
:show: title due
:::

:::{materials}
:::

:::{deadlines}
:::

:::{reading-list}
:::

:::{signups}
:::

:::{my-presentations}
:::
"""
LAST = "# Last\n\n:::{session}\n:date: 2026-02-02\n:time: 18:00\n:::\n"


FILES = {"course.yml": COURSE, "index.md": PAGE, "last.md": LAST}


def test_dates_of_a_course_of_several_years_have_their_year(build: Build) -> None:
    site = build(FILES)
    shown = [" ".join(site.page(f"{name}.html").text.split()) for name in ("index", "last")]
    for day, least in (("Oct 7", 7), ("Jan 5", 2), ("Jan 6", 2), ("Feb 2", 1)):
        found = sum(text.count(day) for text in shown)
        assert found >= least, day
        assert sum(text.count(f"{day}, 20") for text in shown) == found, day


def test_outside_html_they_have_it_too(build: Build) -> None:
    text = build(FILES, "text").text("index.txt")
    for line in (
        "| Mon, Oct 7, 2024, 12:00   | Due: Vote",
        "(Moved from Mon, Jan 5, 2026)",
        "Mon, Oct 7, 2024: First\n",
        "* Mon, Oct 7, 2024, 12:00: Vote",
        "-[ First · Mon, Oct 7, 2024 ]-",
        "| Mon, Oct 7, 2024 First ",
    ):
        assert line in text, line


def test_a_term_over_new_year_needs_no_years_in_lists(build: Build) -> None:
    course = COURSE.replace("2024-10-01", "2025-10-01").replace("2024-", "2025-")
    text = build({**FILES, "course.yml": course}, "text").text("index.txt")
    assert "Tue, Oct 7: First\n" in text
    assert "* Tue, Oct 7, 12:00: Vote" in text
