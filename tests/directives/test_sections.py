"""Parallel sections: what readers see of the dates of each, in every view and in the feeds."""

from __future__ import annotations

import json

import pytest
from bs4 import Tag
from jsonschema import Draft202012Validator
from sphinx.testing.util import SphinxTestApp

from sphinx_seminar.cli.check import check
from sphinx_seminar.feeds.course_data_format import SCHEMA

from ..conftest import CONF, Build, Folder, Site, words
from ..feeds.calendars import by_icalendar, calendar_of

COURSE = """
id: groups
title: Systems
timezone: America/New_York
start: 2030-09-02
end: 2030-09-27
sections:
  - {name: Group A, meetings: {days: Mon, time: 10:00-11:50, where: Attic}}
  - {name: Group B, meetings: {days: Thu, time: 14:00-15:50}, where: Cellar}
breaks:
  - {date: 2030-09-09, title: A day off}
"""
PAGE = """# Course

:::{course-info}
:::
:::{timetable}
:::
:::{this-week}
:::

::::{schedule}
:::{session} One
:::
:::{session} Two
:::
:::{session} Midterm
:date: 2030-09-17
:time: 18:00-20:00
:where: Hall
:::
::::
"""
FILES = {
    "conf.py": CONF,
    "course.yml": COURSE,
    "index.md": PAGE + "\n```{toctree}\nlast\n```\n",
    "last.md": "# Last\n\n:::{session}\n:::\n",
}
ONE = ("Mon, Sep 2 10:00–11:50", "Thu, Sep 5 14:00–15:50")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = Folder(tmp_path_factory.mktemp("sections"), SphinxTestApp)
    folder.write(FILES)
    return folder.build()


def dates_of(row: Tag) -> dict[str, str]:
    """What a row shows of each section."""
    return {str(each["data-person"]): words(each) for each in row.select("[data-person]")}


def test_a_row_has_the_date_and_the_room_of_each_section(site: Site) -> None:
    assert site.warnings == []
    rows = site.page().select("tr.seminar-session")
    assert [row["data-date"] for row in rows] == [
        "2030-09-02",
        "2030-09-12",
        "2030-09-17",
        "2030-09-19",
    ]
    assert dates_of(rows[0]) == {
        "Group A": f"Group A {ONE[0]} Attic Next",
        "Group B": f"Group B {ONE[1]} Cellar Next",
    }
    assert dates_of(rows[1])["Group A"].startswith("Group A Mon, Sep 16 10:00")  # behind the break
    assert [text.replace("Next", "").strip() for text in dates_of(rows[2]).values()] == [
        "Group A Tue, Sep 17 18:00–20:00 Hall",
        "Group B Tue, Sep 17 18:00–20:00 Hall",
    ]


def test_each_date_is_next_for_its_own_section(site: Site) -> None:
    one, two = site.page().select("tr.seminar-session")[:2]
    marked = [each["data-until"] for each in one.select("[data-day]")]
    assert marked == ["2030-09-03T04:00:00Z", "2030-09-06T04:00:00Z"]
    assert one["data-until"] == marked[1]
    assert "data-from" not in one.attrs
    assert [each["data-from"] for each in two.select("[data-day]")] == marked


def test_no_week_is_folded_while_a_section_that_is_behind_has_a_session_in_it(site: Site) -> None:
    assert site.page().select(".seminar-past-weeks") == []


def test_a_reader_may_choose_where_dates_are(site: Site) -> None:
    found = [
        [option["value"] for option in select.select("option")]
        for select in site.page().select(".seminar-sections > .seminar-pick select")
    ]
    assert found == [["", "Group A", "Group B"]] * 2
    selects = [site.page(name).select("select")[0] for name in ("index.html", "last.html")]
    assert {select["data-course"] for select in selects} == {"sections"}


def test_the_head_of_a_session_has_a_line_for_each_section(site: Site) -> None:
    lines = map(words, site.page("last.html").select(".seminar-session-head"))
    assert list(lines)[:2] == [
        "Group A: Mon, Sep 23 · 10:00–11:50 (New York time) · Attic",
        "Group B: Thu, Sep 19 · 14:00–15:50 (New York time) · Cellar",
    ]


def test_a_week_has_the_sections_that_meet_in_it(site: Site) -> None:
    panels = site.page().select(".seminar-panel")[1:-1]
    shown = [[words(line) for line in panel.select(".seminar-entry p")] for panel in panels]
    assert shown == [
        [
            "One",
            "Group A: Mon, Sep 2, 10:00–11:50, Attic",
            "Group B: Thu, Sep 5, 14:00–15:50, Cellar",
        ],
        ["Two", "Group B: Thu, Sep 12, 14:00–15:50, Cellar"],
        [
            "Two",
            "Group A: Mon, Sep 16, 10:00–11:50, Attic",
            "Midterm",
            "Group A: Tue, Sep 17, 18:00–20:00, Hall",
            "Group B: Tue, Sep 17, 18:00–20:00, Hall",
            "Last",
            "Group B: Thu, Sep 19, 14:00–15:50, Cellar",
        ],
        ["Last", "Group A: Mon, Sep 23, 10:00–11:50, Attic"],
    ]
    assert [len(panel.select(".seminar-entry[data-person]")) for panel in panels] == [0, 1, 2, 1]


def test_the_course_and_its_timetable_name_the_sections(site: Site) -> None:
    info = words(site.one(".seminar-course-info"))
    assert "Group A: Monday, 10:00–11:50 (New York time); Attic" in info
    assert "Group B" in words(site.one(".seminar-timetable"))


def test_each_section_has_a_calendar(site: Site) -> None:
    every = by_icalendar(calendar_of(site))
    own = by_icalendar(calendar_of(site, "calendar-group-b.ics"))
    assert len({event.uid for event in every}) == len(every) == 9
    assert [event.summary for event in own] == [
        "Group B: One",
        "A day off",
        "Group B: Two",
        "Group B: Midterm",
        "Group B: Last",
    ]
    assert [event for event in own if event not in every] == []


def test_the_data_of_the_course_have_the_date_of_each_section(site: Site) -> None:
    data = json.loads(site.text("course.json"))
    Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(data)
    assert [section["name"] for section in data["course"]["sections"]] == ["Group A", "Group B"]
    last = data["sessions"][-1]
    dates = [(each["section"], each["date"], each["place"]) for each in last["sections"]]
    assert dates == [("Group A", "2030-09-23", "Attic"), ("Group B", "2030-09-19", "Cellar")]
    assert (last["date"], last["place"]) == ("2030-09-19", "Cellar")
    uids = {event.uid for event in by_icalendar(calendar_of(site))}
    assert {each["uid"] for each in last["sections"]} <= uids


def test_check_lists_the_dates_of_each_section_and_its_free_meetings(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(str(site.app.srcdir)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "   2  Mon 2030-09-16  10:00-11:50  Group A: Two" in lines
    assert "   2  Thu 2030-09-12  14:00-15:50  Group B: Two" in lines
    assert "meetings with a session: 4 of 4 of Group A, 4 of 5 of Group B" in lines


def test_outside_html_each_date_has_the_name_of_its_section(build: Build) -> None:
    site = build({**FILES, "index.md": PAGE}, "text")
    assert "Group A: Mon, Sep 2," in site.text("index.txt")
    lines = site.text("last.txt").splitlines()
    assert "Group B: Thu, Sep 19 · 14:00–15:50 (New York time) · Cellar" in lines
    assert "Your section" not in site.text("index.txt")
