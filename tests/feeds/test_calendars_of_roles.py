"""Each presenting role that somebody has taken has a calendar: who presents when, what is due."""

from __future__ import annotations

import pytest

from ..conftest import Folder, Site, words
from ..samples import COURSE
from .calendar_rules import findings
from .calendars import by_icalendar, calendar_of

PAGE = """
# Course

:::::{schedule}
::::{session} One
:::{presenters}
Author: Noor Haddad, Wei Lindqvist
Reviewer:
:::
:::{deadline} Slides
:when: 1 day before class
:::
:::{deadline} Review
:when: 2 days before class
:kind: Reviewer
:::
::::
::::{session} Two
:status: cancelled
:::{presenters}
| Paper | Author | Reviewer |
|---|---|---|
| Maps | Priya Okafor | Noor Haddad |
| Sets | | |
:::
::::
::::{session} Three
::::
:::::

:::{deadline} Sign up as a reviewer
:when: 2022-01-28
:kind: Reviewer
:::
:::{deadline} Project
:when: 2022-01-29
:::
"""


def events_of(site: Site, name: str) -> list[tuple[str, str]]:
    content = calendar_of(site, name)
    assert findings(content) == []
    return [(event.summary, event.description) for event in by_icalendar(content)]


def with_names(form: str) -> str:
    course = COURSE.replace("  roles:", f"  names: {form}\n  roles:")
    return course.replace("  - {name: Noor Haddad, role: Assistant}\n", "")


@pytest.fixture
def site(folder: Folder) -> Site:
    folder.write({"course.yml": with_names("full"), "index.md": PAGE})
    return folder.build()


def test_it_says_who_presents_and_what_is_due_for_them(site: Site) -> None:
    assert events_of(site, "calendar-role-author.ics") == [
        ("One", "Author: Noor Haddad, Wei Lindqvist"),
        ("Cancelled: Two", "Maps: Priya Okafor\nSets: open"),
        ("Due: Slides", "One"),
    ]
    assert events_of(site, "calendar-role-reviewer.ics") == [
        ("One", "Reviewer: open"),
        ("Cancelled: Two", "Maps: Noor Haddad\nSets: open"),
        ("Due: Review", "Reviewer\nOne"),
        ("Due: Slides", "One"),
        ("Due: Sign up as a reviewer", "Reviewer"),
    ]
    # Nobody is a scribe.
    assert not (site.app.outdir / "calendar-role-backup-scribe.ics").exists()


def test_its_events_are_those_of_the_course(site: Site) -> None:
    uids = {event.uid: event.start for event in by_icalendar(calendar_of(site))}
    for event in by_icalendar(calendar_of(site, "calendar-role-reviewer.ics")):
        assert uids[event.uid] == event.start


def test_it_shows_as_much_of_names_as_pages_do(site: Site, folder: Folder) -> None:
    shown = {"initials": "N.H., W.L.", "given": "Noor, Wei", "hidden": None}
    for form, names in shown.items():
        folder.write({"course.yml": with_names(form)})
        first, *_others = events_of(folder.build(), "calendar-role-author.ics")
        assert first == ("One", f"Author: {names}" if names else "")


def test_the_lines_of_roles_are_closed_away_below_that_of_the_course(site: Site) -> None:
    outer, inner = site.page().select("details.seminar-calendars")
    assert words(inner.select("summary")[0]) == "Roles"
    assert inner.parent is outer
    assert not inner.has_attr("open")
    files = [str(link["href"]) for link in outer.select("[download]")]
    assert files == [
        "calendar.ics",
        "calendar-role-author.ics",
        "calendar-role-reviewer.ics",
    ]
    # Alone, that of the course needs no name; each of a role has one.
    assert [words(name) for name in outer.select("li > span:first-child")] == ["Author", "Reviewer"]


def test_a_course_of_many_roles_has_a_calendar_for_none(folder: Folder) -> None:
    roles = [f"Role {number}" for number in range(13)]
    course = COURSE.replace("Author, Reviewer, Backup/Scribe", ", ".join(roles))
    lines = "\n".join(f"{role}: Noor Haddad" for role in roles)
    page = (
        f"# C\n\n::::{{schedule}}\n:::{{session}} One\n```{{presenters}}\n{lines}\n```\n:::\n::::\n"
    )
    folder.write({"course.yml": course, "index.md": page})
    assert list(folder.build().app.outdir.glob("calendar-role-*")) == []
    course, page = course.replace(", Role 12", ""), page.replace("Role 12: Noor Haddad\n", "")
    folder.write({"course.yml": course, "index.md": page})
    assert len(list(folder.build().app.outdir.glob("calendar-role-*"))) == 12
