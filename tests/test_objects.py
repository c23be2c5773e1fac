"""Units, people, deadlines and announcements are linked to by name, from this site and others."""

from __future__ import annotations

from pathlib import Path

import pytest
from sphinx.util.inventory import InventoryFile

from .conftest import Build, Folder, Site, words
from .samples import COURSE

PLAN = """
# Plan

:::::{schedule}

## Part one

::::{session} One
:::{deadline} First report
:when: class
:::
::::

## Part two

::::{session} Two
:::{deadline} Second report
:id: second
:when: class
:::
::::
:::::
"""
NEWS = """
# News

:::{staff}
:::

:::{announcements}
:::

:::{announcement} Welcome
:date: 2022-01-02
Words.
:::

:::{announcement} Not yet
:date: 2199-01-02
Words.
:::
"""
INDEX = """
# Index

{any}`part-two` {any}`deadline-first-report` {any}`second` {any}`announcement-welcome`
{any}`Ada Brook` [there](#second) {any}`week-2` [](#week-5) [](plan.md#seminar-week-7)

```{toctree}
plan
news
```
"""
SITE = {"course.yml": COURSE, "index.md": INDEX, "plan.md": PLAN, "news.md": NEWS}


def inventory(site: Site) -> dict[tuple[str, str], str]:
    data = InventoryFile.loads((site.app.outdir / "objects.inv").read_bytes(), uri="").data
    return {
        (kind.removeprefix("seminar:"), name): item.uri
        for kind, items in data.items()
        for name, item in items.items()
        if kind.startswith("seminar:")
    }


@pytest.mark.parametrize("parallel", [1, 2])
def test_what_a_course_has_is_in_the_inventory_and_is_linked_to(
    parallel: int, build: Build
) -> None:
    site = build(SITE, parallel=parallel, confoverrides={"nitpicky": True})
    assert site.warnings == []
    assert inventory(site) == {
        ("session", "one"): "plan.html#one",
        ("session", "two"): "plan.html#two",
        ("unit", "part-one"): "plan.html#part-one",
        ("unit", "part-two"): "plan.html#part-two",
        ("deadline", "deadline-first-report"): "plan.html#deadline-first-report",
        ("deadline", "second"): "plan.html#second",
        ("announcement", "announcement-welcome"): "news.html#announcement-welcome",
        ("person", "Ada Brook"): "news.html#person-ada-brook",
        ("person", "Noor Haddad"): "news.html#person-noor-haddad",
        # The fifth has a break, and no session yet but the first two.
        **{("week", f"week-{n}"): f"plan.html#seminar-week-{n}" for n in range(1, 8)},
    }
    found = site.page().select("div.body p a.reference")
    assert [(words(link), link["href"]) for link in found] == [
        ("Part two", "plan.html#part-two"),
        ("First report", "plan.html#deadline-first-report"),
        ("Second report", "plan.html#second"),
        ("Welcome", "news.html#announcement-welcome"),
        ("Ada Brook", "news.html#person-ada-brook"),
        ("there", "plan.html#second"),
        ("Week 2", "plan.html#seminar-week-2"),
        ("Week 5", "plan.html#seminar-week-5"),
        ("Week 7", "plan.html#seminar-week-7"),
    ]
    for link in found:
        page, _sign, anchor = str(link["href"]).partition("#")
        assert len(site.page(page).select(f"[id='{anchor}']")) == 1
    assert "2199" not in site.text("news.html")


@pytest.mark.parametrize("parallel", [1, 2])
def test_an_id_that_two_pages_have_is_told_once(parallel: int, build: Build) -> None:
    other = "# Other\n\n:::{deadline} Another\n:id: second\n:when: 2022-02-01\n:::\n"
    index = INDEX.replace("plan\n", "plan\nother\n")
    site = build({**SITE, "index.md": index, "other.md": other}, parallel=parallel)
    assert site.warnings == [
        (
            "other.md:3: WARNING: ':id: second' is there already, at plan.md:16; write another "
            "one [seminar.option]"
        )
    ]
    names = [name for kind, name in inventory(site) if kind == "deadline"]
    assert sorted(names) == ["deadline-first-report", "second", "second-2"]


