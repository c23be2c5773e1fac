"""Units: headings in a filled schedule, and sections that hold sessions in a gathered one."""

from __future__ import annotations

import json

import pytest
from bs4 import Tag

from ..conftest import Build, Folder, Site, words
from ..samples import COURSE, MARKUPS, page

FILLED = {
    "md": """:::::{schedule}

::::{session} Zero
::::

## Part *I*: Storage

Disks and [logs](https://logs.example).

::::{session} One
Text.
::::

::::{session} Two
::::

## Two

::::{session} Three
::::

::::{session} A visit
:date: none
::::
:::::
""",
    "rst": """.. schedule::

   .. session:: Zero

   .. rubric:: Part *I*: Storage

   Disks and `logs <https://logs.example>`_.

   .. session:: One

      Text.

   .. session:: Two

   .. rubric:: Two

   .. session:: Three

   .. session:: A visit
      :date: none
""",
}
GATHERED = {
    "course.yml": COURSE,
    "index.md": "# Course\n\n:::{schedule}\n:units:\n:show: title\n:::\n\n## Zero\n\n:::{session}\n"
    ":::\n\n```{toctree}\none\ntwo\n```\n",
    "one.md": "# Part I\n\n## One\n\n:::{session}\n:::\n\n## Two\n\n:::{session}\n:::\n",
    "two.md": "# Part *II*\n\n## Three\n\n:::{session}\n:::\n\n### Inside\n\n:::{session}\n:::\n",
}


def rows(site: Site) -> list[str]:
    """The words of each row's last cell, units with a sign."""

    def told(cell: Tag) -> str:
        sign = "== " if "seminar-unit" in (cell.get("class") or "") else ""
        return sign + words(cell).replace(" ¶", "").replace("Sessions", "")  # hidden: it folds

    found = site.page().select(".seminar-schedule > table > tbody > tr > :last-child")
    return [told(cell) for cell in found]


def body_of(unit: Tag) -> Tag:
    """The body of the table that a unit is in."""
    body = unit.find_parent("tbody")
    assert body is not None
    return body


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_heading_in_a_schedule_begins_a_unit(markup: str, build: Build) -> None:
    site = build({"course.yml": COURSE, **page(markup, FILLED[markup])})
    assert site.warnings == []
    assert rows(site)[:7] == [
        "Zero",
        "== Part I: StorageDisks and logs.",
        "OneText.",
        "Two",
        "== Two",
        "Three",
        "A visit",
    ]
    first, second = site.page().select(".seminar-unit")
    assert first.h2 is not None
    assert str(first.h2.em) == "<em>I</em>"
    assert first["id"] == "part-i-storage"
    assert first.select_one("a[href='https://logs.example']") is not None
    assert first.select_one("a.headerlink[href='#part-i-storage']") is not None
    # The session is called so, too, and keeps its id.
    assert second["id"] == "two-2"
    assert site.one("#one h3")
    assert site.one("#zero h2")
    links = site.page().select("nav .seminar-units a")
    assert [(words(link), link["href"]) for link in links] == [
        ("Part I: Storage", "#part-i-storage"),
        ("Two", "#two-2"),
    ]


def test_a_unit_that_begins_with_a_week_stands_over_the_week(build: Build) -> None:
    site = build({"course.yml": COURSE, **page("md", FILLED["md"])})
    [first, _second] = site.page().select(".seminar-unit")
    assert first["colspan"] == "3"
    assert body_of(first).select(".seminar-week") == []


def test_a_unit_in_the_midst_of_a_week_parts_it(build: Build) -> None:
    course = COURSE.replace("days: Mon", "days: Mon Wed")
    assert course != COURSE
    body = ":::::{schedule}\n::::{session} A\n::::\n## P\n::::{session} B\n::::\n:::::\n"
    site = build({"course.yml": course, **page("md", body)})
    assert site.warnings == []
    assert body_of(site.one(".seminar-unit")).select(".seminar-week") == []
    heads = [words(week) for week in site.page().select(".seminar-week")][:3]
    assert heads == ["Week 1 This week", "Week 1 This week", "Week 2 This week"]
    assert site.page().select(".seminar-units") == []  # of one unit there is no list


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_unit_of_which_sessions_come_later_is_named_again(markup: str, build: Build) -> None:
    bodies = {
        "md": ":::::{schedule}\n## P\n::::{session} A\n:date: 2022-02-14\n::::\n::::{session} B\n"
        "::::\n## Q\n::::{session} C\n::::\n:::::\n",
        "rst": ".. schedule::\n\n   .. rubric:: P\n\n   .. session:: A\n      :date: 2022-02-14\n\n"
        "   .. session:: B\n\n   .. rubric:: Q\n\n   .. session:: C\n",
    }
    site = build({"course.yml": COURSE, **page(markup, bodies[markup])})
    assert site.warnings == []
    assert rows(site)[:7] == ["== P", "B", "== Q", "C", "To be announced", "== P (continued)", "A"]
    assert [link["href"] for link in site.page().select(".seminar-units a")] == ["#p", "#q"]
    assert site.one(".seminar-unit a:not(.headerlink)")["href"] == "#p"


