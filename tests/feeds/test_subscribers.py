"""Who subscribes keeps the last file, and sees what has moved as moved."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from ..conftest import Folder
from .calendars import Read, by_icalendar, calendar_of

COURSE = """
title: Reading Machines
term: Spring 2022
timezone: America/Los_Angeles
start: {start}
end: {end}
meetings:
  - {{days: Mon, time: 13:00-16:00}}
breaks:
  - {{date: 2022-02-21, title: Presidents' Day}}
"""
USUAL = COURSE.format(start="2022-01-24", end="2022-03-11")

PAGE = """
# Course

```{{toctree}}
{topics}
```

:::::{{schedule}}

::::{{session}} Introduction
::::
{inserted}
::::{{session}} Projects
:::{{deadline}} Proposal
:when: class
:::
::::

::::{{session}} Projects
::::

:::::

:::{{deadline}} Report
:when: 2022-03-09
:::
"""

TOPICS = "# Topics\n\n## 機械学習\n\n```{session}\n```\n\n## 深層学習\n\n```{session}\n```\n"


@dataclass
class Subscriber:
    """A program with a calendar that it takes anew: it tells what is other than before."""

    events: dict[str, Read] = field(default_factory=dict)
    new: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    moved: set[str] = field(default_factory=set)

    def take(self, content: bytes) -> None:
        events = {event.uid: event for event in by_icalendar(content)}
        last, both = self.events, self.events.keys() & events.keys()
        self.new = {events[uid].summary for uid in events.keys() - last.keys()}
        self.gone = {last[uid].summary for uid in last.keys() - events.keys()}
        self.moved = {events[uid].summary for uid in both if events[uid].start != last[uid].start}
        self.events = events


class Site:
    """The site of a course, and somebody who subscribes to it."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.subscriber = Subscriber()
        self.page("index.md")
        folder.write({"course.yml": USUAL, "topics.md": TOPICS})
        self.publish()
        assert len(self.subscriber.new) == 7  # two sessions have the same title
        assert len(self.subscriber.events) == 8

    def page(self, name: str, *, topics: str = "topics", inserted: str = "") -> None:
        self.folder.write({name: PAGE.format(topics=topics, inserted=inserted)})

    def publish(self) -> Subscriber:
        site = self.folder.build()
        self.subscriber.take((Path(site.app.outdir) / "calendar.ics").read_bytes())
        return self.subscriber


@pytest.fixture
def site(folder: Folder) -> Site:
    return Site(folder)


def test_nothing_is_new_after_a_build_of_the_same(site: Site) -> None:
    before = dict(site.subscriber.events)
    site.publish()
    assert site.subscriber.events == before


def test_a_course_that_is_moved_by_a_week_moves(site: Site) -> None:
    site.folder.write({"course.yml": COURSE.format(start="2022-01-31", end="2022-03-18")})
    found = site.publish()
    assert (found.new, found.gone) == (set(), set())
    assert found.moved == {
        *("Introduction", "Projects", "機械学習", "深層学習", "Due: Proposal"),
    }


def test_a_session_that_is_inserted_is_new_and_moves_those_behind_it(site: Site) -> None:
    site.page("index.md", inserted="::::{session} Inserted\n::::\n")
    found = site.publish()
    assert (found.new, found.gone) == ({"Inserted"}, set())
    assert "Introduction" not in found.moved
    assert {"Projects", "Due: Proposal"} <= found.moved


def test_a_page_that_is_renamed_changes_nothing(site: Site) -> None:
    site.page("index.md", topics="matters")
    (site.folder.srcdir / "topics.md").rename(site.folder.srcdir / "matters.md")
    found = site.publish()
    assert (found.new, found.gone, found.moved) == (set(), set(), set())


def test_a_session_that_is_inserted_on_its_page_keeps_the_ids_of_the_others(site: Site) -> None:
    before = {event.summary: uid for uid, event in site.subscriber.events.items()}
    text = TOPICS.replace("# Topics\n", "# Topics\n\n## 統計\n\n```{session}\n```\n", 1)
    site.folder.write({"topics.md": text})
    found = site.publish()
    assert (found.new, found.gone) == ({"統計"}, set())
    after = {event.summary: uid for uid, event in found.events.items()}
    assert all(after[title] == before[title] for title in ("機械学習", "深層学習"))


def test_a_session_that_gets_its_slug_as_its_id_stays_the_same(site: Site) -> None:
    text = (site.folder.srcdir / "index.md").read_text()
    text = text.replace("Introduction\n", "Introduction to it all\n:id: introduction\n", 1)
    site.folder.write({"index.md": text})
    found = site.publish()
    assert (found.new, found.gone, found.moved) == (set(), set(), set())
    assert "Introduction to it all" in {event.summary for event in found.events.values()}


@pytest.mark.parametrize(
    ("option", "summary", "status"),
    [
        (":date: 2022-01-26\n:moved-from: 2022-01-24", "Introduction", "CONFIRMED"),
        (":date: none\n:moved-from: 2022-01-24", "Introduction", "CANCELLED"),
        (":status: cancelled", "Cancelled: Introduction", "CANCELLED"),
    ],
)
def test_what_happens_to_a_session_happens_to_its_event(
    option: str, summary: str, status: str, site: Site
) -> None:
    before = {event.summary: event for event in site.subscriber.events.values()}["Introduction"]
    text = (site.folder.srcdir / "index.md").read_text()
    site.folder.write({"index.md": text.replace("Introduction\n", f"Introduction\n{option}\n", 1)})
    after = site.publish().events[before.uid]
    assert (after.summary, after.status) == (summary, status)
    assert after.sequence > before.sequence
    assert not site.subscriber.gone


def test_an_id_of_the_course_outlives_its_folder_and_its_title(folder: Folder) -> None:
    subscriber = Subscriber()
    page = "# Course\n\n::::{schedule}\n:::{session} One\n:::\n::::\n"
    course = f"id: reading-machines-2022\n{USUAL}"
    folder.write({"index.md": "# Site\n\n```{toctree}\n:glob:\n*/index\n```\n"})
    folder.write({"old/course.yml": course, "old/index.md": page})
    subscriber.take((folder.build().app.outdir / "old/calendar.ics").read_bytes())
    (folder.srcdir / "old").rename(folder.srcdir / "new")
    folder.write({"new/course.yml": course.replace("Reading Machines", "Machines")})
    subscriber.take((folder.build().app.outdir / "new/calendar.ics").read_bytes())
    assert (subscriber.new, subscriber.gone) == (set(), set())


GERMAN = {
    "index": {"Introduction": "Einleitung", "Proposal": "Vorschlag", "Report": "Bericht"},
    "course": {"Presidents' Day": "Feiertag"},
}


def test_a_page_in_another_language_has_the_same_events(site: Site) -> None:
    for name, texts in GERMAN.items():
        entries = "".join(f'\nmsgid "{text}"\nmsgstr "{own}"\n' for text, own in texts.items())
        path = f"locales/de/LC_MESSAGES/{name}.po"
        site.folder.write(
            {path: f'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8"\n{entries}'}
        )
    with (site.folder.srcdir / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write('language = "de"\n')
    found = site.publish()
    assert (found.new, found.gone, found.moved) == (set(), set(), set())
    summaries = {event.summary for event in found.events.values()}
    assert {"Einleitung", "Fällig: Vorschlag", "Fällig: Bericht", "Feiertag"} <= summaries


def test_two_courses_of_one_id_are_told(folder: Folder) -> None:
    folder.write({"index.md": "# Site\n"})
    for name in ("one", "two"):
        folder.write({f"{name}/course.yml": f"title: Course\nid: same\nterm: {name}\n"})
    (line,) = folder.build().warnings
    assert line == (
        "two/course.yml:2: WARNING: 'id: same' is that of one/course.yml too, and calendars tell "
        "courses by it; write another one, with the term in it [seminar.course]"
    )


def test_courses_without_an_id_share_no_event(folder: Folder) -> None:
    page = "# Course\n\n::::{schedule}\n:::{session} One\n:::\n::::\n"
    folder.write({"index.md": "# Site\n\n```{toctree}\n:glob:\n*/index\n```\n"})
    for name in ("one", "two"):
        folder.write({f"{name}/course.yml": USUAL, f"{name}/index.md": page})
    site = folder.build()
    uids = [
        {event.uid for event in by_icalendar(calendar_of(site, f"{name}/calendar.ics"))}
        for name in ("one", "two")
    ]
    assert all(uids)
    assert uids[0].isdisjoint(uids[1])
