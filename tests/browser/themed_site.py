"""A site that shows everything of ours on one page, and a page without anything of ours."""

from __future__ import annotations

from sphinx_seminar.views.registry import VIEWS

from ..languages.seminar import PICTURE

NOW = "2022-02-14T20:00:00Z"
"""A session is next and this week; some are past."""

_COURSE = """
title: Everything
code: CS 294
term: Spring 2022
timezone: America/Los_Angeles
start: 2022-01-24
end: 2022-03-25
meetings:
  - {days: Mon, time: 13:00-16:00, where: Soda 405}
  - {days: Wed, time: 10:00-11:00, where: Soda 320, kind: Discussion, sessions: no}
  - {days: Fri, time: 10:00-11:00, where: Lab 2, kind: Lab, until: 2022-02-04}
kinds:
  Guest lecture: {color: blue}
  Essay: {color: purple, number: yes}
  Lab: {color: green, number: yes}
  Discussion: {color: teal}
  Exam: {color: red}
  Film: {color: orange}
  Walk: {color: pink}
  Call: {color: gray}
breaks:
  - {date: 2022-02-21, title: Presidents' Day}
  - {start: 2022-03-07, end: 2022-03-11, title: Spring break}
staff:
  - name: Ada Brook
    pronouns: she/her
    role: Instructor
    url: https://example.org/ada
    photo: ada.png
    links: {Mail: "mailto:ada@example.org"}
    office_hours: {days: Mon Thu, time: 10:00-12:00, where: Room 3}
  - {name: Noor Haddad, role: Assistant, office_hours: by appointment}
links:
  Announcements: Piazza
  Reviews: https://example.org/reviews
presenting:
  roles:
    - Author
    - Reviewer
    - Archaeologist
    - {name: Private Investigator, optional: yes}
    - {name: Scribe, optional: yes, description: Writes down what was said.}
  signups: signups.csv
  students: students.csv
  each_student: {at_least: 2, distinct_roles: yes, not_two_weeks_in_a_row: yes}
grading:
  total: 110
  Talk: {weight: 40, note: in class}
  Papers: 10
  Project: {Code: 20, Report: 30, Poster: 10}
  bands: {A: 90, B: 80, F: 0}
"""

_SIGNUPS = """\
date,Author,Reviewer,Archaeologist,Scribe
1/24,Noor Haddad,Wei Lindqvist,,Mina Park
"""

_STUDENTS = """\
id,name
s1,Noor Haddad
s2,Wei Lindqvist
s3,Priya Okafor
s4,Yuki Sato
s5,Lena Novak
s6,Tomas Ferreira
s7,Ayla Demir
s8,Mina Park
"""

_PAGE = """
# Everything

:::{course-info}
- **Credits:** 3
:::

:::{this-week}
:::

## Schedule

:::::{schedule}

## Foundations

::::{session} Introduction
:speaker: [Ada Brook](https://example.org/ada) (Databricks)
:link: https://example.org/call

- Slides: [PDF](https://example.org/1.pdf), [PPTX]()

1. Sign up.

:::{details}
What the course is about.
:::

:::{readings}
- [How to read a paper](https://example.org/read) [NSDI'12]
- A paper to be announced
:::

:::{readings}
:optional:

### Software
- [Delta Lake](https://example.org/delta) [Best Paper Award, VLDB'20]

### Theory
- [A theory of everything](https://example.org/theory)
:::

:::{presenters}
:::
::::

::::{session} Cancelled topic
:status: cancelled
::::

::::{session} Moved topic
:date: 2022-02-09
:time: 10:00-11:00
:moved-from: 2022-02-07
:where: Room 1
:kind: Guest lecture

:::{deadline} Proposal
:when: Friday 23:59
:out: day of class
:link: https://example.org/proposal
:kind: Essay
:::
::::

## Systems

::::{session} This week's topic
:speaker: Wei Lindqvist

:::{readings}
- [Scaling laws](https://example.org/laws) [2020]
:::

:::{readings}
:optional:
- [More of it](https://example.org/more)
:::

:::{presenters}
Author: [Tomas Ferreira](https://example.org/slides.pdf)
Reviewer: [Ayla Demir](https://example.org/ayla), Priya Okafor
Archaeologist: Yuki Sato
Private Investigator: Lena Novak
Scribe:
:::

:::{deadline} Review
:when: Friday 23:59
:link: https://example.org/review
:::
::::

::::{session} Papers
:::{presenters}
| Paper | Author | Reviewer |
| --- | --- | --- |
| [Scaling laws](https://example.org/laws) | Yuki Sato | |
| Delta Lake | | Lena Novak |
:::
::::

::::{session} One role
:::{presenters}
Author: Priya Okafor
:::
::::

::::{session} Measuring
:kind: Lab, Discussion, Exam, Film, Walk, Call
::::

::::{session} Some day
:date: none
::::

:::::

## Presenting

:::{roles}
:::

:::{signups}
:::

:::{my-presentations}
:::

## Facts

:::{staff}
:::

:::{grading}
:::

:::{timetable}
:::

:::{deadlines}
:::

::::{announcements}
:::{announcement} Welcome
:date: 2022-01-20
Hello *all*.
:::
::::

:::{courses}
:::

## Speakers and deadlines

:::{schedule}
:show: speakers due
:::

## Titles alone

:::{schedule}
:show: title due
:::
"""

_LONE = """
# A session of its own

:::{session}
:date: none
:slides: https://example.org/slides.pdf
:speaker: Mina Park
:link: https://example.org/call
:::

Text of the author's.

:::{readings}
1. [Scaling laws](https://example.org/laws) [2020]
:::

:::{presenters}
Author:
:::

```{rubric} A rubric of the author's
```

:::{schedule}
:show: title
:columns: materials
:::
"""

_CONTROL = """
# Nothing of ours

A paragraph with a [link](https://example.org/).

| Name | Value |
| --- | --- |
| One | 1 |
| Two | [2](https://example.org/2) |

- An item
- Another

1. One

Term
: Its description.

:Field: Its value

```{rubric} A rubric
```

:::{note}
A note.
:::

```python
print("a line of code")
```

<details><summary>A collapsible</summary>What is in it.</details>
"""

_MORE = "".join(
    f"\n:::{{{name}}}\n:::\n"
    for name, view in VIEWS.items()
    if (view.options or name == "reading-list") and f"{{{name}}}" not in _PAGE
)
"""Each view of the registry that is not above."""

FILES: dict[str, str | bytes] = {
    "course.yml": _COURSE,
    "signups.csv": _SIGNUPS,
    "students.csv": _STUDENTS,
    "ada.png": PICTURE,
    "index.md": _PAGE + _MORE + "\n:::{toctree}\n:hidden:\n\nlone\ncontrol\n:::\n",
    "lone.md": _LONE,
    "control.md": _CONTROL,
}