def test_a_unit_lasts_as_long_as_the_weeks_of_its_rows(build: Build) -> None:
    site = build({"course.yml": COURSE, **page("md", FILLED["md"])})
    first, second = site.page().select(".seminar-unit")
    weeks = {words(week): week for week in site.page().select("th.seminar-week")}
    assert first["data-until"] == weeks["Week 3 This week"]["data-until"]
    assert first.find("seminar-now") is not None
    # A visit that has no date yet is never past.
    assert not second.has_attr("data-until")


def test_an_empty_schedule_makes_units_of_the_sections_that_hold_sessions(build: Build) -> None:
    site = build(GATHERED)
    assert site.warnings == []
    # Neither the page that the schedule itself is on, nor a session, is a unit.
    held = [row for row in rows(site) if row not in {"Presidents' Day", "To be announced"}]
    assert held == ["Zero", "== Part I", "One", "Two", "== Part II", "Three", "Inside"]
    links = [link["href"] for link in site.page().select(".seminar-unit a")]
    assert links == ["one.html#part-i", "two.html#part-ii"]
    assert [link["href"] for link in site.page().select(".seminar-units a")] == links


def test_without_the_option_no_section_is_a_unit(build: Build) -> None:
    site = build({**GATHERED, "index.md": GATHERED["index.md"].replace(":units:\n", "")})
    assert site.page().select(".seminar-unit") == []


def test_another_title_of_a_unit_is_on_the_page_that_gathers_it(folder: Folder) -> None:
    folder.write(GATHERED)
    folder.build()
    folder.write({"one.md": GATHERED["one.md"].replace("Part I", "Part One")})
    assert "== Part One" in rows(folder.build())


@pytest.mark.parametrize(
    ("body", "line", "name"),
    [
        (":::::{schedule}\n\n::::{session} A\n::::\n\n## Part II\n\nText.\n:::::\n", 8, "Part II"),
        (":::::{schedule}\n\n## P\n\n## Q\n::::{session} A\n::::\n:::::\n", 5, "P"),
    ],
)
def test_a_unit_without_a_session_is_told_and_still_seen(
    body: str, line: int, name: str, build: Build
) -> None:
    site = build({"course.yml": COURSE, **page("md", body)})
    told = f"index.md:{line}: WARNING: the unit {name!r} holds no session; "
    told += "write its sessions below the heading, or take the heading out [seminar.schedule]"
    assert site.warnings == [told]
    assert name in site.one("p.rubric").get_text()


def test_a_value_of_units_that_says_neither_yes_nor_no_is_told(build: Build) -> None:
    site = build({"course.yml": COURSE, **page("md", ":::{schedule}\n:units: parts\n:::\n")})
    [warning] = site.warnings
    assert (
        "':units: parts' is not known; write ':units:' alone or ':units: years', or take it out"
        in warning
    )


def test_outside_html_a_unit_is_a_row_and_a_heading_over_its_sessions(build: Build) -> None:
    site = build({"course.yml": COURSE, **page("md", FILLED["md"])}, "text")
    assert site.warnings == []
    text = site.text("index.txt")
    table, _, below = text.rpartition("+\n")
    assert "**Part *I*: Storage**" in table
    assert below.index("Part *I*: Storage") < below.index("Disks and logs") < below.index("One")
    assert "-[ Two ]-" not in below  # nothing is under it


def test_title_and_description_of_a_unit_are_to_be_translated(build: Build) -> None:
    site = build({"course.yml": COURSE, **page("md", FILLED["md"])}, "gettext")
    assert site.warnings == []
    catalog = site.text("index.pot")
    assert 'msgid "Part I: Storage"' in catalog
    assert "Disks and" in catalog


def test_a_link_of_myst_to_the_heading_of_a_unit_finds_it(build: Build) -> None:
    body = "[](#einführung)\n\n:::::{schedule}\n## Einführung\n::::{session} A\n::::\n:::::\n"
    conf = {"myst_heading_anchors": 2}
    site = build({"course.yml": COURSE, **page("md", body)}, confoverrides=conf)
    assert site.warnings == []
    anchor = str(site.one("a.reference.internal[href^='#']")["href"])
    assert site.one(f".seminar-unit [id='{anchor[1:]}'], .seminar-unit[id='{anchor[1:]}']")


