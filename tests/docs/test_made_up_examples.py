"""The two examples with made-up facts: a role-playing seminar, and lectures with labs and exams."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sphinx.testing.util import SphinxTestApp

from sphinx_seminar.cli import main

from ..conftest import CONF, Site, words
from ..forked import run_forked
from .pages import DOCS

SEMINAR, LECTURES = "frugal-computing", "databases"
OVER = "1929000000"  # 2031-02-16: both terms are over, and 52 weeks later one of them is not


class Examples:
    """Both as one site, which can be built again after an edit."""

    def __init__(self, srcdir: Path) -> None:
        self.srcdir = srcdir
        for name in (SEMINAR, LECTURES):
            shutil.copytree(DOCS / "examples" / name, srcdir / name)
        (srcdir / "conf.py").write_text(CONF, "utf-8")
        index = f"# Examples\n\n:::{{toctree}}\n{SEMINAR}/index\n{LECTURES}/index\n:::\n"
        (srcdir / "index.md").write_text(index, "utf-8")

    def build(self) -> Site:
        app = SphinxTestApp("html", srcdir=self.srcdir, confoverrides={"nitpicky": True})
        app.build()
        app.cleanup()
        return Site(app)

    def move(self, weeks: int) -> None:
        """All dates of both course files, so many weeks later."""
        for name in (SEMINAR, LECTURES):
            path = self.srcdir / name / "course.yml"
            path.write_text(moved(path.read_text("utf-8"), weeks), "utf-8")


def moved(text: str, weeks: int) -> str:
    def later(match: re.Match[str]) -> str:
        return str(date.fromisoformat(match[0]) + timedelta(weeks=weeks))

    return re.sub(r"\d{4}-\d\d-\d\d", later, text)


@pytest.fixture(scope="module")
def now() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", OVER)
        yield


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory, now: None) -> Examples:
    return Examples(tmp_path_factory.mktemp("examples") / "source")


@pytest.fixture(scope="module")
def site(examples: Examples) -> Site:
    return examples.build()


def rows(site: Site, name: str) -> list[tuple[str, str]]:
    """The title and the date of each row with a session."""
    found = site.page(f"{name}/schedule.html").select("tr.seminar-session")
    return [(words(row.select(".seminar-title")[0]), str(row["data-date"])) for row in found]


def kinds(site: Site, name: str, rows: str) -> Counter[str]:
    """How many rows have the class of each kind."""
    found = site.page(f"{name}/schedule.html").select(rows)
    return Counter(
        css.removeprefix("seminar-kind-")
        for row in found
        for css in row["class"]
        if css.startswith("seminar-kind-")
    )


def test_they_build_without_a_warning_and_check_finds_nothing(
    site: Site, examples: Examples
) -> None:
    assert site.warnings == []
    run = run_forked(main, ["check", str(examples.srcdir)])
    assert (run.returncode, run.stderr, run.stdout.splitlines()[-1]) == (0, "", "no problems")
    assert "rules: all hold" in run.stdout.splitlines()
    counts = "27 of 27 Lecture, 7 of 7 Lab, 6 of 6 Discussion"
    for section in ("Morning", "Afternoon"):
        assert f"meetings of {section} with a session: {counts}" in run.stdout


def test_a_session_of_lectures_has_a_date_for_each_section(site: Site) -> None:
    row = site.page(f"{LECTURES}/schedule.html").select("tr.seminar-kind-lab")[0]
    shown = [words(each).removesuffix(" Next") for each in row.select("[data-person]")]
    assert shown == [
        "Morning Thu, Sep 12 10:00–11:50 Terminal Room 7",
        "Afternoon Tue, Sep 10 15:00–16:50 Terminal Room 7",
    ]


def test_a_row_for_each_session_and_each_deadline_that_is_asked_for(site: Site) -> None:
    sessions = "tr.seminar-session"
    assert len(rows(site, SEMINAR)) == 18
    assert kinds(site, SEMINAR, sessions) == {"panel": 15, "guest": 2, "project": 2}
    assert len(rows(site, LECTURES)) == 43
    assert kinds(site, LECTURES, sessions) == {
        "lecture": 27,
        "lab": 7,
        "discussion": 6,
        "exam": 3,
        "guest-lecture": 1,
    }
    for sort in ("due", "out"):
        assert kinds(site, LECTURES, f"tr.seminar-{sort}") == {"homework": 6}


def test_panels_have_four_to_six_roles_and_names_are_given_names(site: Site) -> None:
    page = site.page(f"{SEMINAR}/schedule.html")
    panels = [len(row.select("td")) for row in page.select(".seminar-presenters tbody tr")]
    assert (len(panels), min(panels), max(panels), sum(panels)) == (15, 4, 6, 75)
    roster = (DOCS / "examples" / SEMINAR / "students.csv").read_text("utf-8").splitlines()[1:]
    families = {line.split(",")[1].split()[1] for line in roster}
    files = [path for path in Path(site.app.outdir).rglob("*") if path.is_file()]
    shown = "".join(path.read_text("utf-8", "replace") for path in files)
    assert [name for name in families if name in shown] == []


def test_where_nothing_is_to_do_the_table_of_students_says_nothing_of_it(site: Site) -> None:
    heads = site.page(f"{SEMINAR}/presenting.html").select(".seminar-loads thead th")
    assert [words(head) for head in heads] == ["Student", "Slots", "Roles"]


def test_moved_by_52_weeks_each_session_keeps_its_day_of_the_week(
    site: Site, examples: Examples
) -> None:
    before = {name: rows(site, name) for name in (SEMINAR, LECTURES)}
    examples.move(52)
    after = examples.build()
    examples.move(-52)
    assert after.warnings == []
    for name, old in before.items():
        assert rows(after, name) == [(title, moved(day, 52)) for title, day in old]
