"""What is wrong once, and shows everywhere, does not flood the log."""

from __future__ import annotations

import pytest

from ..conftest import Folder

TERM = """
title: Reading Machines
timezone: America/Los_Angeles
start: 2022-01-24
end: 2022-08-28
meetings: [{days: Mon, time: 13:00-16:00}]
"""
PRESENTING = """presenting:
  roles: [Author, Reviewer]
  signups: signups.csv
  students: students.csv
  each_student: {at_least: 1}
"""
COUNT = 12
STUDENTS = [f"Student{chr(65 + n)} Family{chr(65 + n)}" for n in range(COUNT)]
ROSTER = "id,name\n" + "".join(f"s{n},{name}\n" for n, name in enumerate(STUDENTS))
SHEET = "number,Author,Reviewer\n" + "".join(
    f"{n + 1},{name},{STUDENTS[n - 1]}\n" for n, name in enumerate(STUDENTS)
)
LONG = "number,role,name\n" + "".join(
    f"{n + 1},{role},{name}\n" for n, name in enumerate(STUDENTS) for role in ("Author", "Reviewer")
)


def page(*bodies: str) -> str:
    sessions = "".join(f"::::{{session}} Topic {n}\n{body}::::\n" for n, body in enumerate(bodies))
    return f"# Page\n\n:::::{{schedule}}\n{sessions}:::::\n"


EMPTY = page(*[":::{presenters}\n:::\n"] * COUNT)
WRITTEN = page(*[f":::{{presenters}}\nAuthor: {name}\n:::\n" for name in STUDENTS])
GOOD = {
    "course.yml": TERM + PRESENTING,
    "index.md": EMPTY,
    "students.csv": ROSTER,
    "signups.csv": SHEET,
}
OTHERS = SHEET.replace("Student", "Nobody").replace("Family", "Zzyzx")
RENAMED = TERM + PRESENTING.replace("Author", "Critic")
DAYS = [f"2022-02-{n:02}" for n in range(1, COUNT + 1)]
PINNED = page(*[f":date: {day}\n:time: 10:00\n" for day in DAYS])
DUE = page(*[f":::{{deadline}} Paper {day}\n:when: {day}\n:::\n" for day in DAYS])
NEXT_YEAR = TERM.replace("2022", "2023")
BREAKS = "breaks:\n" + "".join(f"  - {{date: {day}}}\n" for day in DAYS)

CAUSES: dict[str, tuple[dict[str, str | None], int, str]] = {
    "a sheet of another course": ({"signups.csv": OTHERS}, 3, "is students.csv the roster"),
    "an empty roster": ({"students.csv": "id,name\n"}, 3, "is students.csv the roster"),
    "no roster": ({"students.csv": None}, 1, "no file is at 'students.csv'"),
    "no sheet": ({"signups.csv": None}, 1, "no file is at 'signups.csv'"),
    "sessions of another course": (
        {"signups.csv": SHEET.replace("number", "session").replace("\n", "\nX", COUNT)},
        3,
        "is signups.csv the sheet of this course?",
    ),
    "both roles renamed": (
        {"course.yml": RENAMED.replace("Reviewer", "Scribe")},
        1,
        "no column is a presenting role",
    ),
    "a role renamed, rows of sign-ups": (
        {"course.yml": RENAMED, "signups.csv": LONG},
        3,
        "10 more like these",
    ),
    "a role renamed, pages": (
        {
            "course.yml": RENAMED.replace("  signups: signups.csv\n", ""),
            "index.md": WRITTEN,
        },
        3,
        "10 more like these",
    ),
    "lines that are there twice": (
        {"students.csv": ROSTER + ROSTER.partition("\n")[2]},
        3,
        "are lines of it there twice?",
    ),
    "formulas that fail": (
        {"signups.csv": "number,Author\n" + "".join(f"{n},#N/A\n" for n in range(1, COUNT))},
        3,
        "'#N/A' is an error of the spreadsheet, and no name",
    ),
    "formulas that name the session": (
        {"signups.csv": SHEET.replace("\n", "\n#REF!,").replace("number", "date")},
        3,
        "'#REF!' is an error of the spreadsheet, and no session",
    ),
    "sessions of another year": (
        {"course.yml": NEXT_YEAR, "index.md": PINNED},
        3,
        "10 more like these, in lines 12 to 48; are start and end those of this term?",
    ),
    "deadlines of another year": (
        {"course.yml": NEXT_YEAR, "index.md": DUE},
        3,
        "are start and end those of this term?",
    ),
    "breaks of another term": (
        {"course.yml": TERM.replace("01-24", "03-01") + BREAKS, "index.md": page("")},
        3,
        "are start and end those of this term?",
    ),
    "a page of sessions twice": (
        {"course.yml": TERM, "index.md": page(*[f":date: {day}\n" for day in DAYS] * 2)},
        6,
        "are the same sessions there twice?",
    ),
    "too short a term": (
        {"course.yml": TERM.replace("08-28", "02-06"), "index.md": page(*[""] * COUNT)},
        3,
        "the term has too few meetings",
    ),
    "addresses in place of names": (
        {"signups.csv": SHEET.replace("Student", "x@Student").replace(" ", ".")},
        3,
        "names are asked for, not addresses",
    ),
}


