"""What pages have for the script that lets readers tick, filter and copy."""

from __future__ import annotations

import pytest

from ..conftest import Build
from ..samples import COURSE, page

READINGS = ":::{readings}\n- [A paper](https://example.org/a)\n:::\n"
KINDS = "kinds:\n  Lab: {number: yes}\n"
USES = {
    "readings": (f"::::{{session}} One\n{READINGS}::::\n", True),
    "two speakers": ("::::{session} One\n:speaker: Ada Brook\n::::\n", True),
    "two kinds": (
        "::::{session} One\n:kind: Lab\n::::\n::::{session} Two\n:kind: Talk\n::::\n",
        True,
    ),
    "one kind": ("::::{session} One\n:kind: Lab\n::::\n", False),
    "text": ("::::{session} One\n\nText.\n::::\n", False),
}


@pytest.mark.parametrize("use", USES)
def test_a_schedule_has_a_line_for_a_filter_and_lists_that_it_has(use: str, build: Build) -> None:
    sessions, has_line = USES[use]
    body = f":::::{{schedule}}\n{sessions}:::::\n"
    site = build({"course.yml": COURSE, **page("md", body)})
    boxes = site.page().select("details.seminar-tools")
    assert len(boxes) == has_line
    # Without the script there is nothing behind it.
    assert all(box.has_attr("hidden") for box in boxes)


def test_the_script_knows_its_words_and_the_course(build: Build) -> None:
    files = {"index.md": "# Page\n\n```{toctree}\none/weeks/plan\n```\n", "one/course.yml": COURSE}
    site = build(
        {**files, "one/weeks/plan.md": f"# Plan\n\n{READINGS}"}, confoverrides={"language": "fr"}
    )
    script = site.one("script[src*=seminar-tools]", "one/weeks/plan.html")
    assert script["data-course"] == "../"
    assert script["data-read"] == "Marquer comme lu\xa0: {0}"
    assert script["data-count"] == "{0} sur {1} lus"


def test_a_site_may_have_no_tools(build: Build) -> None:
    body = f":::::{{schedule}}\n::::{{session}} One\n{READINGS}::::\n:::::\n"
    files = {"course.yml": COURSE, **page("md", body)}
    text = build(files, confoverrides={"seminar_tools": False}).text("index.html")
    assert "seminar-tools" not in text


def test_a_numbered_label_says_its_kind_to_the_filter(build: Build) -> None:
    sessions = ":::{session} One\n:kind: Lab\n:::\n:::{session} Two\n:kind: Exam\n:::\n"
    body = f"::::{{schedule}}\n{sessions}::::\n"
    site = build({"course.yml": COURSE + KINDS, **page("md", body)})
    labels = site.page().select(".seminar-kind")
    assert [(label.text, label.get("data-name")) for label in labels] == [
        ("Lab 1", "Lab"),
        ("Exam", None),
    ]
