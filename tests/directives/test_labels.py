"""A label right before a directive leads to what the directive shows."""

from __future__ import annotations

import pytest

from sphinx_seminar.domain import SeminarDomain
from sphinx_seminar.views.registry import VIEWS

from ..conftest import Build, words
from ..samples import COURSE

BODIES = {
    **{name: "" for name, view in VIEWS.items() if view.options},
    "schedule": "",
    "course-info": "",
    "reading-list": "",
    "announcements": ":::{announcement} Inner\n:date: 2022-01-01\nText.\n:::\n",
    "readings": "- A paper\n",
    "details": "Text.\n",
    "presenters": "Author: Noor\n",
    "deadline": ":when: 2022-02-01\n",
    "session": "",
    "release": "Text.\n",
}
"""Directives, each with what is in it; those of views are here by their lines in the registry."""
TITLES = {"details": " More", "deadline": " Homework", "release": " 2022-01-01"}


def pages(name: str, title: str | None = None) -> dict[str, str]:
    body = f"(here)=\n::::{{{name}}}{TITLES.get(name, '')}\n{BODIES[name]}::::\n"
    reference = "{ref}`text <here>`, [other](#here)"
    if name in {"deadline", "session"}:
        reference += ", {ref}`here`, [](#here)"
    return {
        "course.yml": COURSE,
        "index.md": f"# Top\n\n{reference}\n\n```{{toctree}}\npage\n```\n",
        "page.md": f"# Page\n\n```{{session}}\n```\n\nText.\n\n{body}"
        if name != "session"
        else f"# Page\n\n{body}\nText.\n",
    }


def test_every_directive_is_tried() -> None:
    inner = {"announcement"}  # in {announcements} alone
    assert SeminarDomain.directives.keys() - inner == BODIES.keys()


@pytest.mark.parametrize("name", BODIES)
def test_a_label_before_a_directive_leads_to_what_it_shows(build: Build, name: str) -> None:
    site = build(pages(name))
    assert [line for line in site.warnings if "'here'" in line or "label" in line] == []
    assert len(site.page("page.html").select("#here")) == 1
    links = site.page().select('[role=main] a[href="page.html#here"]')
    titles = {"deadline": ["Homework"] * 2, "session": ["Page"] * 2}.get(name, [])
    assert [words(link) for link in links] == ["text", "other", *titles]


@pytest.mark.parametrize("builder", ["latex", "text", "texinfo", "singlehtml"])
def test_a_label_leads_there_in_every_format(build: Build, builder: str) -> None:
    files = pages("schedule")
    files["page.md"] += "".join(
        f"\n(label-{name})=\n::::{{{name}}}{TITLES.get(name, '')}\n{body}::::\n"
        for name, body in BODIES.items()
        if name not in {"session", "schedule", "my-presentations"}
    )
    site = build(files, builder=builder)
    assert [line for line in site.warnings if "label" in line or "ref" in line] == []
    if builder == "latex":
        (name,) = [path.name for path in site.app.outdir.glob("*.tex")]
        text = site.text(name)
        for label in ("here", "label-staff", "label-readings", "label-deadline"):
            assert text.count(rf"\label{{\detokenize{{page:{label}}}}}") == 1, label


def test_a_label_in_restructuredtext_leads_to_the_view(build: Build) -> None:
    page = "Page\n====\n\n.. _here:\n\n.. schedule::\n\nSee :ref:`the plan <here>`.\n"
    site = build({"course.yml": COURSE, "index.rst": page})
    assert site.warnings == []
    assert len(site.page().select("#here")) == 1


def test_a_label_before_a_session_of_a_schedule_leads_to_its_row(build: Build) -> None:
    page = "# Page\n\n[x](#here)\n\n::::{schedule}\n\n(here)=\n:::{session} Talk\n:::\n::::\n"
    site = build({"course.yml": COURSE, "index.md": page})
    assert site.warnings == []
    assert len(site.page().select("#here")) == 1
