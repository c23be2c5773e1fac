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
from .sections import TWO_SECTIONS

COURSE = (
    TWO_SECTIONS
    + """
breaks:
  - {date: 2030-09-09, title: A day off}
kinds:
  Homework: {number: yes}
"""
)
PAGE = """# Course

:::{course-info}
:::
:::{timetable}
:::
:::{this-week}
:::

:::{deadlines}
:::

:::::{schedule}
:show: deadlines due
::::{session} One
:::{deadline} Sketch
:kind: Homework
:when: day of class noon
:out: day of class
:::
::::
::::{session} Two
:::{deadline} Essay
:kind: Homework
:when: Group B: week 3 Thu 23:59; group a: week 3 Mon 23:59
:out: week 2 Tue
:::
:::{deadline} For all
:when: Group A: 2030-09-20; Group B: 2030-09-20
:::
::::
:::{session} Midterm
:date: 2030-09-17
:time: 18:00-20:00
:where: Hall
:::
:::::
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
    return {
        str(each["data-person"]): words(each) for each in row.select(".seminar-date [data-person]")
    }


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


def test_a_date_that_all_sections_have_is_there_once(site: Site) -> None:
    row = site.page().select("tr.seminar-session")[2]
    date_ = row.select_one(".seminar-date")
    assert date_
    assert words(date_).startswith("Tue, Sep 17 18:00–20:00")
    found = date_.select("[data-day]")
    marks = [(words(each), each["data-from"], each["data-until"]) for each in found]
    # Group A has a session on Monday before it; what Group B had is past on Friday.
    assert marks == [
        ("Group B: Next", "2030-09-13T04:00:00Z", "2030-09-17T04:00:00Z"),
        ("Next", "2030-09-17T04:00:00Z", "2030-09-18T04:00:00Z"),
    ]
    assert words(row.select(".seminar-where")[0]) == "Hall"


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
    assert found == [["", "Group A", "Group B"]] * 3
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
            "Tue, Sep 17, 18:00–20:00, Hall",
            "Last",
            "Group B: Thu, Sep 19, 14:00–15:50, Cellar",
        ],
        ["Last", "Group A: Mon, Sep 23, 10:00–11:50, Attic"],
    ]
    assert [len(panel.select(".seminar-entry[data-person]")) for panel in panels] == [0, 1, 2, 1]


SKETCH = ["Group A Mon, Sep 2, 12:00", "Group B Thu, Sep 5, 12:00"]


def test_what_is_due_has_the_date_of_each_section(site: Site) -> None:
    box, *_others = site.page().select(".seminar-sections > .seminar-deadlines")
    outs = [
        "Group A Mon, Sep 2, 12:00 · out Mon, Sep 2",
        "Group B Thu, Sep 5, 12:00 · out Thu, Sep 5",
    ]
    assert words(box.select("li")[0]) == "".join([*outs, "Homework 1 Sketch · One"])
    assert words(box.select("li")[1]).endswith("Homework 2 Essay · Two · out Tue, Sep 10")
    assert words(box.select("li")[2]) == "Fri, Sep 20, 23:59 For all · Two"
    own = site.one("#deadline-sketch")
    assert [
        words(line).replace(" (New York time)", "") for line in own.select("[data-person]")
    ] == [
        "Group A Mon, Sep 2, 12:00 · out Mon, Sep 2",
        "Group B Thu, Sep 5, 12:00 · out Thu, Sep 5",
    ]
    # The choice of the page holds in it, and it offers none.
    assert own.select("[hidden] .seminar-pick select")


def test_a_row_for_what_is_due_stands_at_its_first_date_and_lasts_until_the_last(
    site: Site,
) -> None:
    due, out = (site.page().select(f"tr.seminar-{sort}") for sort in ("due", "out"))
    assert [row["data-date"] for row in due] == ["2030-09-02", "2030-09-16", "2030-09-20"]
    assert [row["data-until"] for row in due[:2]] == [
        "2030-09-05T16:00:00Z",
        "2030-09-20T03:59:00Z",
    ]
    assert list(dates_of(due[0]).values()) == SKETCH
    assert list(dates_of(out[0]).values()) == ["Group A Mon, Sep 2", "Group B Thu, Sep 5"]
    assert out[0]["data-until"] == "2030-09-06T04:00:00Z"
    assert words(out[1]).startswith("Tue, Sep 10Out: Homework 2 Essay · Two · due Group A: Mon, ")


def test_a_week_has_what_is_due_in_it_for_each_section(site: Site) -> None:
    panels = site.page().select(".seminar-panel")[1:-1]
    lists = [[words(each) for each in panel.select(".seminar-deadlines li")] for panel in panels]
    both = "due Group A: Mon, Sep 2, 12:00; Group B: Thu, Sep 5, 12:00"
    assert lists[0] == [
        f"{''.join(SKETCH)}Homework 1 Sketch · One",
        f"Group A Mon, Sep 2Group B Thu, Sep 5Homework 1 Sketch · One · {both}",
    ]
    essay = "Group A: Mon, Sep 16, 23:59; Group B: Thu, Sep 19, 23:59"
    assert lists[1] == [f"Tue, Sep 10 Homework 2 Essay · Two · due {essay}"]
    assert "Handed out" in words(panels[1])
    assert "Handed out" not in words(panels[2])


WRONG = {
    "Group A: Mon; Group X: Thu": "section 'Group X', and course.yml has no such section; did you",
    "Group A: Monday": "':when:' says nothing of section 'Group B'; write it there as well",
    "Group A: Mon; group a: Tue": "section 'group a' is there twice; take one of the two out",
    "Group A: Mon; Group B: Tuesdy": "'Tuesdy' is not understood; write such as",
    "Group A: Mno": "'Group A: Mno' is not understood; write such as",
    "Group A; Group B: Mon": "'Group A' does not say for which section it is; write one for each",
}


def test_a_moment_that_some_section_lacks_is_told_at_its_line(build: Build) -> None:
    written = "".join(f":::{{deadline}} D\n:session: One\n:when: {when}\n:::\n" for when in WRONG)
    page = f"# C\n\n:::{{session}} One\n:::\n{written}"
    site = build({**FILES, "index.md": page}, "text")
    for text in WRONG.values():
        assert len([line for line in site.warnings if text in line]) == 1, text
    assert len(site.warnings) == len(WRONG) + 1  # last.md is in no toctree


def test_sections_of_a_deadline_in_a_course_without_any_are_told(build: Build) -> None:
    course = "timezone: UTC\nstart: 2030-09-02\nend: 2030-09-27\nmeetings: {days: Mon}\n"
    page = "# C\n\n:::{deadline} D\n:when: A: week 1 Mon; B: week 1 Thu\n:::\n"
    [first, _second] = build({"course.yml": course, "index.md": page}, "text").warnings
    assert (
        "':when:' names section 'A', and course.yml has no such section; write one moment" in first
    )


def test_the_course_and_its_timetable_name_the_sections(site: Site) -> None:
    info = words(site.one(".seminar-course-info"))
    assert "Group A: Monday, 10:00–11:50 (New York time); Attic" in info
    assert "Group B" in words(site.one(".seminar-timetable"))


def test_each_section_has_a_calendar(site: Site) -> None:
    every = by_icalendar(calendar_of(site))
    own = by_icalendar(calendar_of(site, "calendar-group-b.ics"))
    assert len({event.uid for event in every}) == len(every) == 13
    assert [event.summary for event in own] == [
        "Group B: One",
        "A day off",
        "Group B: Two",
        "Midterm",
        "Group B: Last",
        "Group B: Due: Sketch",
        "Group B: Due: Essay",
        "Due: For all",
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
    midterm = data["sessions"][2]
    assert {each["uid"] for each in midterm["sections"]} == {midterm["uid"]}
    essay = data["deadlines"][1]
    assert [(each["section"], each["due"], each["out"]) for each in essay["sections"]] == [
        ("Group A", "2030-09-16T23:59:00-04:00", "2030-09-10"),
        ("Group B", "2030-09-19T23:59:00-04:00", "2030-09-10"),
    ]
    assert essay["date"] == "2030-09-16"
    assert data["deadlines"][2]["sections"] == []
    uids = {event.uid for event in by_icalendar(calendar_of(site))}
    for found in (last, midterm, essay):
        assert {each["uid"] for each in found["sections"]} <= uids


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
    index = " ".join(site.text("index.txt").split())
    assert "Group A: Mon, Sep 2," in index
    assert "Group A: Mon, Sep 16, 23:59; Group B: Thu, Sep 19, 23:59: Homework 2: Essay" in index
    lines = site.text("last.txt").splitlines()
    assert "Group B: Thu, Sep 19 · 14:00–15:50 (New York time) · Cellar" in lines
    assert "Your section" not in site.text("index.txt")
