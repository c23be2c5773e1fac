"""The garbage collector leaves alone what was loaded before a course is built, and no longer."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from .conftest import CONF, Folder
from .samples import COURSE

COUNT = gc.get_freeze_count
"""Before the tests give the builds of others another one."""
COUNTING = """
import gc
from pathlib import Path


def setup(app):
    note = lambda app, docname, source: Path(app.srcdir, "left.txt").write_text(
        str(gc.get_freeze_count())
    )
    app.connect("source-read", note)
"""


@pytest.fixture
def collector(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The collector as it is outside of the tests, which tell it themselves what to leave."""
    monkeypatch.setattr(gc, "get_freeze_count", COUNT)
    gc.unfreeze()
    yield
    gc.unfreeze()
    gc.freeze()


def left_alone(folder: Folder, **files: str) -> int:
    """How many objects the collector leaves alone while a page is read."""
    folder.write({"conf.py": CONF + COUNTING, "index.md": "# Page\n", **files})
    folder.build()
    return int((folder.srcdir / "left.txt").read_text())


@pytest.mark.usefixtures("collector")
def test_it_rests_while_a_course_is_built(folder: Folder) -> None:
    assert left_alone(folder, **{"course.yml": COURSE}) > 10_000
    assert gc.get_freeze_count() == 0


@pytest.mark.usefixtures("collector")
def test_it_wakes_where_a_build_fails(folder: Folder) -> None:
    failing = COUNTING + '    app.connect("env-updated", lambda app, env: 1 / 0)\n'
    folder.write({"conf.py": CONF + failing, "index.md": "# Page\n", "course.yml": COURSE})
    with pytest.raises(Exception, match="division by zero"):
        folder.build()
    assert int((folder.srcdir / "left.txt").read_text()) > 10_000
    assert gc.get_freeze_count() == 0


@pytest.mark.usefixtures("collector")
def test_a_site_without_a_course_changes_nothing(folder: Folder) -> None:
    assert left_alone(folder) == 0


@pytest.mark.usefixtures("collector")
def test_what_somebody_else_has_told_it_stays(folder: Folder) -> None:
    gc.freeze()
    left_alone(folder, **{"course.yml": COURSE})
    assert gc.get_freeze_count() > 10_000
