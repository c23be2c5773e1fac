"""A build that cannot write its folders says which file, and what to do, in one line."""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.cmd.build import main as sphinx_build
from sphinx.testing.util import SphinxTestApp

from sphinx_seminar.build import unwritable_folder

from ..conftest import CONF, Folder
from ..forked import run_forked
from ..samples import COURSE

MakeApp = Callable[..., SphinxTestApp]
RIGHT = "get the right to write there, or build into another folder"


def told_by_failed_build(app: SphinxTestApp) -> list[str]:
    """What a build that ends with an error of the system says, a line each."""
    with pytest.raises(OSError, match=r"Errno"):
        app.build()
    app.cleanup()
    told = re.sub(r"\x1b\[[0-9;]*m", "", app.warning.getvalue())
    return told.replace(f"{app.outdir}/", "").splitlines()


@pytest.fixture
def app(tmp_path: Path, make_app: MakeApp) -> SphinxTestApp:
    """The application of a site of one page, which was not built yet."""
    (tmp_path / "conf.py").write_text(CONF, encoding="utf-8")
    (tmp_path / "index.md").write_text("# Seminar\n", encoding="utf-8")
    return make_app("html", srcdir=tmp_path)


full_disk = pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk of Linux")


@full_disk
def test_a_full_disk_is_told_in_one_line(app: SphinxTestApp) -> None:
    Path(app.outdir, "objects.inv").symlink_to("/dev/full")
    (told,) = told_by_failed_build(app)
    assert told == (
        f"ERROR: {app.outdir} can't be written: No space left on device; "
        "free some space, then build again"
    )


def test_what_is_in_place_of_a_file_is_named(app: SphinxTestApp) -> None:
    Path(app.outdir, "objects.inv").mkdir()
    (told,) = told_by_failed_build(app)
    assert told == (
        "ERROR: objects.inv can't be written: Is a directory; "
        "remove what is in its place, then build again"
    )


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_a_folder_without_the_right_to_write_is_named(
    app: SphinxTestApp, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(_builder: object) -> None:
        raise OSError(number, os.strerror(number), str(Path(app.outdir, "index.html")))

    monkeypatch.setattr(StandaloneHTMLBuilder, "dump_inventory", refuse)
    (told,) = told_by_failed_build(app)
    assert told.startswith("ERROR: index.html can't be written: ")
    assert told.endswith("; get the right to write there, or build into another folder")


def test_what_an_extension_cannot_write_is_told_as_well(app: SphinxTestApp) -> None:
    def refuse(*_: object) -> None:
        Path(app.outdir, "styles.css").mkdir()
        Path(app.outdir, "styles.css").write_text("", encoding="utf-8")

    app.connect("env-updated", refuse)
    with pytest.raises(Exception, match=r"Handler .* for event 'env-updated'"):
        app.build()
    app.cleanup()
    assert "styles.css can't be written: Is a directory; " in app.warning.getvalue()


def test_an_error_of_another_folder_is_left_to_sphinx(
    app: SphinxTestApp, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(_builder: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(tmp_path / "data.csv"))

    monkeypatch.setattr(StandaloneHTMLBuilder, "dump_inventory", refuse)
    assert told_by_failed_build(app) == []


@full_disk
def test_of_two_disks_the_full_one_is_named(
    app: SphinxTestApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def usage(folder: object) -> object:
        return SimpleNamespace(free=0 if folder == app.doctreedir else 7)

    monkeypatch.setattr(shutil, "disk_usage", usage)
    Path(app.outdir, "objects.inv").symlink_to("/dev/full")
    (told,) = told_by_failed_build(app)
    assert told.startswith(f"ERROR: {app.doctreedir} can't be written: No space left on device")


@full_disk
@pytest.mark.parametrize(("builder", "suffix"), [("html", "html"), ("text", "txt")])
def test_a_page_that_a_full_disk_has_cut_off_is_written_by_the_next_build(
    builder: str, suffix: str, folder: Folder
) -> None:
    folder.write({"course.yml": COURSE, "index.md": "# Seminar\n\n:::{schedule}\n:::\n"})
    first = folder.build(builder)
    page = Path(first.app.outdir, f"index.{suffix}")
    whole = page.read_bytes()
    page.unlink()
    page.symlink_to("/dev/full")
    folder.write({"index.md": "# Seminars\n\n:::{schedule}\n:::\n"})
    assert "No space left on device" in "".join(folder.build(builder).warnings)
    page.unlink()
    page.write_bytes(whole[:20])
    assert folder.build(builder).warnings == []
    assert page.read_bytes().count(b"Seminars") == whole.count(b"Seminar")


def test_doctrees_that_cannot_be_written_are_told_where_a_page_is_to_be_read(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write({"index.md": "# Seminar\n"})
    monkeypatch.setattr(unwritable_folder, "_is_writable", lambda _: False)
    assert folder.build().warnings == [f"ERROR: _build/doctrees can't be written; {RIGHT}"]
    assert folder.build().warnings == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(["out"], "out"), (["-d", "kept/doctrees", "there"], "kept/doctrees")],
    ids=["output", "doctrees"],
)
def test_a_folder_that_cannot_be_made_is_told(
    arguments: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "conf.py").write_text(CONF, encoding="utf-8")
    (tmp_path / "index.md").write_text("# Seminar\n", encoding="utf-8")
    (tmp_path / "there").mkdir()
    monkeypatch.setattr(unwritable_folder, "_is_writable", lambda folder: folder != tmp_path)
    ran = run_forked(sphinx_build, ["-q", "--no-color", ".", *arguments], cwd=tmp_path)
    # Sphinx has no event yet, and says so: "while setting up extension".
    assert ran.stderr.count("\n") == 1
    assert ran.stderr.endswith(f": {tmp_path}/{told} can't be made; {RIGHT}\n")
