"""Beside a schedule is how to get it into one's own calendar."""

from __future__ import annotations

import pytest

from ..conftest import Build, Site, words
from ..samples import COURSE

PAGE = "# Course\n\n:::::{schedule}\n::::{session} One\n::::\n:::::\n"
SHORT = "---\norphan: true\n---\n# Short\n\n```{schedule}\n:show: title\n```\n"


def files_of(site: Site, page: str) -> list[str]:
    return [str(link["href"]) for link in site.page(page).select(".seminar-calendars [download]")]


@pytest.mark.parametrize(
    ("builder", "page", "address"),
    [
        ("html", "spring/index.html", "calendar.ics"),
        ("dirhtml", "spring/index.html", "calendar.ics"),
        ("html", "spring/short.html", "calendar.ics"),
        ("dirhtml", "spring/short/index.html", "../calendar.ics"),
        ("singlehtml", "index.html", "spring/calendar.ics"),
        ("html", "abroad.html", "spring/calendar.ics"),
        ("dirhtml", "abroad/index.html", "../spring/calendar.ics"),
    ],
)
def test_each_schedule_of_a_course_leads_to_its_calendar(
    builder: str, page: str, address: str, build: Build
) -> None:
    abroad = SHORT.replace(":show: title", ":course: /spring\n:show: title")
    files = {"spring/course.yml": COURSE, "spring/index.md": PAGE, "spring/short.md": SHORT}
    index = "# Site\n\n```{toctree}\nspring/index\n```\n"
    site = build({"index.md": index, "abroad.md": abroad, **files}, builder)
    assert files_of(site, page) == [address]
    assert (site.app.outdir / page).parent.joinpath(address).resolve().is_file()


def test_a_page_with_two_schedules_says_it_once(build: Build) -> None:
    site = build({"course.yml": COURSE, "index.md": PAGE + "\n```{schedule}\n:show: title\n```\n"})
    assert len(site.page().select(".seminar-schedule")) == 2
    assert files_of(site, "index.html") == ["calendar.ics"]


def test_what_only_the_script_knows_is_hidden_until_it_runs(build: Build) -> None:
    site = build({"course.yml": COURSE, "index.md": PAGE})
    link = site.one(".seminar-subscribe")
    assert link.has_attr("hidden")
    assert link["href"] == "calendar.ics"
    assert site.one(".seminar-calendars button").has_attr("hidden")


def test_a_site_of_known_address_says_it_without_a_script(build: Build) -> None:
    files = {"course.yml": COURSE, "index.md": PAGE}
    site = build(files, confoverrides={"html_baseurl": "https://course.example/2022/"})
    link = site.one(".seminar-subscribe")
    assert link["href"] == "webcal://course.example/2022/calendar.ics"
    assert not link.has_attr("hidden")
    button = site.one(".seminar-calendars button")
    assert button["data-address"] == "https://course.example/2022/calendar.ics"


def test_an_address_that_read_the_docs_has_changed_is_written_anew(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    for version in ("latest", "stable"):
        monkeypatch.setenv("READTHEDOCS_CANONICAL_URL", f"https://course.example/{version}/")
        site = build({"course.yml": COURSE, "index.md": PAGE})
        assert site.one(".seminar-subscribe")["href"] == (
            f"webcal://course.example/{version}/calendar.ics"
        )


def test_each_kind_of_session_has_a_line_that_names_it(build: Build) -> None:
    page = PAGE.replace("One\n", "One\n:kind: Lab\n").replace(
        "::::\n:::::", "::::\n::::{session} Two\n::::\n:::::"
    )
    site = build({"course.yml": COURSE, "index.md": page})
    lines = site.page().select(".seminar-calendars li")
    assert [words(line.select("span")[0]) for line in lines] == ["Whole course", "Lab"]
    assert files_of(site, "index.html") == ["calendar.ics", "calendar-lab.ics"]
    labels = [str(each["aria-label"]) for each in lines[1].select("[aria-label]")]
    assert labels == ["Lab: Subscribe", "Lab: Download", "Lab: Copy the address"]


BOOK_FILES = {".xhtml", ".tex", ".txt"}


@pytest.mark.parametrize("builder", ["epub", "latex", "text"])
def test_a_book_has_no_such_line(builder: str, build: Build) -> None:
    options = {"epub_copyright": "2022", "version": "1", "epub_show_urls": "no"}
    site = build({"course.yml": COURSE, "index.md": PAGE}, builder, confoverrides=options)
    assert site.warnings == []
    written = [path for path in site.app.outdir.rglob("*") if path.suffix in BOOK_FILES]
    texts = [path.read_text(encoding="utf-8") for path in written]
    assert any("One" in text for text in texts)
    assert not any("calendar" in text for text in texts)
