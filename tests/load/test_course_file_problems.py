from __future__ import annotations

from datetime import date

import pytest

from sphinx_seminar.model.course import Break, Link, Person
from sphinx_seminar.model.meeting import MeetingPattern

from .conftest import Load
from .messages import messages

TERM = "timezone: America/Los_Angeles\nstart: 2022-01-24\nend: 2022-05-13\n"
MEETING = "write days and a time, such as {days: Mon, time: 13:00-16:00}"
PERSON = "write a name, or {name: Ada Brook, role: Instructor}"
BREAK = "write {date: 2022-02-21, title: Presidents' Day}"
BREAK_DAYS = "write date for one day, start and end for several"
DATE = "write year-month-day, such as 2022-01-24"
LINK = "is not an address that a page may link to; write an https:, http:, mailto: or relative one"


@pytest.mark.parametrize(
    ("written", "message", "kind"),
    [
        ("title: [a]", "title: this is a list; write a text", "course"),
        ("code: {a: b}", "code: this has keys and values; write a text", "course"),
        (
            "materials: [Slides release]",
            "materials: 'Slides release' would be the option ':slides-release:', which says when",
            "course",
        ),
        ("title: " + "x" * 3000, f"title: '{'x' * 60}…' is longer than 2000 characters", "course"),
        ("start: tomorrow", f"start: 'tomorrow' is not a date; {DATE}", "date"),
        ("start: 1/24/2022", f"start: '1/24/2022' is not a date; {DATE}", "date"),
        (
            "end: 2022-02-30",
            "end: '2022-02-30' is not in the calendar; check month and day",
            "date",
        ),
        ("end: 3022-02-03", "end: '3022-02-03': the year is out of range", "date"),
        ("end: [2022-02-03]", "end: this is a list; write a date, such as 2022-01-24", "date"),
        (
            "timezone: America/Los_Angelas",
            (
                "timezone: 'America/Los_Angelas' is not a time zone; "
                "did you mean 'America/Los_Angeles'?"
            ),
            "date",
        ),
        (f"{TERM}meetings: Mon 1pm", f"meetings: this is 'Mon 1pm'; {MEETING}", "course"),
        (f"{TERM}meetings: [[Mon]]", f"meetings[0]: this is a list; {MEETING}", "course"),
        (
            "weeks: Mon",
            "weeks: this is 'Mon'; write {start: Mon, count_breaks: yes, number: yes}",
            "course",
        ),
        (
            "weeks: {start: Moon}",
            "weeks.start: 'Moon' is not a day; write Mon Tue Wed Thu Fri Sat Sun",
            "date",
        ),
        (
            "weeks: {start: Mon Tue}",
            "weeks.start: 'Mon Tue' names more than one day; write one, such as Mon",
            "date",
        ),
        (
            "weeks: {count_breaks: maybe}",
            "weeks.count_breaks: 'maybe' is neither yes nor no; write yes or no",
            "course",
        ),
        ("breaks: 2022-02-21", f"breaks: this is '2022-02-21'; {BREAK}", "course"),
        ("breaks: [~]", f"breaks[0]: this is empty; {BREAK}", "course"),
        ("breaks: {title: x}", f"breaks: no date is given; {BREAK_DAYS}", "date"),
        ("breaks: {date: }", f"breaks: no date is given; {BREAK_DAYS}", "date"),
        (
            "breaks: {start: 2022-02-01}",
            f"breaks: only its start is given; {BREAK_DAYS}",
            "date",
        ),
        ("breaks: {end: 2022-02-01}", f"breaks: only its end is given; {BREAK_DAYS}", "date"),
        (
            "breaks: [{date: 2022-02-01, start: 2022-02-01}]",
            f"breaks[0].date: date is given together with start or end; {BREAK_DAYS}",
            "date",
        ),
        (
            "breaks:\n- {date: 2022-02-21}\n- {start: 2022-03-21, end: 2022-03-18}",
            "breaks[1].end: 2022-03-18 is before its start 2022-03-21; correct one of the two",
            "date",
        ),
        (
            "links: {Forum: }",
            "links.Forum: this is empty; write an address, or a text such as TBA",
            "link",
        ),
        ("links: {Forum: [a]}", "links.Forum: this is a list; write an address", "link"),
        ("links: {My forum: 'javascript:x'}", f"links['My forum']: 'javascript:x' {LINK}", "link"),
        ("links: [Forum]", "links[0]: this is 'Forum'; write label: address", "course"),
        ("links: {'': x}", "links['']: this is empty; write a label", "course"),
        ("staff: [{role: x}]", f"staff[0]: no name is given; {PERSON}", "course"),
        ("staff: [{name: }]", f"staff[0].name: no name is given; {PERSON}", "course"),
        ("staff: [~]", f"staff[0]: this is empty; {PERSON}", "course"),
        ("staff: [[a]]", f"staff[0]: this is a list; {PERSON}", "course"),
        (
            "staff: [{name: x, url: 'javascript:x'}]",
            f"staff[0].url: 'javascript:x' {LINK}",
            "link",
        ),
        (
            "staff: [{name: x, url: TBA}]",
            "staff[0].url: 'TBA' is not an address; write one such as https://example.org/page",
            "link",
        ),
        (
            "presenting: [Author]",
            "presenting: this is a list; write {roles: [Author, Reviewer, Backup/Scribe]}",
            "course",
        ),
        (
            "presenting: {roles: [Author, Reviewer, author]}",
            "presenting.roles[2]: 'author' is there twice; name each role once, letter case aside",
            "roles",
        ),
        (
            "presenting: {roles: [Author, ~]}",
            "presenting.roles[1]: this is empty; write a name, or {name: Reviewer",
            "course",
        ),
        (
            "presenting: {roles: [[Author]]}",
            "presenting.roles[0]: this is a list; write a name, or {name: Reviewer",
            "course",
        ),
    ],
)
def test_a_value_that_is_wrong_is_told_with_what_to_write(
    load: Load, written: str, message: str, kind: str
) -> None:
    lines = ["", *written.splitlines()]
    (problem,) = load("\n".join(lines)).problems
    assert problem.message.startswith(message)
    assert problem.kind == kind
    assert (problem.source.path, problem.source.line) == ("course.yml", len(lines))


