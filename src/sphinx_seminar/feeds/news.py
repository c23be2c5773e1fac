"""``news.xml``: the announcements of a course and its dated changes, as Atom (RFC 4287)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID, uuid5

from ..model.instant import day_start, utc_text
from ..plan.news import NEWS, news_title
from ..plan.planned_course import PlannedCourse
from .feed import Feed, Site
from .text import clean

_ATOM = "http://www.w3.org/2005/Atom"
# Ours alone: every id is made within it (RFC 9562, 5.5).
_NAMESPACE = UUID("48160129-679d-4028-bf18-05e2d2f1c9df")


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of news."""

    id: str
    title: str
    day: datetime
    """The first instant of its day, in UTC."""
    text: str
    address: str
    """Where it is; relative to the file, where the address of the site is not known."""


@dataclass(frozen=True, slots=True)
class News:
    """All that the file says."""

    id: str
    title: str
    authors: tuple[str, ...]
    """The staff; the course itself where it names none."""
    language: str
    own_address: str | None
    front_page: str | None
    items: tuple[Item, ...]
    """The newest first."""


def contents(planned: PlannedCourse, site: Site) -> Iterator[tuple[str, News]]:
    """The news that are out; no file where none is."""
    title = news_title(planned)
    if title is None:
        return
    namespace = uuid5(_NAMESPACE, planned.course.id)
    file = posixpath.join(planned.folder or "", NEWS)
    front = planned.facts.front_page
    yield (
        NEWS,
        News(
            id=uuid5(namespace, "news").urn,
            title=title,
            authors=tuple(person.name for person in planned.course.staff) or (title,),
            language=site.language.replace("_", "-"),
            own_address=f"{site.address}{file}" if site.address else None,
            front_page=site.link(file, front) if front else None,
            items=tuple(_items(planned, site, namespace, file)),
        ),
    )


def _items(planned: PlannedCourse, site: Site, namespace: UUID, file: str) -> Iterable[Item]:
    """The newest first; of one day what is announced first."""
    found = list(_announced(planned, site, namespace, file))
    if planned.facts.changed:
        from .news_of_changes import changes  # few courses name the day of one

        found += [
            Item(
                id=uuid5(namespace, change.key).urn,
                title=change.title,
                day=_start(change.day, planned),
                text=change.text,
                address=site.link(file, change.docname, change.anchor),
            )
            for change in changes(planned, site.language)
        ]
        found.sort(key=lambda item: item.day, reverse=True)
    return found


def _announced(planned: PlannedCourse, site: Site, namespace: UUID, file: str) -> Iterable[Item]:
    found = []
    taken: dict[str, int] = {}
    # From the oldest one: what is announced later under the same title gets the next number.
    for facts in reversed(planned.facts.announcements):
        assert facts.day is not None
        number = taken[facts.name] = taken.get(facts.name, 0) + 1
        found.append(
            Item(
                id=uuid5(namespace, f"{facts.name} {number}").urn,
                title=facts.title,
                day=_start(facts.day, planned),
                text=facts.text,
                address=site.link(file, facts.docname, facts.anchor),
            )
        )
    return reversed(found)


def _start(day: date, planned: PlannedCourse) -> datetime:
    zone = planned.course.zone
    return day_start(day, zone) if zone else datetime(day.year, day.month, day.day, tzinfo=UTC)


def write(news: News) -> bytes:
    """The file."""
    from xml.etree.ElementTree import Element, SubElement, tostring

    feed = Element("feed", {"xmlns": _ATOM, "xml:lang": news.language})

    def add(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
        element = SubElement(parent, name, attributes)
        element.text = clean(text) or None
        return element

    add(feed, "id", news.id)
    add(feed, "title", news.title)
    add(feed, "updated", utc_text(max(item.day for item in news.items)))
    for name in news.authors:
        add(add(feed, "author"), "name", name)
    if news.own_address:
        add(feed, "link", rel="self", type="application/atom+xml", href=news.own_address)
    if news.front_page:
        add(feed, "link", rel="alternate", type="text/html", href=news.front_page)
    add(feed, "generator", "sphinx-seminar")
    for item in news.items:
        entry = add(feed, "entry")
        add(entry, "id", item.id)
        add(entry, "title", item.title)
        add(entry, "published", utc_text(item.day))
        add(entry, "updated", utc_text(item.day))
        add(entry, "link", rel="alternate", type="text/html", href=item.address)
        if item.text:
            add(entry, "content", item.text, type="text")
    written: str = tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{written}\n'.encode()


FEED = Feed(contents, write)
