"""No file outside of the source folder is opened, whatever names it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from .site import CONF

ROOT = Path(__file__).parent.parent.parent
COURSE = """
title: Reading Machines
timezone: UTC
start: 2022-01-24
end: 2022-03-11
meetings: [{{days: Mon, time: 13:00-16:00}}]
staff: [{{name: Ada Brook, photo: "{photo}"}}]
presenting: {{roles: [Author], signups: "{sheet}", students: "{roster}"}}
"""
PAGE = """# Page

:::::{{schedule}}
::::{{session}} One
:link: {link}
:::{{readings}}
- {{download}}`x <{link}>` [y]({link}) [z](<{link}>) ![]({picture})
:::
:::{{presenters}}
:::
::::
:::::

:::{{staff}}
:course: {folder}
:::
:::{{courses}}
:in: {folder}
:::
:::{{signups}}
:::
"""


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder beside the sources, with a file of each sort that can be named."""
    folder = tmp_path / "outside"
    folder.mkdir()
    for name in ("x.png", "x.csv", "y.csv", "x.pdf", "x.txt"):
        (folder / name).write_text("date,Author\n1/24,Secret\n", encoding="utf-8")
    (folder / "course.yml").write_text("title: Secret\n", encoding="utf-8")
    (tmp_path / "source").mkdir()
    return folder


def opened_outside(tmp_path: Path, files: dict[str, str]) -> tuple[set[str], str]:
    """What of the outside a build opened, and all that it wrote."""
    source, output = tmp_path / "source", tmp_path / "output"
    for name, text in {"conf.py": CONF, **files}.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "tests.hostile.opened_files", str(source), str(output)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    opened = {Path(line) for line in done.stdout.splitlines()}
    assert source / "index.md" in opened  # else nothing would be noticed
    top = tmp_path / "outside"
    found = {path.name for path in opened if path.is_relative_to(top) or path.name == "environ"}
    written = "".join(
        path.read_text(encoding="utf-8", errors="replace")
        for path in output.rglob("*")
        if path.suffix in {".html", ".js", ".txt", ".csv"}
    )
    return found, written + done.stderr


@pytest.mark.parametrize("way", ["../outside", "sub/../../outside", "/{}", "./../outside"])
def test_a_path_that_leads_out_is_not_followed(way: str, tmp_path: Path, outside: Path) -> None:
    folder = way.format(outside)
    names = {"photo": f"{folder}/x.png", "sheet": f"{folder}/x.csv", "roster": f"{folder}/y.csv"}
    page = PAGE.format(link=f"{folder}/x.pdf", picture="a.png", folder=folder)
    files = {"course.yml": COURSE.format(**names), "index.md": page}
    found, written = opened_outside(tmp_path, files)
    assert found == set()
    assert "Secret" not in written
    assert written.count("is outside of the course's folder") == 3


@pytest.mark.skipif(sys.platform == "win32", reason="a link needs a right there")
@pytest.mark.parametrize("target", ["../outside/{}", "/proc/self/environ"])
def test_a_link_that_leads_out_is_not_followed(target: str, tmp_path: Path, outside: Path) -> None:
    for name in ("x.png", "x.csv", "y.csv", "x.pdf"):
        (tmp_path / "source" / name).symlink_to(target.format(name))
    (tmp_path / "source" / "other").mkdir()
    other = tmp_path / "source" / "other" / "course.yml"
    other.symlink_to("../../outside/course.yml")
    (tmp_path / "source" / "linked").symlink_to("../outside")
    names = {"photo": "x.png", "sheet": "x.csv", "roster": "y.csv"}
    page = PAGE.format(link="x.pdf", picture="a.png", folder="linked")
    files = {"course.yml": COURSE.format(**names), "index.md": page, "other/index.md": "# Other\n"}
    found, written = opened_outside(tmp_path, files)
    assert found == set()
    assert "Secret" not in written
    assert "course.yml:1: WARNING: the file is outside of the folder of the sources" in written


@pytest.mark.skipif(sys.platform == "win32", reason="a link needs a right there")
def test_a_link_in_a_circle_and_a_name_without_end_are_no_file(
    tmp_path: Path, outside: Path
) -> None:
    for name in ("x.png", "x.csv", "x.pdf"):
        (tmp_path / "source" / name).symlink_to(name)
    endless = "\N{SLIGHTLY SMILING FACE}" * 150
    names = {"photo": "x.png", "sheet": "x.csv", "roster": f"{endless}.csv"}
    page = "# Page\n"
    for number, link in enumerate(("x.pdf", f"{'a' * 300}.pdf", "x.pdf/../x.pdf")):
        page += f"\n:::{{session}} Session {number}\n:link: {link}\n:::\n"
    files = {"course.yml": COURSE.format(**names), "index.md": page}
    _found, written = opened_outside(tmp_path, files)
    assert written.count("no file is at") == 3
    assert written.count("WARNING") == 3
