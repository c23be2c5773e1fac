"""An id stays with its title when another one is inserted, in every script."""

from __future__ import annotations

import re

import pytest
from docutils import nodes

from sphinx_seminar.pages.title_id import title_id

from ..conftest import Build
from ..samples import COURSE, page

TITLES = ["序論", "蛾の夜", "مقدمة", "Введение", "Raft 合意", "Raft 序論"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Consensus in 2 rounds", "consensus-in-2-rounds"), ("Über Łódź", "uber-lodz"), ("🙂 …", "")],
)
def test_what_can_be_written_in_ascii_keeps_its_id(title: str, expected: str) -> None:
    assert title_id(title) == expected


@pytest.mark.parametrize("title", ["1657", "1914 to 1918", "1914–1918", "001", "１６５７"])  # noqa: RUF001
def test_a_title_of_digits_keeps_them(title: str) -> None:
    assert any(map(str.isdecimal, title_id(title)))


def test_titles_of_every_script_have_ids_of_their_own() -> None:
    found = [title_id(title, "deadline") for title in TITLES]
    assert len(set(found)) == len(TITLES)
    assert all(re.fullmatch(r"deadline-[a-z0-9-]*[0-9a-f]{8}", anchor) for anchor in found)


def ids(build: Build, titles: list[str]) -> dict[str, str]:
    sessions = "".join(f":::{{session}} {title}\n:::\n" for title in titles)
    deadlines = "".join(f"\n:::{{deadline}} {title}\n:when: 2022-02-01\n:::\n" for title in titles)
    site = build(
        {"course.yml": COURSE, **page("md", f"::::{{schedule}}\n{sessions}::::\n{deadlines}")}
    )
    assert site.warnings == []
    doctree = site.app.env.get_doctree("index")
    return {
        f"{node.tagname} {node.children[0].astext()}": node["ids"][0]
        for node in doctree.findall(nodes.Element)
        if node.tagname in {"seminar_session", "seminar_deadline"}
    }


def test_an_inserted_title_moves_no_id(build: Build) -> None:
    before = ids(build, TITLES[1:4])
    after = ids(build, TITLES[:4])
    assert len(after) == len(before) + 2
    assert before.items() <= after.items()


def test_an_inserted_year_moves_no_id(build: Build) -> None:
    before = ids(build, ["1848", "1918"])
    after = ids(build, ["1789", "1848", "1918"])
    assert before.items() <= after.items()