def test_a_heading_or_a_page_called_as_a_week_is_meant_before_it(folder: Folder) -> None:
    plain = "# Notes\n\n(week-2)=\n## Second week\n\nWords.\n"
    index = "# Index\n\n{any}`week-2` [](#week-2) {any}`week-3`\n\n```{toctree}\n:glob:\n*\n```\n"
    files = {"course.yml": COURSE, "index.md": index, "plan.md": PLAN, "notes.md": plain}
    folder.write(files | {"week-3.md": "# All of week 3\n\n## Week 1\n"})
    site = folder.build(confoverrides={"nitpicky": True})
    assert site.warnings == []
    found = site.page().select("div.body p a.reference")
    assert [str(link["href"]) for link in found] == [
        "notes.html#week-2",
        "notes.html#week-2",
        "week-3.html",
    ]


@pytest.mark.parametrize("builder", ["singlehtml", "latex", "text"])
def test_a_link_to_a_week_leads_there_in_books(builder: str, build: Build) -> None:
    site = build(SITE, builder)
    assert site.warnings == []
    if builder == "singlehtml":
        assert site.one("#seminar-week-2")
    if builder == "latex":
        (book,) = site.app.outdir.glob("*.tex")
        text = book.read_text(encoding="utf-8")
        assert text.count(r"\label{\detokenize{plan:seminar-week-2}}") == 1
        assert r"\hyperref[\detokenize{plan:seminar-week-2}]" in text


def test_the_weeks_of_two_courses_on_one_page_have_ids_of_their_own(build: Build) -> None:
    other = COURSE.replace("Mon", "Tue").replace("02-21", "02-22")
    schedules = "".join(f":::{{schedule}}\n:course: {name}\n:::\n\n" for name in ("b", "a", "b"))
    links = "{any}`a/week-2` {any}`b/week-2`\n"
    files = {
        "a/course.yml": COURSE,
        "b/course.yml": other,
        "index.md": f"# Both\n\n{schedules}{links}",
    }
    site = build(files, confoverrides={"nitpicky": True})
    assert site.warnings == []
    ids = [str(each["id"]) for each in site.page().select("[id*=week-]")]
    # The first course of the page keeps those that it has alone.
    first, second = ([f"seminar-{name}week-{n}" for n in range(1, 8)] for name in ("", "a-"))
    assert ids == [*first, *second]
    found = site.page().select("div.body p a.reference")
    assert [link["href"] for link in found][-2:] == ["#seminar-a-week-2", "#seminar-week-2"]


def test_another_site_links_to_all_of_them(folder: Folder, tmp_path: Path) -> None:
    readings = ":::{readings}\n- [A paper](https://x.example/)\n:::\n"
    folder.write({**SITE, "plan.md": PLAN + readings})
    other = folder.build()
    mapping = {"other": ("https://other.example/", str(other.app.outdir / "objects.inv"))}
    (tmp_path / "here").mkdir()
    here = Folder(tmp_path / "here", folder._make_app)
    here.write(
        {
            "conf.py": (folder.srcdir / "conf.py").read_text()
            + "extensions += ['sphinx.ext.intersphinx']\n"
            + f"intersphinx_mapping = {mapping!r}\nintersphinx_disabled_reftypes = []\n",
            "index.md": "# Here\n\n{reading}`a-paper` [](inv:other#second) [](inv:other#part-two) "
            "{any}`announcement-welcome` [](inv:other#week-2)\n",
        }
    )
    built = here.build(confoverrides={"nitpicky": True})
    assert built.warnings == []
    found = built.page().select("div.body p a.reference")
    assert [(words(link), link["href"]) for link in found] == [
        ("A paper", "https://other.example/plan.html#reading-a-paper"),
        ("Second report", "https://other.example/plan.html#second"),
        ("Part two", "https://other.example/plan.html#part-two"),
        ("Welcome", "https://other.example/news.html#announcement-welcome"),
        ("Week 2", "https://other.example/plan.html#seminar-week-2"),
    ]
