"""A course.yml with faults: each is reported with its line, and the pages are built."""

from __future__ import annotations

import os
import re

import pytest

from ..conftest import Build, Folder, words
from ..samples import COURSE, MARKUPS, page
from .faults import Fault, check, files

HEAD = "timezone: America/Los_Angeles\nstart: 2022-01-24\nend: 2022-03-11\n"
ONE = {
    "md": "```{course-info}\n```\n\n::::{schedule}\n:::{session} One\n:::\n::::\n",
    "rst": ".. course-info::\n\n.. schedule::\n\n   .. session:: One\n",
}

COURSE_FAULTS = {
    "a meeting day that is no day": Fault(
        "course.yml:5", "date", "'Mun' is not a day", course=HEAD + "meetings:\n  - {days: Mun}\n"
    ),
    "an end before its start": Fault(
        "course.yml:3",
        "date",
        "2021-03-11 is before",
        course=HEAD.replace("end: 2022", "end: 2021") + "meetings: [{days: Mon}]\n",
    ),
    "a break's end before its start": Fault(
        "course.yml:7",
        "date",
        "breaks[0].end: 2022-02-01 is before its start 2022-02-08",
        course=HEAD
        + "meetings: [{days: Mon}]\nbreaks:\n  - start: 2022-02-08\n    end: 2022-02-01\n",
    ),
    "a time zone that does not exist": Fault(
        "course.yml:1",
        "date",
        "America/Los_Angles",
        course=HEAD.replace("Angeles", "Angles") + "meetings: [{days: Mon}]\n",
    ),
    "an empty file": Fault("course.yml:1", "course", "empty", course=""),
    "a file of comments": Fault("course.yml:1", "course", "empty", course="# later\n"),
    "a list": Fault("course.yml:1", "course", "", course="- title: One\n"),
    "a text": Fault("course.yml:1", "course", "", course="One\n"),
    "not UTF-8": Fault("course.yml:2", "course", "UTF-8", course=b"title: One\nterm: \xfcber\n"),
    "a tab": Fault("course.yml:3", "course", "tab", course="weeks:\n  start: Mon\n\tx: y\n"),
    "a repeated key": Fault(
        "course.yml:4", "course", "is there twice", course=HEAD + "start: 2022-01-31\n"
    ),
    "a misspelt key": Fault(
        "course.yml:4", "course", "did you mean 'timezone'?", course=HEAD + "timezne: UTC\n"
    ),
    "a bracket that is not closed": Fault(
        "course.yml:4", "course", "is not closed", course=HEAD + "links: {a: b\n"
    ),
    "an unsafe address of a link": Fault(
        "course.yml:5",
        "link",
        "javascript:alert(1)",
        course=HEAD + "links:\n  Review: javascript:alert(1)\n",
        hides=("javascript",),
    ),
    "an unsafe address of a person": Fault(
        "course.yml:5",
        "link",
        "JavaScript:alert(1)",
        course=HEAD + "staff:\n  - {name: Ada, url: 'JavaScript:alert(1)'}\n",
        hides=("JavaScript",),
    ),
}


@pytest.mark.parametrize("markup", MARKUPS)
@pytest.mark.parametrize("fault", COURSE_FAULTS.values(), ids=COURSE_FAULTS)
def test_a_fault_of_course_yml_is_told_and_the_page_is_built(
    fault: Fault, markup: str, build: Build
) -> None:
    site = build({**files(fault, markup), **page(markup, ONE[markup] + "\nThe end.\n")})
    check(site, fault, markup)
    text = words(site.one("div.body"))
    assert "One" in text
    assert "course.yml has problems" in text
    assert "javascript:" not in site.text("index.html").casefold()


@pytest.mark.parametrize("fault", COURSE_FAULTS.values(), ids=COURSE_FAULTS)
def test_a_fault_of_course_yml_can_be_suppressed(fault: Fault, build: Build) -> None:
    site = build(
        {**files(fault, "md"), **page("md", ONE["md"])},
        confoverrides={"suppress_warnings": [f"seminar.{fault.kind}"]},
    )
    assert site.warnings == []


DATE_FAULTS = [name for name, fault in COURSE_FAULTS.items() if fault.kind == "date"]


@pytest.mark.parametrize("name", DATE_FAULTS)
def test_where_dates_are_doubtful_none_is_shown_or_marked(name: str, build: Build) -> None:
    fault = COURSE_FAULTS[name]
    site = build({**files(fault, "md"), **page("md", ONE["md"])})
    assert site.page().select("time, [data-from], [data-until], [data-date]") == []


def test_all_faults_of_course_yml_are_told_at_once(build: Build) -> None:
    course = """
        timezone: Mars/Olympus
        start: 2022-13-24
        end: tomorrow
        meetings:
          - {days: Mun, time: 25:00}
        breaks:
          - {date: 2022-02-30}
        links:
          Review: javascript:alert(1)
        colour: red
        """
    site = build({"course.yml": course, **page("md", ONE["md"])})
    lines = [
        int(match[1]) for text in site.warnings if (match := re.match(r"course\.yml:(\d+)", text))
    ]
    assert len(lines) == len(site.warnings)
    assert set(lines) == {1, 2, 3, 5, 7, 9, 10}


def test_a_broken_course_leaves_the_others_alone(build: Build) -> None:
    body = "# Course\n\n:::{session} One\n:::\n"
    site = build(
        {
            "a/course.yml": "title: [",
            "a/index.md": body,
            "b/course.yml": COURSE,
            "b/index.md": body,
            **page("md", "```{toctree}\na/index\nb/index\n```\n"),
        }
    )
    assert len(site.warnings) == 1
    assert "Mon, Jan 24" in words(site.one("div.body", "b/index.html"))


def test_a_course_file_in_a_folder_that_no_page_is_in_is_told_too(build: Build) -> None:
    site = build({"draft/course.yml": "title: [", **page("md", "Text.\n")})
    [warning] = site.warnings
    assert warning.startswith("draft/course.yml:1: ")


MARKUP_IN_YAML = """
title: "<script>alert(1)</script>"
term: "<b>Spring</b> & *co*"
timezone: America/Los_Angeles
start: 2022-01-24
end: 2022-02-25
meetings:
  - {days: Mon, time: 13:00-16:00, where: "<i>Soda</i> \\" onclick=\\"x"}
breaks:
  - {date: 2022-02-21, title: "<script>alert(2)</script>"}
staff:
  - {name: "<script>alert(3)</script>", role: "<u>Role</u>"}
links:
  "<script>alert(4)</script>": "<script>alert(5)</script>"
"""


def test_markup_in_course_yml_is_text(build: Build) -> None:
    site = build({"course.yml": MARKUP_IN_YAML, **page("md", ONE["md"])})
    assert site.warnings == []
    body = site.one("div.body")
    assert body.select("script, b, i, u, [onclick]") == []
    for number in (2, 3, 4, 5):
        assert f"<script>alert({number})</script>" in words(body)


def test_a_file_that_cannot_be_read_is_told_by_its_own_name(folder: Folder) -> None:
    folder.write({"index.md": "# Page\n\n" + ONE["md"]})
    os.mkfifo(folder.srcdir / "course.yml")
    assert folder.build().warnings == [
        "course.yml:1: WARNING: the file can't be read: it is no regular file [seminar.course]"
    ]
