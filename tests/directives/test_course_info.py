"""The head of a course page: facts of course.yml, and rows of the page's own."""

from __future__ import annotations

from textwrap import dedent

import pytest

from ..conftest import Build, Site, words
from ..samples import COURSE, MARKUPS, page

EMPTY = {"md": "```{course-info}\n```\n", "rst": ".. course-info::\n"}


def facts(site: Site) -> dict[str, str]:
    """What the list says, by its labels."""
    found = site.one("dl.seminar-course-info")
    terms = [words(term).removesuffix(":") for term in found.select("dt")]
    return dict(zip(terms, map(words, found.select("dd")), strict=True))


def links(site: Site) -> dict[str, str]:
    found = site.one("dl.seminar-course-info").select("dd a")
    return {words(link): str(link["href"]) for link in found}


@pytest.mark.parametrize("markup", MARKUPS)
def test_it_shows_when_where_who_and_links(markup: str, build: Build) -> None:
    site = build({"course.yml": COURSE, **page(markup, EMPTY[markup])})
    assert site.warnings == []
    assert facts(site) == {
        "Term": "Spring 2022",
        "When": "Monday, 13:00–16:00 (Los Angeles time); Mon, Jan 24, 2022 – Fri, Mar 11, 2022",
        "Where": "Soda 405",
        "Instructor": "Ada Brook (office hours: TBA)",
        "Assistant": "Noor Haddad",
        "Announcements": "Piazza",
        "Review system": "reviews.example",
    }
    assert links(site) == {
        "Ada Brook": "https://people.example/ada",
        "reviews.example": "https://reviews.example/",
    }


ROWS = {
    "md": """
:::{course-info}
An introduction.

- **Sign up:** at least *three* times.
- **Suggest a reading**: [here](https://x.example/s).
- Credits: 3
- *Prerequisites:* none; see [the list](https://x.example/l): all of it.
- **Slides:**
  - one
  - two
- No label, just text.

The end.
:::
""",
    "rst": """
.. course-info::

   An introduction.

   - **Sign up:** at least *three* times.
   - **Suggest a reading**: `here <https://x.example/s>`__.
   - Credits: 3
   - *Prerequisites:* none; see `the list <https://x.example/l>`__: all of it.
   - **Slides:**

     - one
     - two
   - No label, just text.

   The end.
""",
}


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_list_in_its_body_adds_rows(markup: str, build: Build) -> None:
    site = build({"course.yml": "title: Course", **page(markup, ROWS[markup])})
    assert site.warnings == []
    assert facts(site) == {
        "Sign up": "at least three times.",
        "Suggest a reading": "here.",
        "Credits": "3",
        "Prerequisites": "none; see the list: all of it.",
        "Slides": "one two",
    }
    assert links(site) == {"here": "https://x.example/s", "the list": "https://x.example/l"}
    assert site.one("dl.seminar-course-info").em is not None
    text = words(site.one("div.body"))
    for shown in ("An introduction.", "No label, just text.", "The end."):
        assert shown in text


@pytest.mark.parametrize(
    ("item", "shown"),
    [
        ("**[Sign up](https://x.example/s):** soon", "Sign up: soon"),
        ("[Sign up](https://x.example/s): soon", "Sign up: soon"),
        ("see https://x.example/s", "see https://x.example/s"),
        ("at 13:00", "at 13:00"),
        ("`code`: text", "code: text"),
        ("An introduction. It says: read", "An introduction. It says: read"),
    ],
)
def test_what_has_no_label_stays_a_list(item: str, shown: str, build: Build) -> None:
    site = build(page("md", f":::{{course-info}}\n- {item}\n:::\n"))
    assert site.warnings == []
    assert words(site.one("div.body li")) == shown
    assert len(site.page().select("div.body li a")) == item.count("](")


def test_without_a_course_its_body_is_shown(build: Build) -> None:
    site = build(page("md", ":::{course-info}\n- When: Mondays\n:::\n"))
    assert site.warnings == []
    assert facts(site) == {"When": "Mondays"}


@pytest.mark.parametrize(
    ("files", "missing"),
    [
        ({}, "no course.yml governs this page, and {course-info} shows what is there"),
        ({"course.yml": "title: x\n"}, "{course-info}: course.yml has nothing to show there"),
    ],
)
def test_with_nothing_to_show_it_says_what_is_missing(
    files: dict[str, str], missing: str, build: Build
) -> None:
    (problem,) = build({**files, **page("md", EMPTY["md"])}).warnings
    assert problem.startswith("index.md:3: WARNING: ")
    assert missing in problem
    assert problem.endswith("[seminar.course]")