@pytest.mark.parametrize(
    ("written", "message", "kind"),
    [
        (
            "{days: Wen}",
            "meetings[0].days: 'Wen' is not a day; write Mon Tue Wed Thu Fri Sat Sun",
            "date",
        ),
        ("{days: [Mon, Wen]}", "meetings[0].days[1]: 'Wen' is not a day", "date"),
        ("{days: [Mon, ~]}", "meetings[0].days[1]: this is empty; write days", "date"),
        ("{time: 9am}", f"meetings[0]: neither days nor dates are given; {MEETING}", "date"),
        ("{days: , time: 9am}", "meetings[0]: neither days nor dates are given", "date"),
        (
            "{days: Mon, dates: 2022-02-01}",
            "meetings[0].dates: days and dates are both given; write one of the two",
            "date",
        ),
        ("{dates: [2022-02-01, x]}", "meetings[0].dates[1]: 'x' is not a date", "date"),
        (
            "{dates: [2022-02-01, 2022-2-1]}",
            "meetings[0].dates[1]: '2022-02-01' is there twice; write each date once",
            "date",
        ),
        (
            "{dates: 2022-02-01, every: 2}",
            "meetings[0].every: it says nothing of listed dates; take it out",
            "date",
        ),
        (
            "{days: Mon, time: 25:00}",
            "meetings[0].time: '25:00' is not on the clock; write it such as 13:00",
            "date",
        ),
        (
            "{days: Mon, time: 4pm-1pm}",
            "meetings[0].time: '4pm-1pm' ends before it starts; write start-end",
            "date",
        ),
        ("{days: Mon, time: [9]}", "meetings[0].time: this is a list; write start-end", "date"),
        (
            "{days: Mon, every: now and then}",
            "meetings[0].every: 'now and then' is not a number of weeks; write one such as 2",
            "date",
        ),
        ("{days: Mon, every: 0}", "meetings[0].every: '0' is not a number of weeks", "date"),
        (
            "{days: Mon, sessions: some}",
            "meetings[0].sessions: 'some' is neither yes nor no; write yes or no",
            "course",
        ),
        (
            "{days: Mon, from: 2022-03-01, until: 2022-02-01}",
            "meetings[0].until: 2022-02-01 is before its from 2022-03-01; correct one of the two",
            "date",
        ),
    ],
)
def test_a_meeting_that_is_wrong_is_told_with_what_to_write(
    load: Load, written: str, message: str, kind: str
) -> None:
    loaded = load(f"{TERM}meetings:\n- {written}\n")
    (problem,) = loaded.problems
    assert problem.message.startswith(message)
    assert (problem.kind, problem.source.line) == (kind, 5)
    assert not loaded.course.dates_known


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("titel: x", "'titel' is not a key here; did you mean 'title'?"),
        ("Title: x", "'Title' is not a key here; did you mean 'title'?"),
        ("time zone: UTC", "'time zone' is not a key here; did you mean 'timezone'?"),
        ("holidays: x", "'holidays' is not a key here; did you mean 'breaks'?"),
        ("instructors: x", "'instructors' is not a key here; did you mean 'staff'?"),
        (
            "xyz: x",
            "'xyz' is not a key here; known here: title, code, term, timezone, start, end",
        ),
        ("weeks: {starts: Mon}", "weeks: 'starts' is not a key here; did you mean 'start'?"),
        (
            "staff: [{name: x, office hours: TBA}]",
            "staff[0]: 'office hours' is not a key here; did you mean 'office_hours'?",
        ),
        ("staff: {name: x, website: x}", "staff: 'website' is not a key here; did you mean 'url'?"),
        ("presenting: {role: [x]}", "presenting: 'role' is not a key here; did you mean 'roles'?"),
        ("links: x", "links: this is 'x'; write label: address, or label: text"),
        (
            "breaks: {date: 2022-02-01, name: x}",
            "breaks: 'name' is not a key here; did you mean 'title'?",
        ),
        ("breaks: {starts: 2022-02-01, end: 2022-02-02}", "breaks: 'starts' is not a key here"),
        ("staff: [{nme: Ada}]", "staff[0]: 'nme' is not a key here; did you mean 'name'?"),
    ],
)
def test_an_unknown_key_gets_the_nearest_known_one(load: Load, written: str, message: str) -> None:
    (problem,) = load(written).problems
    assert problem.message.startswith(message)
    assert (problem.kind, problem.source.line) == ("course", 1)


