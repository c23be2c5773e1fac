"""The reference has everything that the definitions have, and nothing else."""

from __future__ import annotations

import re

import pytest

from sphinx_seminar.config import FEED_NAMES
from sphinx_seminar.domain import SeminarDomain
from sphinx_seminar.model.problem import KINDS

from .pages import DOCS, keys_of_course_yml, text_of

PAGES = {"announcement": "announcements"}
"""The page of a directive that has none of its own."""


def _first_cells(text: str, header: str) -> set[str]:
    """What is set as code in the first column of the tables that begin with *header*."""
    tables = re.findall(rf"^\| {header} \|.*\n\|.*\n((?:\|.*\n)*)", text, re.MULTILINE)
    rows = [row for table in tables for row in table.splitlines()]
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row.split(" | ")[0])}


def test_the_keys_of_course_yml_are_those_of_the_schema() -> None:
    text = text_of("course-yml.md")
    # The build alone knows the keys of grading, whose labels are keys as well.
    before, _, rest = text.partition("\n## grading\n")
    described = _first_cells(before + rest.partition("\n## ")[2], "Key")
    assert described <= keys_of_course_yml()
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    named = re.findall(r"`(\w+)`|^#+ (\w+)", prose, re.MULTILINE)
    assert keys_of_course_yml() - {word for words in named for word in words} == set()


@pytest.mark.parametrize("name", list(SeminarDomain.directives))
def test_the_options_of_a_directive_are_those_that_it_takes(name: str) -> None:
    text = text_of(f"directives/{PAGES.get(name, name)}/index.md")
    known = getattr(SeminarDomain.directives[name], "known_options")  # noqa: B009 (typed without)
    assert [option for option in known if f"`:{option}:`" not in text] == []
    if name in PAGES.values() or name in PAGES:
        return  # two tables on one page
    assert _first_cells(text, "Option") <= {f":{option}:" for option in known}


def test_every_page_of_a_directive_says_what_it_shows_for_the_table_of_all() -> None:
    pages = [page.parent.name for page in DOCS.glob("directives/*/index.md")]
    pages.remove("cross-references")  # which are roles
    for page in pages:
        assert re.match(r"---\nshows: \S.*\n---\n", text_of(f"directives/{page}/index.md")), page


def test_the_types_of_problems_are_those_that_a_build_reports() -> None:
    listed = re.findall(r"^`seminar\.(\w+)`$", text_of("problems.md"), re.MULTILINE)
    assert listed == list(KINDS)


def test_the_feeds_are_those_that_conf_py_takes() -> None:
    section = text_of("configuration.md").partition("## `seminar_feeds`")[2].partition("\n## ")[0]
    assert all(f"`{name}`" in section or f'"{name}"' in section for name in FEED_NAMES)
