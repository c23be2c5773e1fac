"""Events that are fixed to a day of the term: ``:date: week 5 Fri`` and ``:date: Fri``."""

from __future__ import annotations

import pytest

from ..conftest import Build, Folder, words
from ..samples import COURSE, MARKUPS

PAGES = {
    "md": """# Page

:::::{schedule}
::::{session} One
::::
::::{session} Quiz
:date: Fri
:time: 9:00-10:00
::::
::::{session} Two
::::
::::{session} Exam
:date: week 3 Thu
:time: 18:00-20:00
:where: Hall
:::{deadline} Sheet
:when: 1 hour before class
:::
::::
:::::

:::{this-week}
:::
""",
    "rst": """Page
====

.. schedule::

   .. session:: One

   .. session:: Quiz
      :date: Fri
      :time: 9:00-10:00

   .. session:: Two

   .. session:: Exam
      :date: week 3 Thu
      :time: 18:00-20:00
      :where: Hall

      .. deadline:: Sheet
         :when: 1 hour before class

.. this-week::
""",
}


@pytest.mark.parametrize("markup", MARKUPS)
def test_events_have_rows_of_their_own_in_order_of_date(markup: str, build: Build) -> None:
    site = build({"course.yml": COURSE, f"index.{markup}": PAGES[markup]})
    assert site.warnings == []
    rows = site.page().select(".seminar-session")
    assert [str(row["data-date"]) for row in rows] == [
        "2022-01-24",
        "2022-01-28",
        "2022-01-31",
        "2022-02-10",
    ]
    exam = words(rows[3])
    assert "Thu, Feb 10 18:00–20:00" in exam
    assert "Hall" in exam
    assert "17:00" in words(rows[3].select(".seminar-deadline")[0])
    panel = site.page().select(".seminar-panel")[3]
    assert "Exam" in words(panel)
    assert "Hall" in words(panel)


def test_a_break_moves_topics_and_a_new_term_moves_events_too(folder: Folder) -> None:
    folder.write({"course.yml": COURSE, "index.md": PAGES["md"]})
    folder.build()
    snow = COURSE.replace("breaks:\n", "breaks:\n  - {date: 2022-01-31}\n")
    folder.write({"course.yml": snow})
    rows = folder.build().page().select(".seminar-session")
    assert [str(row["data-date"]) for row in rows] == [
        "2022-01-24",
        "2022-01-28",
        "2022-02-07",
        "2022-02-10",
    ]
    term = COURSE.replace("2022-01-24", "2023-01-23").replace("2022-03-11", "2023-03-10")
    folder.write({"course.yml": term.replace("2022-02-21", "2023-02-20")})
    site = folder.build()
    assert site.warnings == []
    rows = site.page().select(".seminar-session")
    assert [str(row["data-date"]) for row in rows] == [
        "2023-01-23",
        "2023-01-27",
        "2023-01-30",
        "2023-02-09",
    ]


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("week 3 Thursdax", "':date:' 'week 3 Thursdax' is not a date; write year-month-day"),
        ("Thu 18:00", "':date:' 'Thu 18:00' has a time; write the day alone, and the time as"),
        ("week 40 Thu", "':date: week 40 Thu' (2022-10-27) is outside the term"),
        ("week 5 Mon", "':date: week 5 Mon' (2022-02-21) is on a break (Presidents' Day)"),
        ("week 2 <b>Mon</b>", "is not a date"),
    ],
)
def test_a_wrong_day_is_told_where_it_stands_and_the_row_is_there(
    day: str, says: str, build: Build
) -> None:
    page = PAGES["md"].replace("week 3 Thu", day)
    site = build({"course.yml": COURSE, "index.md": page})
    warnings = [line for line in site.warnings if "deadline" not in line]
    assert len(warnings) == 1
    assert says in warnings[0]
    assert warnings[0].startswith(("index.md:12: ", "index.md:13: "))
    assert "Exam" in [words(found).rstrip("¶ ") for found in site.page().select(".seminar-title")]


def test_a_page_of_its_own_may_be_an_event(build: Build) -> None:
    one = "# Exam\n\n:::{session}\n:date: week 2 Tue\n:time: 18:00\n:::\n"
    site = build(
        {"course.yml": COURSE, "one.md": one, "index.md": "# I\n\n```{toctree}\none\n```\n"}
    )
    assert "Week 2 · Tue, Feb 1" in words(site.page("one.html").select(".seminar-session-head")[0])
