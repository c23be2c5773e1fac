"""Which files lie beside the pages, when they are written, and what they never have in them."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from shutil import rmtree

import pytest

from sphinx_seminar.config import FEED_NAMES
from sphinx_seminar.feeds.registry import FEEDS

from ..conftest import Build, Folder, Site
from ..samples import COURSE
from ..test_cost_of_what_is_not_used import imported_by

NEWS = ":::{announcement} Welcome\n:date: 2022-01-20\n\nWords.\n:::\n"
READINGS = ":::{readings}\n- [A paper](https://papers.example/)\n:::\n"
PAGE = f"# Course\n\n:::::{{schedule}}\n::::{{session}} One\n{READINGS}::::\n:::::\n\n{NEWS}"
TWO = PAGE.replace("::::\n:::::", "::::\n::::{session} Two\n::::\n:::::")
OTHER = "---\norphan: true\n---\n# Other\n\nWords.\n"


def feeds(site: Site) -> dict[str, bytes]:
    """The files by their path."""
    outdir = Path(site.app.outdir)
    return {
        path.relative_to(outdir).as_posix(): path.read_bytes()
        for path in sorted(outdir.rglob("*"))
        if path.name.startswith("calendar") or path.name in FEED_NAMES
    }


def age(site: Site) -> None:
    """Make the files look old."""
    for name in feeds(site):
        os.utime(Path(site.app.outdir, name), (0, 0))


def written(site: Site) -> list[str]:
    """Those that are no longer old."""
    return [name for name in feeds(site) if Path(site.app.outdir, name).stat().st_mtime > 0]


def test_every_name_of_conf_py_has_its_feed() -> None:
    assert tuple(FEEDS) == FEED_NAMES


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml"])
def test_a_site_has_the_files_of_each_course_in_its_folder(builder: str, build: Build) -> None:
    files = {f"{name}/course.yml": COURSE for name in ("fall", "spring")}
    files |= {f"{name}/index.md": PAGE for name in ("fall", "spring")}
    index = "# Site\n\n```{toctree}\n:glob:\n*/index\n```\n"
    site = build({"index.md": index, **files}, builder)
    assert list(feeds(site)) == [f"{name}/{file}" for name in ("fall", "spring") for file in FEEDS]


@pytest.mark.parametrize("builder", ["epub", "latex", "text", "man", "gettext", "xml", "linkcheck"])
def test_what_is_no_site_has_none(builder: str, build: Build) -> None:
    options = {"epub_copyright": "2022", "version": "1", "epub_show_urls": "no"}
    site = build({"course.yml": COURSE, "index.md": PAGE}, builder, confoverrides=options)
    assert feeds(site) == {}


@pytest.mark.parametrize(
    ("course", "page"),
    [
        (COURSE.replace("timezone: America/Los_Angeles\n", ""), PAGE),
        (COURSE.replace("2022-03-11", "2021-03-11"), PAGE),
        (COURSE, "# Course\n\n```{schedule}\n```\n"),
        ("title: Anytime\n", PAGE),
    ],
    ids=["no time zone", "dates that are wrong", "no session", "no dates"],
)
def test_a_course_without_sure_dates_has_no_calendar(course: str, page: str, build: Build) -> None:
    site = build({"course.yml": course, "index.md": page})
    assert "calendar.ics" not in feeds(site)
    assert site.page().select(".seminar-calendars") == []


def test_a_page_without_a_course_has_none(build: Build) -> None:
    assert feeds(build({"index.md": PAGE})) == {}


def test_a_site_can_do_without(build: Build) -> None:
    site = build(
        {"course.yml": COURSE, "index.md": PAGE}, confoverrides={"seminar_feeds": ["course.json"]}
    )
    assert "calendar.ics" not in feeds(site)
    assert site.page().select(".seminar-calendars") == []
    assert "seminar-calendar.js" not in site.text("index.html")


def test_a_feed_that_is_none_is_told(build: Build) -> None:
    files = {"course.yml": COURSE, "index.md": PAGE}
    site = build(files, confoverrides={"seminar_feeds": ["calender.ics"]})
    (line,) = site.warnings
    assert line == (
        "conf.py:1: WARNING: seminar_feeds: 'calender.ics' is no file of a course; did you mean "
        "'calendar.ics'? [seminar.option]"
    )


def test_a_file_of_the_site_takes_the_place_of_ours(folder: Folder) -> None:
    own = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
    folder.write({"course.yml": COURSE, "index.md": PAGE, "extra/calendar.ics": own})
    extra = {"html_extra_path": ["extra"]}
    for _again in range(2):
        assert feeds(folder.build(confoverrides=extra))["calendar.ics"] == own
    (folder.srcdir / "extra/calendar.ics").unlink()
    assert feeds(folder.build(confoverrides=extra))["calendar.ics"] != own
    folder.write({"extra/calendar.ics": own})
    assert feeds(folder.build(confoverrides=extra))["calendar.ics"] == own


@pytest.mark.parametrize("parallel", [1, 2])
def test_a_build_in_which_nothing_changed_writes_none(parallel: int, folder: Folder) -> None:
    folder.write({"course.yml": COURSE, "index.md": PAGE, "other.md": OTHER})
    age(folder.build(parallel=parallel))
    assert written(folder.build(parallel=parallel)) == []
    folder.write({"other.md": OTHER + "More words.\n"})
    assert written(folder.build(parallel=parallel)) == []
    folder.write({"index.md": TWO})
    assert "calendar.ics" in written(folder.build(parallel=parallel))


def test_only_a_build_that_writes_one_imports_what_takes_long(folder: Folder) -> None:
    folder.write({"course.yml": COURSE, "index.md": PAGE, "other.md": OTHER})
    assert "icalendar" in imported_by(folder)
    loaded = imported_by(folder)
    assert not {"icalendar", *(f"sphinx_seminar.feeds.{name}" for name in FEEDS.values())} & loaded
    folder.write({"other.md": OTHER + "More words.\n"})
    assert "icalendar" not in imported_by(folder)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("index.md", PAGE, TWO),
        ("index.md", "One", "Other"),
        ("course.yml", "13:00-16:00", "14:00-16:00"),
        ("course.yml", "Presidents' Day", "Holiday"),
        ("course.yml", "Spring 2022", "Fall 2022"),
        ("course.yml", "America/Los_Angeles", "Europe/Berlin"),
        ("course.yml", "Soda 405", "Soda 406"),
    ],
)
def test_an_edit_leaves_what_a_build_from_nothing_makes(
    name: str, old: str, new: str, folder: Folder
) -> None:
    files = {"course.yml": COURSE, "index.md": PAGE}
    folder.write(files)
    before = feeds(folder.build())
    folder.write({name: files[name].replace(old, new)})
    after = feeds(folder.build())
    assert after != before
    assert after == feeds(folder.build(freshenv=True, builddir=folder.srcdir.parent / "clean"))


def test_a_file_that_is_no_more_is_taken_away(folder: Folder) -> None:
    kinds = TWO.replace("One\n", "One\n:kind: Lecture\n").replace("Two\n", "Two\n:kind: Lab\n")
    folder.write({"course.yml": COURSE, "index.md": kinds})
    assert "calendar-lab.ics" in feeds(folder.build())
    folder.write({"index.md": PAGE})
    assert "calendar-lab.ics" not in feeds(folder.build())
    (folder.srcdir / "course.yml").unlink()
    assert feeds(folder.build()) == {}


@pytest.mark.parametrize("note", [None, "{"])
def test_calendars_of_before_are_taken_away_without_the_note_of_them(
    note: str | None, folder: Folder
) -> None:
    kinds = TWO.replace("One\n", "One\n:kind: Lecture\n").replace("Two\n", "Two\n:kind: Lab\n")
    folder.write({"course.yml": COURSE, "index.md": kinds})
    site = folder.build()
    assert "calendar-lab.ics" in feeds(site)
    Path(site.app.outdir, "calendar-mine.ics").write_text("BEGIN:VCALENDAR\n", encoding="utf-8")
    (written_note,) = Path(site.app.doctreedir).glob("seminar-*.feeds")
    if note is None:
        rmtree(site.app.doctreedir)
    else:
        written_note.write_text(note)
    folder.write({"index.md": PAGE})
    left = feeds(folder.build())
    assert "calendar-lab.ics" not in left
    assert {"calendar.ics", "calendar-mine.ics"} <= left.keys()


def test_files_of_a_course_that_is_gone_are_taken_away_without_the_note_of_them(
    folder: Folder,
) -> None:
    page = TWO.replace("One\n", "One\n:kind: Lecture\n").replace("Two\n", "Two\n:kind: Lab\n")
    folder.write({"index.md": OTHER, "fall/course.yml": COURSE, "fall/index.md": page})
    site = folder.build()
    assert set(FEEDS) | {"calendar-lab.ics"} <= {Path(path).name for path in feeds(site)}
    of_others = {
        "fall/calendar-mine.ics": "BEGIN:VCALENDAR\r\nPRODID:-//mine//\r\n",
        "fall/more/course.json": '{"title": "Mine"}',
        "fall/more/news.xml": "<feed/>",
        "fall/more/readings.bib": "@misc{a,\n  title = {A},\n  month = may,\n}\n",
        "fall/more/readings.csl.json": '[\n{"id": "a", "title": "A", "type": "book"}\n]\n',
        "fall/mine/readings.bib": "",
    }
    outdir = Path(site.app.outdir)
    # A site of its own, and a file that a page offers, are as their authors put them there.
    of_others |= {
        f"{place}/{path.removeprefix('fall/')}": (outdir / path).read_text(encoding="utf-8")
        for place in ("other", "_downloads/1f")
        for path in feeds(site)
    }
    of_others["other/objects.inv"] = ""
    for path, text in of_others.items():
        (outdir / path).parent.mkdir(parents=True, exist_ok=True)
        (outdir / path).write_text(text, encoding="utf-8", newline="")
    rmtree(site.app.doctreedir)
    (folder.srcdir / "fall/course.yml").unlink()
    assert set(feeds(folder.build())) == of_others.keys() - {"other/objects.inv"}
    (outdir / "fall/calendar.ics").write_text("BEGIN:VCALENDAR\r\n", encoding="utf-8")
    assert "fall/calendar.ics" in feeds(folder.build())


@pytest.mark.parametrize("has_course", [True, False])
def test_what_a_killed_build_left_is_written_anew_or_taken_away(
    has_course: bool, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write({"index.md": PAGE})
    if has_course:
        folder.write({"course.yml": COURSE})
    before = feeds(folder.build())
    folder.write({"course.yml": COURSE.replace("Soda 405", "Soda 406")})
    write_bytes = Path.write_bytes

    def killed(path: Path, content: bytes) -> int:
        written = write_bytes(path, content)
        if path.name == "course.json.partial":
            raise KeyboardInterrupt
        return written

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", killed)
        with pytest.raises(KeyboardInterrupt):
            folder.build()
    folder.write({"course.yml": COURSE})
    if not has_course:
        (folder.srcdir / "course.yml").unlink()
    site = folder.build()
    assert feeds(site) == before
    assert list(Path(site.app.outdir).glob("*.partial")) == []


def test_a_file_that_can_not_be_removed_is_told_and_tried_again(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write({"course.yml": COURSE, "index.md": PAGE})
    folder.build()
    unlink = Path.unlink

    def read_only(path: Path, missing_ok: bool = False) -> None:
        if path.name == "calendar.ics":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        unlink(path, missing_ok)

    (folder.srcdir / "course.yml").unlink()
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", read_only)
        site = folder.build()
    assert list(feeds(site)) == ["calendar.ics"]
    told = [line for line in site.warnings if "can't be removed" in line]
    assert len(told) == 1
    assert "calendar.ics can't be removed: Permission denied" in told[0]
    assert feeds(folder.build()) == {}


def test_a_file_that_somebody_has_removed_is_there_again(folder: Folder) -> None:
    folder.write({"course.yml": COURSE, "index.md": PAGE})
    site = folder.build()
    (Path(site.app.outdir) / "calendar.ics").unlink()
    assert "calendar.ics" in feeds(folder.build())


@pytest.mark.parametrize("content", ["", "[]", "{", '{"calendar.ics": 3}'])
def test_a_broken_note_of_what_was_written_does_no_harm(content: str, folder: Folder) -> None:
    folder.write({"course.yml": COURSE, "index.md": PAGE})
    site = folder.build()
    before = feeds(site)
    (note,) = Path(site.app.doctreedir).glob("seminar-*.feeds")
    note.write_text(content)
    age(site)
    assert feeds(folder.build()) == before
    assert "calendar.ics" in written(site)


def test_a_later_day_and_another_address_of_the_site_are_no_build_in_which_nothing_changed(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1642550400")  # 2022-01-19
    folder.write({"course.yml": COURSE, "index.md": PAGE})
    site = folder.build()
    assert "news.xml" not in feeds(site)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1642723200")
    assert b"Welcome" in feeds(folder.build())["news.xml"]
    monkeypatch.setenv("READTHEDOCS_CANONICAL_URL", "https://course.example/")
    assert b"https://course.example/" in feeds(folder.build())["calendar.ics"]


def test_a_build_that_fails_writes_none(folder: Folder) -> None:
    conf = 'def setup(app):\n    app.connect("doctree-resolved", lambda *_: 1 / 0)\n'
    folder.write({"course.yml": COURSE, "index.md": PAGE})
    with (folder.srcdir / "conf.py").open("a", encoding="utf-8") as opened:
        opened.write(conf)
    with pytest.raises(Exception, match="division by zero"):
        folder.build()
    assert list(folder.srcdir.rglob("calendar.ics")) == []


NAMES = ("Haddad", "Noor", "Lindqvist", "Wei")
PRESENTING = """
# Course

:::::{schedule}
::::{session} One
:::{presenters}
Author: [Noor Haddad](slides.pdf)
Reviewer: Wei Lindqvist
:::
::::
:::::
"""


@pytest.mark.parametrize("form", ["full", "initials", "given", "hidden"])
def test_a_name_that_is_withheld_is_in_no_byte(form: str, folder: Folder) -> None:
    course = COURSE.replace("  roles:", f"  names: {form}\n  signups: signups.csv\n  roles:")
    course = course.replace("  - {name: Noor Haddad, role: Assistant}\n", "")  # of the staff
    sheet = "number,Author,Reviewer\n1,Noor Haddad,Wei Lindqvist\n"
    folder.write({"course.yml": course, "index.md": PRESENTING, "signups.csv": sheet})
    found = feeds(folder.build())
    assert found
    shown = {"full": NAMES, "given": ("Noor", "Wei")}.get(form, ())
    for name in set(NAMES) - set(shown):
        assert all(name.encode() not in content for content in found.values())
