"""What is in course.yml, in options and in role lines is in the catalogs, and translated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po

from sphinx_seminar.load.course_file import load_course
from sphinx_seminar.load.translated_course import translated

from ..bad_input.course_keys import GOOD, lines_of
from ..conftest import Folder, Site, words

COURSE = """
title: Reading Machines
code: CS 101
term: Spring 2022
timezone: America/Los_Angeles
start: 2022-01-24
end: 2022-03-11
meetings:
  - {days: Mon, time: 13:00-16:00, where: Great hall}
  - {days: Tue, time: 10:00-11:00, where: Small room, kind: Discussion, sessions: no}
materials: [Lab sheet, Slides]
breaks:
  - {date: 2022-02-21, title: Holiday}
staff:
  - name: Ada Brook
    role: Instructor
    pronouns: she
    photo: ada.png
    alt: Ada at a desk
    office_hours: {days: Tue, time: 14:00-15:00, where: Her office}
    links: {Home: "https://x.example/ada", Mail: on request}
  - {name: Noor Haddad, role: Assistant, office_hours: on request}
links:
  News: Forum
  Reviews: https://x.example/reviews
presenting:
  roles: [Author, Reviewer]
grading:
  schemes:
    Usual:
      Talk: {weight: 60, note: in public, points: 4 for attending}
      Project: {Code: 30, Text: 10}
    Thesis: {Talk: 100}
  bands: {Passed: 60, Failed: 0}
"""

COURSE_TEXTS = {
    *("Reading Machines", "Spring 2022", "Great hall", "Small room", "Discussion", "Holiday"),
    "Lab sheet",
    *("Instructor", "she", "Ada at a desk", "Her office", "Home", "Mail", "on request"),
    *("Assistant", "News", "Forum", "Reviews", "Author", "Reviewer", "Usual", "Talk"),
    *("in public", "attending", "Project", "Code", "Text", "Thesis", "Passed", "Failed"),
}
"""All that readers see of it, but for names, codes and addresses."""

PAGE = """
# Machines

:::{course-info}
:::

:::{staff}
:::

:::{grading}
:scheme: usual
:::

:::{timetable}
:::

:::::{schedule}

