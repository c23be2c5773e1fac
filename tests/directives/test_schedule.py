"""A schedule with its sessions inside."""

from __future__ import annotations

import pytest

from ..conftest import Build, words
from ..samples import COURSE, MARKUPS, page
from .schedules import FILLED, ids, lines, rows


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_filled_schedule_shows_sessions_breaks_and_open_meetings(
    markup: str, build: Build
) -> None:
    site = build({"course.yml": COURSE, **page(markup, FILLED[markup])})
    assert site.warnings == []
    assert lines(site) == [
        "2022-01-24 One",
        "2022-01-31 Three",
        "2022-02-07 To be announced",
        "2022-02-14 Two",
        "2022-02-21 Presidents' Day",
        "2022-02-28 To be announced",
        "2022-03-07 To be announced",
    ]
    numbers = [words(number) for number in site.page().select(".seminar-week .seminar-number")]
    assert numbers == ["1", "2", "3", "4", "5", "6", "7"]


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_row_has_an_id_and_a_permalink_to_it(markup: str, build: Build) -> None:
    site = build({"course.yml": COURSE, **page(markup, FILLED[markup])})
    cell = site.one("td#one")
    permalink = cell.select_one("a.headerlink")
    assert permalink is not None
    assert permalink["href"] == "#one"
    assert set(ids(site).values()) == {1}


def test_permalinks_can_be_left_out(build: Build) -> None:
    files = {"course.yml": COURSE, **page("md", FILLED["md"])}
    site = build(files, confoverrides={"html_permalinks": False})
    assert site.page().select(".seminar-schedule a.headerlink") == []


def test_the_heading_of_a_session_is_one_below_that_of_its_section(build: Build) -> None:
    body = "## Section\n\n" + FILLED["md"]
    site = build({"course.yml": COURSE, **page("md", body)})
    assert {title.name for title in site.page().select(".seminar-title")} == {"h3"}


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_schedule_without_a_course_lists_its_sessions(markup: str, build: Build) -> None:
    site = build(page(markup, FILLED[markup]))
    assert site.warnings == []
    assert sorted(lines(site)) == sorted(["- One", "2022-02-14 Two", "- Three"])


def test_show_works_on_the_sessions_inside_too(build: Build) -> None:
    body = FILLED["md"].replace("{schedule}", "{schedule}\n:show: title")
    site = build({"course.yml": COURSE, **page("md", body)})
    assert lines(site)[0] == "2022-01-24 One"
    assert "Hello." not in words(site.one(".seminar-schedule"))


@pytest.mark.parametrize("markup", MARKUPS)
def test_two_filled_schedules_in_one_course_are_reported_and_shown(
    markup: str, build: Build
) -> None:
    second = FILLED[markup].replace("One", "Uno").replace("Two", "Due").replace("Three", "Tre")
    second = second.replace("2022-02-14", "2022-03-07")
    site = build({"course.yml": COURSE, **page(markup, FILLED[markup] + "\n----\n" + second)})
    [warning] = site.warnings
    source = site.app.srcdir.joinpath(f"index.{markup}").read_text().splitlines()
    first, again = (number for number, line in enumerate(source, 1) if "schedule" in line)
    assert warning.startswith(f"index.{markup}:{again}: ")
    assert f"index.{markup}:{first};" in warning
    assert warning.endswith("[seminar.schedule]")
    text = words(site.one("div.body"))
    for title in ("One", "Two", "Three", "Uno", "Due", "Tre"):
        assert title in text
    assert set(ids(site).values()) == {1}


@pytest.mark.parametrize("markup", MARKUPS)
def test_text_in_a_schedule_is_reported_and_shown(markup: str, build: Build) -> None:
    body = {
        "md": "::::{schedule}\nStray text.\n\n:::{session} One\n:::\n::::\n",
        "rst": ".. schedule::\n\n   Stray text.\n\n   .. session:: One\n",
    }
    site = build({"course.yml": COURSE, **page(markup, body[markup])})
    [warning] = site.warnings
    assert warning.startswith(f"index.{markup}:")
    assert warning.endswith("[seminar.schedule]")
    assert "Stray text." in words(site.one("div.body"))
    assert lines(site)[0] == "2022-01-24 One"


def test_a_comment_in_a_schedule_is_no_text(build: Build) -> None:
    body = "::::{schedule}\n<!-- later: -->\n\n% and this\n\n:::{session} One\n:::\n::::\n"
    site = build({"course.yml": COURSE, **page("md", body)})
    assert site.warnings == []


def test_a_schedule_in_a_tab_or_a_list_is_a_schedule(build: Build) -> None:
    body = ":::::::{tab-set}\n::::::{tab-item} Spring\n" + FILLED["md"] + "::::::\n:::::::\n"
    site = build({"course.yml": COURSE, **page("md", body)})
    assert site.warnings == []
    assert lines(site)[0] == "2022-01-24 One"


def test_times_carry_their_instants_in_utc(build: Build) -> None:
    site = build({"course.yml": COURSE, **page("md", FILLED["md"])})
    times = [str(time["datetime"]) for time in rows(site)[0].select("time")]
    assert times == ["2022-01-24", "2022-01-24T21:00:00Z", "2022-01-25T00:00:00Z"]
    first, second = rows(site)[:2]
    assert not first.has_attr("data-from")
    assert first["data-until"] == second["data-from"] == "2022-01-25T08:00:00Z"


def test_a_schedule_of_a_course_without_meetings_and_sessions_says_so(build: Build) -> None:
    site = build({"course.yml": "title: x\n", **page("md", ":::{schedule}\n:::\n")})
    (problem,) = site.warnings
    assert problem.startswith("index.md:3: WARNING: course.yml has no meetings and the course no")
    assert problem.endswith("[seminar.schedule]")
