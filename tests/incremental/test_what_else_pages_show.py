"""What a page shows besides its own text and the course's dates makes it stale, too."""

from __future__ import annotations

import zoneinfo
from importlib.resources import files
from pathlib import Path

import pytest

from ..conftest import Folder
from ..samples import COURSE
from .course import Course

LINKS = ("{session}`id-two`", "{any}`id-two`", "[](#id-two)")


@pytest.mark.parametrize("link", LINKS)
def test_a_link_to_a_session_shows_its_new_title(link: str, course: Course) -> None:
    course.edit("two.md", "{session}\n", "{session}\n:id: id-two\n")
    course.edit("other.md", "Nothing of ours.", f"See {link}.")
    course.build()
    course.edit("two.md", "Title two", "New title")
    built = course.build()
    assert "New title" in built.site.text("other.html")
    assert course.build().written == []


def test_a_link_to_a_session_is_not_stale_when_its_text_is(course: Course) -> None:
    course.edit("two.md", "{session}\n", "{session}\n:id: id-two\n")
    course.edit("other.md", "Nothing of ours.", "See {session}`id-two`.")
    course.build()
    course.edit("two.md", "Body two.", "Another body.")
    assert "other" not in course.build().written


def test_a_link_to_a_session_follows_it_to_another_page(course: Course) -> None:
    course.edit("two.md", "{session}\n", "{session}\n:id: id-two\n")
    course.edit("other.md", "Nothing of ours.", "See {session}`id-two`.")
    course.build()
    (course.folder.srcdir / "two.md").rename(course.folder.srcdir / "second.md")
    course.edit("index.md", "two", "second")
    built = course.build()
    assert 'href="second.html' in built.site.text("other.html")


@pytest.mark.parametrize("link", ["{reading}`Paper`", "[](#reading-paper)"])
def test_of_readings_with_one_title_a_link_finds_the_first_whichever_was_edited(
    link: str, folder: Folder
) -> None:
    reading = "# Page\n\n:::{readings}\n- [Paper](https://papers.example/1)\n:::\n"
    contents = "# Course\n\n```{toctree}\none\ntwo\nlinking\n```\n"
    pages = {"index.md": contents, "linking.md": f"# Linking\n\nRead {link}.\n"}
    folder.write({**pages, "one.md": reading, "two.md": reading})  # no course governs them
    folder.build()
    folder.write(
        {"one.md": f"{reading}\nEdited.\n", "linking.md": pages["linking.md"] + "\nMore.\n"}
    )
    assert folder.build().one("p a.reference", "linking.html")["href"] == "one.html#reading-paper"


def test_a_schedule_shows_what_a_gathered_session_shows_of_the_staff(course: Course) -> None:
    course.edit("two.md", "Body two.", "Ask {person}`Ada Brook`.")
    course.build()
    course.edit("course.yml", "https://people.example/ada", "https://people.example/brook")
    built = course.build()
    assert built.read == []
    assert "https://people.example/brook" in built.site.text("two.html")
    assert "https://people.example/brook" in built.site.text("gathering.html")
    assert "titles" not in built.written


def test_a_schedule_shows_what_a_view_in_a_gathered_session_shows(course: Course) -> None:
    course.edit("two.md", "Body two.", ":::{grading}\n:::")
    course.folder.write({"course.yml": COURSE + "grading: {Talk: 40, Report: 60}\n"})
    course.build()
    course.edit("course.yml", "Report: 60", "Essay: 60")
    built = course.build()
    assert "Essay" in built.site.text("gathering.html")


def test_a_session_has_no_date_yet_once_a_course_governs_it(course: Course, tmp_path: Path) -> None:
    (course.folder.srcdir / "course.yml").unlink()
    course.build()
    term = "timezone: America/Los_Angeles\nstart: 2022-01-24\nend: 2022-03-11\n"
    course.folder.write({"course.yml": term})
    built = course.build()
    assert "Date to be announced" in built.site.text("one.html")
    now, clean = course.ours(built, tmp_path)
    assert now == clean


