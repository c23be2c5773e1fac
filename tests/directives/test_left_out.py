"""What a build leaves out takes no meeting, is listed nowhere, and is not published."""

from __future__ import annotations

import subprocess
import sys
import zlib

import pytest

from ..conftest import Build, Folder, words
from ..samples import COURSE
from .schedules import lines

CONF = """
extensions = ["myst_parser", "sphinx.ext.ifconfig", "sphinx.ext.todo", "sphinx_seminar"]
myst_enable_extensions = ["colon_fence"]
html_theme = "basic"
"""


def pages(condition: str) -> dict[str, str]:
    return {
        "conf.py": CONF,
        "course.yml": COURSE,
        "index.md": "# Top\n\n:::{schedule}\n:::\n\n:::{deadlines}\n:::\n\n"
        "```{toctree}\ntwo\nthree\n```\n",
        "two.md": f"# Two\n\n::::{condition}\n:::{{session}} Secret\n:::\n\n"
        ":::{deadline} Draft\n:when: 2022-02-01\n:::\n::::\n\n:::{session} Opening\n:::\n",
        "three.md": f"# Three\n\n::::{condition}\n:::{{session}}\n:::\n::::\n\nText.\n"
        "\n:::{deadline} Essay\n:when: 2022-02-02\n:::\n",
    }


@pytest.mark.parametrize("condition", ["{only} draft", "{ifconfig} nitpicky"])
def test_what_is_left_out_is_nowhere(build: Build, condition: str) -> None:
    site = build(pages(condition))
    assert site.warnings == []
    assert lines(site)[:2] == ["2022-01-24 Opening", "2022-01-31 To be announced"]
    for name in ("index.html", "two.html"):
        assert "Secret" not in site.text(name)
        assert "Draft" not in site.text(name)
    inventory = (site.app.outdir / "objects.inv").read_bytes()
    objects = zlib.decompress(inventory.split(b"zlib.\n", 1)[1]).decode()
    assert "seminar:session" in objects
    assert "Secret" not in objects


def test_a_note_to_oneself_is_left_out_as_its_extension_says(folder: Folder) -> None:
    todo = "::::{todo}\n:::{deadline} Draft\n:when: 2022-02-01\n:::\n::::\n"
    essay = ":::{deadline} Essay\n:when: 2022-02-02\n:::\n"
    home = f"# Top\n\n:::{{deadlines}}\n:::\n\n{todo}\n{essay}"
    folder.write({"conf.py": CONF, "course.yml": COURSE, "index.md": home})
    for is_shown in (False, True):
        site = folder.build(confoverrides={"todo_include_todos": is_shown})
        assert site.warnings == []
        listed = [words(item) for item in site.page().select(".seminar-deadlines > li")]
        assert len(listed) == 1 + is_shown
        assert ("Draft" in site.text("index.html")) is is_shown
        assert ("Draft" in site.text("course.json")) is is_shown


def test_what_a_tag_brings_back_is_there_in_the_next_build(folder: Folder) -> None:
    folder.write(pages("{only} draft"))
    folder.build()
    site = folder.build(tags=["draft"])
    assert site.warnings == []
    expected = ["2022-01-24 Secret", "2022-01-31 Opening", "2022-02-07 Three"]
    assert lines(site)[:3] == expected
    assert "Draft" in site.text("index.html")
    assert lines(folder.build())[:1] == ["2022-01-24 Opening"]


def test_what_is_for_pages_alone_is_not_in_a_book(folder: Folder) -> None:
    folder.write(pages("{only} html"))
    assert lines(folder.build())[:1] == ["2022-01-24 Secret"]
    book = folder.build("text")
    assert "Secret" not in book.text("index.txt")
    assert "Opening" in book.text("index.txt")


def test_check_speaks_of_what_pages_show(folder: Folder) -> None:
    folder.write(pages("{only} html"))
    assert "Secret" in checked(folder)
    folder.write(pages("{only} draft"))
    assert "Secret" not in checked(folder)


def checked(folder: Folder) -> str:
    command = [sys.executable, "-m", "sphinx_seminar.cli", "check", str(folder.srcdir)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout
