"""Dated news: when an item is shown, and where."""

from __future__ import annotations

import pytest

from ..conftest import Build, Folder, words
from ..samples import COURSE, page
from .test_course_facts import everything

NOW = "1645128000"  # Thu, Feb 17, 2022


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (":::{announcement}\n:date: 2022-01-20\n:::", "{announcement} has no title"),
        (":::{announcement} New\n:::", "announcement 'New' has no date and is left out"),
        (":::{announcement} New\n:date:\n:::", "announcement 'New' has no date and is left out"),
        (
            ":::{announcement} New\n:date: 1/2/22\n:::",
            "announcement 'New' is left out: ':date:' '1/2/22' is not a date",
        ),
        (":::{announcement} New\n:date: 2022-01-20\n:dat: x\n:::", "has no option ':dat:'"),
        (":::{announcement} New\n:date: 2022-01-20\n:date: 2022-01-21\n:::", "is there twice"),
        ("Some text.", "something that is no announcement is in the {announcements}"),
    ],
)
def test_a_wrong_announcement_is_told(item: str, expected: str, build: Build) -> None:
    files = {"course.yml": COURSE, **page("md", f"::::{{announcements}}\n{item}\n::::\n")}
    site = build(files)
    assert any(expected in line for line in site.warnings)
    assert all(line.startswith("index.md:") for line in site.warnings)


def test_what_is_dated_in_the_future_is_in_no_file_until_its_date(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write(everything("md"))
    site = folder.build()
    published = [
        path.name
        for path in site.app.outdir.rglob("*")
        if path.is_file() and ".doctrees" not in path.parts and b"Secret" in path.read_bytes()
    ]
    assert published == []
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1648857600")  # 2022-04-02
    site = folder.build()
    titles = [words(name) for name in site.page().select(".seminar-announcement .seminar-name")]
    assert titles == ["Fri, Apr 1, 2022 Later ¶", "Thu, Jan 20, 2022 Welcome ¶"]


def test_news_needs_no_course(build: Build) -> None:
    items = ":::{announcement} Welcome\n:date: 2022-01-20\nHello.\n:::\n"
    for body in (items, f"::::{{announcements}}\n{items}::::\n"):
        site = build(page("md", body))
        assert site.warnings == []
        assert words(site.one("article p + p")) == "Hello."


def test_an_announcement_that_stands_alone_is_held_back_too(build: Build) -> None:
    items = "".join(
        f":::{{announcement}} {title}\n:date: {day}\n{text}\n:::\n\n"
        for title, day, text in (
            ("Later", "2022-04-01", "Secret."),
            ("Welcome", "2022-01-20", "Hello."),
        )
    )
    site = build({"course.yml": COURSE, **page("md", items)})
    assert site.warnings == []
    titles = [words(name) for name in site.page().select("article[id] .seminar-name")]
    assert titles == ["Thu, Jan 20, 2022 Welcome ¶"]
    assert "Secret" not in site.text("index.html")
    assert not (site.app.outdir / "_sources/index.md.txt").exists()


def test_the_front_page_has_the_latest_few_and_links_to_all(build: Build) -> None:
    items = "".join(
        f":::{{announcement}} News {n}\n:date: 2022-01-{n:02}\nSee [it](sub.md).\n:::\n"
        for n in range(1, 6)
    )
    site = build(
        {
            "course.yml": COURSE,
            "index.md": "# Page\n\n:::{announcements}\n:::\n\n:::{toctree}\nnews/index\n:::\n",
            "news/index.md": f"# News\n\n::::{{announcements}}\n{items}::::\n",
            "news/sub.md": "---\norphan: true\n---\n# Sub\n",
        }
    )
    assert site.warnings == []
    links = [link["href"] for link in site.page().select(".seminar-announcement .seminar-name a")]
    assert links == [f"news/index.html#announcement-news-{n}" for n in (5, 4, 3)]
    assert {a["href"] for a in site.page().select(".seminar-announcement p + p a")} == {
        "news/sub.html"
    }
    assert site.page().find("a", string="All announcements") is not None
    assert len(site.page("news/index.html").select("article[id]")) == 5


@pytest.mark.parametrize("latest", ["many", "0", "-1", ""])
def test_latest_is_a_number(latest: str, build: Build) -> None:
    files = everything("md")
    files["index.md"] = files["index.md"].replace(
        "::::{announcements}\n", f"::::{{announcements}}\n:latest: {latest}\n"
    )
    (problem,) = build(files).warnings
    assert f"':latest: {latest}' is not a number of announcements" in problem
