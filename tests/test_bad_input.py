"""What is wrong is told in one line with its place, and the rest is built all the same."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from textwrap import dedent, indent

import pytest

from .conftest import Build, Site, words
from .samples import COURSE, HEADS, MARKUPS, page

WARNING = re.compile(r"(?P<place>[^ ]+?)(?::(?P<line>\d+))?: WARNING: .* \[seminar\.(?P<kind>\w+)\]")


@dataclass(frozen=True)
class Fault:
    """Something wrong that an author wrote."""

    place: str
    """``file:line`` of the warning; ``index:3`` stands for the page, whatever its markup."""
    kind: str
    says: str
    """A part of the message."""
    body: str = ""
    """The page's body; line 1 is below the heading."""
    course: str | bytes = COURSE
    shows: tuple[str, ...] = field(default=())
    """What the page shows in spite of the fault."""
    hides: tuple[str, ...] = ()


def check(site: Site, fault: Fault, markup: str) -> None:
    file, _, line = fault.place.partition(":")
    if file == "index":
        # Markdown's heading takes two lines with the blank one, that of the other markup three.
        line = str(int(line) + HEADS[markup].count("\n"))
        file = f"index.{markup}"
    assert len(site.warnings) == 1, site.warnings
    [warning] = site.warnings
    match = WARNING.fullmatch(warning)
    assert match is not None, warning
    assert f"{match['place']}:{match['line']}" == f"{file}:{line}", warning
    assert match["kind"] == fault.kind, warning
    assert fault.says in warning, warning
    text = words(site.one("div.body"))
    for shown in (*fault.shows, "The end."):
        assert shown in text
    for hidden in fault.hides:
        assert hidden not in text


def files(fault: Fault, markup: str) -> dict[str, str | bytes]:
    return {"course.yml": fault.course, **page(markup, fault.body + "\nThe end.\n")}


# --- course.yml

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
        "course.yml:4", "course", "stands twice", course=HEAD + "start: 2022-01-31\n"
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
    lines = [int(match[1]) for text in site.warnings if (match := re.match(r"course\.yml:(\d+)", text))]
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


# --- pages


def schedule(markup: str, *sessions: str) -> str:
    """A schedule whose sessions are given as lines: title, options, then content."""
    if markup == "md":
        blocks = [f"::::{{session}} {dedent(text).strip()}\n::::\n" for text in sessions]
        return ":::::{schedule}\n\n" + "\n".join(blocks) + "\n:::::\n"
    blocks = []
    for text in sessions:
        first, _, rest = dedent(text).strip().partition("\n")
        blocks.append(f".. session:: {first}\n{indent(rest, '   ')}\n")
    return ".. schedule::\n\n" + indent("\n".join(blocks), "   ")


SIX = [f"Session {number}" for number in range(1, 7)]


