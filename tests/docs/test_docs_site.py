"""The documentation builds without a warning, and its search finds the right page first."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import myst_parser
import pytest
from sphinx.testing.util import SphinxTestApp

from sphinx_seminar.config import FEED_NAMES

from ..conftest import Site, words
from ..tools import require_tools
from .pages import DOCS, commands, keys_of_course_yml

# The include of MyST Parser up to 5.2 asks the environment for its application.
pytestmark = pytest.mark.filterwarnings(r"ignore:'sphinx\.environment\.BuildEnvironment\.app'")

NOW = "1922000000"  # 2030-11-27

RIGHT_PAGES = {
    "holiday": "how-to/holiday/index",
    "calendar": "how-to/calendar",
    "PDF": "how-to/pdf",
    "accessible PDF": "how-to/accessible-pdf",
    "offline": "how-to/offline",
    "Excel": "spreadsheets",
    "Google Sheets": "how-to/google-sheets",
    "roster": "sheets",
    "GitHub Pages": "how-to/github-pages",
    "Read the Docs": "how-to/read-the-docs",
    "drop out": "how-to/dropout",
    "current week": "now",
    "new term": "new-term",
    "time zone": "course-yml",
    "privacy": "how-to/privacy",
    "filter": "how-to/tools/index",
    "theme": "how-to/another-theme",
    "language": "languages",
    "several courses": "how-to/several-courses",
    "role-playing": "how-to/role-playing/index",
    "reading club": "how-to/reading-club/index",
    "twice a week": "how-to/two-meetings/index",
    "parallel groups": "how-to/sections/index",
    "import": "import",
    "preview": "serve",
    "snow day": "how-to/holiday/index",
    "move a session": "directives/session/index",
    "office hours": "directives/staff/index",
    "final exam": "kinds/index",
    "dark mode": "how-to/another-theme",
    "VS Code": "course-yml",
    "Jupyter Book": "install",
    "gallery": "gallery",
}
DIRECTIVES = {
    folder.name.replace("-", " "): f"directives/{folder.name}/index"
    for folder in (DOCS / "directives").iterdir()
    if (folder / "samples").is_dir()
}


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The built documentation, in a theme that is drawn fast; the search does not depend on it."""
    theme = {"html_theme": "basic", "html_theme_options": {}, "html_copy_source": False}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", NOW)
        app = SphinxTestApp(
            "html",
            srcdir=DOCS,
            builddir=tmp_path_factory.mktemp("docs"),
            confoverrides={**theme, "nitpicky": True},
        )
        app.build()
        yield Site(app)
        app.cleanup()


@pytest.fixture(scope="module")
def found(docs: Site) -> dict[str, list[str]]:
    """The pages that the search of the documentation finds for each query, the best first."""
    require_tools("node")
    script = Path(__file__).with_name("search.cjs")
    done = subprocess.run(
        ["node", str(script), str(docs.app.outdir), *RIGHT_PAGES, *DIRECTIVES],
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(json.loads(done.stdout))


@pytest.mark.skipif(
    tuple(map(int, myst_parser.__version__.split(".")[:2])) < (5, 2),
    reason="the docs link to headings by ids, which MyST Parser finds from 5.2 on",
)
def test_the_documentation_builds_without_a_warning(docs: Site) -> None:
    assert docs.warnings == []


def test_the_page_of_all_names_has_each_key_option_type_and_feed(docs: Site) -> None:
    page = docs.page("all-names.html")
    rows = {row.td.get_text(): words(row) for row in page.select("tr") if row.td}
    assert keys_of_course_yml() <= {part for name in rows for part in name.split(".")}
    assert "presenting.each_student.at_least" in rows
    assert "kinds.NAME.color" in rows
    assert "grading.total" in rows
    assert "seminar.open" in rows
    assert "a note" in rows["seminar.open"]
    assert set(FEED_NAMES) <= rows.keys()
    assert "{deadline}" in rows[":when:"]


def test_a_holiday_moves_the_sessions_on(docs: Site) -> None:
    page = docs.page("how-to/holiday/index.html")
    dates = [row["data-date"] for row in page.select(".seminar-session")]
    assert dates == ["2030-09-30", "2030-10-14", "2030-10-28"]
    breaks = [row["data-date"] for row in page.select(".seminar-break")]
    assert breaks == ["2030-10-07", "2030-10-17", "2030-10-21"]


def test_two_meetings_a_week_take_the_sessions_in_turn(docs: Site) -> None:
    rows = docs.page("how-to/two-meetings/index.html").select(".seminar-session")
    assert [row["data-date"] for row in rows] == ["2030-09-03", "2030-09-05", "2030-09-10"]


def test_a_role_playing_seminar_shows_its_roles_and_its_open_slot(docs: Site) -> None:
    page = docs.page("how-to/role-playing/index.html")
    assert len(page.select(".seminar-open")) == 1
    roles = words(docs.one(".seminar-roles", "how-to/role-playing/index.html"))
    assert all(role in roles for role in ("Author", "Reviewer", "Archaeologist"))


def test_the_page_of_commands_has_each_with_its_options(docs: Site) -> None:
    words_of_page = docs.page("commands.html").get_text()
    for command, parser in commands().items():
        assert f"sphinx-seminar {command} [-h]" in words_of_page
        options = {name for action in parser._actions for name in action.option_strings}
        assert [name for name in options - {"-h", "--help"} if name not in words_of_page] == []


def test_the_search_finds_the_right_page_first(found: dict[str, list[str]]) -> None:
    wanted = {**DIRECTIVES, **RIGHT_PAGES}
    assert {query: pages[:1] for query, pages in found.items()} == {
        query: [page] for query, page in wanted.items()
    }


def test_a_sample_in_restructuredtext_comes_after_the_page_that_it_belongs_to(
    found: dict[str, list[str]],
) -> None:
    samples = {page for pages in found.values() for page in pages if "/rst/" in page}
    for query, pages in found.items():
        for page in samples & set(pages):
            owner = f"{page.partition('/rst/')[0]}/index"
            assert pages.index(owner) < pages.index(page), query
