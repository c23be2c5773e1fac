"""Kinds of sessions, meetings and deadlines: what readers see of them in every view."""

from __future__ import annotations

import pytest
from bs4 import Tag

from ..conftest import Build, Folder, Site, words
from ..samples import MARKUPS

COURSE = """
title: Systems
timezone: America/New_York
start: 2030-09-09
end: 2030-09-20
meetings:
  - {days: Mon Wed, time: 10:00-10:50, where: Hall, kind: Lecture}
  - {days: Fri, time: 10:00-11:50, where: Hall, kind: Lab}
kinds:
  Lecture: {number: yes}
  lab: {number: yes, color: green}
  Exam: {color: red}
  Homework: {number: yes, color: blue}
"""
INSIDE = """
::::{session} Fork
:kind: Lab
::::

::::{session} Processes
:::{deadline} A shell
:kind: Homework
:when: 2030-09-20
:::
:::{deadline} A pipe
:kind: Homework, Team
:when: 2030-09-11
:::
::::

::::{session} Midterm
:kind: Exam
::::
"""
PAGE = f"""# Page

:::::{{schedule}}
{INSIDE}
:::::

:::{{deadlines}}
:::
:::{{this-week}}
:::
:::{{timetable}}
:::
:::{{course-info}}
:::
"""
RST = """Page
====

.. schedule::

   .. session:: Fork
      :kind: Lab

   .. session:: Processes

      .. deadline:: A shell
         :kind: Homework
         :when: 2030-09-20

      .. deadline:: A pipe
         :kind: Homework, Team
         :when: 2030-09-11

   .. session:: Midterm
      :kind: Exam

.. deadlines::

.. this-week::

.. timetable::

.. course-info::
"""
PAGES = {"md": PAGE, "rst": RST}


def labels(element: Tag | Site, css_class: str = "seminar-kind") -> list[str]:
    if isinstance(element, Site):
        element = element.page().select_one("body") or element.page()
    return [words(found) for found in element.select(f".{css_class}")]


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_row_shows_its_kind_with_number_color_and_class(markup: str, build: Build) -> None:
    site = build({"course.yml": COURSE, f"index.{markup}": PAGES[markup]})
    assert site.warnings == []
    rows = site.page().select(".seminar-schedule tbody > tr")
    assert [labels(row) for row in rows] == [
        ["Lecture 1"],
        ["Exam"],
        ["Lab 1"],
        ["Lecture"],
        ["Lecture"],
        ["Lab"],
    ]
    classes = [set(row.get_attribute_list("class")) for row in rows]
    assert "seminar-kind-exam" in classes[1]
    assert "seminar-kind-lab" in classes[2]
    colors = [found.get_attribute_list("class")[1:] for found in rows[2].select(".seminar-kind")]
    assert colors == [["seminar-color-green"]]


def test_deadlines_are_counted_by_kind_in_order_of_time(build: Build) -> None:
    site = build({"course.yml": COURSE, "index.md": PAGE})
    items = site.page().select(".seminar-deadlines > li.seminar-deadline")
    assert [labels(item, "seminar-label") for item in items[:2]] == [
        ["Homework 1", "Team"],
        ["Homework 2"],
    ]
    own = site.page().select(".seminar-schedule .seminar-deadline")
    assert [labels(item, "seminar-label") for item in own] == [
        ["Homework 2"],
        ["Homework 1", "Team"],
    ]
    assert "seminar-kind-team" in own[1].get_attribute_list("class")


def test_this_week_the_timetable_and_the_head_name_kinds(build: Build) -> None:
    page = build({"course.yml": COURSE, "index.md": PAGE}).page()
    panels = page.select(".seminar-panel")
    assert labels(panels[1]) == ["Lecture 1", "Exam", "Lab 1"]
    assert labels(panels[2]) == ["Lecture", "Lecture", "Lab"]
    events = page.select(".seminar-event")
    assert [words(event.select("strong")[0]) for event in events] == ["Lecture", "Lecture", "Lab"]
    assert {"seminar-kind-lab", "seminar-color-green"} <= set(events[2].get_attribute_list("class"))
    assert [words(found) for found in page.select(".seminar-course-info > dt")][1:3] == [
        "Lecture:",
        "Lab:",
    ]


def test_a_page_of_one_session_shows_its_kind_and_number(build: Build) -> None:
    one = "# Fork\n\n:::{session}\n:kind: lab\n:::\n"
    site = build(
        {"course.yml": COURSE, "one.md": one, "index.md": "# I\n\n```{toctree}\none\n```\n"}
    )
    assert labels(site.page("one.html").select(".seminar-session-head")[0]) == ["Lab 1"]


def test_other_formats_say_kinds_in_words(build: Build) -> None:
    text = build({"course.yml": COURSE, "index.md": PAGE}, "text").text("index.txt")
    for expected in (
        "Fork (Lab 1)",
        "Midterm (Exam)",
        "Lab: To be announced",
        "Homework 2: A shell",
    ):
        assert expected in " ".join(text.split())


