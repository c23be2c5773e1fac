"""Samples that a page shows and does not build are read without a problem."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
import yaml

from sphinx_seminar.load.course_file import load_course

from ..conftest import Build, Site, words
from .pages import DOCS, code

TERM = "timezone: America/Los_Angeles\nstart: 2022-01-24\nend: 2022-05-13\n"
PAGES = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))
OTHER_FILES = {"version", "name", "on", True}
"""Keys at the top of settings of Read the Docs and of workflows."""
COURSES = [
    (page, text)
    for page in PAGES
    for text in code(page, "yaml")
    if isinstance(stated := yaml.safe_load(text), dict) and not OTHER_FILES & stated.keys()
]


@pytest.mark.parametrize(("page", "text"), COURSES)
def test_a_part_of_course_yml_is_read_without_a_problem(
    page: str, text: str, tmp_path: Path
) -> None:
    for name in ("signups.csv", "students.csv"):
        (tmp_path / name).write_text("", encoding="utf-8")
    stated = yaml.safe_load(text).keys()
    term = TERM if "meetings" in stated and "start" not in stated else ""
    path = tmp_path / "course.yml"
    path.write_text(term + text, encoding="utf-8")
    assert load_course(path, page).problems == ()


@pytest.mark.parametrize("form", ["wide", "long"])
def test_the_sheets_of_the_page_about_presenting_are_read(form: str, build: Build) -> None:
    wide, long, roster, _message = code("presenting.md", "text")
    roles = code("presenting.md", "yaml")[1]
    meetings = "meetings: {dates: 2022-01-31}\n"
    session = "::::{session} Big data systems\n:::{presenters}\n:::\n::::"
    built = build(
        {
            "course.yml": f"{TERM}{meetings}{roles}  students: students.csv\n",
            "signups.csv": wide if form == "wide" else long,
            "students.csv": f"{roster}s104,Tomás Ferreira\ns105,Zoë Okafor\n",
            "index.md": f"# Course\n\n:::::{{schedule}}\n{session}\n:::::\n",
        }
    )
    assert built.warnings == []
    shown = words(built.one(".seminar-presenters"))
    assert "Noor Haddad" in shown
    assert "Spark" in shown


def settings() -> set[str]:
    """The values that blocks of ``conf.py`` set."""
    blocks = [text for page in PAGES for text in code(page, "python")]
    return {
        target.id
        for text in blocks
        for statement in ast.parse(text).body
        if isinstance(statement, ast.Assign)
        for target in statement.targets
        if isinstance(target, ast.Name)
    }


def test_each_value_of_conf_py_is_one_that_sphinx_knows(build: Build) -> None:
    site: Site = build({"index.md": "# Course\n"})
    known = set(site.app.config.values)
    named = settings()
    assert len(named) > 10
    assert named - known == {"extensions"}  # which Sphinx takes before it looks at the others
