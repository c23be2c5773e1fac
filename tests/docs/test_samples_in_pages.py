"""Samples that a page shows and does not build are read without a problem."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
import yaml

from sphinx_seminar.load.course_file import load_course

from ..conftest import Build, Folder, Site, words
from .pages import PAGES, code, text_of

TERM = "timezone: America/Los_Angeles\nstart: 2022-01-24\nend: 2022-05-13\n"
OTHER_FILES = {"version", "name", "on", True, "repos"}
"""Keys at the top of settings of Read the Docs, of workflows and of hooks."""
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
    for name in ("signups.csv", "students.csv", "readings.bib"):
        (tmp_path / name).write_text("", encoding="utf-8")
    stated = yaml.safe_load(text).keys()
    has_meetings = stated & {"meetings", "sections"}
    term = TERM if has_meetings and "start" not in stated else ""
    path = tmp_path / "course.yml"
    path.write_text(term + text, encoding="utf-8")
    assert load_course(path, page).problems == ()


@pytest.mark.parametrize("number", range(3))
def test_the_sheets_of_the_documentation_are_read(number: int, build: Build) -> None:
    sheet = [code("presenting.md", "text")[0], *code("sheets.md", "text")[:2]][number]
    [*_, roster, _message] = code("presenting.md", "text")
    roles = code("presenting.md", "yaml")[1]
    meetings = "meetings: {dates: [2022-01-31, 2022-02-07]}\n"
    body = ":::{presenters}\n:::\n" if number else ""
    sessions = f"::::{{session}} Big data systems\n{body}::::\n::::{{session}} Storage\n::::\n"
    built = build(
        {
            "course.yml": f"{TERM}{meetings}{roles}  students: students.csv\n",
            "signups.csv": sheet,
            "students.csv": roster,
            "index.md": f"# Course\n\n:::::{{schedule}}\n{sessions}:::::\n\n:::{{signups}}\n:::\n",
        }
    )
    assert built.warnings == []
    shown = words(built.one(".seminar-signups"))
    assert "Noor Haddad" in shown
    assert "Wei Lindqvist" in shown


def test_a_name_that_fits_two_students_is_reported(build: Build) -> None:
    roster = code("sheets.md", "text")[2]
    roles = code("presenting.md", "yaml")[1]
    built = build(
        {
            "course.yml": f"{TERM}meetings: {{days: Mon}}\n{roles}  students: students.csv\n",
            "signups.csv": "number,Author,Reviewer\n1,W. Lindqvist,N. Haddad\n",
            "students.csv": roster,
            "index.md": "# Course\n\n:::::{schedule}\n::::{session} One\n::::\n:::::\n",
        },
    )
    [line] = [line for line in built.warnings if "[seminar.signups]" in line]
    assert "W. Lindqvist" in line


TRIED_ELSEWHERE = {
    *("how-to/several-courses.md", "import.md", "something-looks-wrong.md", "tutorial.md")
}


def test_samples_in_markdown_are_read_without_a_problem(folder: Folder) -> None:
    samples = {
        f"{page}/{number}": text
        for page in sorted(set(PAGES) - TRIED_ELSEWHERE)
        for number, text in enumerate(
            re.findall(r"^`{3,4}markdown\n(.*?)^`{3,4}$", text_of(page), re.MULTILINE | re.DOTALL)
        )
        if not text.startswith("#")  # a page of its own, with its files around it
    }
    assert len(samples) > 2
    course = f"{TERM}meetings: {{days: Mon}}\n"
    for name, text in samples.items():
        folder.write({f"{name}/course.yml": course, f"{name}/index.md": f"# {name}\n\n{text}"})
        for listed in re.findall(r"^sessions/\S+$", text, re.MULTILINE):
            folder.write({f"{name}/{listed}.md": f"# {listed}\n"})
    folder.write({"index.md": "# Site\n\n```{toctree}\n:glob:\n\n**/index\n```\n"})
    assert folder.build("dummy").warnings == []


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
