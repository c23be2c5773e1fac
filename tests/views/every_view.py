"""A course that has everything that a view may show, and a page for each view of the registry."""

from __future__ import annotations

from sphinx_seminar.views.registry import VIEWS

COURSE_YML = """
title: Reading Machines
code: CS 101
term: Spring 2022
id: cs101-spring-2022
timezone: America/Los_Angeles
start: 2022-01-24
end: 2022-03-11
meetings:
  - {days: Mon, time: 13:00-16:00, where: Soda 405}
  - {kind: Lab, days: Wed, every: 2, time: "10:00", where: Cory 1, sessions: no,
     from: 2022-02-02, until: 2022-03-02}
  - {kind: Excursion, dates: [2022-02-12], time: 9:00-17:00, sessions: no, where: Harbor}
  - {kind: Tutorial, days: Fri, every: 3, sessions: no}
kinds:
  Lecture: {number: yes, color: blue}
  Homework: {number: yes}
materials:
  Slides: {expected: yes}
  Handout:
weeks: {start: Mon, count_breaks: yes}
breaks:
  - {date: 2022-02-21, title: Presidents' Day}
staff:
  - name: Ada Brook
    role: Instructor
    url: https://people.example/ada
    pronouns: she/her
    photo: ada.png
    alt: Ada at a blackboard
    links: {Mail: "mailto:ada@school.example"}
    office_hours: [{days: Tue, time: 14:00-15:00, where: Soda 1}, by appointment]
  - {name: Noor Haddad, role: Assistant}
links:
  Announcements: Piazza
  Review system: https://reviews.example/
grading:
  parts:
    Talk: 40
    Report: 60
  bands: {A: 90, B: 0}
presenting:
  roles:
    - {name: Author, people: 1-2, description: Defends the paper., per: paper}
    - {name: Reviewer, people: 2}
    - {name: Scribe, people: 0-1, backup: yes}
  signups: signups.csv
  students: students.csv
  names: given
  each_student: {at_least: 3, at_most: 9, every_role: yes}
  each_session: {at_most: 9}
  each_paper: {at_most: 9}
  due: 2022-03-10
"""
"""Meets on Jan 24 and 31, Feb 7, 14 and 28, Mar 7; there is a break on Feb 21."""

SHEET = """session,paper,Author,Reviewer,Scribe
id-one,Attention,Wei Lindqvist,"Priya Okafor, Wei Lindqvist",
id-three,,Priya Okafor,,
"""
STUDENTS = "name,email\nWei Lindqvist,wei@school.example\nPriya Okafor,priya@school.example\n"

# A red pixel.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)

SESSIONS = {
    "one": "# *One*\n\n:::{session}\n:id: id-one\n:kind: Lecture\n:speaker: Grace Hopper\n"
    ":slides: https://slides.example/one\n:handout: soon\n:::\n\n"
    ":::{presenters}\n:::\n\n:::{readings}\n- [A paper](https://papers.example)\n"
    "- Read part 1 of [Further [OSDI'18]](https://papers.example/f), "
    "[slides](https://papers.example/s)\n- [More]()\n:::\n",
    "two": "# One\n\n:::{session}\n:id: id-two\n:date: 2022-02-14\n:moved-from: 2022-02-07\n"
    ":where: Zoom\n:slides: none\n:code: [Start](https://code.example/1), "
    "[End](https://code.example/2)\n:::\n\n:::{presenters}\nAuthor: [Wei Lindqvist](https://slides.example/lindqvist)\n"
    "Reviewer: priya@school.example\n:::\n\n:::{readings}\n:optional:\n"
    "- [A paper](https://papers.example)\n- Chapter 3\n- [PDF](https://papers.example/two)\n"
    ":::\n\n:::{deadline} Review\n:when: class\n"
    ":out: 2022-02-07\n:kind: Homework\n"
    ":link: https://hand.in/\n:::\n",
    "three": "# Three\n\n:::{session}\n:id: id-three\n:status: cancelled\n:::\n\n"
    ":::{readings}\n- [Further](https://papers.example/f)\n:::\n\n"
    ":::{presenters}\n:::\n",
    "four": "# Part two\n\n## Four\n\n:::{session}\n:date: TBA\n:::\n\n"
    ":::{deadline} Report\n:when: 2022-03-01 9:00\n:::\n",
}
"""The pages of the sessions; they have the views that take no page of their own."""

BODIES = {
    "announcements": ":::{announcements}\n:latest: 1\n:::\n\n:::{announcement} Old news\n"
    ":date: 2022-01-01\nBody.\n:::\n\n:::{announcement} News\n:date: 2022-01-02\nBody.\n:::\n",
    "course-info": ":::{course-info}\n:::\n",
    "edit-link": "{edit-page}`Edit`\n",
    "person": "{person}`Ada Brook` and {person}`Noor Haddad`\n",
    # In a course without a term: no day is too far from it.
    "release": ":::{release} 2190-01-01 9:00\n:course: later\nBody.\n:::\n",
    "materials": ":::{materials}\n:::\n\n:::{materials}\n:by: name\n:::\n",
    "schedule": ":::{schedule}\n:::\n\n:::{schedule}\n:show: title due\n:units:\n:::\n\n"
    ":::{schedule}\n:show: title\n:columns: materials\n:::\n",
    "reading": "{reading}`A paper`\n",
    "reading-list": ":::{reading-list}\n:::\n\n:::{reading-list}\n:by: venue\n:::\n\n"
    ":::{reading-list}\n:by: first use\n:::\n\n"
    ":::{readings}\n- [The book](https://books.example)\n:::\n",
    "session": "{session}`id-one` and [](#id-two)\n",
}
"""What is written where a directive of the view's name alone is not enough."""

GROUPS_YML = """
title: Two groups
timezone: Europe/Berlin
start: 2022-01-24
end: 2022-02-11
sections:
  - {name: Mondays, meetings: {days: Mon, time: 13:00-16:00, where: Attic}}
  - {name: Fridays, meetings: {days: Fri, time: 9:00-12:00, where: Cellar}}
presenting: {roles: [Author, Reviewer], students: students.csv}
"""
"""With parallel sections: each session has two dates."""

GROUPS = """# Groups

:::{this-week}
:::

:::{deadlines}
:::

:::{materials}
:::

:::{signups}
:::

:::{reading-list}
:::

:::{my-presentations}
:::

:::::{schedule}
:show: body deadlines due
::::{session} Alpha
:slides: https://slides.example/a
:::{readings}
- [A paper](https://papers.example)
:::
:::{presenters}
Author: Wei Lindqvist
Reviewer: Priya Okafor
:::
:::{deadline} Exercise
:when: day of class 23:00
:out: day of class
:::
:::{deadline} Essay
:when: Mondays: 2022-02-07; Fridays: 2022-02-11
:out: 2022-02-01
:::
::::
:::{session} Beta
:moved-from: 2022-01-31
:date: 2022-02-02
:time: 10:00
:::
:::{session} Exam
:date: 2022-02-08
:time: 18:00
:::
:::::
"""

ON_SESSION_PAGES = {"session-head", "presenters", "deadline"}

FILES: dict[str, str | bytes] = {
    "course.yml": COURSE_YML,
    "signups.csv": SHEET,
    "students.csv": STUDENTS,
    "ada.png": PNG,
    "other/course.yml": "timezone: Europe/Berlin\nstart: 2022-01-24\nend: 2022-03-11\n"
    "meetings: {days: Mon, where: Hall}\n"
    'staff: [{name: Wei Lindqvist, url: "https://people.example/wei", '
    "office_hours: {days: Tue, time: 9:00-10:00}}]\n",
    "groups/course.yml": GROUPS_YML,
    "groups/index.md": GROUPS,
    "groups/students.csv": "name,section\nWei Lindqvist,Fridays\nPriya Okafor,\n",
    "groups/gamma.md": "# Gamma\n\n:::{session}\n:where: Garden\n:::\n\nWords.\n",
    "later/course.yml": "timezone: Europe/Berlin\n",
    # Nothing of it is out yet.
    "ahead/course.yml": "timezone: Europe/Berlin\nstart: 2190-01-04\nend: 2190-03-01\n"
    "meetings: {days: Mon, where: Hall}\n",
    "ahead/index.md": "# Ahead\n\n:::::{schedule}\n::::{session} Alpha\n"
    ":slides: https://slides.example/a\n:slides-release: 2190-01-05 9:00\n::::\n:::::\n\n"
    ":::{this-week}\n:::\n\n:::{materials}\n:::\n",
    "ahead/beta.md": "# Beta\n\n:::{session}\n:code: https://code.example/b\n"
    ":code-release: 2190-01-12 9:00\n:::\n",
    "other/index.md": "# Other\n\n:::{session}\n:::\n\n"
    ":::{presenters}\nAuthor: Noor Haddad\n:::\n\n"
    ":::{my-presentations}\n:::\n\n:::{course-info}\n:::\n\n{person}`Wei Lindqvist`\n",
    **{f"{name}.md": text for name, text in SESSIONS.items()},
    **{
        f"view-{name}.md": f"# {name}\n\n" + BODIES.get(name, f":::{{{name}}}\n:::\n")
        for name in VIEWS
        if name not in ON_SESSION_PAGES
    },
    "index.md": "# Course\n\n```{toctree}\n:glob:\n\none\ntwo\nthree\nfour\nother/index\n"
    "ahead/index\nahead/beta\ngroups/index\ngroups/gamma\nview-*\n```\n",
}
"""A site with all of it. A new view is in it by its line in the registry."""


def _edited(name: str, *edits: tuple[str, str]) -> str:
    text = FILES[name]
    assert isinstance(text, str)
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new)
    return text