def test_the_number_of_a_kind_on_other_pages_follows_an_edit(folder: Folder) -> None:
    pages = {
        "course.yml": COURSE,
        "one.md": "# One\n\n:::{session}\n:kind: Lab\n:::\n",
        "two.md": "# Two\n\n:::{session}\n:kind: Lab\n:::\n",
        "index.md": "# I\n\n```{toctree}\none\ntwo\n```\n",
    }
    folder.write(pages)
    assert labels(folder.build().page("two.html").select(".seminar-session-head")[0]) == ["Lab 2"]
    folder.write({"one.md": "# One\n"})
    assert labels(folder.build().page("two.html").select(".seminar-session-head")[0]) == ["Lab 1"]
    folder.write({"course.yml": COURSE.replace("lab: {number: yes", "lab: {number: no")})
    assert labels(folder.build().page("two.html").select(".seminar-session-head")[0]) == ["Lab"]


def test_a_kind_that_is_nearly_a_known_one_is_told(build: Build) -> None:
    page = PAGE.replace(":kind: Lab", ":kind: Labs").replace("Homework, Team", "Homwork, Team")
    site = build({"course.yml": COURSE, "index.md": page})
    knows = "course.yml knows no such kind; did you mean"
    assert site.warnings == [
        (
            f"index.md:5: WARNING: ':kind: Labs': {knows} 'Lab'? Else list it there under 'kinds:' "
            "[seminar.schedule]"
        ),
        (
            f"index.md:14: WARNING: ':kind: Homwork': {knows} 'Homework'? Else list it there under "
            "'kinds:' [seminar.schedule]"
        ),
    ]


def test_a_number_that_is_typed_is_told(build: Build) -> None:
    page = PAGE.replace(":kind: Lab", ":kind: Lab 3")
    [warning] = build({"course.yml": COURSE, "index.md": page}).warnings
    assert "':kind: Lab 3': course.yml knows no such kind; did you mean 'Lab'?" in warning


def test_a_label_that_has_a_word_in_common_with_a_kind_is_no_problem(build: Build) -> None:
    page = PAGE.replace(":kind: Exam", ":kind: Guest lecture")
    assert build({"course.yml": COURSE, "index.md": page}).warnings == []


def test_a_session_of_two_kinds_of_meetings_is_told(build: Build) -> None:
    page = PAGE.replace(":kind: Exam", ":kind: Lab, Lecture")
    [warning] = build({"course.yml": COURSE, "index.md": page}).warnings
    assert (
        "session 'Midterm': ':kind:' names Lab and Lecture, which both have meetings; " in warning
    )


def test_markup_in_a_kind_stays_text(build: Build) -> None:
    course = COURSE.replace("kind: Lab}", 'kind: "<b onload=x>Lab</b>"}')
    page = PAGE.replace(":kind: Lab", ":kind: <b onload=x>Lab</b>")
    html = build({"course.yml": course, "index.md": page}).text("index.html")
    assert "<b onload" not in html
    assert "&lt;b onload=x&gt;Lab&lt;/b&gt;" in html


def test_kinds_of_other_scripts_have_classes_that_differ(build: Build) -> None:
    course = COURSE.replace("kind: Lab}", "kind: 実験}").replace("Exam:", "試験:")
    page = PAGE.replace(":kind: Lab", ":kind: 実験").replace(":kind: Exam", ":kind: 試験")
    rows = build({"course.yml": course, "index.md": page}).page().select(".seminar-session")
    classes = [
        {name for name in row.get_attribute_list("class") if name and "seminar-kind-" in name}
        for row in rows[1:3]
    ]
    assert [len(found) for found in classes] == [1, 1]
    assert classes[0] != classes[1]


def test_in_another_language_sessions_still_find_the_meetings_of_their_kind(
    folder: Folder,
) -> None:
    catalog = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    folder.write(
        {
            "course.yml": COURSE,
            "index.md": PAGE,
            "locales/de/LC_MESSAGES/course.po": f'{catalog}msgid "Lab"\nmsgstr "Praktikum"\n\n'
            'msgid "Lecture"\nmsgstr "Vorlesung"\n',
            "locales/de/LC_MESSAGES/index.po": f'{catalog}msgid "Exam"\nmsgstr "Prüfung"\n',
        }
    )
    page = folder.build(confoverrides={"language": "de"}).page()
    rows = page.select(".seminar-schedule tbody > tr")
    assert [labels(row) for row in rows] == [
        ["Vorlesung 1"],
        ["Prüfung"],
        ["Praktikum 1"],
        ["Vorlesung"],
        ["Vorlesung"],
        ["Praktikum"],
    ]
    assert "seminar-kind-lab" in rows[2].get_attribute_list("class")