@pytest.mark.parametrize("builder", ["dirhtml", "singlehtml", "epub", "latex", "man"])
def test_every_format_has_the_units_in_their_places(builder: str, folder: Folder) -> None:
    conf = {"version": "1", "copyright": "the school", "man_pages": [("index", "c", "c", "", 1)]}
    folder.write({"course.yml": COURSE, **page("md", FILLED["md"])})
    site = folder.build(builder, confoverrides=conf)
    assert site.warnings == []
    suffix = {"epub": "index.xhtml", "latex": "*.tex", "man": "c.1"}.get(builder, "index.html")
    file = next(iter(sorted(site.app.outdir.rglob(suffix), key=lambda path: len(path.parts))))
    text = file.read_text(encoding="utf-8")
    _, _, after = text.partition("Zero")
    places = [after.index(word) for word in ("Storage", "One", "Two", "Three")]
    assert places == sorted(places)
    assert "Disks and" in after


SESSION = "# {title}\n\n:::{{session}}\n{more}:::\n"
TREES = """# Course

:::{schedule}
:units:
:show: title
:::

```{toctree}
a
```
```{toctree}
:caption: Part I & more
b
c
d/index
```
"""
PAGES = {
    "course.yml": COURSE,
    "index.md": TREES,
    "d/index.md": "# Practice\n\n```{toctree}\ne\nf\n```\n",
    "d/e.md": SESSION.format(title="E", more=""),
    "d/f.md": SESSION.format(title="F", more=":unit: Finale!\n"),
} | {f"{name}.md": SESSION.format(title=name.upper(), more="") for name in "abc"}


def test_pages_are_in_the_unit_that_their_page_or_the_contents_name(build: Build) -> None:
    site = build(PAGES)
    assert site.warnings == []
    assert [row for row in rows(site) if row != "Presidents' Day"][:8] == [
        "A",
        "== Part I & more",
        "B",
        "C",
        "== Practice",
        "E",
        "== Finale!",
        "F",
    ]
    links = [(words(link), link["href"]) for link in site.page().select(".seminar-units a")]
    assert links == [
        ("Part I & more", "#seminar-unit-part-i-more"),
        ("Practice", "d/index.html"),
        ("Finale!", "#seminar-unit-finale"),
    ]
    assert site.one("#seminar-unit-finale a.headerlink")
    data = json.loads(site.text("course.json"))
    units = [each["unit"] for each in data["sessions"]]
    assert units == [None, "Part I & more", "Part I & more", "Practice", "Finale!"]


def test_contents_that_list_all_sessions_part_nothing(build: Build) -> None:
    tree = TREES.replace("```{toctree}\na\n```\n", "").replace("d/index\n", "")
    pages = {name: PAGES[name] for name in ("course.yml", "b.md", "c.md")}
    site = build(pages | {"index.md": tree})
    assert site.page().select(".seminar-unit") == []


def test_a_caption_that_changes_changes_the_schedule(folder: Folder) -> None:
    schedule, trees = ":::{schedule}\n:units:\n:show: title\n:::\n", TREES
    trees = trees.replace(schedule, "")
    folder.write(PAGES | {"index.md": trees, "a.md": f"{PAGES['a.md']}\n{schedule}"})
    folder.build()
    folder.write({"index.md": trees.replace("Part I", "Part One")})
    assert "Part One" in folder.build().text("a.html")


def test_a_session_in_a_filled_schedule_names_its_unit_too(build: Build) -> None:
    schedule = FILLED["md"].replace("{session} Three\n", "{session} Three\n:unit: Last part\n")
    site = build({"course.yml": COURSE, **page("md", schedule)})
    assert site.warnings == []
    assert "== Last part" in rows(site)
    empty = build({"course.yml": COURSE, **page("md", schedule.replace(" Last part", ""))})
    [warning] = empty.warnings
    assert "':unit:' is empty; write a value behind it, or take it out" in warning


def test_outside_html_the_first_head_of_a_unit_over_its_content_continues_nothing(
    build: Build,
) -> None:
    written = (
        "## P\n\n:::{session} A\n:date: 2022-02-07\nText.\n:::\n"
        ":::{session} B\n:date: 2022-01-24\n:::\n\n"
        "## Q\n\n:::{session} C\n:date: 2022-01-31\nText.\n:::\n"
    )
    files = page("md", f"::::{{schedule}}\n\n{written}::::\n") | {"course.yml": COURSE}
    text = build(files, "text").text("index.txt")
    assert text.count("P (continued)") == 1  # in the table
    assert text.index("-[ Q ]-") < text.index("-[ P ]-")
