"""A group that meets for years: the newest first, a unit for each year, weeks without numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..conftest import Build, Folder, Site, words
from ..samples import MARKUPS, page

COURSE = """
title: Harbor Reading Club
timezone: Europe/Lisbon
start: 2021-09-01
end: 2023-12-31
weeks: {number: no}
meetings:
  - {dates: [2021-11-10, 2021-12-08, 2022-03-09, 2023-01-11], time: 18:30-20:00}
breaks:
  - {date: 2021-12-08, title: A holiday}
"""
BODIES = {
    "md": """::::{{schedule}}
{options}
:::{{session}} One
:::
:::{{session}} Two
:::
:::{{session}} Three
:::
:::{{session}} Later
:date: none
:::
::::
""",
    "rst": """.. schedule::
{options}
   .. session:: One

   .. session:: Two

   .. session:: Three

   .. session:: Later
      :date: none
""",
}


def club(markup: str, *options: str) -> dict[str, str]:
    indent = "   " if markup == "rst" else ""
    written = "".join(f"{indent}:{option}\n" for option in options)
    return {"course.yml": COURSE, **page(markup, BODIES[markup].format(options=written))}


def rows(site: Site) -> list[str]:
    """The words of each row's last cell."""
    found = site.page().select(".seminar-schedule > table > tbody > tr > :last-child")
    # The button by which a unit folds is hidden.
    return [words(cell).replace(" ¶", "").replace("Sessions", "") for cell in found]


@pytest.mark.parametrize("markup", MARKUPS)
def test_the_newest_comes_first_with_its_year(markup: str, build: Build) -> None:
    site = build(club(markup, "order: newest", "units: years"))
    assert site.warnings == []
    assert rows(site) == ["Later", "2023", "Three", "2022", "Two", "2021", "A holiday", "One"]
    links = site.page().select(".seminar-units a")
    assert [link["href"] for link in links] == [f"#seminar-year-{n}" for n in (2023, 2022, 2021)]
    assert [cell["id"] for cell in site.page().select(".seminar-unit")] == [
        f"seminar-year-{year}" for year in (2023, 2022, 2021)
    ]


def test_what_is_past_is_below_and_does_not_fold(build: Build) -> None:
    assert build(club("md")).page().select(".seminar-past-weeks") != []
    assert build(club("md", "order: newest")).page().select(".seminar-past-weeks") == []


def test_years_of_the_oldest_first_and_of_two_schedules_have_ids_of_their_own(
    folder: Folder,
) -> None:
    again = ":::{schedule}\n:show: title\n:units: years\n:::\n"
    files = club("md", "order: oldest", "units: Years")
    site_files = {**files, "index.md": files["index.md"] + again}
    folder.write(site_files)
    site = folder.build()
    assert site.warnings == []
    ids = [cell["id"] for cell in site.page().select(".seminar-unit")]
    assert ids == [
        *(f"seminar-year-{year}" for year in (2021, 2022, 2023)),
        *(f"seminar-year2-{year}" for year in (2021, 2022, 2023)),
    ]
    assert rows(site)[:3] == ["2021", "One", "A holiday"]


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ("order: newst", "':order:' knows no 'newst'; did you mean 'newest'?"),
        ("order:", "':order:' is empty; write a value behind it, or take it out"),
        (
            "units: year",
            "':units: year' is not known; write ':units:' alone or ':units: years', or take it out",
        ),
    ],
)
def test_another_word_is_told_and_the_schedule_is_as_without(
    option: str, told: str, build: Build
) -> None:
    site = build(club("md", option))
    assert [line.partition("WARNING: ")[2] for line in site.warnings] == [
        f"{told} [seminar.option]"
    ]
    assert rows(site) == ["One", "A holiday", "Two", "Three", "Later"]


def test_headings_and_years_do_not_go_together(build: Build) -> None:
    files = club("md", "units: years")
    headed = files["index.md"].replace(":::{session} Two", "## Tides\n\n:::{session} Two")
    site = build({**files, "index.md": headed})
    [line] = site.warnings
    assert "':units: years' is for a schedule without headings of its own" in line
    assert rows(site) == ["One", "A holiday", "Tides", "Two", "Three", "Later"]


def test_weeks_without_numbers_have_no_head_and_keep_their_mark(build: Build) -> None:
    site = build(club("md"))
    assert [words(head) for head in site.page().select("thead > tr > *")] == ["", "Date", "Session"]
    weeks = {words(week) for week in site.page().select(".seminar-week")}
    assert weeks == {"This week", ""}


def test_in_print_weeks_without_numbers_have_no_column(build: Build) -> None:
    text = build(club("md"), builder="text").text("index.txt")
    assert "Week" not in text
    assert "Wed, Nov 10, 2021" in text


def test_a_date_in_a_numbered_week_needs_numbers(build: Build) -> None:
    files = club("md")
    pinned = files["index.md"].replace("{session} Two\n", "{session} Two\n:date: week 2 Wed\n")
    [line] = build({**files, "index.md": pinned}).warnings
    assert "week 2" in line


def test_the_guide_shows_what_it_says(build: Build) -> None:
    guide = Path(__file__).parents[2] / "docs" / "how-to" / "reading-club"
    names = ("course.yml", "samples/meetings.md")
    texts = [(guide / name).read_text("utf-8") for name in names]
    site = build({"course.yml": texts[0], "index.md": f"# Club\n\n{texts[1]}"})
    assert site.warnings == []
    assert rows(site)[:3] == ["2030", "Letters from a Ferry", "The Drowned Meadow"]