def test_a_long_address_breaks_in_latex(build: Build) -> None:
    course = "title: x\nlinks: {Record: https://docs.example/sheets/d/abc/edit?usp=sharing}\n"
    site = build({"course.yml": course, **page("md", EMPTY["md"])}, "latex")
    tex = next(site.app.outdir.glob("*.tex")).read_text(encoding="utf-8")
    assert r"docs.example/\allowbreak{}sheets/\allowbreak{}d/\allowbreak{}abc" in tex


def test_it_can_name_its_course(build: Build) -> None:
    site = build(
        {"fall/course.yml": COURSE, **page("md", ":::{course-info}\n:course: fall\n:::\n")}
    )
    assert site.warnings == []
    assert facts(site)["Term"] == "Spring 2022"


def test_people_of_one_role_share_its_row(build: Build) -> None:
    course = "staff: [{name: Ada, role: TA}, Noor, {name: Li, role: TA}, Wei]\n"
    site = build({"course.yml": course, **page("md", EMPTY["md"])})
    assert facts(site) == {"TA": "Ada Li", "Staff": "Noor Wei"}
    assert len(site.one("dl.seminar-course-info").select("dd > p")) == 4


MEETINGS = {
    "days": (
        "meetings: [{days: Tu Th, time: 8:30am-9:45am}]",
        {
            "When": "Tuesday, Thursday, 8:30–9:45 am (New York time); "
            "Wed, Sep 1, 2021 – Wed, Dec 8, 2021"
        },
    ),
    "every other week": (
        "meetings: [{days: Fri, every: 2}]",
        {"When": "every other week on Friday; Wed, Sep 1, 2021 – Wed, Dec 8, 2021"},
    ),
    "a list of dates": (
        "meetings: [{dates: [2021-09-03, 2021-09-04], time: '9:00', where: Hall}]",
        {
            "When": "Fri, Sep 3; Sat, Sep 4, 2021, 09:00 (New York time)",
            "Where": "Hall",
        },
    ),
    "a discussion section": (
        """
        meetings:
          - {days: Mon, where: Hall}
          - {days: Fri, kind: Discussion, where: Lab, sessions: no}
        """,
        {
            "Term": "Wed, Sep 1, 2021 – Wed, Dec 8, 2021",
            "When": "Monday; Hall",
            "Discussion": "Friday; Lab",
        },
    ),
}


@pytest.mark.parametrize(("meetings", "shown"), MEETINGS.values(), ids=MEETINGS)
def test_every_pattern_of_meetings_is_told(
    meetings: str, shown: dict[str, str], build: Build
) -> None:
    term = "timezone: America/New_York\nstart: 2021-09-01\nend: 2021-12-08\n"
    course = term + dedent(meetings)
    site = build({"course.yml": course, **page("md", EMPTY["md"])})
    assert site.warnings == []
    assert facts(site) == shown


@pytest.mark.parametrize("builder", ["text", "latex"])
def test_other_formats_show_it_whole(builder: str, build: Build) -> None:
    site = build({"course.yml": COURSE, **page("md", ROWS["md"])}, builder)
    assert site.warnings == []
    [output] = [*site.app.outdir.glob("index.txt"), *site.app.outdir.glob("*.tex")]
    text = " ".join(output.read_text(encoding="utf-8").split())
    for shown in ("Piazza", "Ada Brook", "Soda 405", "Credits", "No label, just text.", "The end."):
        assert shown in text


def test_the_zone_of_office_hours_is_named_once(build: Build) -> None:
    course = dedent("""\
        timezone: Asia/Tokyo
        staff:
          - {name: Ada Brook, office_hours: "Tue 2-3pm, Room 7"}
          - {name: Noor Haddad, office_hours: by appointment}
        """)
    body = ":::{course-info}\n:::\n\n:::{staff}\n:::\n"
    site = build({"course.yml": course, **page("md", body)})
    notes = [words(note) for note in site.page().select(".seminar-muted")]
    assert notes == ["Times are Tokyo time.", "Times are Tokyo time."]  # a directive each
    met = course + "start: 2022-01-24\nend: 2022-03-11\nmeetings: {days: Mon, time: 9:00-10:00}\n"
    shown = text_of(met, body, build)
    assert shown.count("Tokyo time") == 2
    assert "(Tokyo time)" in shown
    assert "Tokyo" not in text_of(course.replace("Tue 2-3pm, Room 7", "TBA"), body, build)


def text_of(course: str, body: str, build: Build) -> str:
    return words(build({"course.yml": course, **page("md", body)}).one("div.body"))
