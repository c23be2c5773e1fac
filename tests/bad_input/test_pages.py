"""A page with faults: each is reported with its line, and the rest is built."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent
from typing import Any

import pytest
from sphinx.testing.util import SphinxTestApp
from sphinx.transforms import SphinxTransform

from ..conftest import Build, Folder, words
from ..samples import COURSE, MARKUPS, page
from .faults import Fault, check, files, schedule

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
    "not a date of a change": {
        markup: Fault(
            "index:4",
            "date",
            "':changed-on:' 'Monday' is not a date",
            schedule(markup, "One\n:changed-on: Monday\n:status: cancelled"),
            shows=("One",),
        )
        for markup in MARKUPS
    },
    "a date of a change without a change": {
        markup: Fault(
            "index:4",
            "option",
            "':changed-on: 2022-02-01' is on a session that is neither moved nor cancelled; write "
            "':moved-from:' or ':status: cancelled' too, or take it out",
            schedule(markup, "One\n:changed-on: 2022-02-01"),
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
            shows=("Paper", "One"),
        ),
        "rst": Fault(
            "index:1",
            "presenters",
            "names the roles in its header",
            ".. presenters::\n\n   +-----+\n   | One |\n   +-----+\n",
            shows=("One",),
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
            "is in no section",
            "> Quoted.\n>\n> ```{session}\n> ```\n",
            shows=("Quoted.",),
        ),
        "rst": Fault(
            "index:3",
            "schedule",
            "is in no section",
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


@pytest.mark.parametrize(
    ("fault", "markup"), [case for case in PAGE_CASES if case.values[1] == "md"]
)
def test_a_fault_of_a_page_can_be_suppressed(fault: Fault, markup: str, build: Build) -> None:
    options = {"suppress_warnings": [f"seminar.{fault.kind}"]}
    assert build(page_files(fault, markup), confoverrides=options).warnings == []


def test_an_option_that_stands_twice_is_told(build: Build) -> None:
    fault = Fault(
        "index:5",
        "option",
        "':where:' is there twice; the last one holds",
        schedule("md", "One\n:where: Hall\n:where: Lab", "Two"),
        shows=("One", "Lab", "Two"),
    )
    check(build(files(fault, "md")), fault, "md")


def test_restructuredtext_tells_of_an_option_that_stands_twice_itself(build: Build) -> None:
    site = build(
        {
            "course.yml": COURSE,
            **page("rst", schedule("rst", "One\n:where: Hall\n:where: Lab", "Two")),
        }
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


def test_a_reading_whose_link_has_no_text_is_told_and_shown_by_its_address(build: Build) -> None:
    items = "- [](https://papers.example/a.pdf)\n- https://papers.example/b.pdf\n"
    site = build(page("md", f":::{{readings}}\n{items}:::\n"))
    assert site.warnings == [
        (
            "index.md:4: WARNING: the reading at https://papers.example/a.pdf has no title; write "
            "it in the brackets: [Title](https://papers.example/a.pdf) [seminar.link]"
        )
    ]
    links = site.page().select(".seminar-readings a")
    assert [(words(link), link["href"]) for link in links] == [
        ("papers.example/a.pdf", "https://papers.example/a.pdf"),
        ("https://papers.example/b.pdf", "https://papers.example/b.pdf"),
    ]


def test_one_cause_on_a_page_takes_three_lines(build: Build) -> None:
    days = [f"Day {day}\n:date: {day}.2.2022\n:slides: {day}.pdf" for day in range(1, 9)]
    others = ["Misspelt\n:sppeaker: Ada", "Wrong\n:date: 2022-02-30"]
    file = "write year-month-day, such as"
    site = build({"course.yml": COURSE, **page("md", schedule("md", *days, *others))})
    told = [warning for warning in site.warnings if file in warning or "more like" in warning]
    assert [warning.split(" ", 1)[0] for warning in told] == [
        "index.md:6:",
        "index.md:11:",
        "index.md:16:",
        "index.md:17:",
    ]
    assert told[2].endswith("6 more like these, in lines 16 to 41 [seminar.date]")
    assert told[3].endswith("6 more like these, in lines 17 to 42 [seminar.link]")
    left = "".join(site.warnings)
    assert "'2022-02-30' is not in the calendar" in left
    assert "':sppeaker:'" in left
    assert len(site.warnings) == 8


def test_what_is_wrong_is_told_where_the_page_stops_the_build(
    folder: Folder, make_app: Callable[..., SphinxTestApp]
) -> None:
    class Fails(SphinxTransform):
        default_priority = 800

        def apply(self, **kwargs: Any) -> None:
            raise RuntimeError("of another extension")

    folder.write({"course.yml": COURSE, **page("md", ":::{session} One\n:date: soon\n:::\n")})
    app = make_app(srcdir=folder.srcdir)
    app.add_transform(Fails)
    with pytest.raises(RuntimeError, match="of another extension"):
        app.build()
    assert "'soon' is not a date" in app.warning.getvalue()


def test_advice_is_that_of_its_option(build: Build) -> None:
    body = """
        :::{readings}
        :title: Papers
        :optional: No
        - [A paper](https://x.example/p)
        :::

        :::{readings}
        :optional: perhaps
        - [A paper](https://x.example/p)
        :::

        :::{deadline} Essay
        :when: 2022-02-02
        :out: 10am
        :::
        """
    site = build({"course.yml": COURSE, **page("md", dedent(body))})
    told = [warning.split(": WARNING: ", 1)[1].rsplit(" [", 1)[0] for warning in site.warnings]
    assert told == [
        "{readings} has no option ':title:'; write the title behind {readings}",
        "':optional: perhaps' is not known; write ':optional:' alone, or take it out",
        (
            "':out:' '10am' is not understood; write such as 2022-02-04, Friday, week 5 Fri "
            "or day of class"
        ),
    ]
    assert site.page().select(".seminar-optional") == []
