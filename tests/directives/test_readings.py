"""Every form in which authors of seminar pages write a reading, in both markups."""

from __future__ import annotations

import json
import re
from textwrap import indent

import myst_parser
import pytest
from bs4 import Tag

from ..conftest import Build, words
from ..samples import COURSE, MARKUPS, page
from .reading_forms import FORMS, Form, Item

BODIES = {"md": ":::{readings}\n%s\n:::\n", "rst": ".. readings::\n\n%s\n"}


def seen(item: Tag) -> Item:
    return Item(
        words(item),
        tuple((words(link), str(link["href"])) for link in item.select("a")),
        tuple(words(venue) for venue in item.select(".seminar-venue")),
        tuple(words(mark) for mark in item.select(".seminar-forthcoming")),
    )


CASES = [
    pytest.param(form, markup, id=f"{form.name}-{markup}")
    for form in FORMS
    for markup in MARKUPS
    if markup == "md" or form.rst is not None
]


@pytest.mark.parametrize(("form", "markup"), CASES)
def test_every_form_of_a_reading_is_understood(form: Form, markup: str, build: Build) -> None:
    if form.name == "address with two parameters" and myst_parser.__version__.startswith("4."):
        pytest.skip("MyST 4 escapes the ampersand of an address twice")
    text = form.markdown if markup == "md" else indent(form.rst or "", "   ")
    site = build(page(markup, BODIES[markup] % text), confoverrides={"nitpicky": True})
    assert site.warnings == []
    body = site.one("div.body")
    assert tuple(seen(item) for item in body.select(".seminar-readings > li")) == form.items
    assert tuple(words(tag) for tag in body.select("section > p")) == form.beside


OPTIONAL = {
    "md": """
:::{{readings}} {title}
:optional:

- [Title](https://x.example/z)
### Software
- On paper
:::
""",
    "rst": """
.. readings:: {title}
   :optional:

   - `Title <https://x.example/z>`__

   .. rubric:: Software

   - On paper
""",
}


@pytest.mark.parametrize("markup", MARKUPS)
def test_an_optional_list_is_collapsible_and_says_how_much_is_in_it(
    markup: str, build: Build
) -> None:
    site = build(page(markup, OPTIONAL[markup].format(title="")))
    assert site.warnings == []
    details = site.one("details.seminar-optional")
    assert words(site.one("details > summary")) == "Additional optional reading · 2"
    assert [words(item) for item in details.select(".seminar-readings > li")] == [
        "Title",
        "On paper",
    ]
    assert not details.has_attr("open")


@pytest.mark.parametrize("markup", MARKUPS)
def test_an_optional_list_may_have_a_title_of_its_own(markup: str, build: Build) -> None:
    site = build(page(markup, OPTIONAL[markup].format(title="For the *curious*")))
    summary = site.one("details.seminar-optional > summary")
    assert words(summary) == "For the curious · 2"
    assert summary.em is not None


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_required_list_may_have_a_title(markup: str, build: Build) -> None:
    bodies = {
        "md": ":::{readings} Read before class\n- On paper\n:::\n",
        "rst": ".. readings:: Read before class\n\n   - On paper\n",
    }
    site = build(page(markup, bodies[markup]))
    assert site.warnings == []
    assert words(site.one("p.rubric")) == "Read before class"


@pytest.mark.parametrize("markup", MARKUPS)
def test_an_empty_list_is_nothing(markup: str, build: Build) -> None:
    bodies = {
        "md": (
            ":::{readings}\n:optional:\n:::\n\n"
            ":::{readings}\n:optional:\n\n<!-- later -->\n:::\n\nEnd.\n"
        ),
        "rst": ".. readings::\n   :optional:\n\n.. readings::\n\n   .. later\n\nEnd.\n",
    }
    site = build(page(markup, bodies[markup]))
    assert site.warnings == []
    assert site.page().select("details, .seminar-readings") == []
    assert "End." in words(site.one("div.body"))


def test_a_session_may_have_two_optional_lists_and_no_required_one(build: Build) -> None:
    body = """
        # Page

        ::::{session} Title
        :::{readings}
        :optional:
        - One
        :::
        :::{readings} For later
        :optional:
        - Two
        - Three
        :::
        ::::
        """
    site = build({"index.md": body})
    assert site.warnings == []
    assert [words(summary) for summary in site.page().select("summary")] == [
        "Additional optional reading · 1",
        "For later · 2",
    ]


