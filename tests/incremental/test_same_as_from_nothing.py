"""After an edit, a build leaves each page as a build from nothing writes it."""

from __future__ import annotations

import shutil
from typing import Any

import pytest

from sphinx_seminar.views.registry import VIEWS

from ..conftest import Folder
from ..samples import COURSE
from ..views.every_view import CONF, ON_SESSION_PAGES, OTHERWISE
from ..views.every_view import FILES as EVERY_VIEW

STUDENTS = "name,email\nNoor Haddad,noor@school.example\nWei Lindqvist,wei@school.example\n"
SHEET = "session,Author,Reviewer\nid-one,Wei Lindqvist,\n"
PRESENTING = """presenting:
  roles:
    - {name: Author}
    - {name: Reviewer}
  signups: signups.csv
  students: students.csv
"""
COURSE_YML = (
    COURSE[: COURSE.index("presenting:")] + PRESENTING + "grading: {Talk: 40, Report: 60}\n"
)
DIRECTIVES = (
    *("schedule", "course-info", "reading-list"),
    *(name for name, view in VIEWS.items() if view.options),
)
FILES = {
    **{f"{name}.md": f"# {name}\n\n:::{{{name}}}\n:::\n" for name in DIRECTIVES},
    "one.md": "# One\n\n:::{session}\n:id: id-one\n:::\n\n:::{presenters}\n:::\n",
    "two.md": "# Two\n\n:::{session}\n:id: id-two\n:::\n\n:::{presenters}\n"
    "author: noor@school.example\n:::\n",
    "due.md": "# Due\n\n:::{deadline} Review\n:when: class\n:session: id-two\n:::\n",
    "three.md": "# Three\n\n:::{session}\n:id: id-three\n:::\n\n:::{presenters}\n"
    "Author: [Noor Haddad](https://slides.example/report)\n:::\n",
    "front.md": "# Front\n\n:::{announcements}\n:latest: 1\n:::\n",
    "news.md": "# News\n\n:::{announcement} Room\n:date: 2022-01-24\nText.\n:::\n",
    "course.yml": COURSE_YML,
    "signups.csv": SHEET,
    "students.csv": STUDENTS,
}


def index(*names: str) -> dict[str, str]:
    listed = "\n".join(names)
    return {"index.md": f"# Page\n\n```{{toctree}}\n{listed}\n```\n"}


NAMES = sorted(name.removesuffix(".md") for name in FILES if name.endswith(".md"))


def shown(folder: Folder, **options: Any) -> dict[str, str]:
    """What is in the body of each page."""
    site = folder.build(**options)
    pages = sorted(site.app.outdir.glob("*.html"))
    return {
        page.name: str(body)
        for page in pages
        if page.stem in site.app.env.found_docs
        for body in site.page(page.name).select("div.body")
    }


GROUPS = COURSE_YML.replace(
    "meetings:\n  - {days: Mon, time: 13:00-16:00, where: Soda 405}\n",
    "sections:\n"
    "  - {name: Group A, meetings: {days: Mon, time: 13:00-16:00}}\n"
    "  - {name: Group B, meetings: {days: Wed, time: 13:00-16:00}}\n",
)
BROKEN_DATES = COURSE_YML.replace("end: 2022-03-11", "end: 2021-03-11")
BROKEN_STAFF = COURSE_YML.replace("name: Noor Haddad, role: Assistant", "nam: Noor Haddad")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            {},
            {
                "course.yml": COURSE_YML.replace(
                    "{name: Reviewer}", "{name: Reviewer, optional: yes}"
                )
            },
            id="a role becomes optional",
        ),
        pytest.param(
            {},
            {"students.csv": STUDENTS.replace("Noor Haddad", "Noor Haddadi")},
            id="a name of the roster is corrected",
        ),
        pytest.param(
            {"course.yml": BROKEN_DATES},
            {"course.yml": BROKEN_STAFF},
            id="dates are known again",
        ),
        pytest.param(
            {"course.yml": BROKEN_STAFF},
            {"course.yml": BROKEN_DATES},
            id="dates are no longer known",
        ),
        pytest.param(
            {"course.yml": COURSE_YML.replace("name: Author", "name: AUTHOR")},
            {"course.yml": COURSE_YML},
            id="a role is spelled otherwise",
        ),
        pytest.param(
            {},
            {
                "course.yml": COURSE_YML.replace(
                    "    - {name: Author}\n    - {name: Reviewer}\n", ""
                ).replace("  roles:\n", "")
            },
            id="no roles any more",
        ),
        pytest.param(
            {"course.yml": COURSE_YML.replace("  signups", "  names: initials\n  signups")},
            {"students.csv": STUDENTS + "Ada Report,ada@school.example\n"},
            id="a link tells a name that is new in the roster",
        ),
        pytest.param(
            {},
            {"course.yml": COURSE_YML.replace("2022-02-21", "2022-02-07")},
            id="a break moves",
        ),
        pytest.param(
            {},
            {"course.yml": COURSE_YML.replace("breaks:", "weeks: {count_breaks: false}\nbreaks:")},
            id="weeks are counted otherwise",
        ),
        pytest.param(
            {"course.yml": GROUPS},
            {"course.yml": GROUPS.replace("days: Wed", "days: Fri")},
            id="a section meets on another day",
        ),
        pytest.param(
            {},
            {
                "due.md": FILES["due.md"]
                + "\n:::{announcement} Old\n:date: 2022-01-10\nText.\n:::\n"
            },
            id="there is news beside the latest",
        ),
    ],
)
def test_an_edit_of_files_leaves_nothing_stale(
    before: dict[str, str], after: dict[str, str], folder: Folder
) -> None:
    folder.write({**FILES, **index(*NAMES), **before})
    first = shown(folder)
    folder.write(after)
    second = shown(folder)
    shutil.rmtree(folder.srcdir / "_build")
    assert second == shown(folder)
    assert second != first


def test_a_renamed_page_of_a_session_is_linked_by_its_new_name(folder: Folder) -> None:
    folder.write({**FILES, **index(*NAMES)})
    assert "two.html" in shown(folder)["deadlines.html"]
    (folder.srcdir / "two.md").rename(folder.srcdir / "second.md")
    folder.write(index(*("second" if name == "two" else name for name in NAMES)))
    after = shown(folder)
    shutil.rmtree(folder.srcdir / "_build")
    assert after == shown(folder)
    assert "second.html" in after["deadlines.html"]


NOT_OF_A_COURSE = {"edit-link"}
"""Views that show nothing of any other file."""


def test_after_an_edit_of_other_files_the_page_of_every_view_is_as_from_nothing(
    folder: Folder,
) -> None:
    """Where a view has not changed: edit what it shows, in the files of `every_view` or here."""
    # A page names the feeds of its course: their titles would have each page written anew.
    options = {"confoverrides": {**CONF, "seminar_feeds": []}}
    folder.write(EVERY_VIEW)
    first = shown(folder, **options)
    others = {name: text for name, text in OTHERWISE.items() if not name.startswith("view-")}
    text = others["one.md"]
    assert isinstance(text, str)
    others["one.md"] = text.replace("- [A paper](https://papers.example)\n", "")
    folder.write(others)
    second = shown(folder, **options)
    shutil.rmtree(folder.srcdir / "_build")
    assert second == shown(folder, **options)
    views = {f"view-{name}.html": name for name in VIEWS if name not in ON_SESSION_PAGES}
    unchanged = {name for page, name in views.items() if second[page] == first[page]}
    assert unchanged == NOT_OF_A_COURSE
