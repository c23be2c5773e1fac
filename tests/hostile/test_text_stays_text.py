"""What course.yml and the sheets say is text: it becomes markup in no page and in no format."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from bs4 import BeautifulSoup

from ..bad_input.course_keys import Tree
from ..conftest import Build, Site
from .course_files import written
from .pages import VIEWS
from .safe_html import harmful, vocabulary
from .site import CONF, NOW, hostile_site
from .strange import MARK, MARKUP, ROFF, TEX

PAGES = {
    "index.md": f"""# Page

:::::{{schedule}}
::::{{session}} One
:::{{presenters}}
:::
::::
:::::

{VIEWS}

```{{toctree}}
other
```

$x = 1$
""",
    "other.rst": """Other
=====

.. course-info::

.. staff::

.. signups::

.. roles::

.. math:: x = 1
""",
}


def files(text: str) -> dict[str, str]:
    """A site in which *text* is everywhere where a text of its author's may be."""
    course: Tree = {
        "title": text,
        "code": text,
        "term": text,
        "timezone": "UTC",
        "start": "2022-01-24",
        "end": "2022-03-11",
        "meetings": [
            {"days": "Mon", "time": "13:00-16:00", "where": text, "kind": text},
            {"days": "Tue", "time": "9:00-10:00", "where": text, "sessions": "no", "kind": text},
        ],
        "breaks": [{"date": "2022-02-21", "title": text}],
        "links": [{"label " + text: "see " + text}, {"more": "see " + text}],
        "staff": [
            {
                "name": "A " + text,
                "role": text,
                "pronouns": text,
                "photo": "ada.png",
                "alt": text,
                "links": {"label " + text: "see " + text},
                "office_hours": [
                    {"text": "see " + text},
                    {"days": "Tue", "time": "9-10am", "where": text},
                ],
            }
        ],
        "presenting": {
            "roles": [{"name": "Author"}, {"name": "R " + text, "description": text}],
            "signups": "signups.csv",
            "students": "students.csv",
            "each_student": {"at_least": "1"},
        },
        "grading": {
            "parts": {
                "P " + text: {"weight": "60", "note": text, "points": "4 for " + text},
                "Q": "40",
            },
            "bands": {"A " + text[:60]: "90"},
        },
    }
    quoted = text.replace('"', '""')
    return {
        **PAGES,
        "course.yml": written(course),
        "signups.csv": f'date,paper,Author\n1/24,"{quoted}","{quoted}"\n',
        "students.csv": f'id,name\n"{quoted}","{quoted}"\n',
    }


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)


def build_all(build: Build, text: str, builder: str = "html") -> Site:
    site: Mapping[str, str | bytes] = {**files(text), "ada.png": b"\x89PNG\r\n\x1a\n"}
    return build({"conf.py": CONF, **site}, builder=builder)


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[tuple[str, str]]]:
    """The elements of each page where all texts are plain words."""
    site: dict[str, str | bytes] = {**files("plain words"), "ada.png": b"\x89PNG\r\n\x1a\n"}
    with hostile_site(tmp_path_factory.mktemp("usual") / "source", site) as built:
        return {name: vocabulary(built.build(name)) for name in ("index.html", "other.html")}


@pytest.mark.parametrize("text", MARKUP)
def test_markup_makes_no_element_of_a_page(
    text: str, build: Build, usual: dict[str, set[tuple[str, str]]]
) -> None:
    site = build_all(build, text)
    for name, known in usual.items():
        page = site.text(name)
        assert MARK in page
        assert vocabulary(page) <= known
        assert harmful(page) == []
        for link in BeautifulSoup(page, "html.parser").select("a[href*='://']"):
            assert MARK not in str(link["href"])


def test_a_command_of_tex_is_text_in_a_pdf(build: Build) -> None:
    [path] = build_all(build, TEX, "latex").app.outdir.glob("*.tex")
    source = path.read_text(encoding="utf-8")
    assert f"\\textbackslash{{}}{MARK}" in source
    assert f"\\{MARK}" not in source
    assert re.search(rf"(?<!\\)[$%{{]{MARK}", source.replace("\\sphinxhyphen{}", "")) is None


def test_a_request_of_roff_is_text_on_a_man_page(build: Build) -> None:
    site = build_all(build, ROFF, "man")
    [path] = [path for path in site.app.outdir.iterdir() if path.suffix == ".1"]
    source = path.read_text(encoding="utf-8")
    assert MARK in source
    assert f"\\fB{MARK}" not in source
    assert re.search(rf"^\.TH {MARK}", source, re.MULTILINE) is None
