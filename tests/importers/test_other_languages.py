"""Sheets whose headers, days and hours are written in another language than English."""

# ruff: noqa: RUF001 (letters of several scripts)

from __future__ import annotations

import re

import pytest

from sphinx_seminar.importers.day import read_day
from sphinx_seminar.importers.header_words import Kind, kinds_said, language_of
from sphinx_seminar.importers.labels import label_of
from sphinx_seminar.importers.no_class import says_no_class
from sphinx_seminar.importers.plain_time import plain_time

from ..conftest import Folder
from .brought import Import, counted, course_of, result_of, rows_of
from .other_languages import ARABIC, FRENCH, GERMAN, JAPANESE, SPANISH

KINDS: tuple[Kind, ...] = (
    ("week", "date", "time", "where", "title", "presenter", "readings", "due")
)  # fmt: skip


@pytest.mark.parametrize(
    "sheet", [GERMAN, FRENCH, SPANISH, JAPANESE, ARABIC], ids=["de", "fr", "es", "ja", "ar"]
)
def test_a_sheet_in_another_language_makes_the_course_that_it_says(
    bring: Import, folder: Folder, sheet: str, request: pytest.FixtureRequest
) -> None:
    status, out, err = bring({"plan.csv": sheet})
    assert (status, err) == (0, "")
    for number, kind in enumerate(KINDS, 1):
        assert re.search(rf": column {number} '.*' is {kind} \(", out)
    assert "a guess" not in out
    language = request.node.callspec.id
    assert f"the headers are in the language '{language}'; conf.py has it, too" in out
    assert f'language = "{language}"' in (folder.srcdir / "conf.py").read_text("utf-8")
    course = course_of(folder)
    assert [str(one.start) for one in course.breaks] == ["2029-09-17"]
    [meetings] = course.patterns
    assert (str(meetings.start), str(meetings.end), meetings.where) == (
        "14:15:00",
        "15:45:00",
        "H 3",
    )
    page = (folder.srcdir / "schedule.md").read_text("utf-8")
    assert ": Ada Brook, Noor Haddad\n" in page
    assert ":time: 16" in page
    assert page.count(":optional:\n") == 1
    assert page.count("{deadline}") == 1
    missing = set(counted(sheet) - counted(result_of(folder)))
    # The usual time and room are once in course.yml; names have commas between them.
    assert missing <= {"h", "3", "14", "15", "45", "und", "et", "y"}


@pytest.mark.parametrize(
    ("title", "course", "term"),
    [
        ("Gezeiten und Küsten (WiSe 2029/30)", "Gezeiten und Küsten", "WiSe 2029/30"),
        ("Marées – semestre d’automne 2029", "Marées", "semestre d’automne 2029"),
        ("Mareas, Otoño 2029", "Mareas", "Otoño 2029"),
        ("潮汐ゼミ 2029年度秋学期", "潮汐ゼミ", "2029年度秋学期"),
        ("Seminar SS-2029", "Seminar SS-2029", None),
    ],
)
def test_the_title_says_the_name_of_the_term(
    bring: Import, folder: Folder, title: str, course: str, term: str | None
) -> None:
    assert (
        bring({"page.md": f"# {title}\n\n| Date | Topic |\n|---|---|\n| 4.9. | Salt |\n"})[2] == ""
    )
    made = course_of(folder)
    assert (made.title, made.term_name) == (course, term)
    assert made.term is not None
    assert made.term.start.year == 2029


def test_such_a_sheet_builds_without_a_warning(bring: Import, folder: Folder) -> None:
    assert bring({"plan.csv": JAPANESE})[0] == 0
    assert [date for date, _ in rows_of(folder)] == ["2029-09-03", "2029-09-10", "2029-09-24"]


def test_a_column_is_what_the_author_says_in_any_language(bring: Import, folder: Folder) -> None:
    _, out, _ = bring({"plan.csv": GERMAN}, "--column", "Abgabe=notes", "--column", "6=speaker")
    assert "column 8 'Abgabe' is notes (as you said)" in out
    assert "column 6 'Referent*in' is speaker (as you said)" in out
    page = (folder.srcdir / "schedule.md").read_text("utf-8")
    assert "- Abgabe: Bericht" in page


@pytest.mark.parametrize(
    ("headers", "language", "kinds"),
    [
        ("Date;Lectures;Readings", "en", ("date", "title", "readings")),
        ("Date;Lectures;Exposé", "fr", ("date", "readings", "presenter")),
        ("Datum;Topic;Paper;Referentin", "en", ("date", "title", "readings", "presenter")),
        ("Date;Art;Reading", "en", ("date", None, "readings")),
        ("Termin;Art;Weiterführende Literatur", "de", ("date", "kind", "optional")),
        ("発表日;発表内容;担当教員;週", "ja", ("date", "title", "speaker", "week")),
        ("Quand;Où;Thème", "fr", ("date", "where", "title")),
        ("Dia;Sesion;Bibliografia", "es", ("date", "title", "readings")),
    ],
)
def test_a_word_of_two_languages_means_what_its_neighbors_say(
    headers: str, language: str, kinds: tuple[Kind | None, ...]
) -> None:
    names = headers.split(";")
    found = language_of(names)
    assert found == language
    assert tuple(next(iter(kinds_said(name, found)), None) for name in names) == kinds


def test_labels_of_lists_are_read_in_any_language_and_class_names_are_english() -> None:
    assert label_of("Lectures") == "title"
    assert label_of("Literatur") == label_of("参考文献") == label_of("Artículos") == "readings"
    assert label_of("articles", is_class=True) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Mi 12.9. 14-16 Uhr", (9, 12, 2, "14-16 Uhr")),
        ("mar. 4 sept. 2029", (9, 4, 1, "")),
        ("lun. 3 septembre 2029 (14h)", (9, 3, 0, "(14h)")),
        ("1er août", (8, 1, None, "")),
        ("miércoles 4 de septiembre de 2029, 10 h", (9, 4, 2, "10 h")),
        ("2029年9月4日（火） 13:00", (9, 4, 1, "13:00")),
        ("الاثنين 3 سبتمبر 2029", (9, 3, 0, "")),
        ("3. 9. 29 - 5. 9. 29", (9, 3, None, "")),
        ("Mar 4", (3, 4, None, "")),
    ],
)
def test_a_day_is_read_with_its_weekday_and_what_is_behind_it(
    text: str, day: tuple[int, int, int | None, str]
) -> None:
    found = read_day(text)
    assert found is not None
    assert (found.month, found.day, found.weekday, found.rest) == day


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("14:15-15:45 Uhr", "14:15-15:45"),
        ("von 14 bis 16 Uhr", "14-16"),
        ("14 h 30 – 16 h", "14:30 – 16:00"),
        ("14時半〜16時", "14:30-16:00"),
        ("de 10 a 12", "10-12"),
        ("الساعة ١٤:٠٠", "14:00"),
        ("9:00", "9:00"),
        ("heute", None),
    ],
)
def test_an_hour_is_put_as_course_yml_has_it(text: str, time: str | None) -> None:
    assert plain_time(text) == time


def test_a_topic_is_not_taken_for_a_day_without_class() -> None:
    for topic in ("Die Menopause", "Pauses in speech", "Congestion", "休む人びと", "Interruptions"):
        assert not says_no_class(topic)
    for off in ("Weihnachtsferien", "Sitzung fällt aus", "Vacances", "Sin clase", "冬休み", "عطلة"):
        assert says_no_class(off)
