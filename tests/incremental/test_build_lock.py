"""Two builds in one folder at once: the second waits, and the output is that of a build alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sphinx_seminar.build import build_lock

from ..conftest import Folder
from ..samples import COURSE

fcntl = pytest.importorskip("fcntl", reason="no folder is locked on Windows")
FILES = {"course.yml": COURSE, "index.md": "# Course\n\n```{schedule}\n```\n"}


@contextmanager
def locked(folder: Path) -> Iterator[int]:
    """A folder as another process locks it: by a descriptor of its own."""
    number = os.open(folder, os.O_RDONLY)
    fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)  # raises where it is locked
    try:
        yield number
    finally:
        os.close(number)


@pytest.mark.parametrize("which", ["doctreedir", "outdir"])
def test_a_build_waits_for_another_in_its_folders(
    which: str, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write(FILES)
    place = Path(getattr(folder.build().app, which))
    with locked(place) as number:
        # The other build ends while this one waits.
        monkeypatch.setattr(build_lock, "sleep", lambda _: fcntl.flock(number, fcntl.LOCK_UN))
        site = folder.build()
    assert site.warnings == []
    assert site.app.status.getvalue().count("waiting for another build") == 1


def test_a_build_that_waits_too_long_goes_on_and_says_so(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write(FILES)
    place = Path(folder.build().app.outdir)
    monkeypatch.setattr(build_lock, "SECONDS", 0)
    with locked(place):
        (warning,) = folder.build().warnings
    assert "build again once it has ended" in warning


def test_a_build_frees_its_folders_also_where_it_fails(folder: Folder) -> None:
    folder.write(FILES)
    app = folder.build().app
    with (folder.srcdir / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write('def setup(app):\n    app.connect("env-updated", lambda *_: 1 / 0)\n')
    with pytest.raises(Exception, match="division by zero"):
        folder.build()
    for place in (app.doctreedir, app.outdir):
        with locked(Path(place)):
            pass
