"""What a course.yml was read into is kept, and is never the truth."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sphinx_seminar import code_state
from sphinx_seminar.load import bibliography, course_file
from sphinx_seminar.load.course_file import load_course
from sphinx_seminar.load.kept_course import load_kept_course
from sphinx_seminar.load.loaded_course import LoadedCourse

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
COURSE = """
title: Reading Machines
timezone: America/Los_Angeles
start: 2022-01-24
end: 2022-03-11
meetings:
  - {days: Mon, time: 13:00-16:00}
staff:
  - {name: Ada Brook, photo: ada.png, alt: Ada reads}
presenting: {roles: [Author], signups: signups.csv}
"""


class Site:
    """A course.yml, and the folder where what it was read into is kept."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.path = folder / "course.yml"
        self.kept_in = folder / "doctrees"
        self.read = 0
        for name in ("ada.png", "signups.csv"):
            (folder / name).write_text("x", "utf-8")
        self.path.write_text(COURSE, "utf-8")
        original = course_file.load_course

        def counted(path: Path, shown_path: str) -> LoadedCourse:
            self.read += 1
            return original(path, shown_path)

        monkeypatch.setattr(course_file, "load_course", counted)

    @property
    def kept(self) -> Path:
        [kept] = self.kept_in.iterdir()
        return kept

    def load(self) -> LoadedCourse:
        return load_kept_course(self.path, "course.yml", self.kept_in)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    return Site(tmp_path, monkeypatch)


def test_an_unchanged_file_is_read_once(site: Site) -> None:
    first = site.load()
    assert first.problems == ()
    assert first.course.title == "Reading Machines"
    assert site.load() == first
    assert site.read == 1


@pytest.mark.parametrize(
    "path", sorted(EXAMPLES.glob("*/course.yml")), ids=lambda path: path.parent.name
)
def test_what_is_kept_is_what_was_read(path: Path, tmp_path: Path) -> None:
    read = load_course(path, "course.yml")
    for _ in range(2):
        assert repr(load_kept_course(path, "course.yml", tmp_path)) == repr(read)


CHANGES: dict[str, Callable[[Site, pytest.MonkeyPatch], object]] = {
    "the file": lambda site, _: site.path.write_text(COURSE + "code: CS 1\n", "utf-8"),
    "a photo": lambda site, _: site.path.with_name("ada.png").unlink(),
    "the sheet": lambda site, _: site.path.with_name("signups.csv").write_text("longer", "utf-8"),
    "Python": lambda _, patch: patch.setattr(sys, "version", "4.0"),
    "this package": lambda _, patch: patch.setattr(code_state, "__version__", "99.0"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_changes_is_read_anew(
    change: str, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.load()
    CHANGES[change](site, monkeypatch)
    assert site.load() == load_course(site.path, "course.yml")
    assert site.read == 2


def test_a_photo_that_is_gone_is_told(site: Site) -> None:
    site.load()
    site.path.with_name("ada.png").unlink()
    [problem] = site.load().problems
    assert "ada.png" in problem.message


def test_a_file_with_a_problem_is_read_each_time(site: Site) -> None:
    site.path.write_text(f"{COURSE}titel: x\n", "utf-8")
    assert [problem.source.line for problem in site.load().problems] == [11]
    assert site.load().problems != ()
    assert site.read == 2
    assert not site.kept_in.exists()


@pytest.mark.parametrize("name", ["course.yml", "ada.png"])
def test_what_changes_while_it_is_read_is_not_kept(
    name: str, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = course_file.load_course

    def read_and_changed(path: Path, shown_path: str) -> LoadedCourse:
        loaded = read(path, shown_path)
        path.with_name(name).unlink()
        return loaded

    monkeypatch.setattr(course_file, "load_course", read_and_changed)
    assert site.load().problems == ()
    assert not site.kept_in.exists()


def test_another_course_of_the_same_words_is_another_course(site: Site) -> None:
    site.load()
    other = load_kept_course(site.path, "other/course.yml", site.kept_in)
    assert other.course.id != site.load().course.id


def test_a_broken_copy_is_as_none(site: Site) -> None:
    chance = random.Random(7)
    read = site.load()
    good = site.kept.read_bytes()
    for _ in range(100):
        start = chance.randrange(len(good))
        spoiled = chance.choice(
            [
                good[:start],
                good[start:],
                good[:start] + bytes([good[start] ^ 1 << chance.randrange(8)]) + good[start + 1 :],
                good + b"\0",
                bytes(chance.randrange(256) for _ in range(start)),
            ]
        )
        site.kept.write_bytes(spoiled)
        before = site.read
        assert site.load() == read
        assert site.read == before + 1
        assert site.kept.read_bytes() == good


def test_a_bibliography_is_read_anew_where_what_reads_it_is_gone(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.path.with_name("own.bib").write_text("@misc{a, title={T}}", "utf-8")
    site.path.write_text(f"{COURSE}bibliography: own.bib\n", "utf-8")
    assert site.load().problems == ()
    monkeypatch.setattr(bibliography, "_has_pybtex", lambda: False)
    [problem] = site.load().problems
    assert "pybtex, which reads it, is not installed" in problem.message


def test_where_nothing_can_be_kept_it_is_read_each_time(site: Site) -> None:
    site.kept_in.write_text("a file", "utf-8")
    assert site.load() == site.load()
    assert site.read == 2


def test_a_file_that_cannot_be_read_is_told_each_time(site: Site) -> None:
    site.path.unlink()
    site.path.mkdir()
    for _ in range(2):
        [problem] = site.load().problems
        assert "can't be read" in problem.message
