"""A build that cannot write its folders says which file, and what to do, in one line."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.testing.util import SphinxTestApp

from ..conftest import CONF

MakeApp = Callable[..., SphinxTestApp]


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


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk of Linux")
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
