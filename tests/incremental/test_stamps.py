"""What was written where is known after a killed build, and to each builder."""

from __future__ import annotations

import errno
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ..conftest import Folder, words
from ..samples import COURSE
from .course import Course


def test_a_second_builder_on_the_same_doctrees_is_not_left_stale(
    course: Course, tmp_path: Path
) -> None:
    course.build("html")
    course.build("dirhtml")
    course.edit("two.md", "Body two.", "Another body.")
    course.edit("course.yml", "Presidents' Day", "Washington's Birthday")
    assert course.build("html").read == ["two"]
    built = course.build("dirhtml")
    assert built.read == []
    assert "Another body." in built.site.text("gathering/index.html")
    now, clean = course.ours(built, tmp_path)
    assert now == clean
    assert course.build("html").written == course.build("dirhtml").written == []


def test_two_output_folders_of_one_builder_on_the_same_doctrees_are_told_apart(
    course: Course,
) -> None:
    srcdir = course.folder.srcdir
    doctrees, *outdirs = (srcdir / "_build" / name for name in ("doctrees", "one", "two"))

    def build(outdir: Path) -> str:
        command = [sys.executable, "-m", "sphinx", "-q", "-d", str(doctrees)]
        subprocess.run([*command, str(srcdir), str(outdir)], check=True)
        return (outdir / "gathering.html").read_text(encoding="utf-8")

    assert all("Presidents" in build(outdir) for outdir in outdirs)
    course.edit("course.yml", "Presidents' Day", "Washington's Birthday")
    assert all("Washington" in build(outdir) for outdir in outdirs)


def test_output_that_is_older_than_the_doctrees_is_written_again(folder: Folder) -> None:
    folder.write(
        {
            "course.yml": COURSE,
            "index.md": "# Page\n\n:::{schedule}\n::::{session} One\n::::\n:::\n",
            "plain.md": "---\norphan: yes\n---\n# Plain\n\n{session}`One`\n",
        }
    )
    built = folder.build("html").app
    assert (built.outdir / "calendar.ics").is_file()
    shutil.rmtree(built.doctreedir)
    folder.write({"course.yml": "title: [\n"})
    # Another builder reads what is new, and Sphinx takes the pages of this one for done.
    folder.build("text", confoverrides={"seminar_short_names": False})
    site = folder.build("html", confoverrides={"seminar_short_names": False})
    assert not site.page().select("[class^=seminar]")
    assert not site.page("plain.html").select("a.seminar-session")
    assert not list(site.app.outdir.glob("calendar.ics"))
    index = (site.app.outdir / "index.html").stat().st_mtime_ns
    again = folder.build("html", confoverrides={"seminar_short_names": False})
    assert (again.app.outdir / "index.html").stat().st_mtime_ns == index


@pytest.mark.parametrize("edited", ["two.md", "course.yml"])
def test_a_build_that_was_killed_is_made_good_by_the_next(
    edited: str, course: Course, tmp_path: Path
) -> None:
    course.build()
    if edited == "two.md":
        course.edit("two.md", "Body two.", "Another body.")
    else:
        course.edit("course.yml", "Presidents' Day", "Washington's Birthday")
    course.crash()
    built = course.build()
    assert {"gathering"} <= set(built.written)
    now, clean = course.ours(built, tmp_path)
    assert now == clean
    assert course.build().written == []


def test_a_change_that_is_undone_after_a_killed_build_leaves_no_trace(
    course: Course, tmp_path: Path
) -> None:
    course.build()
    before = (course.folder.srcdir / "course.yml").read_text()
    course.edit("course.yml", "Presidents' Day", "Washington's Birthday")
    course.crash()
    (course.folder.srcdir / "course.yml").write_text(before)
    built = course.build()
    now, clean = course.ours(built, tmp_path)
    assert now == clean


def test_a_first_build_that_was_killed_is_made_good_by_the_next(
    course: Course, tmp_path: Path
) -> None:
    course.crash()
    built = course.build()
    now, clean = course.ours(built, tmp_path)
    assert now == clean


def test_a_page_that_was_half_written_is_written_again(course: Course, tmp_path: Path) -> None:
    first = course.build()
    course.edit("gathering.md", "# Gathering", "# Gathering\n\nMore.")
    course.crash()
    page = Path(first.site.app.outdir) / "gathering.html"
    page.write_bytes(page.read_bytes()[:1000])
    built = course.build()
    assert built.written == ["gathering"]
    now, clean = course.ours(built, tmp_path)
    assert now == clean


