"""A reading is an object: it has an id, a place in the inventory, and links lead to it."""

from __future__ import annotations

import pytest
from sphinx.util.inventory import InventoryFile

from .conftest import Build, Folder, Site, words
from .samples import COURSE, MARKUPS, page

PLAN = """
# Plan

:::{readings}
- [The textbook](https://books.example/t)
:::

:::::{schedule}
::::{session} One
:::{readings}
- [Attention Is All You Need [NIPS'17]](https://arxiv.org/abs/1706.03762)
- Read chapter 1 of [The textbook](https://books.example/t)
- [Lecture notes](https://notes.example/1)
- [Soon]()
:::
::::
::::{session} Two
:::{readings}
:optional:

- [Lecture notes](https://notes.example/2)
- [attention is all you need](https://papers.example/attention.pdf)
- [The transformer](https://arxiv.org/pdf/1706.03762v5)
- Chapter 3 of the book
:::
::::
:::::
"""
TEXT = """
# Page

{reading}`Attention is all  you need` {reading}`see this <the-textbook>`
{any}`reading-lecture-notes-2`
[here](#reading-chapter-3-of-the-book)

```{toctree}
plan
```
"""
SITE = {"course.yml": COURSE, "plan.md": PLAN, "index.md": TEXT}


def links(site: Site, name: str = "index.html") -> list[tuple[str, str]]:
    found = site.page(name).select("div.body p a.reference")
    return [(words(link), str(link["href"])) for link in found]


def inventory(site: Site) -> dict[str, tuple[str, str]]:
    loaded = InventoryFile.loads((site.app.outdir / "objects.inv").read_bytes(), uri="").data
    found = loaded.get("seminar:reading", {})
    return {name: (item.uri, item.display_name) for name, item in found.items()}


@pytest.mark.parametrize("parallel", [1, 2])
def test_a_reading_is_in_the_inventory_once_and_links_lead_to_it(
    parallel: int, build: Build
) -> None:
    site = build(SITE, parallel=parallel, confoverrides={"nitpicky": True})
    assert site.warnings == []
    assert inventory(site) == {
        "the-textbook": ("plan.html#reading-the-textbook", "The textbook"),
        "attention-is-all-you-need": (
            "plan.html#reading-attention-is-all-you-need",
            "Attention Is All You Need",
        ),
        "lecture-notes": ("plan.html#reading-lecture-notes", "Lecture notes"),
        "lecture-notes-2": ("plan.html#reading-lecture-notes-2", "Lecture notes"),
        "chapter-3-of-the-book": (
            "plan.html#reading-chapter-3-of-the-book",
            "Chapter 3 of the book",
        ),
    }
    assert links(site) == [
        ("Attention Is All You Need", "plan.html#reading-attention-is-all-you-need"),
        ("see this", "plan.html#reading-the-textbook"),
        ("Lecture notes", "plan.html#reading-lecture-notes-2"),
        ("here", "plan.html#reading-chapter-3-of-the-book"),
    ]
    plan = site.page("plan.html")
    ids = [str(item["id"]) for item in plan.select(".seminar-readings li[id]")]
    assert len(ids) == len(set(ids)) == 8
    # It lands within what opens for a link.
    assert plan.select("details.seminar-optional #reading-chapter-3-of-the-book")
    assert "Attention Is All You Need" in site.text("searchindex.js")


@pytest.mark.parametrize("markup", MARKUPS)
def test_it_works_in_both_markups(markup: str, build: Build) -> None:
    role = {"md": "{reading}`A paper`", "rst": ":reading:`A paper`"}[markup]
    listing = {
        "md": ":::{readings}\n- [A paper](https://x.example/)\n:::\n",
        "rst": ".. readings::\n\n   - `A paper <https://x.example/>`_\n",
    }[markup]
    site = build({"course.yml": COURSE, **page(markup, f"{role}\n\n{listing}")})
    assert site.warnings == []
    assert links(site)[0] == ("A paper", "#reading-a-paper")


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("The textbok", "no reading is called 'The textbok'; did you mean 'The textbook'?"),
        ("chapter 3", "no reading is called 'chapter 3'; did you mean 'Chapter 3 of the book'?"),
        (
            "lecture Notes",
            (
                "2 readings are called 'lecture Notes'; write which: 'lecture-notes' or "
                "'lecture-notes-2'"
            ),
        ),
        ("Soon", "no reading is called 'Soon'; write the title of one of a {readings}"),
    ],
    ids=["misspelt", "a part", "ambiguous", "announced alone"],
)
def test_a_name_of_no_reading_or_of_two_is_told(target: str, told: str, build: Build) -> None:
    site = build({**SITE, "index.md": f"# Page\n\n{{reading}}`{target}`\n\n{TEXT[8:]}"})
    assert site.warnings == [f"index.md:3: WARNING: {told} [seminar.link]"]


def test_a_page_is_written_anew_when_its_reading_is_called_otherwise(folder: Folder) -> None:
    folder.write(SITE)
    folder.build()
    folder.write({"plan.md": PLAN.replace("The textbook", "A book")})
    (told,) = [line for line in folder.build().warnings if "textbook" in line]
    assert "no reading is called 'the-textbook'" in told


@pytest.mark.parametrize("builder", ["latex", "texinfo", "singlehtml"])
def test_links_resolve_in_other_formats(builder: str, build: Build) -> None:
    site = build(SITE, builder, confoverrides={"nitpicky": True})
    assert site.warnings == []
    (written,) = [
        path for path in site.app.outdir.iterdir() if path.suffix in {".tex", ".texi"}
    ] or [site.app.outdir / "index.html"]
    # Once where it leads from, at least, and once where it leads to.
    assert written.read_text("utf-8").count("reading-attention-is-all-you-need") > 1


def test_two_courses_keep_their_readings_apart(build: Build) -> None:
    course = {"course.yml": COURSE, "index.md": PLAN.replace("# Plan", "# C\n\n{reading}`Soon?`")}
    files = {f"{name}/{path}": text for name in "ab" for path, text in course.items()}
    text = "```{toctree}\na/index\nb/index\n```\n\n{reading}`b/the-textbook`\n"
    site = build({**files, **page("md", text)})
    assert len(site.warnings) == 2  # of each course, that none of its readings is called so
    assert {"a/the-textbook", "b/the-textbook"} <= inventory(site).keys()
    assert links(site)[-1] == ("The textbook", "b/index.html#reading-the-textbook")