@pytest.mark.parametrize("value", ["no", "false"])
def test_a_list_that_is_not_optional_is_open(value: str, build: Build) -> None:
    site = build({"index.md": f"# Page\n\n:::{{readings}}\n:optional: {value}\n\n- One\n:::\n"})
    assert site.page().select("details") == []
    assert words(site.one(".seminar-readings > li")) == "One"


@pytest.mark.parametrize("address", ["slides/a.pdf", "./slides/a.pdf"])
def test_a_file_beside_the_page_is_a_download(address: str, build: Build) -> None:
    files = {
        "index.md": "# Page\n",
        "weeks/one.md": (
            f"---\norphan: true\n---\n# One\n\n:::{{readings}}\n- [Title]({address})\n:::\n"
        ),
        "weeks/slides/a.pdf": b"%PDF-1.4",
    }
    site = build(files)
    assert site.warnings == []
    link = site.one(".seminar-readings a", "weeks/one.html")
    assert words(link) == "Title"
    assert (site.app.outdir / "weeks" / str(link["href"])).read_bytes() == b"%PDF-1.4"


def test_a_link_to_a_page_of_the_site_takes_its_address(build: Build) -> None:
    files = {
        "index.md": "# Page\n\n:::{readings}\n- [](notes.md)\n- {doc}`notes` [Blog post]\n:::\n",
        "notes.md": "---\norphan: true\n---\n# All *notes*\n",
    }
    site = build(files)
    assert site.warnings == []
    assert [seen(item) for item in site.page().select(".seminar-readings > li")] == [
        Item("All notes", (("All notes", "notes.html"),)),
        Item("All notes Blog post", (("All notes", "notes.html"),), ("Blog post",)),
    ]


def test_an_item_keeps_what_stands_below_its_first_line(build: Build) -> None:
    body = """
        # Page

        :::{readings}
        - [Title](https://x.example/z) [OSDI'18]

          What to look for.

          - the figure
          - the table
        :::
        """
    site = build({"index.md": body})
    item = site.page().select(".seminar-readings > li")
    assert len(item) == 1
    assert words(item[0]) == "Title OSDI’18 What to look for. the figure the table"


def test_readings_outside_a_session_need_no_course(build: Build) -> None:
    site = build({"index.md": "# Page\n\n:::{readings}\n- One\n:::\n"})
    assert site.warnings == []
    assert words(site.one(".seminar-readings > li")) == "One"


@pytest.mark.parametrize(
    "item",
    [
        "Message passing (I) [as last year] [🎥](https://x.example/v) [🖥](https://x.example/s)",
        "Message passing (II) [in class] [video](https://x.example/v) [slides](https://x.example/s)",
        "Message passing [as in 2019] and more [🎥](https://x.example/v)",
        "Read the first part [in class] of [Raft](https://x.example/r)",
        "[Raft](https://x.example/r) is [as in 2019] for all",
    ],
)
def test_a_remark_in_brackets_stays_where_it_was_written(item: str, build: Build) -> None:
    site = build({"course.yml": COURSE, "index.md": f"# T\n\n:::{{readings}}\n- {item}\n:::\n"})
    shown = re.sub(r"\[([^][]*)\]\([^)]*\)", r"\1", item)
    assert words(site.one("ul.seminar-readings li")) == shown
    assert not site.page().select(".seminar-venue")


def test_the_end_of_a_line_is_a_blank_in_a_reading(build: Build) -> None:
    item = (
        "- Smend,  \n  *Verfassung*, 1928\n- Bickel, *Branch*, 1962, [Copy](https://b.example/m)\n"
    )
    body = f"::::{{session}} Alpha\n:::{{readings}}\n{item}:::\n::::\n"
    site = build({"course.yml": COURSE, **page("md", body)})
    assert site.warnings == []
    readings = json.loads(site.text("course.json"))["sessions"][0]["readings"]
    assert [reading["title"] for reading in readings] == ["Smend, Verfassung, 1928", "Copy"]
    assert [reading["remark"] for reading in readings] == [None, "Bickel, Branch, 1962,"]
