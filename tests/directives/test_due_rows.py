"""A schedule with ``due`` in ``:show:``: rows for what is due, and for what is handed out."""

from __future__ import annotations

import pytest

from ..conftest import Build, Folder, words
from ..samples import COURSE, MARKUPS

KINDS = COURSE + "kinds: {Homework: {number: yes, color: blue}}\n"
PAGES = {
    "md": """# Page

:::::{schedule}
:show: title due

::::{session} One
:::{deadline} Sheet
:kind: Homework
:when: Friday 18:00
:out: day of class
:link: https://hand.example/in
:::
::::
::::{session} Two
::::
::::{session} Some day
:date: none
::::
:::::

:::{deadline} Report
:when: 2022-02-23
:::
:::{deadline} Talk
:when: 2022-02-23 9:00
:::
""",
    "rst": """Page
====

.. schedule::
   :show: title due

   .. session:: One

      .. deadline:: Sheet
         :kind: Homework
         :when: Friday 18:00
         :out: day of class
         :link: https://hand.example/in

   .. session:: Two

   .. session:: Some day
      :date: none

.. deadline:: Report
   :when: 2022-02-23

.. deadline:: Talk
   :when: 2022-02-23 9:00
""",
}


@pytest.mark.parametrize("markup", MARKUPS)
def test_each_deadline_has_a_row_on_the_day_that_it_is_due_and_out(
    markup: str, build: Build
) -> None:
    site = build({"course.yml": KINDS, f"index.{markup}": PAGES[markup]})
    assert site.warnings == []
    rows = site.page().select(".seminar-schedule tbody > tr")
    due = site.page().select(".seminar-due, .seminar-out")
    assert [words(row) for row in due] == [
        "Mon, Jan 24Out: Homework 1 Sheet · One · due Fri, Jan 28, 18:00",
        "Fri, Jan 28 18:00Due: Homework 1 Sheet · One",
        "Wed, Feb 23 09:00Due: Talk",
        "Wed, Feb 23 23:59Due: Report",
    ]
    dates = [str(row["data-date"]) for row in rows if row.has_attr("data-date")]
    assert dates == sorted(dates)
    assert rows.index(due[0]) == 1
    assert due[1]["data-until"] == "2022-01-29T02:00:00Z"
    assert {"seminar-due", "seminar-kind-homework"} <= set(due[1].get_attribute_list("class"))
    # What is out is past with its day.
    assert due[0]["data-until"] == "2022-01-25T08:00:00Z"
    assert {"seminar-out", "seminar-deadline"} <= set(due[0].get_attribute_list("class"))
    assert due[0].select("seminar-now")
    assert due[1].select("a")[0]["href"] == "https://hand.example/in"


def test_a_week_has_one_head_for_sessions_and_what_is_due(build: Build) -> None:
    site = build({"course.yml": KINDS, "index.md": PAGES["md"]})
    heads = [words(found) for found in site.page().select("th.seminar-week .seminar-number")]
    assert heads == ["1", "2", "3", "4", "5", "6", "7"]


def test_without_due_a_schedule_has_no_such_rows(build: Build) -> None:
    for options in (":show: title", ":show: deadlines", ""):
        page = PAGES["md"].replace(":show: title due", options)
        site = build({"course.yml": KINDS, "index.md": page})
        assert site.page().select(".seminar-due, .seminar-out") == []


def test_other_formats_have_the_rows_too(build: Build) -> None:
    text = build({"course.yml": KINDS, "index.md": PAGES["md"]}, "text").text("index.txt")
    assert "Due: Homework 1: Sheet" in " ".join(text.replace("|", " ").split())


def test_a_deadline_says_on_its_page_when_it_is_out(build: Build) -> None:
    page = PAGES["md"].replace(":show: title due", "")
    for builder, name in (("html", "index.html"), ("text", "index.txt")):
        site = build({"course.yml": KINDS, "index.md": page}, builder)
        text = words(site.page()) if builder == "html" else " ".join(site.text(name).split())
        assert "Sheet · out Mon, Jan 24" in text


def test_rows_follow_the_session_that_they_are_counted_from(folder: Folder) -> None:
    folder.write({"course.yml": KINDS, "index.md": PAGES["md"]})
    folder.build()
    folder.write({"course.yml": KINDS.replace("breaks:\n", "breaks:\n  - {date: 2022-01-24}\n")})
    rows = folder.build().page().select(".seminar-due, .seminar-out")
    assert [str(row["data-date"]) for row in rows[:2]] == ["2022-01-31", "2022-02-04"]


@pytest.mark.parametrize(
    ("out", "says"),
    [
        ("", "':out:' is empty; write a value behind it, or take it out"),
        ("soon", "':out:' 'soon' is not understood; write such as"),
        ("Monday 9:00", "':out:' 'Monday 9:00' has a time; write a day"),
        ("class", "':out:' 'class' has a time; write a day"),
        ("Saturday", "deadline 'Sheet': it is out on 2022-01-29, after it is due on 2022-01-28; "),
        ("2021-12-01", "its ':out:' 2021-12-01 is outside the term (2022-01-24 to 2022-03-11); "),
    ],
)
def test_a_wrong_out_is_told(out: str, says: str, build: Build) -> None:
    page = PAGES["md"].replace(":out: day of class", f":out: {out}".rstrip())
    [warning] = build({"course.yml": KINDS, "index.md": page}).warnings
    assert says in warning


def test_an_out_that_is_counted_from_no_session_is_told(build: Build) -> None:
    page = PAGES["md"].replace(":when: 2022-02-23 9:00", ":when: 2022-02-23 9:00\n:out: Monday")
    [warning] = build({"course.yml": KINDS, "index.md": page}).warnings
    assert (
        "deadline 'Talk': its ':out:': its session has no date; write it in another way" in warning
    )


def test_a_misspelt_due_is_told(build: Build) -> None:
    page = PAGES["md"].replace("title due", "title dues")
    [warning] = build({"course.yml": KINDS, "index.md": page}).warnings
    assert "':show:' knows no 'dues'; did you mean 'due'?" in warning


def test_a_day_after_the_term_is_in_no_week_of_it(build: Build) -> None:
    after = ":when: 2022-05-31\n:out: 2022-03-13\n:after-term:"
    page = PAGES["md"].replace(":when: 2022-02-23 9:00", after)
    site = build({"course.yml": KINDS, "index.md": page})
    assert site.warnings == []
    out, due = (
        row.find_parent("tbody")
        for row in site.page().select(".seminar-out, .seminar-due")
        if "Talk" in row.text
    )
    # The term ends on the Friday before that Sunday.
    assert out is not None
    assert [words(number) for number in out.select(".seminar-week .seminar-number")] == ["7"]
    assert due is not None
    assert due.select_one(".seminar-week")
    assert not due.select(".seminar-number")
