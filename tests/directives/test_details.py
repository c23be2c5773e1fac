"""A collapsible detailed description, in both markups."""

from __future__ import annotations

import pytest

from ..conftest import Build, words
from ..samples import MARKUPS, page

BODIES = {
    "md": ":::{{details}} {title}\nLong *text*.\n\n- item\n:::\n",
    "rst": ".. details:: {title}\n\n   Long *text*.\n\n   - item\n",
}


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_description_opens_at_a_click(markup: str, build: Build) -> None:
    site = build(page(markup, BODIES[markup].format(title="")))
    assert site.warnings == []
    details = site.one("details.seminar-details")
    assert words(details.find("summary") or details) == "Detailed description"
    assert not details.has_attr("open")
    assert words(details) == "Detailed description Long text. item"
    assert details.em is not None


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_description_may_have_a_title_of_its_own(markup: str, build: Build) -> None:
    site = build(page(markup, BODIES[markup].format(title="What we do & *why*")))
    assert site.warnings == []
    summary = site.one("details.seminar-details > summary")
    assert words(summary) == "What we do & why"
    assert summary.em is not None


@pytest.mark.parametrize("markup", MARKUPS)
def test_an_empty_description_is_reported(markup: str, build: Build) -> None:
    body = {"md": ":::{details}\n:::\n\nEnd.\n", "rst": ".. details::\n\nEnd.\n"}
    site = build(page(markup, body[markup]))
    [warning] = site.warnings
    assert warning.startswith(f"index.{markup}:{3 if markup == 'md' else 4}: ")
    assert warning.endswith("[seminar.option]")
    assert site.page().select("details") == []
    assert "End." in words(site.one("div.body"))


def test_a_description_needs_no_course_and_no_session(build: Build) -> None:
    site = build(page("md", "> :::{details}\n> Text.\n> :::\n"))
    assert site.warnings == []
    assert words(site.one("blockquote details")) == "Detailed description Text."


@pytest.mark.parametrize("builder", ["text", "latex", "man"])
def test_other_formats_show_the_title_and_all_of_the_text(builder: str, build: Build) -> None:
    conf: dict[str, object] = {"man_pages": [("index", "page", "Page", [], 1)]}
    site = build(page("md", BODIES["md"].format(title="")), builder, confoverrides=conf)
    assert site.warnings == []
    [output] = [
        file for ending in ("index.txt", "*.tex", "page.1") for file in site.app.outdir.glob(ending)
    ]
    text = output.read_text(encoding="utf-8")
    assert "Detailed description" in text
    assert "item" in text
