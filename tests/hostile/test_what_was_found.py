"""What the fuzzers have found, each by itself."""

from __future__ import annotations

import pytest

from sphinx_seminar.load.csv_file import read_csv

from ..conftest import Build, words
from ..samples import COURSE, HEADS
from .safe_html import harmful

UNSAFE = "javascript://example.org/%0aalert(1)"


def readings(item: str) -> dict[str, str]:
    return {"index.md": f"# Page\n\n:::{{readings}}\n- {item}\n:::\n"}


def test_a_download_of_an_unsafe_address_is_text(build: Build) -> None:
    site = build(readings(f"{{download}}`Slides <{UNSAFE}>`"))
    assert harmful(site.text("index.html")) == []
    assert "Slides" in words(site.one(".seminar-readings"))
    [warning] = site.warnings
    assert warning.startswith(f"index.md:4: WARNING: the address {UNSAFE!r} is not shown; write")


def test_a_download_of_a_safe_address_stays(build: Build) -> None:
    site = build(readings("{download}`Slides <https://example.org/a.pdf>`"))
    assert site.one("a.download")["href"] == "https://example.org/a.pdf"
    assert site.warnings == []


@pytest.mark.parametrize(
    "item",
    [
        "![Figure](ftp://example.org/a.png)",
        "![Figure](data:image/png;base64,AAAA)",
        "[![Figure](ftp://example.org/a.png)](https://example.org)",
    ],
)
def test_a_picture_at_an_unsafe_address_is_its_words(item: str, build: Build) -> None:
    site = build(readings(item))
    assert harmful(site.text("index.html")) == []
    assert site.page().select("div.body img") == []
    assert "Figure" in words(site.one("div.body"))
    assert sum("is not shown" in line for line in site.warnings) == 1


def test_what_comes_out_of_a_schedule_is_checked_too(build: Build) -> None:
    body = ".. schedule::\n\n   See javascript:alert(1)\n\n   .. image:: ftp://x.example/a.png\n"
    site = build({"course.yml": COURSE, "index.rst": HEADS["rst"] + body})
    assert harmful(site.text("index.html")) == []
    assert sum("is not shown" in line for line in site.warnings) == 2


@pytest.mark.parametrize("quoted", ["> ", ""])
def test_a_session_in_the_text_of_another_can_be_gathered(quoted: str, build: Build) -> None:
    inner = f"{quoted}```{{session}} Inner\n{quoted}Text\n{quoted}```\n"
    page = f"# Page\n\n## Outer\n\n```{{session}}\n```\n\n{inner}\n\n```{{schedule}}\n```\n"
    site = build({"course.yml": COURSE, "index.md": page})
    rows = [words(row) for row in site.page().select(".seminar-session")]
    assert ["Outer" in row for row in rows][:2] == [True, False]
    assert ["Inner" in row for row in rows][:2] == [False, True]


@pytest.mark.parametrize(
    ("option", "shown"),
    [
        (":status: \x1b[31mred", "':status: \\x1b[31mred' is not known"),
        (":course: \u202ednuor", "':course: \\u202ednuor': no course.yml is in that folder"),
    ],
)
def test_a_message_holds_no_character_that_steers_a_terminal(
    option: str, shown: str, build: Build
) -> None:
    page = f"# Page\n\n:::{{session}} One\n{option}\n:::\n"
    site = build({"course.yml": COURSE, "index.md": page})
    assert any(shown in line for line in site.warnings)
    assert all(line.isprintable() for line in site.warnings)


def test_a_long_message_is_cut_in_its_middle(build: Build) -> None:
    page = f"# Page\n\n:::{{session}} One\n:status: {'x' * 100_000}\n:::\n"
    [warning] = build({"course.yml": COURSE, "index.md": page}).warnings
    assert len(warning) < 1_000
    assert warning.endswith("is not known; write cancelled, or held (the default) [seminar.option]")


@pytest.mark.parametrize("content", [b"sep=", b"sep=\n", b"SEP=", b"sep=x"])
def test_a_sheet_that_ends_where_its_delimiter_should_stand_is_empty(content: bytes) -> None:
    assert read_csv(content).rows == ()


def test_a_reference_to_nothing_is_told_in_one_line(build: Build) -> None:
    page = "# Page\n\n{session}`\u202eeno`\n"
    [warning] = build({"course.yml": COURSE, "index.md": page}).warnings
    assert "no session is called '\\u202eeno'" in warning


@pytest.mark.parametrize("role", ["{person}`Ada Brook`", "{edit-page}`Ada Brook`"])
def test_a_role_of_ours_in_a_heading_is_its_words_in_the_contents(role: str, build: Build) -> None:
    page = f"# Page\n\n```{{contents}}\n```\n\n## Talk of {role}\n\nIts text.\n"
    site = build({"course.yml": COURSE, "index.md": page})
    assert site.warnings == []
    assert words(site.one(".contents li li")) == "Talk of Ada Brook"
    assert words(site.one(".sphinxsidebar li li")) == "Talk of Ada Brook"
