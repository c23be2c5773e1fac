"""A build does what a change makes necessary, and no more."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from .conftest import Folder, Site, words
from .samples import COURSE

# What is read and written goes to a file: a page may be written in another process.
CONF = """
    from pathlib import Path

    extensions = ["myst_parser", "sphinx_seminar"]
    myst_enable_extensions = ["colon_fence"]
    html_theme = "basic"
    exclude_patterns = ["_build"]

    HERE = Path(__file__).parent


    def note(what, name):
        with (HERE / "log").open("a") as log:
            log.write(f"{what} {name}\\n")


    def setup(app):
        def read(app, docname, source):
            note("read", docname)

        def resolved(app, doctree, docname):
            note("written", docname)
            if (HERE / "crash").exists():
                raise KeyboardInterrupt

        app.connect("source-read", read)
        app.connect("doctree-resolved", resolved)
    """

PAGES = {
    "conf.py": CONF,
    "course.yml": COURSE,
    "index.md": """
        # Course

        ```{toctree}
        gathering
        titles
        one
        two
        three
        info
        other
        ```
        """,
    "info.md": "# Info\n\n```{course-info}\n```\n",
    "gathering.md": "# Gathering\n\n```{schedule}\n```\n",
    "titles.md": "# Titles\n\n```{schedule}\n:show: title\n```\n",
    "other.md": "# Other\n\nNothing of ours.\n",
    **{
        f"{name}.md": f"# Title {name}\n\n```{{session}}\n```\n\nBody {name}.\n"
        for name in ("one", "two", "three")
    },
}


@dataclass
class Built:
    """What a build has read and written."""

    site: Site
    read: list[str]
    written: list[str]


class Course:
    """A course that is built again and again."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        folder.write(PAGES)

    def build(self, builder: str = "html", **options: Any) -> Built:
        log = self.folder.srcdir / "log"
        log.unlink(missing_ok=True)
        site = self.folder.build(builder, **options)
        lines = log.read_text().split("\n") if log.exists() else []
        done = {
            what: sorted(line.removeprefix(f"{what} ") for line in lines if line.startswith(what))
            for what in ("read", "written")
        }
        # Sphinx itself writes a page again whose toctree holds one that is written.
        done["written"] = [name for name in done["written"] if name != "index"]
        return Built(site, **done)

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.folder.srcdir / name
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new))

    def crash(self, builder: str = "html") -> None:
        """A build that is killed when it writes its first page."""
        flag = self.folder.srcdir / "crash"
        flag.touch()
        with pytest.raises(KeyboardInterrupt):
            self.folder.build(builder)
        flag.unlink()

    def ours(self, built: Built, tmp_path: Path) -> tuple[dict[str, str], dict[str, str]]:
        """Our elements of every page, as they stand and as a build from nothing makes them."""
        clean = tmp_path / "clean"
        shutil.rmtree(clean, ignore_errors=True)
        shutil.copytree(
            self.folder.srcdir, clean, ignore=shutil.ignore_patterns("_build", "log", "crash")
        )
        fresh = Folder(clean, self.folder._make_app).build(built.site.app.builder.name)
        return elements(built.site), elements(fresh)


def elements(site: Site) -> dict[str, str]:
    found = {}
    outdir = Path(site.app.outdir)
    for path in sorted(outdir.rglob("*.html")):
        name = path.relative_to(outdir).as_posix()
        ours = site.page(name).select("[class^=seminar-]")
        found[name] = "\n".join(map(str, ours))
    return found


@pytest.fixture
def course(folder: Folder) -> Course:
    return Course(folder)


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


def test_two_output_folders_of_one_builder_are_told_apart(course: Course, tmp_path: Path) -> None:
    course.build()
    first = course.folder.srcdir / "_build" / "html"
    second = course.folder.srcdir / "_build" / "elsewhere"
    shutil.copytree(first, second)
    course.edit("two.md", "Body two.", "Another body.")
    course.build()
    moved = course.folder.srcdir / "_build" / "aside"
    first.rename(moved)
    second.rename(first)
    # The folder at the old place is an old one: what is in it was not written by the last build.
    assert "Another body." not in (first / "gathering.html").read_text()
    assert "Another body." in (moved / "gathering.html").read_text()


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


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff\xfe", b'{"gathering": 3}'])
def test_a_stamp_that_is_broken_is_no_stamp(
    content: bytes, course: Course, tmp_path: Path
) -> None:
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


def large_course() -> dict[str, str]:
    """Twelve pages of sessions, two that gather them, and one that a reader starts from."""
    names = [f"week{number:02}" for number in range(12)]
    session = """
        # Title of {name}

        ```{{session}}
        :speaker: Speaker of {name}
        ```

        Body with a [link](week00.md), {{session}}`title-of-week03` and a note[^1].

        :::{{readings}}
        - [Paper of {name}](https://x.example/{name}) [OSDI'18]
        :::

        :::{{presenters}}
        Author: Noor
        Reviewer:
        :::

        [^1]: The note.
        """
    course = COURSE.replace("end: 2022-03-11", "end: 2022-05-20")
    contents = "\n".join(names)
    index = "# Course\n\n```{toctree}\ngathering\ntitles\n" + contents + "\n```\n\n"
    return {
        "course.yml": course,
        "index.md": index + ":::{course-info}\n:::\n\n{session}`title-of-week05`\n",
        "gathering.md": "# Gathering\n\n```{schedule}\n```\n",
        "titles.md": "# Titles\n\n```{schedule}\n:show: title\n```\n",
        **{f"{name}.md": dedent(session).format(name=name) for name in names},
    }


def contents_of(site: Site) -> dict[str, bytes]:
    outdir = Path(site.app.outdir)
    return {
        path.relative_to(outdir).as_posix(): path.read_bytes()
        for path in outdir.rglob("*")
        if path.is_file() and path.suffix in {".html", ".js", ".css", ".txt", ".inv"}
    }


def test_four_processes_write_what_one_writes(folder: Folder) -> None:
    folder.write(large_course())
    alone = folder.build()
    assert alone.warnings == []
    one = contents_of(alone)
    shutil.rmtree(folder.srcdir / "_build")
    together = folder.build(parallel=4)
    assert together.warnings == []
    four = contents_of(together)
    assert sorted(one) == sorted(four)
    assert [name for name in one if one[name] != four[name]] == []


def test_an_edit_is_shown_with_four_processes_too(folder: Folder) -> None:
    folder.write(large_course())
    folder.build(parallel=4)
    path = folder.srcdir / "week07.md"
    path.write_text(path.read_text().replace("Body with", "Changed, with"))
    site = folder.build(parallel=4)
    assert site.warnings == []
    assert site.text("gathering.html").count("Changed, with") == 1
