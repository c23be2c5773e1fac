"""A seminar with a sign-up sheet and a roster, as files of a test."""

from __future__ import annotations

TERM = """
title: Reading Machines
timezone: America/Los_Angeles
start: 2022-01-24
end: 2022-02-28
meetings: [{days: Mon, time: 13:00-16:00}]
breaks: [{date: 2022-02-21, title: Presidents' Day}]
"""

STUDENTS = """\
id,name,email
s1,Noor Haddad,noor@uni.example
s2,Wei Lindqvist,wei@uni.example
s3,Priya Okafor,priya@uni.example
"""

PAGE = """\
# Page

:::::{schedule}
::::{session} Alpha
:::{presenters}
:::
::::
::::{session} Beta
:::{presenters}
:::
::::
::::{session} Gamma
::::
:::::
"""
"""Alpha is on Jan 24, Beta on Jan 31, Gamma on Feb 7."""

DURING = "1644393600"
"""Feb 9, 2022, for SOURCE_DATE_EPOCH."""


def course(presenting: str, term: str = TERM) -> str:
    """A course.yml; *presenting* is what is below that key."""
    lines = "".join(f"  {line}\n" for line in presenting.strip().splitlines())
    return f"{term}presenting:\n{lines}"


def site(presenting: str, sheet: str | bytes | None = None, **files: str) -> dict[str, str | bytes]:
    """The files of a site; where *sheet* is given, course.yml names it and the roster."""
    named: dict[str, str | bytes] = {"index.md": PAGE, **files}
    if sheet is not None:
        presenting += "\nsignups: signups.csv\nstudents: students.csv"
        named |= {"signups.csv": sheet, "students.csv": STUDENTS}
    return {"course.yml": course(presenting), **named}
