"""What a course has is in the index of the site: under its name, with its kind."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from .conftest import Folder, Site, words
from .samples import COURSE
from .test_objects import SITE

READINGS = """
:::{readings}
- [A paper; with more [NSDI'12]](https://x.example/)
- [Another; with less](https://y.example/)
:::
"""
FILES = {
    **SITE,
    "plan.md": SITE["plan.md"].replace(
        ":::{deadline} First", READINGS[1:] + "\n:::{deadline} First"
    ),
}
LATER = """
::::{session} Later
:release: 2022-03-10
:silent:

:::{readings}
- [Kept](https://kept.example/)
:::
::::
"""


def index_of(site: Site) -> list[tuple[str, list[str]]]:
    """The entries of the index, each with the addresses that it leads to."""
    found = []
    for item in site.page("genindex.html").select("table.indextable li"):
        links = item.find_all("a", recursive=False)
        found.append((words(links[0]), [str(link["href"]) for link in links]))
    return found


def test_sessions_weeks_units_readings_people_deadlines_and_news_are_in_the_index(
    folder: Folder,
) -> None:
    folder.write(FILES)
    site = folder.build()
    assert site.warnings == []
    assert index_of(site) == [
        # Sphinx would part a text at a semicolon.
        ("A paper, with more (reading)", ["plan.html#reading-a-paper-with-more"]),
        ("Ada Brook (person)", ["news.html#person-ada-brook"]),
        ("Another, with less (reading)", ["plan.html#reading-another-with-less"]),
        ("First report (deadline)", ["plan.html#deadline-first-report"]),
        ("Noor Haddad (person)", ["news.html#person-noor-haddad"]),
        ("One (session)", ["plan.html#one"]),
        ("Part one (unit)", ["plan.html#part-one"]),
        ("Part two (unit)", ["plan.html#part-two"]),
        ("Second report (deadline)", ["plan.html#second"]),
        ("Two (session)", ["plan.html#two"]),
        *((f"Week {n}", [f"plan.html#seminar-week-{n}"]) for n in range(1, 8)),
        ("Welcome (announcement)", ["news.html#announcement-welcome"]),
    ]


def test_an_index_after_an_edit_is_the_one_of_a_build_from_nothing(folder: Folder) -> None:
    folder.write(FILES)
    folder.build()
    edited = FILES["plan.md"].replace("} Two", "} Three")
    folder.write({"plan.md": edited, "course.yml": COURSE.replace("Noor", "Nora")})
    site = folder.build()
    again = folder.build(freshenv=True, builddir=folder.srcdir.parent / "clean")
    assert site.text("genindex.html") == again.text("genindex.html")
    entries = dict(index_of(site))
    assert "Three (session)" in entries
    assert "Nora Haddad (person)" in entries
    assert not entries.keys() & {"Two (session)", "Noor Haddad (person)"}
    # Another build of the same application, too, adds them to what was read alone.
    site.app.build()
    assert index_of(site) == index_of(again)
    with Path(site.app.doctreedir, "environment.pickle").open("rb") as stream:
        stored = pickle.load(stream).domaindata["index"]["entries"]
    assert not any(stored.values())


def test_what_is_withheld_is_not_in_the_index(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = FILES["plan.md"].replace("::::{session} Two", LATER.strip() + "\n\n::::{session} Two")
    folder.write({**FILES, "plan.md": plan})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1643000000")  # in January 2022
    text = folder.build().text("genindex.html")
    assert "Two (session)" in text
    assert not [word for word in ("Later", "Kept", "Not yet") if word in text]


def test_entries_of_one_name_are_one_and_courses_are_told_apart(folder: Folder) -> None:
    page = "# Plan\n\n::::{schedule}\n:::{session} One\n:::\n:::{session} One\n:::\n::::\n"
    course = "title: Another\nstart: 2022-01-24\nend: 2022-01-28\nmeetings: [{days: Mon Tue}]\n"
    files = {"a/course.yml": COURSE, "b/course.yml": course + "timezone: UTC\n"}
    pages = {"a/plan.md": page, "b/plan.md": page}
    folder.write({**files, **pages, "index.md": "# All\n\n```{toctree}\na/plan\nb/plan\n```\n"})
    entries = dict(index_of(folder.build()))
    assert entries["(session, CS 101)"] == ["a/plan.html#one", "a/plan.html#one-2"]
    assert entries["One (session, Another)"] == ["b/plan.html#one", "b/plan.html#one-2"]
    assert entries["Week 7 (CS 101)"] == ["a/plan.html#seminar-week-7"]
    # Two terms of a course have one code.
    folder.write({"b/course.yml": course + "timezone: UTC\ncode: CS 101\nterm: Fall 2022\n"})
    entries = dict(index_of(folder.build()))
    assert "One (session, CS 101 Another, Fall 2022)" in entries
    assert "(session, CS 101 Reading Machines, Spring 2022)" in entries


def test_kinds_are_in_the_language_of_the_site(folder: Folder) -> None:
    folder.write(FILES)
    names = [name for name, _links in index_of(folder.build(confoverrides={"language": "de"}))]
    assert {"One (Sitzung)", "Woche 1", "Ada Brook (Person)"} <= {*names}


def test_a_book_without_an_index_does_not_ask_for_the_program_that_sorts_one(
    folder: Folder,
) -> None:
    folder.write(FILES)
    engine = {"latex_engine": "xelatex"}
    (book,) = folder.build("latex", confoverrides=engine).app.outdir.glob("*.tex")
    assert r"\index{" not in book.read_text(encoding="utf-8")
    folder.write({"news.md": FILES["news.md"] + "\n{index}`Words`\n"})
    folder.build("latex", confoverrides=engine)
    assert r"\spxentry{One}\spxextra{session}" in book.read_text(encoding="utf-8")


def test_a_site_without_an_index_gets_none(folder: Folder) -> None:
    folder.write(FILES)
    site = folder.build(confoverrides={"html_use_index": False})
    assert not (site.app.outdir / "genindex.html").exists()


@pytest.mark.parametrize(
    ("builder", "ending", "entry"),
    [
        ("latex", "tex", r"\index{{{0} ({1})@\spxentry{{{0}}}\spxextra{{{1}}}}}"),
        ("texinfo", "texi", "@geindex {0} ({1})\n"),
    ],
)
def test_a_book_has_its_index_by_page(
    builder: str, ending: str, entry: str, folder: Folder
) -> None:
    folder.write(FILES)
    site = folder.build(builder)
    assert site.warnings == []
    (book,) = site.app.outdir.glob(f"*.{ending}")
    text = book.read_text(encoding="utf-8").replace("@comma{}", ",")
    for name, kind in [
        ("One", "session"),
        ("Part two", "unit"),
        ("Ada Brook", "person"),
        ("Second report", "deadline"),
        ("Welcome", "announcement"),
        ("A paper, with more", "reading"),
    ]:
        assert text.count(entry.format(name, kind)) == 1
    assert text.count("Week 3@" if builder == "latex" else "@geindex Week 3\n") == 1
