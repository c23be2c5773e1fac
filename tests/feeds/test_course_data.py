"""``course.json`` is what the schedule shows, as data that its schema describes."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from jsonschema import Draft202012Validator
from sphinx.testing.util import SphinxTestApp

from sphinx_seminar.feeds import course_data_format

from ..conftest import CONF, Build, Folder, Site
from ..docs.pages import DOCS, code
from .calendars import by_icalendar, calendar_of, sessions_of_page

COURSE = """\
id: reading-machines-2022
title: Reading Machines
code: CS 101
term: Spring 2022
timezone: America/Los_Angeles
start: 2022-02-28
end: 2022-04-08
meetings:
  - {days: Mon, time: 13:00-16:00, where: Soda 405, kind: Lecture}
  - {days: Fri, time: 22:00-23:30, kind: Lab}
  - {days: Sun, time: 02:30-04:30, kind: Night}
breaks:
  - {start: 2022-03-21, end: 2022-03-25, title: Spring break}
kinds:
  Lecture: {number: yes, color: green}
  Homework: {number: yes}
staff:
  - {name: Ada Brook, role: Instructor}
presenting:
  names: initials
  roles: [Author, Reviewer]
  signups: signups.csv
"""

PAGE = """\
# Course

:::::{schedule}

# Part one

::::{session} One \U0001f600 "quoted" \\\\N
:kind: Lecture
:speaker: Grace *Hall* (Example University)
:link: https://call.example/1
:slides: [PDF](local.pdf)
:recording: https://video.example/1
:notes: soon

