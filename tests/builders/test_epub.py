"""The examples as a book."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from ..tools import epubcheck
from .conftest import Built


@pytest.mark.tools
def test_epubcheck_finds_no_fault(built: Built) -> None:
    command = epubcheck()
    [book] = built("epub").glob("*.epub")
    done = subprocess.run([*command, str(book)], capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    faults = [line for line in said.splitlines() if line.startswith(("FATAL", "ERROR", "WARNING"))]
    assert faults == []
    assert done.returncode == 0
    assert "No errors or warnings detected" in said


def pages(built: Built) -> dict[str, BeautifulSoup]:
    [book] = built("epub").glob("*.epub")
    with zipfile.ZipFile(book) as opened:
        return {
            name: BeautifulSoup(opened.read(name).decode(), "html.parser")
            for name in opened.namelist()
            if Path(name).suffix == ".xhtml"
        }


def test_what_needs_a_script_is_left_out(built: Built) -> None:
    for name, page in pages(built).items():
        assert page.select("script, [hidden], .seminar-mark, .seminar-panel") == [], name
        assert page.select('a[href="#today"]') == [], name


def test_what_collapses_is_open(built: Built) -> None:
    found = [details for page in pages(built).values() for details in page.select("details")]
    assert len(found) > 5
    assert all(details.has_attr("open") for details in found)


def test_on_a_site_it_is_closed_and_has_marks(built: Built) -> None:
    text = (built("html") / "mlsys-seminar" / "index.html").read_text(encoding="utf-8")
    page = BeautifulSoup(text, "html.parser")
    assert page.select("details.seminar-optional:not([open])")
    assert page.select('.seminar-mark, a[href="#today"]')
