"""Rows of a schedule that hold text alone: of breaks, and of sessions that are elsewhere."""

from __future__ import annotations

import json

import pytest
from docutils import nodes
from sphinx.application import Sphinx

from ..conftest import Build, Folder, Site, words
from ..samples import COURSE

TWICE_A_WEEK = COURSE.replace("days: Mon", "days: Mon Wed")

PAGES = {
    "held": "# Held\n\n:::{session}\n:::\n",
    "off": "# Off\n\n:::{session}\n:status: cancelled\n:::\n",
    "moved": "# Moved\n\n:::{session}\n:date: 2022-02-09\n:time: 13:00-16:00\n"
    ":moved-from: 2022-02-07\n:::\n",
    "online": "# Online\n\n:::{session}\n:where: By video\n:::\n",
}
INDEX = "# Course\n\n```{toctree}\n" + "\n".join([*PAGES, "titles", "whole"]) + "\n```\n"
SITE = {
    "course.yml": COURSE,
    "index.md": INDEX,
    **{f"{name}.md": text for name, text in PAGES.items()},
    "titles.md": "# Titles\n\n```{schedule}\n:show: title\n```\n",
    "whole.md": "# Whole\n\n```{schedule}\n```\n",
}
OWN = """
# Own

:::::{schedule}
::::{session} Zebra
Striped.
::::
::::{session} Gnu
:date: 2022-02-23
::::
:::::
"""


def cell(site: Site, session: str, page: str) -> str:
    (found,) = [
        row
        for row in site.page(page).select(".seminar-schedule tr")
        if row.select(f".seminar-title a[href^='{session}.html']")
        and "seminar-moved" not in row["class"]
    ]
    return " ".join(found.select("td")[-1].get_text(" ").split())


def pages_with(site: Site, word: str) -> set[str]:
    """The pages on which a search finds a word, as its stem is in the index."""
    text = site.text("searchindex.js")
    index = json.loads(text[text.index("(") + 1 : text.rindex(")")])
    numbers = index["terms"].get(word, [])
    return {
        index["docnames"][number]
        for number in (numbers if isinstance(numbers, list) else [numbers])
    }


@pytest.mark.parametrize("page", ["titles.html", "whole.html"])
def test_what_is_noted_of_a_session_stands_in_its_row(page: str, build: Build) -> None:
    site = build(SITE)
    assert site.warnings == []
    assert cell(site, "held", page) == "Held"
    assert cell(site, "off", page) == "Off Cancelled"
    assert cell(site, "moved", page) == "Moved Moved from Mon, Feb 7"
    assert cell(site, "online", page) == "Online By video"


def test_a_title_is_a_heading_where_rows_hold_content_and_none_in_a_list_of_titles(
    build: Build,
) -> None:
    site = build(SITE)
    for page, heading in (("titles.html", "div"), ("whole.html", "h2")):
        titles = site.page(page).select(".seminar-schedule .seminar-title")
        assert {title.name for title in titles} == {heading}


def test_a_row_of_text_costs_no_node(folder: Folder) -> None:
    folder.write(SITE)
    folder.write({"held.md": "# *Held*\n\n:::{session}\n:::\n"})
    links: dict[str, int] = {}

    def count(_app: Sphinx, doctree: nodes.document, docname: str) -> None:
        links[docname] = len(list(doctree.findall(nodes.reference)))

    app = folder._make_app("html", srcdir=folder.srcdir)
    app.connect("doctree-resolved", count)
    app.build()
    assert links["titles"] == 1  # that of the title with markup


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml"])
def test_a_row_leads_to_a_section_of_its_own_page(builder: str, build: Build) -> None:
    text = "# Course\n\n```{schedule}\n```\n\n## Zebra\n\n:::{session}\n:::\n"
    site = build({"course.yml": COURSE, "index.md": text}, builder=builder)
    link = site.one(".seminar-schedule .seminar-title a")
    assert link["href"] == "#zebra"
    assert site.page().select("section#zebra")


@pytest.mark.parametrize("course", [COURSE, TWICE_A_WEEK], ids=["alone", "beside a meeting"])
def test_a_break_is_found_by_search_where_the_sessions_stand(course: str, build: Build) -> None:
    site = build({"course.yml": course, "index.md": OWN})
    assert pages_with(site, "presid") == {"index"}


@pytest.mark.parametrize("body", ["", "A quagga grazes.\n"], ids=["a title", "its content"])
def test_a_session_of_another_page_is_found_there_alone(body: str, build: Build) -> None:
    contents = "\n```{toctree}\n:hidden:\n\nother\n```\n"
    other = f"# Quagga\n\n:::{{session}}\n:::\n\n{body}\n## More\n\nIt grazes.\n"
    site = build({"course.yml": COURSE, "index.md": OWN + contents, "other.md": other})
    assert f"Quagga{body.strip()}" in words(site.one(".seminar-schedule"))
    assert pages_with(site, "stripe") == {"index"}
    assert pages_with(site, "graze") == {"other"}
    assert "index" not in pages_with(site, "quagga")