def test_a_page_that_a_killed_build_wrote_is_written_again(course: Course) -> None:
    course.build()
    course.edit("gathering.md", "```{schedule}\n```", "Nothing any more.")
    first = course.build("html").site
    course.edit("gathering.md", "Nothing any more.", "Nothing at all.")
    course.crash()
    # As if the page had been written, and the build killed before it wrote the search index.
    page = Path(first.app.outdir) / "gathering.html"
    page.write_text(page.read_text())
    built = course.build()
    assert built.written == ["gathering"]
    assert "Nothing at all." in built.site.text("gathering.html")


def test_a_build_of_one_page_leaves_the_others_to_the_next(course: Course, tmp_path: Path) -> None:
    course.build()
    course.edit("two.md", "Title two", "New title")
    course.build_alone("one.md")
    built = course.build()
    assert {"gathering", "titles", "two"} <= set(built.written)
    now, clean = course.ours(built, tmp_path)
    assert now == clean
    assert course.build().written == []


def test_a_page_that_shows_nothing_of_ours_any_more_is_written_by_each_builder(
    course: Course, tmp_path: Path
) -> None:
    course.build("html")
    course.edit("conf.py", "exclude_patterns", "seminar_short_names = False\nexclude_patterns")
    assert len(course.build("dirhtml").read) == 8
    built = course.build("html")
    assert built.read == []
    assert "seminar-schedule" not in built.site.text("gathering.html")
    assert course.build("html").written == []


def test_a_setting_of_html_reaches_all_pages_after_a_killed_build(course: Course) -> None:
    course.build()
    course.edit("conf.py", "exclude_patterns", "html_permalinks_icon = '*'\nexclude_patterns")
    course.crash()
    assert ">*</a>" in course.build().site.text("two.html")


def test_a_page_that_is_read_again_is_written_by_each_builder(course: Course) -> None:
    course.folder.write({"part.txt": "First words.\n"})
    course.edit("two.md", "Body two.", ":::{details}\n```{literalinclude} part.txt\n```\n:::")
    course.build("html")
    course.folder.write({"part.txt": "Other words.\n"})
    assert course.build("dirhtml").read == ["two"]
    site = course.build("html").site
    assert "Other words." in words(site.one("details.seminar-details", "two.html"))


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff\xfe", b'{"gathering": 3}'])
def test_a_stamp_that_is_broken_is_no_stamp(content: bytes, course: Course, tmp_path: Path) -> None:
    first = course.build()
    [stamp] = Path(first.site.app.doctreedir).glob("seminar-*.json")
    stamp.write_bytes(content)
    built = course.build()
    now, clean = course.ours(built, tmp_path)
    assert now == clean
    assert course.build().written == []


def test_a_deleted_output_folder_is_written_whole(course: Course, tmp_path: Path) -> None:
    first = course.build()
    shutil.rmtree(first.site.app.outdir)
    built = course.build()
    assert built.read == []
    assert len(built.written) == 7  # and index
    now, clean = course.ours(built, tmp_path)
    assert now == clean
    assert (Path(built.site.app.outdir) / "_static" / "seminar.css").is_file()


def test_a_site_that_uses_nothing_of_ours_has_no_stamp(folder: Folder) -> None:
    folder.write({"index.md": "# Page\n\nText.\n"})
    site = folder.build()
    assert list(Path(site.app.doctreedir).glob("seminar-*")) == []


def test_a_stamp_that_cannot_be_written_is_one_line_and_the_next_build_is_right(
    course: Course, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "sphinx", "-q", "-d", str(tmp_path / "doctrees")]
    command += [str(course.folder.srcdir), str(tmp_path / "html")]
    subprocess.run(command, check=True)
    [stamp] = (tmp_path / "doctrees").glob("seminar-*.json")
    stamp.with_suffix(".begun").mkdir()  # a page cannot be noted there
    course.edit("two.md", "Body two.", "Another body.")
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    name = stamp.with_suffix(".begun")
    text = f"{name} can't be written: Is a directory; the next build writes pages again"
    assert set(re.sub(r"\x1b\[[0-9;]*m", "", told.stderr).splitlines()) == {f"WARNING: {text}"}
    name.rmdir()
    course.edit("two.md", "Another body.", "Body two.")
    subprocess.run(command, check=True)
    assert "Body two." in (tmp_path / "html" / "gathering.html").read_text(encoding="utf-8")


def test_a_stamp_that_finds_no_room_is_one_line_and_the_next_build_is_right(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    course.build()
    course.edit("two.md", "Body two.", "Another body.")

    write_bytes = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if path.suffix != ".partial":
            return write_bytes(path, content)
        write_bytes(path, b"{")
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        warnings = course.build().site.warnings
    assert len(warnings) == 1, warnings
    [warning] = warnings
    assert warning.endswith("No space left on device; the next build writes pages again")
    course.edit("two.md", "Another body.", "Body two.")
    built = course.build()
    assert {"gathering", "two"} <= set(built.written)
    assert "Body two." in built.site.text("gathering.html")
    assert course.build().written == []