EDITS_OF_COURSE = (
    ("code: CS 101", "code: CS 102"),
    ("term: Spring 2022", "term: Spring"),
    ("timezone: America/Los_Angeles", "timezone: Europe/Berlin"),
    ("end: 2022-03-11", "end: 2022-03-18"),
    ("time: 13:00-16:00", "time: 1pm-3pm"),
    ("where: Soda 405", "where: Soda 306"),
    ("every: 2", "every: 3"),
    ("where: Cory 1", "where: Cory 2"),
    ("dates: [2022-02-12]", "dates: [2022-02-19]"),
    ("Presidents' Day", "A holiday"),
    ("name: Ada Brook", "name: Ada Stone"),
    ("role: Instructor", "role: Lecturer"),
    ("she/her", "they/them"),
    ("Ada at a blackboard", "Ada in a boat"),
    ("days: Tue, time", "days: Thu, time"),
    ("role: Assistant}", "role: Assistant, office_hours: Mon 9-10}"),
    ("Announcements: Piazza", "Announcements: Ed"),
    ("Talk: 40", "Talk: 41"),
    ("{A: 90, B: 0}", "{A: 80, B: 0}"),
    ("name: Author", "name: AUTHOR"),
    ("people: 1-2", "people: 1-3"),
    ("Defends the paper.", "Presents the paper."),
    ("people: 0-1, backup: yes", "people: 1"),
    ("names: given", "names: hidden"),
    ("https://people.example/ada", "https://people.example/stone"),
)
"""Texts of course.yml, each with what may be in its place."""

OTHERWISE = {
    "course.yml": _edited(
        "course.yml",
        *EDITS_OF_COURSE,
        ("title: Reading Machines", "title: Machines That Read\ntitel: Typed wrongly"),
        ("start: 2022-01-24", "start: 2020-12-14"),
        ("Lecture: {number", "Talk: {number"),
        ("signups: signups.csv", "signups: sheet.csv"),
        ("at_least: 3", "at_least: 2, one_role_a_session: yes"),
    ),
    "sheet.csv": SHEET,
    "later/course.yml": "timezone: Asia/Tokyo\nstart: 2191-01-01\nend: 2191-06-30\n"
    "meetings: {days: Mon, time: 1pm-2pm}\n",
    "ahead/course.yml": _edited(
        "ahead/course.yml",
        ("Europe/Berlin", "Asia/Tokyo"),
        ("days: Mon", "days: Mon, time: 1pm-2pm"),
    ),
    "ahead/index.md": _edited("ahead/index.md", ("2190-01-05 9:00", "2189-12-01")),
    "ahead/beta.md": _edited("ahead/beta.md", ("2190-01-12 9:00", "2189-12-02")),
    "pairs/course.yml": GROUPS_YML.replace("Mondays", "Early")
    .replace("Fridays", "Late")
    .replace("end: 2022", "end: 2023"),
    "pairs/index.md": GROUPS,
    "pairs/students.csv": "name,section\nWei Lindqvist,Late\nPriya Okafor,\n",
    "pairs/gamma.md": "# Gamma\n\n:::{session}\n:::\n",
    "other/course.yml": _edited("other/course.yml", ("start: 2022-01-24", "start: 2022-01-17")),
    "one.md": _edited("one.md", ("# *One*", "# *First*"), (":kind: Lecture", ":kind: Talk")),
    "two.md": _edited("two.md", ("slides.example/lindqvist", "slides.example/7")),
    "four.md": _edited("four.md", ("# Part two", "# Part three")),
    "news.md": "# News\n\n:::{announcement} Newest\n:date: 2022-01-03\nBody.\n:::\n\n"
    ":::{schedule}\n:show: title\n:::\n",
    "view-session.md": "# session\n\n{session}`id-three`\n",
    "view-reading.md": "# reading\n\n{reading}`Chapter 3`\n",
    "view-reading-list.md": "# reading-list\n\n:::{reading-list}\n:course: later\n:::\n",
    "view-release.md": "# release\n\n:::{release} 2191-02-02\n:course: later\nBody.\n:::\n",
    "view-schedule.md": "# The term\n\n:::{schedule}\n:show: title due\n:::\n\n"
    ":::{schedule}\n:course: later\n:::\n\n:::::{schedule}\n:order: newest\n\n"
    "## Part one\n\n::::{session} Alone\n:date: 2022-01-31\n::::\n\n"
    "::::{session} Last\n:date: 2022-02-28\n::::\n\n"
    "## Part four\n\n::::{session} Between\n:date: 2022-02-07\n::::\n:::::\n",
}
"""The files of the same site with other facts; some are wrong, so that pages have a notice."""

UNDATED = {
    **FILES,
    "course.yml": _edited("course.yml", ("start: 2022-01-24", "start: 2022-01-32")),
    "view-schedule.md": "# schedule\n\n:::{schedule}\n:course: later\n:::\n",
}
"""The same site again, without dates."""

CONF = {
    "html_context": {"github_user": "school", "github_repo": "seminar"},
    "version": "1",
    "copyright": "the school",
}
"""With a repository, to which the pages link, and with what a book needs."""
