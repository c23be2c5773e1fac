"""Files that several tests build."""

from __future__ import annotations

COURSE = """
title: Reading Machines
code: CS 101
term: Spring 2022
timezone: America/Los_Angeles
start: 2022-01-24
end: 2022-03-11
meetings:
  - {days: Mon, time: 13:00-16:00, where: Soda 405}
breaks:
  - {date: 2022-02-21, title: Presidents' Day}
staff:
  - {name: Ada Brook, role: Instructor, url: "https://people.example/ada", office_hours: TBA}
  - {name: Noor Haddad, role: Assistant}
links:
  Announcements: Piazza
  Review system: https://reviews.example/
presenting:
  roles: [Author, Reviewer, Backup/Scribe]
"""
"""Meets on Jan 24 and 31, Feb 7, 14 and 28, Mar 7; there is a break on Feb 21."""

HEADS = {"md": "# Page\n\n", "rst": "Page\n====\n\n"}
"""The heading of a page by its markup, which is the ending of its file's name too."""

MARKUPS = tuple(HEADS)


def page(markup: str, body: str) -> dict[str, str]:
    """The files of a site that has one page with *body*."""
    return {f"index.{markup}": HEADS[markup] + body}
