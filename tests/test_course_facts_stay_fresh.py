"""An edited course.yml re-reads nothing and rewrites just the pages that show what changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import CONF, Folder, Site
from .samples import COURSE

GRADING = "grading: {Talk: 40, Report: 60}\n"
PAGES = {
    "staff": ":::{staff}\n:::\n",
    "person": "{person}`Ada Brook`\n",
    "grading": ":::{grading}\n:::\n",
    "deadlines": ":::{deadlines}\n:::\n",
    "week": ":::{this-week}\n:::\n",
    "timetable": ":::{timetable}\n:::\n",
    "news": "::::{announcements}\n:::{announcement} Later\n:date: 2022-02-10\nText\n:::\n::::\n",
    "front": ":::{announcements}\n:::\n",
    "cards": ":::{courses}\n:::\n",
    "plain": "Nothing of ours.\n",
    "lecture": ":::{session}\n:::\n\n:::{deadline} Review\n:when: class\n:::\n",
    "schedule": ":::{schedule}\n:::\n",
}


@pytest.fixture
def site(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> Folder:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1644393600")  # 2022-02-09
    folder.write({name + ".md": f"# {name}\n\n{body}" for name, body in PAGES.items()})
    # Each page of a course with a feed names it, and so changes with its title.
    folder.write({"conf.py": f"{CONF}seminar_feeds = []\n"})
    listed = "\n".join(PAGES)
    folder.write(
        {"index.md": f"# Page\n\n```{{toctree}}\n{listed}\n```\n", "course.yml": COURSE + GRADING}
    )
    assert folder.build().warnings == []
    return folder


def rewritten(folder: Folder, read: int = 0) -> set[str]:
    """The pages that a build writes, which reads so many anew."""

    def times() -> dict[str, int]:
        out = folder.srcdir / "_build" / "html"
        return {path.stem: path.stat().st_mtime_ns for path in Path(out).glob("*.html")}

    before = times()
    built: Site = folder.build()
    assert built.warnings == []
    assert f"{read} changed, 0 removed" in built.app.status.getvalue()
    after = times()
    return {name for name in after if after[name] != before.get(name) and name in PAGES}


@pytest.mark.parametrize(
    ("old", "new", "pages"),
    [
        ("Talk: 40, Report: 60", "Talk: 50, Report: 50", {"grading", "schedule"}),
        ("office_hours: TBA", "office_hours: Tue 9-10am", {"staff", "timetable"}),
        ("Ada Brook", "ADA BROOK", {"staff", "person", "timetable"}),
        ("Reading Machines", "Writing Machines", {"cards"}),
        ("13:00-16:00", "14:00-16:00", {"deadlines", "week", "timetable", "lecture"}),
        ("code: CS 101", "code: CS 101 ", set()),
    ],
)
def test_just_the_pages_that_show_it_are_written(
    site: Folder, old: str, new: str, pages: set[str]
) -> None:
    site.write({"course.yml": (COURSE + GRADING).replace(old, new)})
    changed = rewritten(site)
    # A schedule is drawn from the whole course.
    assert changed - {"schedule"} == pages - {"schedule"}
    assert rewritten(site) == set()


def test_just_the_pages_that_show_it_are_written_on_the_day_on_which_news_is_out(
    site: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert rewritten(site) == set()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1644566400")  # 2022-02-11
    assert rewritten(site, read=1) == {"news", "front"}
    assert rewritten(site) == set()