def test_a_photo_that_comes_and_changes_is_shown(course: Course) -> None:
    course.edit("other.md", "Nothing of ours.", ":::{staff}\n:::")
    course.edit("course.yml", "- {name: Ada Brook,", "- {photo: ada.png, name: Ada Brook,")
    course.build()
    for content in (b"\x89PNG 1", b"\x89PNG, another"):
        course.folder.write({"ada.png": content})
        built = course.build()
        assert built.read == []
        assert "_images/ada.png" in built.site.text("other.html")
        assert (Path(built.site.app.outdir) / "_images" / "ada.png").read_bytes() == content
    assert built.written == ["other"]
    (course.folder.srcdir / "ada.png").unlink()
    assert "_images/ada.png" not in course.build().site.text("other.html")


def test_the_copy_of_a_source_goes_when_news_is_held_back(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1644393600")  # 2022-02-09
    item = ":::{announcement} Exam\n:date: 2022-02-08\nIn hall 7.\n:::"
    course.edit("other.md", "Nothing of ours.", f"::::{{announcements}}\n{item}\n::::")
    built = course.build()
    copy = Path(built.site.app.outdir) / "_sources" / "other.md.txt"
    assert copy.is_file()
    course.edit("other.md", "2022-02-08", "2022-02-18")
    course.build()
    assert not copy.exists()


def test_a_schedule_shows_what_a_gathered_table_of_contents_shows(course: Course) -> None:
    course.edit("index.md", "# Course\n", "# Course\n\n```{session}\n```\n")
    course.build()
    course.edit("other.md", "# Other", "# Another")
    built = course.build()
    assert "gathering" in built.written
    assert ">Another</a>" in str(built.site.one(".seminar-schedule", "gathering.html"))


def test_the_source_of_every_page_is_given_back_where_names_are_shown_again(course: Course) -> None:
    for form in ("initials", "full", "initials"):
        text = COURSE.replace("presenting:\n", f"presenting:\n  names: {form}\n")
        course.folder.write({"course.yml": text})
        built = course.build()
        for page in ("other", "one"):  # one without anything of ours among them
            copy = Path(built.site.app.outdir, "_sources", f"{page}.md.txt")
            assert copy.exists() == (form == "full")
            assert ("_sources/" in built.site.text(f"{page}.html")) == (form == "full")
        assert course.build().written == []


def test_a_page_with_readings_names_the_folder_of_its_new_course(course: Course) -> None:
    page = "---\norphan: true\n---\n# More\n\n:::{readings}\n- [A](https://a.example/)\n:::\n"
    course.folder.write({"more/page.md": page})
    assert 'data-course="../"' in course.build().site.text("more/page.html")
    course.folder.write({"more/course.yml": "title: More\n"})
    assert 'data-course="./"' in course.build().site.text("more/page.html")


def test_times_follow_a_newer_database_of_time_zones(folder: Folder, tmp_path: Path) -> None:
    folder.write({"course.yml": COURSE, "index.md": "# Seminar\n\n## One\n\n:::{session}\n:::\n"})
    assert "T21:00:00Z" in folder.build().text("index.html")
    newer = tmp_path / "zones" / "America" / "Los_Angeles"
    newer.parent.mkdir(parents=True)
    newer.write_bytes(_zone_file("Europe/Berlin"))
    zoneinfo.reset_tzpath(to=[str(tmp_path / "zones")])
    zoneinfo.ZoneInfo.clear_cache()
    try:
        assert "T12:00:00Z" in folder.build().text("index.html")
    finally:
        zoneinfo.reset_tzpath()
        zoneinfo.ZoneInfo.clear_cache()


def _zone_file(name: str) -> bytes:
    paths = (Path(folder, name) for folder in zoneinfo.TZPATH)
    if found := next((path for path in paths if path.is_file()), None):
        return found.read_bytes()
    package, _, city = f"tzdata.zoneinfo.{name.replace('/', '.')}".rpartition(".")
    return files(package).joinpath(city).read_bytes()
