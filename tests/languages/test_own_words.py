"""A site says it in words of its own, by a catalog in its ``locale_dirs``."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ..conftest import Folder, Site, words
from ..samples import COURSE

SITE = {
    "course.yml": COURSE,
    "index.md": "# Course\n\n:::{schedule}\n:::\n\n[More](more.md)\n",
    "more.md": "---\norphan: true\n---\n# More\n\n:::{details}\nText.\n:::\n",
}
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


def own(language: str, texts: dict[str, str]) -> dict[str, str]:
    """The file of a site's own words."""
    entries = "\n".join(f'msgid "{text}"\nmsgstr "{said}"\n' for text, said in texts.items())
    return {f"locales/{language}/LC_MESSAGES/sphinx_seminar.po": HEADER + entries}


def head(site: Site) -> str:
    return words(site.one(".seminar-schedule thead"))


def test_own_words_take_the_place_of_ours(folder: Folder) -> None:
    folder.write(SITE | own("de", {"Session": "Vorlesung"}))
    site = folder.build(confoverrides={"language": "de"})
    assert site.warnings == []
    assert head(site) == "WocheDatumVorlesung"


def test_an_english_site_has_own_words_too(folder: Folder) -> None:
    folder.write(SITE | own("en", {"Session": "Lecture", "Week {number}": "Wk {number}"}))
    site = folder.build()
    assert site.warnings == []
    assert head(site) == "WeekDateLecture"
    assert words(site.page().select(".seminar-week")[0]) == "Wk 1 This week"


def test_a_language_that_is_not_shipped_comes_with_the_site(folder: Folder) -> None:
    folder.write(SITE | own("it", {"Session": "Incontro", "Date": "Data", "Week": "Settimana"}))
    site = folder.build(confoverrides={"language": "it"})
    assert head(site) == "SettimanaDataIncontro"
    assert "lun 24 gen" in words(site.one(".seminar-schedule"))


@pytest.mark.parametrize(
    ("language", "expected"), [("de_AT", "WocheDatumSitzung"), ("xx", "WeekDateSession")]
)
def test_a_language_falls_back_to_the_nearest(language: str, expected: str, folder: Folder) -> None:
    folder.write(SITE)
    assert head(folder.build(confoverrides={"language": language})) == expected


def test_new_words_are_on_every_page_at_the_next_build(folder: Folder) -> None:
    folder.write(SITE)
    folder.build()
    for said in ("Lecture", "Seminar"):
        folder.write(own("en", {"Session": said, "Detailed description": f"About the {said}"}))
        later = (folder.srcdir / next(iter(own("en", {})))).stat().st_mtime + 10
        os.utime(folder.srcdir / next(iter(own("en", {}))), (later, later))
        for compiled in folder.srcdir.rglob("sphinx_seminar.mo"):
            os.utime(compiled, (later - 5, later - 5))
        site = folder.build()
        assert head(site) == f"WeekDate{said}"
        assert words(site.one("summary", "more.html")) == f"About the {said}"
    (folder.srcdir / next(iter(own("en", {})))).unlink()
    for compiled in folder.srcdir.rglob("sphinx_seminar.mo"):
        compiled.unlink()
    assert head(folder.build()) == "WeekDateSession"


def test_the_same_words_rebuild_nothing(folder: Folder) -> None:
    folder.write(SITE | own("en", {"Session": "Lecture"}))
    folder.build()
    assert "0 added, 0 changed, 0 removed" in folder.build().app.status.getvalue()


@pytest.mark.parametrize("said", ["Woche {nummer}", "Woche", "Woche {", "{number.__class__}", "{}"])
def test_a_word_with_other_braces_is_told_and_ours_is_shown(said: str, folder: Folder) -> None:
    folder.write(SITE | own("de", {"Week {number}": said, "Session": "Vorlesung"}))
    site = folder.build(confoverrides={"language": "de"})
    [warning] = site.warnings
    assert warning == (
        "locales/de/LC_MESSAGES/sphinx_seminar.po:4: WARNING: 'Week {number}' is translated as "
        f"{said!r}; write the same words in braces in both, or none [seminar.words]"
    )
    assert head(site) == "WocheDatumVorlesung"
    assert words(site.page().select(".seminar-week")[0]) == "Woche 1 Diese Woche"


def test_markup_in_a_word_is_shown_as_it_stands(folder: Folder) -> None:
    folder.write(SITE | own("en", {"Session": "<b>Lecture</b>"}))
    assert head(folder.build()) == "WeekDate<b>Lecture</b>"


def test_the_sample_of_the_docs_says_what_it_promises(folder: Folder) -> None:
    docs = Path(__file__).parents[2] / "docs" / "languages.md"
    sample = docs.read_text(encoding="utf-8").partition("```po\n")[2].partition("```")[0]
    folder.write(SITE | {"locales/en/LC_MESSAGES/sphinx_seminar.po": sample})
    site = folder.build()
    assert site.warnings == []
    assert head(site) == "WeekDateLecture"
    assert words(site.page().select(".seminar-week")[0]) == "Unit 1 This week"


def test_a_wrong_word_is_told_at_its_own_file(folder: Folder) -> None:
    second = own("de", {"Week": "Woche", "Week {number}": "Woche"})
    folder.write(SITE | own("de", {"Session": "Vorlesung"}))
    folder.write({path.replace("locales", "more"): text for path, text in second.items()})
    for _ in ("read as text", "read as it was compiled"):
        dirs = {"locale_dirs": ["locales", "more"]}
        site = folder.build(confoverrides={"language": "de", **dirs})
        [warning] = site.warnings
        assert warning.startswith("more/de/LC_MESSAGES/sphinx_seminar.po:7: WARNING: 'Week {")
        assert head(site) == "WocheDatumVorlesung"


def test_a_wrong_word_of_the_wider_language_is_told_at_its_own_file(folder: Folder) -> None:
    folder.write(SITE | own("de_AT", {"Session": "Vorlesung"}))
    folder.write(own("de", {"Week {number}": "Woche"}))
    (folder.srcdir / "locales" / "de" / "LC_MESSAGES" / "sphinx_seminar.mo").touch()
    path = folder.srcdir / "locales" / "de" / "LC_MESSAGES" / "sphinx_seminar.po"
    os.utime(path, (path.stat().st_mtime + 10,) * 2)
    [warning] = folder.build(confoverrides={"language": "de_AT"}).warnings
    assert warning.startswith("locales/de/LC_MESSAGES/sphinx_seminar.po:4: WARNING: 'Week {")


def test_a_catalog_with_a_wrong_word_is_compiled_like_any_other(folder: Folder) -> None:
    folder.write(SITE | own("de", {"Week {number}": "Woche", "Session": "Vorlesung"}))
    site = folder.build(confoverrides={"language": "de"})
    assert len(site.warnings) == 1
    assert (folder.srcdir / "locales/de/LC_MESSAGES/sphinx_seminar.mo").is_file()
    assert site.app.config.gettext_auto_build
