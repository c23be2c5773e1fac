"""Imports texts as an author would their files."""

from __future__ import annotations

import pytest

from sphinx_seminar.cli import main

from ..conftest import Folder
from .brought import Import

ZONE = ("--zone", "America/New_York")


@pytest.fixture
def bring(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Folder
) -> Import:
    """Imports texts, by the names of their files, into the folder of the test."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1922000000")  # 2030-11-27
    sources = folder.srcdir.parent / "old"
    sources.mkdir()

    def run(texts: dict[str, str | bytes], *options: str) -> tuple[int, str, str]:
        (folder.srcdir / "conf.py").unlink(missing_ok=True)
        for name, text in texts.items():
            content = text.encode() if isinstance(text, str) else text
            (sources / name).parent.mkdir(parents=True, exist_ok=True)
            (sources / name).write_bytes(content)
        paths = [str(sources / name) for name in texts]
        status = main(["import", *paths, "--into", str(folder.srcdir), *ZONE, *options])
        return (status, *capsys.readouterr())

    return run
