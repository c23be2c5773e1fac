"""What a page shows is valid HTML, by the validator of the W3C (vnu); the rest is its theme's."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from ..conftest import Folder
from ..tools import require_tools, skip_or_fail
from ..views.every_view import CONF, FILES
from .conftest import Built

VNU = Path(__file__).parents[2] / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
EXPECTED = (
    # Safari takes a list without dots for none, unless its role says so.
    "The “list” role is unnecessary for element “ul”.",
    # Announcements are short; their titles would crowd the headings of a page.
    "Article lacks heading.",
    # As Sphinx writes pictures.
    "Trailing slash on void elements",
)
PAGE = '<!DOCTYPE html><html lang="en"><head><title>Page</title></head><body>{}</body></html>'
_MAIN = re.compile(
    r'<div class="body" role="main">(.*?)</div>\s*</div>\s*</div>\s*<div class="(?:clear|sphinxs)',
    re.DOTALL,
)


def findings(folder: Path) -> list[str]:
    """What the validator says of all pages in a folder, with the markup that it says it of."""
    require_tools("java")
    if not VNU.is_file():
        skip_or_fail("vnu is not installed: npm ci")
    command = ["java", "-jar", str(VNU), "--format", "json", "--exit-zero-always", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [
        f"{Path(message['url']).name}: {message['message']} {message.get('extract', '')!r}"
        for message in json.loads(done.stderr or done.stdout)["messages"]
        if not message["message"].startswith(EXPECTED)
    ]


def write_main_parts(site: Path, folder: Path) -> int:
    """Write what each page of a site shows as a page of its own; how many there are."""
    count = 0
    for path in set(site.rglob("*.html")) - {site / "search.html"}:  # the theme's alone
        # As it is, and not parsed: a parser would mend it.
        if found := _MAIN.search(path.read_text(encoding="utf-8")):
            target = folder / path.relative_to(site)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(PAGE.format(found[1]), encoding="utf-8")
            count += 1
    return count


@pytest.mark.tools
def test_pages_of_the_examples_and_of_every_view_are_valid(
    built: Built, folder: Folder, tmp_path: Path
) -> None:
    folder.write(FILES)
    every_view = Path(folder.build(confoverrides=CONF).app.outdir)
    assert write_main_parts(built("html"), tmp_path / "main" / "examples") > 20
    assert write_main_parts(every_view, tmp_path / "main" / "every-view") > 20
    found = findings(tmp_path / "main")
    assert found == []


@pytest.mark.tools
def test_what_is_not_valid_would_be_seen(tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text(PAGE.format("<p>x</p></p>"), encoding="utf-8")
    assert len(findings(tmp_path)) == 1