::::{session} Beginnings
:kind: Guest lecture
:where: Garden
:lab-sheet: https://x.example/sheet
:slides: [Part one](https://x.example/1)

:::{presenters}
Author: Noor Haddad
Reviewer: [Wei Lindqvist](https://x.example/wei)
Skeptic:
:::
::::

::::{session} Papers

:::{presenters}
| Paper | Author | Skeptic |
| --- | --- | --- |
| The *first* paper | Noor Haddad | |
| [Second](https://x.example/2) | | Wei Lindqvist |
:::
::::

:::::

## Later

:::{session}
:kind: Workshop
:::
"""

PAGE_TEXTS = {
    *("Machines", "Beginnings", "Guest lecture", "Garden", "Author", "Reviewer", "Skeptic"),
    *("Papers", "The *first* paper", "[Second](https://x.example/2)", "Later", "Workshop"),
    "[Part one](https://x.example/1)",
}

FILES: dict[str, str | bytes] = {
    "course.yml": COURSE.replace("roles: [Author, Reviewer]", "roles: [Author, Reviewer, Skeptic]"),
    "ada.png": b"",
    "index.md": PAGE,
}


def catalogs(site: Site) -> dict[str, dict[str, list[tuple[str, int]]]]:
    """The texts of each catalog that the site's builder wrote, with their places."""
    found = {}
    for path in Path(site.app.outdir).glob("**/*.pot"):
        with path.open("rb") as opened:
            texts = {str(m.id): list(m.locations) for m in read_po(opened) if m.id}
        found[path.relative_to(site.app.outdir).with_suffix("").as_posix()] = texts
    return found


def marked(text: str) -> str:
    """A translation that shows where it is."""
    return f"«{text}»"


def translate(folder: Folder, language: str, wanted: Mapping[str, set[str]]) -> None:
    """Write a catalog for each that the gettext builder made, all its texts marked."""
    pots = Path(folder.srcdir, "_build", "gettext")
    for name in wanted:
        with (pots / f"{name}.pot").open("rb") as opened:
            catalog = read_po(opened, locale=language)
        for message in catalog:
            if message.id:
                text = str(message.id)
                is_markup = text.startswith("[")
                message.string = text.replace("Second", "«Second»") if is_markup else marked(text)
        target = folder.srcdir / "locales" / language / "LC_MESSAGES" / f"{name}.po"
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as written:
            write_po(written, catalog)


@pytest.fixture
def site(folder: Folder) -> Site:
    """The site in German, its words and its author's."""
    folder.write(FILES)
    folder.build("gettext", freshenv=True)
    translate(folder, "de", {"course": COURSE_TEXTS, "index": PAGE_TEXTS})
    return folder.build(freshenv=True, confoverrides={"language": "de"})


def test_the_texts_of_course_yml_are_in_a_catalog_with_their_lines(folder: Folder) -> None:
    folder.write(FILES)
    built = folder.build("gettext")
    assert built.warnings == []
    texts = catalogs(built)["course"]
    assert set(texts) == COURSE_TEXTS | {"Skeptic"}
    lines = str(FILES["course.yml"]).strip().splitlines()
    for text, [(file, line)] in texts.items():
        assert file.endswith("course.yml")
        assert text in lines[line - 1]


def test_options_and_role_lines_are_in_the_catalog_of_their_page(folder: Folder) -> None:
    folder.write(FILES)
    assert set(catalogs(folder.build("gettext"))["index"]) == PAGE_TEXTS


@pytest.mark.parametrize(
    ("compact", "expected"),
    [
        (True, {"fall", "course", "index"}),
        (False, {"fall/course", "fall/index", "course", "index"}),
    ],
)
def test_a_course_has_the_catalog_that_a_page_beside_it_has(
    compact: bool, expected: set[str], folder: Folder
) -> None:
    pages = {"index.md": "# Courses\n\n```{toctree}\nfall/index\n```\n"}
    folder.write(FILES | pages | {f"fall/{name}": FILES[name] for name in FILES})
    built = folder.build("gettext", confoverrides={"gettext_compact": compact})
    assert expected == set(catalogs(built)) - {"sphinx"}


def test_every_text_that_readers_see_is_put_through_the_translator(tmp_path: Path) -> None:
    path = tmp_path / "course.yml"
    path.write_text(COURSE, encoding="utf-8")
    loaded = load_course(path, "course.yml").course
    said: list[str] = []

    def say(text: str) -> str:
        said.append(text)
        return text

    assert translated(loaded, say).breaks == loaded.breaks
    assert set(said) == COURSE_TEXTS


STAYS = {
    *("Course.id", "Course.code", "Course.language", "Course.bibliography", "Break.own_title"),
    *("Person.name", "Person.url", "Person.photo", "Link.target", "Presenting.source"),
    *("Presenting.names", "Presenting.signups", "Presenting.students", "PresentingRole.per"),
    *("Material.option", "SessionKind.color", "Grading.unit"),
    # The author's word, by which others find it; beside it is what readers see.
    *("MeetingPattern.kind", "SessionKind.name", "Material.name", "PresentingRole.name"),
    *("Course.kind_names", "Course.material_names", "Course.role_names"),
}
"""What is no text for readers: names, codes, addresses, paths, and the author's own words."""


def texts_in(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text inside of a value, with the class and the field that have it."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_in(item, name)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name), f"{type(value).__name__}.{field.name}")


def test_a_text_of_a_course_is_translated_or_is_none_for_readers(tmp_path: Path) -> None:
    """Where a new one fails: give it to `say` in load/translated_course.py, or add it to STAYS."""
    path = tmp_path / "course.yml"
    path.write_text("\n".join(line for _, line in lines_of(GOOD)) + "\n", encoding="utf-8")
    loaded = load_course(path, "course.yml").course
    said = list(texts_in(translated(loaded, lambda text: f"«{text}»")))
    assert ("Person.role", "«Instructor»") in said
    assert {name for name, text in said if "«" not in text} == STAYS


def test_the_pages_show_the_translations(site: Site) -> None:
    assert site.warnings == []
    body = site.one("div.body")
    shown = words(body) + str([str(image["alt"]) for image in body.select("img")])
    for text in (COURSE_TEXTS | PAGE_TEXTS) - {"Reading Machines", "Thesis"}:
        if "*" not in text and not text.startswith("["):
            assert marked(text) in shown, text
    assert "«The first paper»" in shown
    assert "«Second»" in shown


def test_a_scheme_is_found_by_the_author_s_word(site: Site) -> None:
    assert words(site.one(".seminar-grading:not(.seminar-bands) caption")) == "«Usual»"


def test_a_role_keeps_its_word_in_checks_and_shows_the_other(site: Site) -> None:
    [lines, table] = site.page().select("table.seminar-presenters")
    assert [words(head) for head in lines.select("thead th")] == [
        "«Author»",
        "«Reviewer»",
        "«Skeptic»",
    ]
    cells = [str(cell["data-role"]) for cell in table.select("td[data-role]")]
    assert cells == ["«Author»", "«Skeptic»"] * 2
    assert "seminar.roles" not in "".join(site.warnings)


def test_a_role_that_the_page_does_not_translate_is_called_as_in_course_yml(
    folder: Folder,
) -> None:
    folder.write(FILES)
    folder.build("gettext", freshenv=True)
    translate(folder, "de", {"course": COURSE_TEXTS})
    page = folder.build(freshenv=True, confoverrides={"language": "de"})
    heads = page.page().select(".seminar-presenters")[0].select("thead th")
    assert [words(head) for head in heads] == ["«Author»", "«Reviewer»", "«Skeptic»"]


def test_a_new_translation_of_course_yml_is_on_the_pages_at_the_next_build(folder: Folder) -> None:
    folder.write(FILES)
    folder.build("gettext", freshenv=True)
    german = {"language": "de"}
    before = folder.build(freshenv=True, confoverrides=german)
    assert "«" not in before.text("index.html")
    translate(folder, "de", {"course": COURSE_TEXTS})
    after = folder.build(confoverrides=german)
    assert "0 added, 0 changed, 0 removed" in after.app.status.getvalue()
    text = words(after.one("div.body"))
    for shown in ("Holiday", "Spring 2022", "Instructor", "Talk", "Discussion", "Author"):
        assert marked(shown) in text


def test_other_formats_show_the_translations_too(folder: Folder) -> None:
    folder.write(FILES)
    folder.build("gettext", freshenv=True)
    translate(folder, "de", {"course": COURSE_TEXTS, "index": PAGE_TEXTS})
    built = folder.build("text", freshenv=True, confoverrides={"language": "de"})
    text = built.text("index.txt")
    for shown in ("Holiday", "Author", "Guest lecture", "Garden", "Workshop", "Instructor"):
        assert marked(shown) in " ".join(text.split())
