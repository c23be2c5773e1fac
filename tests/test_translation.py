"""What authors write is translated; what a page is found by stays the same."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from sphinx_seminar.extension import seminar_domain

from .conftest import Build, Folder, Site, words
from .samples import COURSE

SESSION = """
:speaker: Ada Brook (guest)

Hello there.

:::{details} What we do
We talk.
:::

:::{readings}
### Software

- [A paper](https://x.example/z) [OSDI'18]
- More *soon*
:::

:::{readings} For later
:optional:

- On paper
:::

:::{presenters}
Author: Noor
:::
"""

PAGES = {
    "course.yml": COURSE,
    "index.md": "# Course\n\n```{toctree}\nplan\nalone\n```\n\n```{schedule}\n```\n\n"
    ":::{course-info}\n- **Sign up:** three times\n:::\n\n{edit-page}`Edit this`\n",
    "plan.md": "# Plan\n\n:::::{schedule}\n::::{session} First steps\n"
    + SESSION.strip()
    + "\n::::\n:::::\n",
    "alone.md": "# Second steps\n\n```{session}\n```\n\nGoodbye.\n\n"
    "{session}`First steps`\n\n:::{deadline} Report\n:session: First steps\n"
    ":when: 1 hour before class\n:::\n",
}

GERMAN = {
    "plan": {
        "Plan": "Der Plan",
        "First steps": "Erste Schritte",
        "Ada Brook (guest)": "Ada Brook (Gast)",
        "Hello there.": "Guten Tag.",
        "What we do": "Was wir tun",
        "We talk.": "Wir reden.",
        "Software": "Programme",
        "[A paper](https://x.example/z) [OSDI'18]": "[Ein Artikel](https://x.example/de) [OSDI'18]",
        "More *soon*": "*Bald* mehr",
        "For later": "Für später",
        "On paper": "Auf Papier",
    },
    "alone": {
        "Second steps": "Zweite Schritte",
        "Goodbye.": "Auf Wiedersehen.",
        "{session}`First steps`": "{session}`First steps`",
        "Report": "Bericht",
    },
    "index": {
        "Course": "Kurs",
        "**Sign up:** three times": "**Anmeldung:** dreimal",
        "{edit-page}`Edit this`": "{edit-page}`Ändern`",
    },
}


def catalog(site: Site, name: str) -> dict[str, list[tuple[str, int]]]:
    """The texts of a page's catalog, with the places where they are."""
    path = Path(site.app.outdir) / f"{name}.pot"
    with path.open("rb") as opened:
        return {
            str(message.id): list(message.locations) for message in read_po(opened) if message.id
        }


@pytest.fixture
def german(folder: Folder) -> Site:
    """The site in German, by catalogs that a translator has filled in."""
    folder.write(PAGES)
    folder.build("gettext", freshenv=True)
    shutil.rmtree(folder.srcdir / "_build" / "doctrees")  # no other builder may use these
    for name, messages in GERMAN.items():
        with (folder.srcdir / "_build" / "gettext" / f"{name}.pot").open("rb") as opened:
            filled = read_po(opened, locale="de")
        for message in filled:
            if message.id:
                message.string = messages.get(str(message.id), "")
        target = folder.srcdir / "locales" / "de" / "LC_MESSAGES" / f"{name}.mo"
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as written:
            write_mo(written, filled)
    options = {
        "language": "de",
        "locale_dirs": ["locales"],
        "gettext_compact": False,
        "gettext_auto_build": False,
    }
    return folder.build(confoverrides=options)


@pytest.mark.parametrize("name", GERMAN)
def test_every_text_of_an_author_is_in_the_catalog_with_its_line(name: str, build: Build) -> None:
    site = build(PAGES, "gettext")
    assert site.warnings == []
    found = catalog(site, name)
    assert set(GERMAN[name]) <= set(found)
    source = PAGES[f"{name}.md"].splitlines()
    for text in GERMAN[name]:
        [(file, line)] = found[text]
        assert file.endswith(f"{name}.md")
        assert text in source[line - 1], (text, line)


def test_a_catalog_holds_what_its_own_page_says_and_no_words_of_ours(build: Build) -> None:
    site = build(PAGES, "gettext")
    assert set(catalog(site, "index")) == {*GERMAN["index"]}
    assert set(catalog(site, "plan")) == {*GERMAN["plan"], "Author"}
    assert set(catalog(site, "alone")) == {*GERMAN["alone"]}


def test_the_pages_are_in_the_reader_s_language(german: Site) -> None:
    assert german.warnings == []
    text = words(german.one(".seminar-schedule", "plan.html"))
    for shown in GERMAN["plan"].values():
        if "Plan" not in shown and "](" not in shown:
            assert shown.replace("*", "") in text
    assert "Ein Artikel OSDI’18" in text
    assert [
        str(link["href"]) for link in german.page("plan.html").select(".seminar-readings a")
    ] == ["https://x.example/de"]
    assert words(german.one(".seminar-venue", "plan.html")) == "OSDI’18"
    assert words(german.one("section#second-steps h1", "alone.html")) == "Zweite Schritte¶"


def test_ids_stay_the_same_in_every_language(german: Site) -> None:
    assert german.one("td#first-steps", "plan.html")
    links = [str(link["href"]) for link in german.page().select(".seminar-title a")]
    assert links == ["plan.html#first-steps", "alone.html#second-steps"]


def test_what_is_gathered_is_translated_too(german: Site) -> None:
    text = words(german.one(".seminar-schedule"))
    for shown in ("Erste Schritte", "Zweite Schritte", "Guten Tag.", "Auf Wiedersehen."):
        assert shown in text
    assert "First steps" not in text


def test_a_row_of_the_course_info_is_translated(german: Site) -> None:
    found = german.one("dl.seminar-course-info")
    assert "Anmeldung" in words(found)
    assert "dreimal" in words(found)


def test_dates_are_in_the_reader_s_language(german: Site) -> None:
    assert "Mo., 24. Jan." in words(german.one(".seminar-schedule"))


def test_a_session_is_found_by_its_id_in_every_language(german: Site) -> None:
    [session, _other] = seminar_domain(german.app.env).courses.planned[""].sessions
    assert (session.id, session.title) == ("first-steps", "Erste Schritte")


def test_a_session_is_found_by_the_title_that_its_author_wrote(german: Site) -> None:
    found = german.page("alone.html").select("section#second-steps a.reference.internal")
    assert [(str(link["href"]), words(link)) for link in found] == [
        ("plan.html#first-steps", "Erste Schritte")
    ]


def test_a_deadline_names_its_session_in_the_author_s_words(german: Site) -> None:
    assert words(german.one(".seminar-deadline", "alone.html")).startswith("Frist (Mo., 24. Jan.")
