"""Text that belongs elsewhere is reported at its own line."""

from __future__ import annotations

import pytest

from ..conftest import Build
from ..samples import COURSE, page

SESSIONS = ":::::{schedule}\n\n::::{session} One\n::::\n\nSTRAY\n\n::::{session} Two\n::::\n:::::\n"
NEWS = "::::{announcements}\n:::{announcement} New\n:date: 2022-01-24\n:::\n\nSTRAY\n::::\n"


@pytest.mark.parametrize(
    "stray",
    ["Here is part two.", "- A *list*", "> Quoted", "**Bold** text\ngoes on."],
)
@pytest.mark.parametrize(("body", "line"), [(SESSIONS, 8), (NEWS, 8)])
def test_stray_text_is_told_at_its_own_line(stray: str, body: str, line: int, build: Build) -> None:
    site = build({"course.yml": COURSE, **page("md", body.replace("STRAY", stray))})
    [warning] = [told for told in site.warnings if "something that is no" in told]
    assert warning.partition(" ")[0] == f"index.md:{line}:"


def test_stray_text_is_told_at_its_own_line_in_restructuredtext(build: Build) -> None:
    body = ".. schedule::\n\n   .. session:: One\n\n   Part two.\n\n   .. session:: Two\n"
    [warning] = build({"course.yml": COURSE, **page("rst", body)}).warnings
    assert warning.startswith("index.rst:8: WARNING: something that is no session")


@pytest.mark.parametrize("outer", ["schedule", "course-info"])
def test_a_link_that_came_out_of_two_directives_is_told_once(outer: str, build: Build) -> None:
    link = ":::{image} javascript:alert(1)\n:::\n\n[a](x y.pdf)\n"
    stray = f":::::{{note}}\n::::{{details}} More\n{link}::::\n:::::\n"
    body = f":::::::{{{outer}}}\n::::::{{announcements}}\n{stray}::::::\n:::::::\n"
    warnings = build({"course.yml": COURSE, **page("md", body)}).warnings
    told = sorted(line.partition("WARNING: ")[2] for line in warnings if "[seminar.link]" in line)
    assert [line.partition(" is no")[0] for line in told] == [
        "'[a](x y.pdf)'",
        "the address 'javascript:alert(1)'",
    ]