@pytest.mark.parametrize("cause", CAUSES)
def test_one_cause_yields_three_lines_at_the_most(
    cause: str, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1647000000")
    changed, count, told = CAUSES[cause]
    files: dict[str, str | None] = {**GOOD, **changed}
    folder.write({name: text for name, text in files.items() if text is not None})
    warnings = folder.build().warnings
    assert len(warnings) == count, warnings
    assert told in "\n".join(warnings)


def test_a_role_that_is_renamed_is_one_cause_on_many_pages(folder: Folder) -> None:
    course = f"{TERM}presenting: {{roles: [Critic]}}\n"
    pages: dict[str, str | bytes] = {
        f"s{n}.md": f"---\norphan: yes\n---\n# S{n}\n\n:::{{session}}\n"
        ":date: none\n:::\n\n:::{presenters}\nAuthor: Noor Haddad\n:::\n"
        for n in range(1, 9)
    }
    folder.write({"course.yml": course, "index.md": "# Page\n", **pages})
    warnings = folder.build().warnings
    assert len(warnings) == 3
    assert "6 more like these, in s3.md, s4.md, s5.md, s6.md, s7.md, s8.md; " in warnings[2]


def test_a_name_or_two_that_are_misspelt_are_a_cause_each(folder: Folder) -> None:
    sheet = SHEET
    for name in STUDENTS[:5]:
        sheet = sheet.replace(name, name.replace("Family", "Famly"), 1)
    folder.write({**GOOD, "signups.csv": sheet})
    warnings = folder.build().warnings
    assert len(warnings) == 5
    assert all("did you mean 'Student" in line for line in warnings)


def test_an_error_of_a_spreadsheet_in_a_roster_is_nobody(folder: Folder) -> None:
    roster = f"{ROSTER}#REF!,Noor Haddad\nx,#N/A\n"
    folder.write({**GOOD, "students.csv": roster})
    found = folder.build()
    assert [line.partition("; ")[0] for line in found.warnings[:2]] == [
        "students.csv:14: WARNING: '#REF!' is an error of the spreadsheet, and no id",
        "students.csv:15: WARNING: '#N/A' is an error of the spreadsheet, and no name",
    ]
    assert "#N/A" not in "".join(found.warnings[2:])


@pytest.mark.parametrize("course", [None, TERM, f"{TERM}presenting: {{roles: [Author]}}\n"])
@pytest.mark.parametrize("inside", [True, False])
def test_an_address_in_place_of_a_name_is_told_whatever_the_course_says(
    course: str | None, inside: bool, folder: Folder
) -> None:
    body = ":::{presenters}\nAuthor: Noor Haddad, zoe@uni.example\n:::\n"
    text = page(body) if inside else f"# Page\n\n{body}"
    folder.write({"index.md": text} | ({"course.yml": course} if course else {}))
    site = folder.build()
    (warning,) = site.warnings
    assert "an e-mail address is where a name belongs, and is not shown" in warning
    assert warning.endswith("[seminar.names]")
    html = site.text("index.html")
    assert "zoe@" not in html
    assert "Noor Haddad" in html


def test_an_address_that_the_roster_knows_is_a_name(folder: Folder) -> None:
    body = ":::{presenters}\nAuthor: noor@uni.example\n:::\n"
    course = f"{TERM}presenting: {{roles: [Author], students: students.csv}}\n"
    roster = "id,name,email\n1,Noor Haddad,noor@uni.example\n"
    for text in (page(body), f"# Page\n\n{body}"):
        folder.write({"course.yml": course, "index.md": text, "students.csv": roster})
        assert folder.build().warnings == []