PAGE_FAULTS: dict[str, dict[str, Fault]] = {
    "more sessions than meetings": {
        markup: Fault(
            f"index:{place}",
            "date",
            "no meeting is left for it",
            schedule(markup, *SIX, "Session 7"),
            shows=("Session 6", "Session 7", "Date to be announced"),
        )
        for markup, place in (("md", 21), ("rst", 21))
    },
    "two sessions on one meeting": {
        markup: Fault(
            f"index:{place}",
            "date",
            "is taken by session 'One'",
            schedule(markup, "One\n:date: 2022-02-07", "Two\n:date: 2022-02-07"),
            shows=("One", "Two"),
        )
        for markup, place in (("md", 7), ("rst", 6))
    },
    "a date outside the term": {
        markup: Fault(
            "index:3",
            "date",
            "outside the term (2022-01-24 to 2022-03-11)",
            schedule(markup, "One\n:date: 2022-04-04", "Two"),
            shows=("One", "Two", "Apr 4"),
        )
        for markup in MARKUPS
    },
    "not a date": {
        markup: Fault(
            "index:4",
            "date",
            "':date:' 'next week' is not a date; write year-month-day",
            schedule(markup, "One\n:date: next week", "Two"),
            shows=("One", "Two"),
        )
        for markup in MARKUPS
    },
    "a date in another order": {
        markup: Fault(
            "index:5",
            "date",
            "'1/31/2022' is not a date",
            schedule(markup, "One\n:where: Hall\n:date: 1/31/2022"),
            shows=("One", "Hall"),
        )
        for markup in MARKUPS
    },
    "a day that is not in the calendar": {
        markup: Fault(
            "index:4",
            "date",
            "2022-02-30",
            schedule(markup, "One\n:date: 2022-02-30"),
            shows=("One",),
        )
        for markup in MARKUPS
    },
    "not a time": {
        markup: Fault(
            "index:4",
            "date",
            "':time:' 'noonish' is not a time",
            schedule(markup, "One\n:time: noonish"),
            shows=("One",),
        )
        for markup in MARKUPS
    },
    "not a date to have moved from": {
        markup: Fault(
            "index:4",
            "date",
            "':moved-from:' 'Monday' is not a date",
            schedule(markup, "One\n:moved-from: Monday"),
            shows=("One",),
        )
        for markup in MARKUPS
    },
    "not a status": {
        markup: Fault(
            "index:4",
            "option",
            "':status: maybe' is not known; write cancelled, or held",
            schedule(markup, "One\n:status: maybe"),
            shows=("One",),
        )
        for markup in MARKUPS
    },
    "an unknown option of a session": {
        markup: Fault(
            "index:4",
            "option",
            "has no option ':spaeker:'; did you mean 'speaker'?",
            schedule(markup, "One\n:spaeker: Ada", "Two"),
            shows=("One", "Two"),
        )
        for markup in MARKUPS
    },
    "an unknown option of a schedule": {
        "md": Fault(
            "index:2",
            "option",
            "did you mean 'show'?",
            "::::{schedule}\n:shwo: title\n\n:::{session} One\n:::\n::::\n",
            shows=("One",),
        ),
        "rst": Fault(
            "index:2",
            "option",
            "did you mean 'show'?",
            ".. schedule::\n   :shwo: title\n\n   .. session:: One\n",
            shows=("One",),
        ),
    },
    "an unknown option of readings": {
        "md": Fault(
            "index:2",
            "option",
            "has no option ':option:'; did you mean 'optional'?",
            ":::{readings}\n:option:\n\n- One\n:::\n",
            shows=("One",),
        ),
        "rst": Fault(
            "index:2",
            "option",
            "has no option ':option:'; did you mean 'optional'?",
            ".. readings::\n   :option:\n\n   - One\n",
            shows=("One",),
        ),
    },
    "an unknown option where there is none": {
        "md": Fault(
            "index:2",
            "option",
            "has no option ':open:'",
            ":::{details}\n:open:\n\nOne.\n:::\n",
            shows=("One.",),
        ),
        "rst": Fault(
            "index:2",
            "option",
            "has no option ':open:'",
            ".. details::\n   :open:\n\n   One.\n",
            shows=("One.",),
        ),
    },
    "an unknown part to show": {
        markup: Fault(
            "index:2",
            "option",
            "':show:' knows no 'presenter'; did you mean 'presenters'?",
            body,
            shows=("One",),
        )
        for markup, body in (
            ("md", "::::{schedule}\n:show: title, presenter\n\n:::{session} One\n:::\n::::\n"),
            ("rst", ".. schedule::\n   :show: title, presenter\n\n   .. session:: One\n"),
        )
    },
    "a course that is not there": {
        markup: Fault(
            f"index:{line}",
            "course",
            "':course: fall': no course.yml is in that folder",
            body,
        )
        for markup, line, body in (
            ("md", 1, "```{schedule}\n:course: fall\n```\n"),
            ("rst", 1, ".. schedule::\n   :course: fall\n"),
        )
    },
    "a role that course.yml does not know": {
        markup: Fault(
            "index:3",
            "roles",
            "knows no presenting role 'Reviewr'; did you mean 'Reviewer'?",
            body,
            shows=("Noor", "Wei", "Reviewr"),
        )
        for markup, body in (
            ("md", ":::{presenters}\nAuthor: Noor\nReviewr: Wei\n:::\n"),
            ("rst", ".. presenters::\n   Author: Noor\n   Reviewr: Wei\n"),
        )
    },
    "a role that course.yml does not know, in a session": {
        markup: Fault(
            f"index:{line}",
            "roles",
            "knows no presenting role 'Reviewr'",
            schedule(markup, f"One\n\n{body}"),
            shows=("Noor", "Wei"),
        )
        for markup, line, body in (
            ("md", 7, ":::{presenters}\nAuthor: Noor\nReviewr: Wei\n:::"),
            ("rst", 8, ".. presenters::\n\n   Author: Noor\n   Reviewr: Wei"),
        )
    },
    "a presenters line without a colon": {
        markup: Fault(
            f"index:{line}",
            "presenters",
            "'Wei Lindqvist' has no role",
            schedule(markup, f"One\n:where: Hall\n\n{body}"),
            shows=("Noor", "Ada"),
        )
        for markup, line, body in (
            ("md", 8, ":::{presenters}\nAuthor: Noor\nWei Lindqvist\nReviewer: Ada\n:::"),
            ("rst", 9, ".. presenters::\n\n   Author: Noor\n   Wei Lindqvist\n   Reviewer: Ada"),
        )
    },
    "presenters without a line": {
        markup: Fault("index:1", "presenters", "{presenters} is empty", body)
        for markup, body in (("md", ":::{presenters}\n:::\n"), ("rst", ".. presenters::\n"))
    },
    "a table of presenters without roles": {
        "md": Fault(
            "index:1",
            "presenters",
            "names the roles in its header",
            ":::{presenters}\n| Paper |\n| --- |\n| One |\n:::\n",
        ),
        "rst": Fault(
            "index:1",
            "presenters",
            "names the roles in its header",
            ".. presenters::\n\n   +-----+\n   | One |\n   +-----+\n",
        ),
    },
    "an empty schedule without a course": {
        markup: Fault(
            "index:1", "schedule", "no course.yml governs this page", body, course="remove"
        )
        for markup, body in (("md", "```{schedule}\n```\n"), ("rst", ".. schedule::\n"))
    },
    "a session without title and section": {
        "md": Fault(
            "index:3",
            "schedule",
            "stands in no section",
            "> Quoted.\n>\n> ```{session}\n> ```\n",
            shows=("Quoted.",),
        ),
        "rst": Fault(
            "index:3",
            "schedule",
            "stands in no section",
            "   Quoted.\n\n   .. session::\n\nText.\n",
            shows=("Quoted.",),
        ),
    },
    "a second session in one section": {
        "md": Fault(
            "index:4",
            "schedule",
            "is the second one in its section",
            "```{session}\n```\n\n```{session}\n```\n",
        ),
        "rst": Fault(
            "index:3",
            "schedule",
            "is the second one in its section",
            ".. session::\n\n.. session::\n",
        ),
    },
    "a body without a title": {
        "md": Fault(
            "index:1",
            "option",
            "has a body and no title",
            ":::{session}\nThe body.\n:::\n",
            shows=("The body.",),
        ),
        "rst": Fault(
            "index:1",
            "option",
            "has a body and no title",
            ".. session::\n\n   The body.\n",
            shows=("The body.",),
        ),
    },
}