def test_the_name_that_a_key_has_in_python_is_none_of_the_file(load: Load) -> None:
    loaded = load(f"{TERM}meetings: {{days: Mon, time: '13:00', from_: 2022-03-01}}")
    assert messages(loaded) == ["4: meetings: 'from_' is not a key here; did you mean 'from'?"]
    assert loaded.course.patterns[0].first is None


def test_all_problems_of_a_file_are_told_at_once_in_the_order_of_its_lines(load: Load) -> None:
    loaded = load(
        "title: x\n"
        "title: y\n"
        "timezone: America/Los_Angelas\n"
        "start: 2022-05-24\n"
        "end: 2022-01-13\n"
        "meetings:\n"
        "  - {days: Mon, time: 25:00}\n"
        "  - days: [Wen]\n"
        "    from: 2022-03-01\n"
        "    until: 2022-02-01\n"
        "holidays: x\n"
        "breaks:\n"
        "  - {date: 2022-02-30, title: [x]}\n"
        "  - title: [x]\n"
        "    start: 2022-03-21\n"
        "    end: 2022-03-18\n"
        "staff:\n"
        "  - {role: Instructor, url: javascript:alert(1)}\n"
        "links:\n"
        "  Announcements:\n"
        "presenting:\n"
        "  roles: [Author, author]\n"
    )
    assert [text.partition(";")[0] for text in messages(loaded)] == [
        "2: 'title' is there twice (first on line 1)",
        "3: timezone: 'America/Los_Angelas' is not a time zone",
        "5: end: 2022-01-13 is before the start 2022-05-24",
        "7: meetings[0].time: '25:00' is not on the clock",
        "8: meetings[1].days[0]: 'Wen' is not a day",
        "10: meetings[1].until: 2022-02-01 is before its from 2022-03-01",
        "11: 'holidays' is not a key here",
        "13: breaks[0].date: '2022-02-30' is not in the calendar",
        "13: breaks[0].title: this is a list",
        "14: breaks[1].title: this is a list",
        "16: breaks[1].end: 2022-03-18 is before its start 2022-03-21",
        "18: staff[0]: no name is given",
        "18: staff[0].url: 'javascript:alert(1)' is not an address that a page may link to",
        "20: links.Announcements: this is empty",
        "22: presenting.roles[1]: 'author' is there twice",
    ]


def test_what_is_right_stays_where_its_neighbor_is_wrong(load: Load) -> None:
    course = load(
        f"{TERM}"
        "title: x\n"
        "code: [x]\n"
        "meetings:\n- {days: Wen}\n- {days: Mon, where: x}\n"
        "breaks:\n- {date: x}\n- {date: 2022-02-21}\n"
        "links: {a: 'javascript:x', b: c}\n"
        "staff:\n- {role: x}\n- {name: }\n- {nme: x}\n- {name: Ada, url: 'javascript:x'}\n"
        "presenting: {roles: [Author, author, Scribe]}\n"
    ).course
    day = date(2022, 2, 21)
    assert (course.title, course.code) == ("x", None)
    assert course.patterns == (MeetingPattern((0,), where="x"),)
    assert course.breaks == (Break(day, day),)
    assert course.links == (Link("b", "c", is_address=False),)
    assert course.staff == (Person("Ada"),)
    assert [role.name for role in course.presenting.roles] == ["Author", "Scribe"]


def test_items_behind_one_that_is_wrong_keep_their_numbers_and_lines(load: Load) -> None:
    loaded = load(
        f"{TERM}breaks:\n- x\n- {{date: 2022-02-21}}\n- {{start: 2022-03-02, end: 2022-03-01}}\n"
        "- y\n"
    )
    assert [text.partition(" ")[2].partition(":")[0] for text in messages(loaded)] == [
        "breaks[0]",
        "breaks[2].end",
        "breaks[3]",
    ]
    assert [problem.source.line for problem in loaded.problems] == [5, 7, 8]


def test_a_file_of_nonsense_does_not_swamp_the_log(load: Load) -> None:
    problems = load("".join(f"k{n}: x\n" for n in range(1000))).problems
    assert len(problems) == 101
    assert problems[-1].message == "900 more problems follow; they are shown once these are solved"


def test_a_message_is_one_line_whatever_is_pasted(load: Load) -> None:
    loaded = load('"a\\nb\\u202e": x\nstart: "x\\n\\ny"\nlinks: {"a\\nb": "javascript:\\nx"}\n')
    assert len(loaded.problems) == 3
    assert all(problem.message.isprintable() for problem in loaded.problems)
    assert all(len(problem.message) < 400 for problem in loaded.problems)