:::{readings}
- Read chapter 1 of [Systems [NSDI'12, Best paper]](https://papers.example/1)
  [[DOI](https://doi.org/10.1145/123.456)]
- [Local](local.pdf)
:::
:::{readings}
:optional:
- [More](https://arxiv.org/abs/1706.03762)
:::
:::{presenters}
Author: [Noor Haddad](noor-haddad.pdf)
:::
:::{deadline} Essay
:when: 1 hour before class
:kind: Homework
:::
::::

# Part two

::::{session} Two
:kind: Lecture
:status: cancelled
::::

::::{session} Three
:kind: Lab
:date: 2022-03-12
:time: 22:00-23:30
:moved-from: 2022-03-11
::::

::::{session} Four
:kind: Lab
:date: none
:moved-from: 2022-03-18
::::

::::{session} Five
:kind: Night
:date: 2022-03-13
::::

::::{session} Six
:date: none
::::

:::::

:::{deadline} Report
:when: 2022-04-01
:out: 2022-03-20
:link: https://forms.example/report
:::
"""

SHEET = "session,Author,Reviewer\ntwo,,Wei Lindqvist\n"
FILES = {"course.yml": COURSE, "index.md": PAGE, "signups.csv": SHEET}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site that the tests look at."""
    srcdir = tmp_path_factory.mktemp("course-data") / "source"
    srcdir.mkdir()
    for name, text in {**FILES, "conf.py": CONF, "local.pdf": "", "noor-haddad.pdf": ""}.items():
        (srcdir / name).write_text(text, encoding="utf-8")
    app = SphinxTestApp("html", srcdir=srcdir)
    app.build()
    yield Site(app)
    app.cleanup()


@pytest.fixture(scope="module")
def data(site: Site) -> Any:
    return json.loads(calendar_of(site, "course.json"))


def schema(*, is_strict: bool = True) -> dict[str, Any]:
    """The published schema; a strict one lets no key pass that it does not know."""
    found: dict[str, Any] = json.loads(course_data_format.SCHEMA.read_text(encoding="utf-8"))
    for part in (found, *found["$defs"].values()):
        part["additionalProperties"] = not is_strict
    return found


def faults(data: object) -> list[str]:
    validator = Draft202012Validator(schema())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(data)]


def session(data: Any, title: str) -> Any:
    [found] = [each for each in data["sessions"] if each["title"].startswith(title)]
    return found


def test_the_schema_is_one_and_the_file_names_it(data: Any) -> None:
    Draft202012Validator.check_schema(schema())
    assert data["$schema"] == schema()["$id"] == course_data_format.SCHEMA_ADDRESS
    assert (
        data["version"] == course_data_format.VERSION == schema()["properties"]["version"]["const"]
    )
    assert f"-{data['version']}." in data["$schema"]


def test_a_file_is_as_its_schema_says(data: Any) -> None:
    assert faults(data) == []


def test_a_file_with_keys_of_later_is_as_the_schema_says(data: Any) -> None:
    later = copy.deepcopy(data) | {"later": 1}
    later["sessions"][0]["later"] = {}
    assert Draft202012Validator(schema(is_strict=False)).is_valid(later)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data["sessions"][0].pop("place"),
        lambda data: data["sessions"][0].update(start="2022-02-28T13:00:00"),
        lambda data: data["sessions"][0].update(status="postponed"),
        lambda data: data["sessions"][0]["readings"][0].update(address="javascript:alert(1)"),
        lambda data: data["breaks"][0].update(start="21.03.2022"),
        lambda data: data["course"].update(students=["Noor"]),
        lambda data: data.update(version=2),
    ],
)
def test_the_schema_finds_what_is_wrong(spoil: Callable[[Any], object], data: Any) -> None:
    spoilt = copy.deepcopy(data)
    spoil(spoilt)
    assert len(faults(spoilt)) == 1


DEFINED = {
    "Staff": course_data_format.StaffData,
    "Course": course_data_format.CourseData,
    "Section": course_data_format.SectionData,
    "Date": course_data_format.DateData,
    "Kind": course_data_format.KindData,
    "Label": course_data_format.LabelData,
    "Link": course_data_format.LinkData,
    "Reading": course_data_format.ReadingData,
    "Material": course_data_format.MaterialData,
    "Presenters": course_data_format.PresentersData,
    "Session": course_data_format.SessionData,
    "Due": course_data_format.DueData,
    "Deadline": course_data_format.DeadlineData,
    "Break": course_data_format.BreakData,
}


def test_the_schema_describes_each_key_that_is_written() -> None:
    definitions = schema()["$defs"]
    assert definitions.keys() == DEFINED.keys()
    for name, written in DEFINED.items():
        definition = definitions[name]
        assert (
            list(definition["properties"])
            == list(get_type_hints(written))
            == definition["required"]
        )
        described = [definition, *definition["properties"].values()]
        assert all(part["description"].endswith(".") for part in described)


def test_its_sessions_are_the_rows_of_the_table(site: Site, data: Any) -> None:
    rows = sessions_of_page(site)
    assert len(rows) == 4
    dated = [each for each in data["sessions"] if each["date"]]
    told = [
        (each["title"], *(datetime.fromisoformat(each[key]) for key in ("start", "end")))
        for each in dated
    ]
    assert told == rows
    shown = [
        str(row["data-date"])
        for row in site.page().select("[data-date].seminar-session:not(.seminar-moved)")
    ]
    assert [each["date"] for each in dated] == shown


def test_its_events_are_those_of_the_calendar(site: Site, data: Any) -> None:
    events = {event.uid: event for event in by_icalendar(calendar_of(site))}
    parts = [*data["sessions"], *data["deadlines"], *data["breaks"]]
    uids = [part["uid"] for part in parts]
    assert len(set(uids)) == len(uids)
    # A session that has no date, and had none, is no event.
    assert set(uids) - events.keys() == {session(data, "Six")["uid"]}
    assert events.keys() <= set(uids)
    for part in data["sessions"]:
        if part["start"]:
            assert events[part["uid"]].start == datetime.fromisoformat(part["start"])
    for part in data["deadlines"]:
        assert events[part["uid"]].end == datetime.fromisoformat(part["due"])
    for part in data["breaks"]:
        assert events[part["uid"]].start == date.fromisoformat(part["start"])


NOTHING = dict.fromkeys(("remark", "label", "venue", "year", "doi", "arxiv", "address"))


def copy_of(site: Site, name: str) -> str:
    """Where a page offers a file of its sources."""
    [path] = Path(site.app.outdir, "_downloads").rglob(name)
    return path.relative_to(site.app.outdir).as_posix()


def test_a_session_says_what_its_row_shows(site: Site, data: Any) -> None:
    one = session(data, "One")
    del one["uid"]
    assert one == {
        "id": "one-quoted-n",
        "number": 1,
        "title": "One \U0001f600 “quoted” \\N",
        "kinds": [{"name": "Lecture", "label": "Lecture", "number": 1}],
        "unit": "Part one",
        "status": "held",
        "week": 1,
        "date": "2022-02-28",
        "start": "2022-02-28T13:00:00-08:00",
        "end": "2022-02-28T16:00:00-08:00",
        "moved_from": None,
        "changed_on": None,
        "place": "Soda 405",
        "sections": [],
        "speaker": "Grace Hall (Example University)",
        "link": "https://call.example/1",
        "page": "index.html#one-quoted-n",
        "materials": [
            {
                "name": "slides",
                "label": "Slides",
                "soon": False,
                "release": None,
                "links": [{"text": "PDF", "address": copy_of(site, "local.pdf")}],
            },
            {
                "name": "recording",
                "label": "Recording",
                "soon": False,
                "release": None,
                "links": [{"text": "video.example", "address": "https://video.example/1"}],
            },
            {"name": "notes", "label": "Notes", "soon": True, "release": None, "links": []},
        ],
        "readings": [
            {
                "id": "systems",
                "title": "Systems",
                "remark": "Read chapter 1 of",
                "label": "NSDI’12, Best paper",
                "venue": "NSDI",
                "year": 2012,
                "doi": "10.1145/123.456",
                "arxiv": None,
                "address": "https://papers.example/1",
                "links": [{"text": "DOI", "address": "https://doi.org/10.1145/123.456"}],
                "optional": False,
                "page": "index.html#reading-systems",
            },
            {
                **NOTHING,
                "id": "local",
                "title": "Local",
                "links": [],
                "optional": False,
                "page": "index.html#reading-local",
            },
            {
                **NOTHING,
                "id": "more",
                "title": "More",
                "year": 2017,
                "arxiv": "1706.03762",
                "address": "https://arxiv.org/abs/1706.03762",
                "links": [],
                "optional": True,
                "page": "index.html#reading-more",
            },
        ],
        "presenters": [
            {"role": "Author", "label": "Author", "paper": None, "people": ["N.H."], "open": 0},
            {"role": "Reviewer", "label": "Reviewer", "paper": None, "people": [], "open": 1},
        ],
    }


def test_what_is_handed_out_is_in_the_calendar_too(site: Site) -> None:
    [one] = [event for event in by_icalendar(calendar_of(site)) if event.summary.startswith("One")]
    assert "\nRecording: https://video.example/1\n" in one.description
    assert "Slides" not in one.description  # whose address nobody knows
    assert "Notes" not in one.description


def test_a_session_says_what_has_become_of_it(data: Any) -> None:
    keys = ("status", "date", "moved_from")
    told = {
        title: [session(data, title)[key] for key in keys] for title in ("Two", "Three", "Four")
    }
    assert told == {
        "Two": ["cancelled", "2022-03-07", None],
        "Three": ["moved", "2022-03-12", "2022-03-11"],
        "Four": ["moved", None, "2022-03-18"],
    }


def test_a_moment_has_the_offset_of_its_day(data: Any) -> None:
    three, five = session(data, "Three"), session(data, "Five")
    assert (three["start"], three["end"]) == (
        *("2022-03-12T22:00:00-08:00", "2022-03-12T23:30:00-08:00"),
    )
    # Clocks leave out the hour from two to three.
    assert five["start"] == "2022-03-13T03:30:00-07:00"
    assert session(data, "Six")["start"] is None


def test_deadlines_breaks_kinds_and_the_course_are_there(data: Any) -> None:
    essay, report = data["deadlines"]
    assert essay["due"] == "2022-02-28T12:00:00-08:00"
    assert essay["session"] == "one-quoted-n"
    assert essay["kinds"] == [{"name": "Homework", "label": "Homework", "number": 1}]
    assert (report["due"], report["out"]) == ("2022-04-01T23:59:00-07:00", "2022-03-20")
    assert report["link"] == "https://forms.example/report"
    [pause] = data["breaks"]
    assert (pause["title"], pause["start"], pause["end"]) == (
        *("Spring break", "2022-03-21", "2022-03-25"),
    )
    kinds = {kind["name"]: (kind["color"], kind["numbered"]) for kind in data["kinds"]}
    assert kinds == {
        "Lecture": ("green", True),
        "Homework": (None, True),
        "Lab": (None, False),
        "Night": (None, False),
    }
    assert data["course"] == {
        "id": "reading-machines-2022",
        "title": "Reading Machines",
        "code": "CS 101",
        "term": "Spring 2022",
        "start": "2022-02-28",
        "end": "2022-04-08",
        "timezone": "America/Los_Angeles",
        "language": "en",
        "page": "index.html",
        "staff": [{"name": "Ada Brook", "role": "Instructor"}],
        "sections": [],
    }


def test_every_page_that_it_names_is_there(site: Site, data: Any) -> None:
    readings = [reading for each in data["sessions"] for reading in each["readings"]]
    assert len(readings) == 3
    for part in (*data["sessions"], *data["deadlines"], *readings):
        name, _, anchor = part["page"].partition("#")
        assert site.page(name).find(id=anchor)


OF_TOMORROW = {"A paper of tomorrow", "https://slides.example/tomorrow"}


@pytest.mark.parametrize(("release", "is_out"), [("2022-02-01", True), ("2199-01-01", False)])
def test_what_is_not_out_is_not_in_it(release: str, is_out: bool, build: Build) -> None:
    page = f"""
        # Course

        :::::{{schedule}}
        ::::{{session}} One
        :slides: https://slides.example/tomorrow
        :slides-release: {release}
        :::{{readings}}
        :release: {release}
        - [A paper of tomorrow](https://papers.example/2)
        :::
        ::::
        :::::
        """
    site = build({"course.yml": COURSE, "index.md": page, "signups.csv": SHEET})
    written = calendar_of(site, "course.json").decode()
    assert {text for text in OF_TOMORROW if text in written} == (OF_TOMORROW if is_out else set())


def test_a_change_of_one_session_is_a_change_of_one_line(site: Site) -> None:
    lines = site.text("course.json").splitlines()
    assert len([line for line in lines if '"place"' in line]) == 6


NOTES = "# Notes of {0}\n\n:::{{session}}\n:::\n\n:::{{readings}}\n- [Notes]({0})\n:::\n"
TWO_PAGES = {
    "course.yml": COURSE.replace("  signups: signups.csv\n", ""),
    "index.md": "# Course\n\n```{toctree}\none\ntwo\nagain\n```\n",
    "one.md": NOTES.format("https://papers.example/1"),
    "two.md": NOTES.format("https://arxiv.org/abs/1706.03762"),
    "again.md": NOTES.format("https://arxiv.org/pdf/1706.03762"),
}


def test_readings_of_one_title_on_two_pages_keep_their_own_facts(folder: Folder) -> None:
    folder.write(TWO_PAGES)
    data = json.loads(calendar_of(folder.build(), "course.json"))
    readings = [each["readings"][0] for each in data["sessions"]]
    assert [(each["id"], each["page"], each["arxiv"]) for each in readings] == [
        ("notes", "one.html#reading-notes", None),
        ("notes-2", "two.html#reading-notes", "1706.03762"),
        ("notes-2", "again.html#reading-notes", "1706.03762"),
    ]


LOST = {
    "course.yml": "title: Course\n",
    "index.md": "# Course\n\n:::::{schedule}\n\n::::{session} One\n:date: 2022-02-28\n"
    ":time: 13:00-14:00\n:::{presenters}\nAuthor: Noor Haddad, Wei\nReviewer:\n:::\n::::\n:::::\n",
}


def test_a_course_without_a_time_zone_or_presenting_says_what_it_knows(folder: Folder) -> None:
    folder.write(LOST)
    site = folder.build(confoverrides={"html_baseurl": "https://course.example/"})
    data = json.loads(calendar_of(site, "course.json"))
    assert faults(data) == []
    [one] = data["sessions"]
    assert (one["date"], one["start"], data["course"]["timezone"]) == ("2022-02-28", None, None)
    assert one["page"] == "https://course.example/index.html#one"
    assert [(each["role"], each["people"], each["open"]) for each in one["presenters"]] == [
        ("Author", ["Noor Haddad", "Wei"], 0),
        ("Reviewer", [], 1),
    ]


def test_the_page_of_the_docs_shows_what_the_first_course_has(folder: Folder) -> None:
    names = ("course.yml", "index.md")
    folder.write({name: (DOCS / "first-course" / name).read_text() for name in names})
    data = json.loads(calendar_of(folder.build(), "course.json"))
    [sample] = code("course-data.md", "json")
    assert json.loads(sample) == data["sessions"][0]
    rows = re.findall(r"^\| `([$\w]+)` \|", (DOCS / "course-data.md").read_text(), re.MULTILINE)
    assert rows == list(schema()["properties"])
