"""A schedule shows what tells one row from another, and nothing that its course does not have."""

from __future__ import annotations

import pytest

from ..conftest import Build, Site, words

TWO_ROOMS = """
timezone: Europe/Berlin
start: 2022-01-24
end: 2022-02-11
meetings:
  - {days: Mon, time: 10:00, where: Hall, kind: Lecture}
  - {days: Wed, time: 10:00, where: Lab, kind: Exercise}
  - {days: Fri, time: 10:00, where: Attic, sessions: no}
"""


def rows(site: Site) -> list[str]:
    return [words(row) for row in site.page().select(".seminar-schedule tbody > tr")]


def schedule(*sessions: str, options: str = "") -> str:
    inside = "\n".join(f":::{{session}} {session}\n:::" for session in sessions)
    return f"# Page\n\n::::{{schedule}}\n{options}{inside}\n::::\n"


def test_a_row_names_its_room_where_meetings_with_sessions_have_several(build: Build) -> None:
    site = build({"course.yml": TWO_ROOMS, "index.md": schedule("One", "Two\n:kind: exercise")})
    assert [row.rpartition("¶")[2].strip() for row in rows(site)[:2]] == ["Hall", "Exercise · Lab"]


def test_the_room_of_meetings_without_sessions_is_no_reason_to_name_one(build: Build) -> None:
    one_room = TWO_ROOMS.replace("  - {days: Wed, time: 10:00, where: Lab, kind: Exercise}\n", "")
    index = schedule("One", "Two\n:where: Attic")
    site = build({"course.yml": one_room, "index.md": index})
    assert [row.rpartition("¶")[2].strip() for row in rows(site)[:2]] == ["", "Attic"]


def test_every_row_of_a_schedule_of_titles_shows_its_kind(build: Build) -> None:
    pages = {
        "one.md": "# One\n\n:::{session}\n:kind: Lecture\n:::\n",
        "two.md": "# *Two*\n\n:::{session}\n:kind: Exercise\n:::\n",
        "index.md": "# Page\n\n:::{schedule}\n:show: title\n:::\n\n```{toctree}\none\ntwo\n```\n",
    }
    site = build({"course.yml": TWO_ROOMS, **pages})
    kinds = [words(kind) for kind in site.page().select(".seminar-kind")]
    assert kinds[:2] == ["Lecture", "Exercise"]
    notes = words(site.page().select(".seminar-notes")[0])
    assert notes == "Lecture · Hall"


def test_a_row_without_a_session_says_of_which_kind_its_meeting_is(build: Build) -> None:
    index = schedule("One", "Two\n:kind: Exercise", "Three", "Four\n:kind: Film")
    site = build({"course.yml": TWO_ROOMS, "index.md": index})
    open_ = [words(row) for row in site.page().select(".seminar-tba")]
    assert [row.rpartition("10:00")[2].strip() for row in open_] == [
        "Exercise · To be announced",
        "Exercise · To be announced",
    ]


@pytest.mark.parametrize("builder", ["html", "text"])
def test_a_course_that_anybody_takes_at_any_time_has_no_column_of_dates(
    builder: str, build: Build
) -> None:
    site = build({"course.yml": "title: Any time\n", "index.md": schedule("One", "Two")}, builder)
    # A page in html has words for its script as well, which are no text.
    text = words(site.page()) if builder == "html" else site.text("index.txt")
    assert "One" in text
    assert "to be announced" not in text
    assert "Week" not in text


def test_dates_have_their_year_where_the_rows_are_of_several(build: Build) -> None:
    index = schedule("One\n:date: 2021-02-17\n:time: 1pm", "Two\n:date: 2022-03-09\n:time: 3pm")
    site = build({"course.yml": "timezone: Europe/London\n", "index.md": index})
    dates = [words(time) for time in site.page().select(".seminar-day time")]
    assert dates == ["Wed, Feb 17, 2021", "Wed, Mar 9, 2022"]
    # Without a term, too, the zone is named, and times are as their pages write them.
    assert words(site.one(".seminar-now")) == "Times are London time."
    assert [words(time) for time in site.page().select(".seminar-time")] == ["1:00 pm", "3:00 pm"]


def test_a_week_that_a_break_takes_whole_has_a_row_that_can_be_marked(build: Build) -> None:
    course = """
    timezone: Europe/Berlin
    start: 2027-03-16
    end: 2027-04-15
    meetings: {days: Tue Thu, time: 14:00}
    breaks: {start: 2027-03-26, end: 2027-04-05, title: Easter break}
    """
    site = build({"course.yml": course, "index.md": "# Page\n\n:::{schedule}\n:::\n"})
    numbers = [words(number) for number in site.page().select(".seminar-number")]
    assert numbers == ["1", "2", "3", "4", "5"]
    breaks = [words(row) for row in site.page().select("tr.seminar-break")]
    assert len(breaks) == 2
    assert "Mon, Mar 29" in breaks[1]
