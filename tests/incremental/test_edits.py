"""A build does what an edit makes necessary, and no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..conftest import words
from ..samples import COURSE
from .course import Course


def test_a_second_build_without_changes_reads_and_writes_none(course: Course) -> None:
    first = course.build()
    assert first.site.warnings == []
    assert len(first.read) == len(first.written) + 1 == 8
    second = course.build()
    assert second.site.warnings == []
    assert (second.read, second.written) == ([], [])


def test_an_edited_body_updates_the_pages_that_show_it(course: Course, tmp_path: Path) -> None:
    course.build()
    course.edit("two.md", "Body two.", "Another body.")
    built = course.build()
    assert built.read == ["two"]
    assert built.written == ["gathering", "two"]
    assert "Another body." in built.site.text("gathering.html")
    assert "Body two." not in built.site.text("gathering.html")
    now, clean = course.ours(built, tmp_path)
    assert now == clean
    assert course.build().written == []


def test_an_edited_title_updates_every_schedule(course: Course, tmp_path: Path) -> None:
    course.build()
    course.edit("two.md", "Title two", "New title")
    built = course.build()
    assert built.read == ["two"]
    assert {"gathering", "titles", "two"} <= set(built.written)
    assert "other" not in built.written
    now, clean = course.ours(built, tmp_path)
    assert now == clean


def test_a_pinned_date_updates_the_sessions_that_it_shifts(course: Course, tmp_path: Path) -> None:
    course.build()
    course.edit("one.md", "```{session}\n", "```{session}\n:date: 2022-03-07\n")
    built = course.build()
    assert built.read == ["one"]
    assert built.written == ["gathering", "one", "three", "titles", "two"]
    now, clean = course.ours(built, tmp_path)
    assert now == clean


COURSE_EDITS = {
    "a comment": ("term: Spring 2022", "term: Spring 2022  # so far", set()),
    "a link": ("Announcements: Piazza", "Announcements: Zulip", {"info"}),
    "the staff": ("name: Ada Brook", "name: Ada Brooks", {"info"}),
    "the term's name": ("term: Spring 2022", "term: Spring 22", {"info"}),
    "the presenting roles": ("[Author,", "[Skeptic, Author,", set()),
    "a break's title": ("Presidents' Day", "Washington's Birthday", {"gathering", "titles"}),
    "a break": (
        "{date: 2022-02-21",
        "{date: 2022-01-31, title: Off}\n  - {date: 2022-02-21",
        {"gathering", "titles", "two", "three"},
    ),
    "the time": (
        "time: 13:00-16:00",
        "time: 13:00-15:00",
        {"info", "gathering", "titles", "one", "two", "three"},
    ),
    "the time zone": (
        "America/Los_Angeles",
        "America/New_York",
        {"info", "gathering", "titles", "one", "two", "three"},
    ),
    "the end of the term": ("end: 2022-03-11", "end: 2022-03-18", {"info", "gathering", "titles"}),
}


@pytest.mark.parametrize(("old", "new", "stale"), COURSE_EDITS.values(), ids=COURSE_EDITS)
def test_an_edited_course_reads_nothing_and_writes_what_shows_it(
    old: str, new: str, stale: set[str], course: Course, tmp_path: Path
) -> None:
    course.build()
    course.edit("course.yml", old, new)
    built = course.build()
    assert built.site.warnings == []
    assert built.read == []
    assert set(built.written) == stale
    now, clean = course.ours(built, tmp_path)
    assert now == clean
    assert course.build().written == []


def test_a_course_that_breaks_and_is_mended_is_shown_so(course: Course, tmp_path: Path) -> None:
    course.build()
    course.edit("course.yml", "end: 2022-03-11", "end: 2021-03-11")
    built = course.build()
    assert built.read == []
    assert len(built.site.warnings) == 1
    assert "course.yml has problems" in built.site.text("gathering.html")
    now, clean = course.ours(built, tmp_path)
    assert now == clean
    course.edit("course.yml", "end: 2021-03-11", "end: 2022-03-11")
    mended = course.build()
    assert mended.site.warnings == []
    assert "course.yml has problems" not in mended.site.text("gathering.html")
    assert mended.read == []


def test_problems_are_reported_again_by_a_second_build(course: Course) -> None:
    course.edit("course.yml", "end: 2022-03-11", "end: 2022-02-01")
    first = course.build().site.warnings
    assert first
    assert course.build().site.warnings == first


def test_a_course_that_appears_later_governs_what_was_read_before(
    course: Course, tmp_path: Path
) -> None:
    (course.folder.srcdir / "course.yml").unlink()
    course.build()
    course.folder.write({"course.yml": COURSE})
    built = course.build()
    assert built.site.warnings == []
    assert built.read == []
    assert {"gathering", "titles", "one", "two", "three", "info"} <= set(built.written)
    now, clean = course.ours(built, tmp_path)
    assert now == clean


def test_a_course_that_is_gone_leaves_no_dates_behind(course: Course, tmp_path: Path) -> None:
    course.build()
    (course.folder.srcdir / "course.yml").unlink()
    built = course.build()
    assert built.read == []
    now, clean = course.ours(built, tmp_path)
    assert now == clean
    assert "Jan 24" not in built.site.text("one.html")


def test_a_session_s_page_that_is_gone_is_gone_from_the_schedule(
    course: Course, tmp_path: Path
) -> None:
    course.build()
    (course.folder.srcdir / "one.md").unlink()
    course.edit("index.md", "one\n", "")
    built = course.build()
    assert built.site.warnings == []
    assert built.read == ["index"]
    assert {"gathering", "titles", "two", "three"} <= set(built.written)
    (Path(built.site.app.outdir) / "one.html").unlink()
    now, clean = course.ours(built, tmp_path)
    assert now == clean


def test_a_new_session_s_page_is_in_the_schedule(course: Course, tmp_path: Path) -> None:
    course.build()
    course.folder.write({"zero.md": "# Zero\n\n```{session}\n```\n\nBody zero.\n"})
    course.edit("index.md", "one\n", "zero\none\n")
    built = course.build()
    assert built.site.warnings == []
    assert built.read == ["index", "zero"]
    assert "Body zero." in built.site.text("gathering.html")
    now, clean = course.ours(built, tmp_path)
    assert now == clean


def test_another_order_in_the_contents_is_another_schedule(course: Course, tmp_path: Path) -> None:
    course.build()
    course.edit("index.md", "one\ntwo\n", "two\none\n")
    built = course.build()
    assert built.read == ["index"]
    assert {"gathering", "titles", "one", "two"} <= set(built.written)
    now, clean = course.ours(built, tmp_path)
    assert now == clean


def test_what_a_page_shows_of_a_session_changes_with_its_files(
    course: Course, tmp_path: Path
) -> None:
    course.folder.write({"part.txt": "First words.\n"})
    course.edit("two.md", "Body two.", "```{literalinclude} part.txt\n```")
    course.build()
    course.folder.write({"part.txt": "Other words.\n"})
    built = course.build()
    assert built.read == ["two"]
    assert built.written == ["gathering", "two"]
    assert "Other words." in words(built.site.one(".seminar-schedule", "gathering.html"))