PAGE_CASES = [
    pytest.param(fault, markup, id=f"{name}-{markup}")
    for name, faults in PAGE_FAULTS.items()
    for markup, fault in faults.items()
]


def page_files(fault: Fault, markup: str) -> dict[str, str | bytes]:
    made = files(fault, markup)
    if fault.course == "remove":
        del made["course.yml"]
    return made


@pytest.mark.parametrize(("fault", "markup"), PAGE_CASES)
def test_a_fault_of_a_page_is_told_and_the_rest_is_built(
    fault: Fault, markup: str, build: Build
) -> None:
    check(build(page_files(fault, markup)), fault, markup)


@pytest.mark.parametrize(("fault", "markup"), [case for case in PAGE_CASES if case.id.endswith("md")])
def test_a_fault_of_a_page_can_be_suppressed(fault: Fault, markup: str, build: Build) -> None:
    options = {"suppress_warnings": [f"seminar.{fault.kind}"]}
    assert build(page_files(fault, markup), confoverrides=options).warnings == []


def test_an_option_that_stands_twice_is_told(build: Build) -> None:
    fault = Fault(
        "index:5",
        "option",
        "':where:' stands twice; the last one holds",
        schedule("md", "One\n:where: Hall\n:where: Lab", "Two"),
        shows=("One", "Lab", "Two"),
    )
    check(build(files(fault, "md")), fault, "md")


def test_restructuredtext_tells_of_an_option_that_stands_twice_itself(build: Build) -> None:
    site = build(
        {"course.yml": COURSE, **page("rst", schedule("rst", "One\n:where: Hall\n:where: Lab", "Two"))}
    )
    assert site.warnings[0].startswith("index.rst:6: ERROR: ")
    assert 'duplicate option "where"' in "".join(site.warnings)
    assert "Two" in words(site.one("div.body"))


def test_a_reading_without_a_link_is_no_fault(build: Build) -> None:
    site = build(page("md", ":::{readings}\n- Chapter 3\n- [Slides]()\n- [PDF]\n:::\n"))
    assert site.warnings == []
    assert [words(item) for item in site.page().select(".seminar-readings li")] == [
        "Chapter 3",
        "Slides (to come)",
        "PDF (to come)",
    ]


# --- addresses that run something

UNSAFE = (
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "vbscript:x",
    "data:text/html,x",
    "file:///etc/passwd",
)

