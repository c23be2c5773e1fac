"""The page about a new term says what the command prints, word for word."""

from __future__ import annotations

import re

from ..conftest import Folder
from .pages import code, text_of
from .recipes import run

COURSE = """
title: Readings
term: Spring 2027
timezone: Europe/Berlin
start: 2027-04-06
end: 2027-04-22
meetings: [{days: Tue Thu, time: 14:00-15:15}]
breaks: [{date: 2027-04-13, title: Excursion}]
presenting: {roles: [Presenter, Critic], signups: signups.csv, students: students.csv}
"""
PAGE = """
# Readings

:::::{schedule}
::::{session} Consensus
:::{presenters}
:::
::::
::::{session} Guest
:date: 2027-04-15
::::
:::::
"""


def test_the_report_is_that_of_the_page(folder: Folder) -> None:
    folder.write({"course.yml": COURSE, "index.md": PAGE})
    folder.write({"students.csv": "id,name\n1,Noor Haddad\n"})
    folder.write({"signups.csv": "date,Presenter,Critic\n06.04.2027,Noor Haddad,\n"})
    command = code("new-term.md", "sh")[0].strip()
    given = "--start 2027-10-12 --end 2027-10-28 --yes"
    done = run(f"{command} {given}", folder.srcdir)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == code("new-term.md", "text")[0]
    assert (folder.srcdir / "signups.csv").read_text() == ("date,Presenter,Critic\n12.10.2027,,\n")


def test_the_page_has_every_option(folder: Folder) -> None:
    listed = set(re.findall(r"--[a-z][a-z-]*", run("sphinx-seminar term -h", folder.srcdir).stdout))
    assert listed - {"--help"} == set(re.findall(r"--[a-z][a-z-]*", text_of("new-term.md")))
