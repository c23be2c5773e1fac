"""All readings of a course in one list."""

from __future__ import annotations

import pytest

from ..conftest import Build, Folder, Site, words
from ..samples import COURSE, MARKUPS, page

PLAN = """
# Plan

:::{readings}
- [The textbook](https://books.example/t)
:::

:::::{schedule}
::::{session} One
:::{readings}
- Read part 1 of [Big data [NSDI'12]](https://papers.example/big), [slides](https://papers.example/s)
- [Attention [NIPS'17]](https://arxiv.org/abs/1706.03762)
- [More]()
:::
::::
::::{session} Two
:::{readings}
:optional:
- Chapter 3 of the book
:::
::::
::::{session} Three
:::{readings}
- [Newer [NSDI'20]](https://papers.example/newer)
- [A post [Blog post]](https://papers.example/post)
- Read part 2 of [Big data](https://papers.example/big)
:::
::::
:::::
"""
LISTS = {
    "list.md": "# List\n\n:::{reading-list}\n:::\n",
    "venue.md": "# Venue\n\n:::{reading-list}\n:by: Venue\n:::\n",
    "first.md": "# First\n\n:::{reading-list}\n:by: first-use\n:::\n",
}
INDEX = "# Index\n\n```{toctree}\nplan\nlist\nvenue\nfirst\n```\n"
SITE = {"course.yml": COURSE, "index.md": INDEX, "plan.md": PLAN, **LISTS}


def lines(site: Site, name: str) -> list[str]:
    """The names of groups and the readings below them."""
    found = site.page(name).select("div.body p.seminar-group, div.body li")
    return [words(tag).replace("’", "'") for tag in found]


@pytest.mark.parametrize("parallel", [1, 2])
def test_readings_are_listed_by_session_by_venue_and_by_first_use(
    parallel: int, build: Build
) -> None:
    site = build(SITE, parallel=parallel, confoverrides={"nitpicky": True})
    assert site.warnings == []
    assert lines(site, "list.html") == [
        "For the whole course",
        "The textbook",
        "One · Week 1 · Mon, Jan 24",
        "Read part 1 of Big data NSDI'12 · slides · also read in week 3",
        "Attention NIPS'17",
        "More (to come)",
        "Two · Week 2 · Mon, Jan 31",
        "Chapter 3 of the book optional",
        "Three · Week 3 · Mon, Feb 7",
        "Newer NSDI'20",
        "A post Blog post",
        "Read part 2 of Big data · also read in week 1",
    ]
    assert lines(site, "venue.html") == [
        "NIPS",
        "Attention NIPS'17 · week 1",
        "NSDI",
        "Newer NSDI'20 · week 3",
        "Big data NSDI'12 · slides · week 1, week 3",
        "Other readings",
        "The textbook",
        "More (to come) · week 1",
        "Chapter 3 of the book optional · week 2",
        "A post Blog post · week 3",
    ]
    assert lines(site, "first.html")[:2] == [
        "The textbook",
        "Big data NSDI'12 · slides · week 1, week 3",
    ]
    found = site.page("list.html")
    addresses = {words(link): link["href"] for link in found.select("div.body a.reference")}
    assert addresses["Big data"] == "https://papers.example/big"
    assert addresses["Chapter 3 of the book"] == "plan.html#reading-chapter-3-of-the-book"
    assert addresses["week 3"] == "plan.html#three"
    # The pages that it repeats are found by a search, and it is not.
    assert '"textbook":1' not in site.text("searchindex.js").replace(" ", "")
    assert found.select("li[id]") == []


@pytest.mark.parametrize("markup", MARKUPS)
def test_it_works_in_both_markups_and_without_a_course(markup: str, build: Build) -> None:
    text = {
        "md": ":::{readings}\n- [A](https://x.example/)\n:::\n\n:::{reading-list}\n:::\n",
        "rst": ".. readings::\n\n   - `A <https://x.example/>`_\n\n.. reading-list::\n",
    }[markup]
    site = build(page(markup, text))
    assert site.warnings == []
    assert lines(site, "index.html") == ["A", "For the whole course", "A"]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            ":by: venu",
            "index.md:4: WARNING: ':by: venu' is no order; did you mean 'venue'? [seminar.option]",
        ),
        (
            "",
            (
                "index.md:3: WARNING: {reading-list}: no {readings} is in the course of "
                "course.yml; write one [seminar.course]"
            ),
        ),
    ],
    ids=["an order that is none", "no reading"],
)
def test_what_is_wrong_is_told(body: str, told: str, build: Build) -> None:
    readings = ":::{readings}\n- [A](https://x.example/)\n:::\n" if body else ""
    text = f":::{{reading-list}}\n{body}\n:::\n\n{readings}"
    site = build({"course.yml": COURSE, **page("md", text)})
    assert site.warnings == [told]


def test_two_sessions_of_one_week_are_named_by_their_titles(build: Build) -> None:
    course = COURSE.replace("days: Mon", "days: Mon Tue")
    text = "".join(
        f"::::{{session}} {name}\n:::{{readings}}\n- [A](https://x.example/)\n:::\n::::\n"
        for name in ("One", "Two")
    )
    body = f":::::{{schedule}}\n{text}:::::\n\n:::{{reading-list}}\n:::\n"
    site = build({"course.yml": course, **page("md", body)})
    assert lines(site, "index.html")[-1] == "A · also read in One"


def test_the_list_is_written_anew_when_a_reading_or_a_date_changes(folder: Folder) -> None:
    folder.write(SITE)
    folder.build()
    folder.write({"plan.md": PLAN.replace("Newer", "Newest")})
    assert "Newest NSDI'20" in lines(folder.build(), "list.html")
    folder.write({"course.yml": COURSE.replace("2022-01-24", "2022-01-31")})
    assert "One · Week 1 · Mon, Jan 31" in lines(folder.build(), "list.html")
