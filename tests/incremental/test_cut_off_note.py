"""What a killed build has left of Sphinx's note of the settings does not stop the next one."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..conftest import Folder


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_an_empty_note_is_one_of_other_settings(builder: str, folder: Folder) -> None:
    folder.write({"index.md": "# Page\n"})
    note = Path(folder.build(builder, confoverrides={"html_title": "Before"}).app.outdir)
    note = note / ".buildinfo"
    whole = note.read_bytes()
    note.write_bytes(b"")
    site = folder.build(builder, confoverrides={"html_title": "After"})
    assert site.warnings == []
    assert "After" in site.text("index.html")
    assert note.read_bytes() not in (b"", whole)


def test_a_whole_note_is_left_alone(folder: Folder) -> None:
    folder.write({"index.md": "# Page\n"})
    page = Path(folder.build().app.outdir, "index.html")
    written = page.stat().st_mtime_ns
    folder.build()
    assert page.stat().st_mtime_ns == written
