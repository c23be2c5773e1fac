"""Lists of sessions have the day of each section, and what is a presenter's own that of theirs."""

from __future__ import annotations

import json

import pytest
from sphinx.testing.util import SphinxTestApp

from ..conftest import CONF, Build, Folder, Site, words
from ..feeds.calendars import by_icalendar, calendar_of
from .sections import TWO_SECTIONS

VIEWS = ("materials", "signups", "reading-list", "my-presentations")
STUDENTS = "name,section\nAda Brook,group b\nNoor Haddad,\n"
FILES = {
    "conf.py": CONF,
    "course.yml": TWO_SECTIONS
    + """
presenting:
  roles: [Speaker, Scribe]
  students: students.csv
""",
    "students.csv": STUDENTS,
    "index.md": """# One

:::{session}
:slides: https://slides.example/one
:::
:::{presenters}
Speaker: Ada Brook
Scribe: Noor Haddad
:::
:::{readings}
- [A paper](https://papers.example/)
:::
:::{deadline} Sketch
:when: day of class noon
:::
"""
    + "".join(f":::{{{view}}}\n:::\n\n" for view in VIEWS),
}
MARK = "data-session"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = Folder(tmp_path_factory.mktemp("section-days"), SphinxTestApp)
    folder.write(FILES)
    return folder.build()


@pytest.mark.parametrize("title", ["dt", ".seminar-signups tbody th", "p.seminar-group"])
def test_a_list_of_sessions_has_the_day_of_each_section(title: str, site: Site) -> None:
    assert site.warnings == []
    (found,) = site.page().select(f".seminar-sections {title}")
    days = {str(each["data-person"]): words(each) for each in found.select("[data-person]")}
    assert days == {"Group A": "· Group A Mon, Sep 2", "Group B": "· Group B Thu, Sep 5"}
    # The choice by which the script hides the others.
    box = found.find_parent(class_="seminar-sections")
    assert box
    assert [words(each) for each in box.select("option")] == ["All sections", "Group A", "Group B"]


def test_outside_html_a_list_names_the_days_of_all_sections(build: Build) -> None:
    text = " ".join(build(FILES, "text").text("index.txt").split())
    assert text.count("Group A: Mon, Sep 2 · Group B: Thu, Sep 5") == 2


def test_a_presenter_has_the_dates_of_their_section_alone_where_the_roster_says_it(
    site: Site,
) -> None:
    rows = site.page().select(f".seminar-by-person tr[{MARK}]")
    assert [words(row.select("td")[0]) for row in rows] == [
        "Thu, Sep 5",
        "Group A: Mon, Sep 2; Group B: Thu, Sep 5",
    ]
    button = site.one("button[data-calendar]")
    events = json.loads(str(button["data-calendar"]))["events"]
    ada, noor = (
        [(event["title"], *event["lines"][:2]) for event in events if event["of"] == row[MARK]]
        for row in rows
    )
    assert [(title, start) for title, _uid, start in ada] == [
        ("One", "DTSTART;TZID=America/New_York:20300905T140000"),
        ("Due: Sketch", "DTSTART;TZID=America/New_York:20300905T114500"),
    ]
    labels = ("Group A: One", "Group B: One", "Group A: Due: Sketch", "Group B: Due: Sketch")
    assert tuple(title for title, _uid, _start in noor) == labels
    # The events are those of the calendar of the course.
    uids = {event.summary: f"UID:{event.uid}" for event in by_icalendar(calendar_of(site))}
    assert [uid for _title, uid, _start in ada] == [uids[labels[1]], uids[labels[3]]]
    assert [uid for _title, uid, _start in noor] == [uids[label] for label in labels]
    assert "Group" not in str(rows[0])  # nothing says which section a student is in


def test_a_section_of_the_roster_that_the_course_lacks_is_told(build: Build) -> None:
    site = build({**FILES, "students.csv": STUDENTS.replace("group b", "Grup B")})
    assert site.warnings == [
        (
            "students.csv:2: WARNING: course.yml has no section 'Grup B'; did you mean 'Group B'? "
            "[seminar.signups]"
        )
    ]
