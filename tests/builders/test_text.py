"""The text format is read as it is: its tables and lists have to be good to look at."""

from __future__ import annotations

from textwrap import dedent

from ..conftest import Build

COURSE = """
title: Reading Group
timezone: Europe/Berlin
start: 2022-01-03
end: 2022-02-04
meetings:
  - {days: Mon, time: 14:00-15:30, where: Room 12}
breaks:
  - {start: 2022-01-24, end: 2022-01-28, title: Winter break}
"""

INDEX = """
# Reading Group

:::::{schedule}
::::{session} Consensus
:speaker: Ada Brook (Example University)

- Slides: [PDF](https://example.org/a.pdf)

:::{details}
How machines agree.
:::

:::{readings}
- [Paxos made simple](https://example.org/paxos)
:::

:::{readings}
:optional:
- [Raft](https://example.org/raft)
:::

:::{presenters}
Author: Noor Haddad
Reviewer: Wei Lindqvist, Priya Okafor
Scribe:
:::
::::

::::{session} A title that is longer than the column of the table is wide
:::{presenters}
Presenter: Lena Novak
:::
::::
:::::
"""

SHOWN = """\
Reading Group
*************

Times are Berlin time.

+--------+--------------------------+--------------------------------+
| Week   | Date                     | Session                        |
|========|==========================|================================|
| 1      | Mon, Jan 3, 14:00–15:30  | Consensus                      |
+--------+--------------------------+--------------------------------+
| 2      | Mon, Jan 10, 14:00–15:30 | A title that is longer than    |
|        |                          | the column of the table is     |
|        |                          | wide                           |
+--------+--------------------------+--------------------------------+
| 3      | Mon, Jan 17, 14:00–15:30 | To be announced                |
+--------+--------------------------+--------------------------------+
| 4      | Mon, Jan 24 – Fri, Jan   | Winter break                   |
|        | 28                       |                                |
+--------+--------------------------+--------------------------------+
| 5      | Mon, Jan 31, 14:00–15:30 | To be announced                |
+--------+--------------------------+--------------------------------+

Week 1, Mon, Jan 3, 14:00–15:30: Consensus
   Ada Brook (Example University)

   * Slides: PDF

   **Detailed description**

      How machines agree.

   **Readings**

   * Paxos made simple

   **Additional optional reading**

      * Raft

   **Presenters**

      Author: Noor Haddad
      Reviewer: Wei Lindqvist, Priya Okafor
      Scribe: open

Week 2, Mon, Jan 10, 14:00–15:30: A title that is longer than the
column of the table is wide
   Presenter: Lena Novak
"""


def test_a_schedule_is_a_table_with_the_sessions_below(build: Build) -> None:
    site = build({"course.yml": COURSE, "index.md": INDEX}, "text")
    assert site.warnings == []
    assert site.text("index.txt") == SHOWN


def test_a_compact_schedule_is_the_table_alone(build: Build) -> None:
    index = INDEX.replace(":::::{schedule}", ":::::{schedule}\n:show: title")
    site = build({"course.yml": COURSE, "index.md": index}, "text")
    assert site.text("index.txt") == SHOWN.partition("\nWeek 1, ")[0]


def test_a_reading_list_with_a_title_needs_no_other_word(build: Build) -> None:
    index = """
    # Page

    :::{readings} Before class
    - [Raft](https://example.org/raft)
    :::
    """
    text = build({"index.md": index}, "text").text("index.txt")
    assert text == dedent("""\
        Page
        ****

        -[ Before class ]-

        * Raft
        """)


def test_a_group_has_its_own_lines(build: Build) -> None:
    staff = "staff:\n  - Ada Brook\n  - {name: Noor Haddad, office_hours: by appointment}\n"
    site = build({"course.yml": COURSE + staff, "index.md": "# Page\n\n:::{staff}\n:::\n"}, "text")
    assert site.text("index.txt") == dedent("""\
        Page
        ****

        -[ Staff ]-

        * Ada Brook

        * Noor Haddad

          Office hours: by appointment
        """)


def test_a_table_too_narrow_for_its_words_is_lines(build: Build) -> None:
    index = """
    # Page

    :::{presenters}
    | Paper | Author | Archaeologist | Private Investigator | Industry Practitioner |
    | ----- | ------ | ------------- | -------------------- | --------------------- |
    | GFS   | Noor   | Wei, Priya    | Lena                 |                       |
    :::
    """
    assert build({"index.md": index}, "text").text("index.txt") == dedent("""\
        Page
        ****

        GFS
              Author: Noor
              Archaeologist: Wei, Priya
              Private Investigator: Lena
              Industry Practitioner: open
        """)