PLACES: dict[str, dict[str, tuple[int, str]]] = {
    "a reading": {
        "md": (3, ":::{readings}\n- One\n- [Two](ADDRESS) [OSDI'18]\n:::\n"),
        "rst": (4, ".. readings::\n\n   - One\n   - `Two <ADDRESS>`__ [OSDI'18]\n"),
    },
    "an optional reading": {
        "md": (4, ":::{readings}\n:optional:\n\n- [Two](ADDRESS)\n:::\n"),
        "rst": (4, ".. readings::\n   :optional:\n\n   - `Two <ADDRESS>`__\n"),
    },
    "a presenter": {
        "md": (2, ":::{presenters}\nAuthor: One, [Two](ADDRESS)\n:::\n"),
        "rst": (3, ".. presenters::\n\n   Author: One, `Two <ADDRESS>`__\n"),
    },
    "a paper": {
        "md": (4, ":::{presenters}\n| Paper | Author |\n| - | - |\n| [Two](ADDRESS) | One |\n:::\n"),
        "rst": (
            8,
            ".. presenters::\n\n   .. list-table::\n      :header-rows: 1\n\n"
            "      * - Paper\n        - Author\n      * - `Two <ADDRESS>`__\n        - One\n",
        ),
    },
    "a speaker": {
        "md": (4, schedule("md", "One\n:speaker: [Two](ADDRESS)")),
        "rst": (4, schedule("rst", "One\n:speaker: `Two <ADDRESS>`__")),
    },
    "a session's link with a text": {
        "md": (4, schedule("md", "One\n:link: [Two](ADDRESS)")),
        "rst": (4, schedule("rst", "One\n:link: `Two <ADDRESS>`__")),
    },
    "a session's title": {
        "md": (3, schedule("md", "[Two](ADDRESS)")),
        "rst": (3, schedule("rst", "`Two <ADDRESS>`__")),
    },
    "a session's body": {
        "md": (5, schedule("md", "One\n\n[Two](ADDRESS)")),
        "rst": (5, schedule("rst", "One\n\n`Two <ADDRESS>`__")),
    },
    "a description": {
        "md": (2, ":::{details}\n[Two](ADDRESS)\n:::\n"),
        "rst": (3, ".. details::\n\n   `Two <ADDRESS>`__\n"),
    },
    "course info": {
        "md": (2, ":::{course-info}\n- **Sign up:** [Two](ADDRESS)\n:::\n"),
        "rst": (3, ".. course-info::\n\n   - **Sign up:** `Two <ADDRESS>`__\n"),
    },
    "a section that is a session": {
        "md": (4, "```{session}\n```\n\n[Two](ADDRESS)\n"),
        "rst": (3, ".. session::\n\n`Two <ADDRESS>`__\n"),
    },
}


# One place tries them all.
UNSAFE_PLACES = [(place, UNSAFE[0]) for place in PLACES]
UNSAFE_PLACES += [("a reading", address) for address in UNSAFE[1:]]


@pytest.mark.parametrize("markup", MARKUPS)
@pytest.mark.parametrize(("place", "address"), UNSAFE_PLACES)
def test_an_unsafe_address_is_told_and_shown_as_text(
    place: str, markup: str, address: str, build: Build
) -> None:
    line, body = PLACES[place][markup]
    fault = Fault(f"index:{line}", "link", repr(address), body.replace("ADDRESS", address), shows=("Two",))
    site = build(files(fault, markup))
    check(site, fault, markup)
    assert address.partition(":")[0].casefold() + ":" not in site.text("index.html").casefold()


@pytest.mark.parametrize("address", UNSAFE)
@pytest.mark.parametrize("markup", MARKUPS)
def test_an_unsafe_link_of_a_session_is_told_and_shown_as_text(
    markup: str, address: str, build: Build
) -> None:
    fault = Fault(
        "index:4", "link", repr(address), schedule(markup, f"One\n:link: {address}"), shows=("One",)
    )
    site = build(files(fault, markup))
    check(site, fault, markup)
    assert site.page().select(f".seminar-schedule a[href^='{address[:4]}']") == []


@pytest.mark.parametrize(
    "address", ["java\tscript:alert(1)", "\x01javascript:alert(1)", "java&#10;script:alert(1)"]
)
def test_an_unsafe_address_in_disguise_is_no_link(address: str, build: Build) -> None:
    body = f":::{{readings}}\n- [Two](<{address}>)\n:::\n"
    site = build(page("md", body))
    for link in site.page().select(".seminar-readings a"):
        bare = re.sub(r"[\x00-\x20]", "", str(link["href"]))
        assert not bare.casefold().startswith("javascript")


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


def test_markup_in_the_options_of_a_session_is_text(build: Build) -> None:
    options = ":where: <script>alert(1)</script>\n:kind: <script>alert(2)</script>"
    site = build({"course.yml": COURSE, **page("md", schedule("md", f"One\n{options}"))})
    assert site.warnings == []
    body = site.one("div.body")
    assert body.select("script") == []
    assert "<script>alert(1)</script>" in words(body)
    assert "<script>alert(2)</script>" in words(body)
