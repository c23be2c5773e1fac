"""Edits of sessions, wherever they are, and of what is in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random

from .edit_pages import Edit, any_page, changed_part, words
from .site import Content, Ours, Page, Part, Schedule, Session, Site, Text

PEOPLE = ("Ada Brook", "Noor Haddad", "Wei Lindqvist", "Priya Okafor")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a session is: alone on a page, or in a schedule there."""

    page: Page
    part: Session | Schedule
    session: Session

    def put(self, site: Site, *new: Session) -> Site:
        """The site with other sessions in this one's place."""
        if isinstance(self.part, Session):
            return site.with_page(self.page, changed_part(self.page, self.part, *new))
        sessions: list[Session] = []
        for session in self.part.sessions:
            sessions += new if session is self.session else [session]
        schedule = replace(self.part, sessions=tuple(sessions))
        return site.with_page(self.page, changed_part(self.page, self.part, schedule))


def _places(site: Site) -> Iterator[Place]:
    for page in site.pages:
        for part in page.parts:
            if isinstance(part, Session):
                yield Place(page, part, part)
            elif isinstance(part, Schedule):
                yield from (Place(page, part, session) for session in part.sessions)


def _any_place(site: Site, chance: Random) -> Place | None:
    places = list(_places(site))
    return chance.choice(places) if places else None


def _names(site: Site) -> list[str]:
    """What a cross-reference to a session may say."""
    ids = [
        value
        for options in (
            *(page.adopted or () for page in site.pages),
            *(place.session.options for place in _places(site)),
        )
        for name, value in options
        if name == "id"
    ]
    titles = [place.session.title for place in _places(site)]
    return [*ids, *ids, *titles, *(page.title for page in site.pages if page.adopted is not None)]


def add_session(site: Site, chance: Random) -> Site | None:
    places = list(_places(site))
    if len(places) > 8:
        return None
    session = Session(words(chance), content=(Text(f"Session {words(chance)}."),))
    if chance.random() < 0.5:
        session = session.with_option("id", f"id-{chance.randrange(1000)}")
    page = any_page(site, chance)
    schedules = [part for part in page.parts if isinstance(part, Schedule)]
    if schedules:
        old = chance.choice(schedules)
        new = replace(old, sessions=(*old.sessions, session))
        return site.with_page(page, changed_part(page, old, new))
    return site.with_page(page, replace(page, parts=(*page.parts, session)))


def delete_session(site: Site, chance: Random) -> Site | None:
    place = _any_place(site, chance)
    return place.put(site) if place else None


def move_session(site: Site, chance: Random) -> Site | None:
    place, page = _any_place(site, chance), any_page(site, chance)
    if place is None or page is place.page:
        return None
    site = place.put(site)
    return site.with_page(page, replace(page, parts=(*page.parts, place.session)))


def reorder_sessions(site: Site, chance: Random) -> Site | None:
    place = _any_place(site, chance)
    if place is None or not isinstance(place.part, Schedule):
        return None
    sessions = list(place.part.sessions)
    chance.shuffle(sessions)
    schedule = replace(place.part, sessions=tuple(sessions))
    return site.with_page(place.page, changed_part(place.page, place.part, schedule))


def retitle_session(site: Site, chance: Random) -> Site | None:
    place = _any_place(site, chance)
    return place.put(site, replace(place.session, title=words(chance))) if place else None


def adopt_page(site: Site, chance: Random) -> Site | None:
    """Make a page a session, or a session a page again."""
    page = any_page(site, chance)
    if any(isinstance(part, Text) and "{doc}" in part.words for part in page.parts):
        return None
    return site.with_page(page, replace(page, adopted=() if page.adopted is None else None))


def change_option(site: Site, chance: Random) -> Site | None:
    name, value = _option(site, chance)
    adopting = [page for page in site.pages if page.adopted is not None]
    if adopting and chance.random() < 0.6:
        page = chance.choice(adopting)
        changed = Session("", page.adopted or ()).with_option(name, value)
        return site.with_page(page, replace(page, adopted=changed.options))
    place = _any_place(site, chance)
    return place.put(site, place.session.with_option(name, value)) if place else None


def _option(site: Site, chance: Random) -> tuple[str, str | None]:
    day = site.courses[0][1].start if site.courses else site.today
    day += timedelta(days=chance.randrange(60))
    near = site.today + timedelta(days=chance.randint(-4, 4))
    return chance.choice(
        (
            ("date", str(day)),
            ("date", "none"),
            ("date", None),
            ("time", "10:00-11:30"),
            ("time", None),
            ("where", f"Hall {chance.randrange(5)}"),
            ("where", None),
            ("kind", "Guest lecture"),
            ("kind", "Lab"),
            ("slides", f"https://x.example/{chance.randrange(9)}.pdf"),
            ("slides", "part.txt"),
            ("slides", None),
            ("recording", chance.choice(("TBA", "https://x.example/watch"))),
            ("release", str(near)),
            ("release", f"{near} 13:00"),
            ("release", None),
            ("silent", chance.choice(("", None))),
            ("kind", None),
            ("status", "cancelled"),
            ("status", None),
            ("moved-from", str(day)),
            ("moved-from", None),
            ("speaker", f"[{chance.choice(PEOPLE)}](https://people.example/)"),
            ("link", "https://call.example/1"),
            ("id", f"id-{chance.randrange(1000)}"),
            ("course", "/second"),
            ("course", None),
        )
    )


def _piece(site: Site, chance: Random) -> Content:
    name, number = chance.choice(PEOPLE), chance.randrange(1000)
    mentioned = chance.choice(_names(site) or ["nothing"])
    when = chance.choice(("class", "1 hour before class", "2022-02-14 23:59", "week 3 Fri noon"))
    near = site.today + timedelta(days=chance.randint(-4, 4))
    return chance.choice(
        (
            Text(f"A paragraph {number}."),
            Ours(f":::{{readings}}\n- [Paper {number}](https://x.example/{number}) [ATC'21]\n:::"),
            Ours(f":::{{readings}}\n:optional:\n- More {number} [PDF]\n:::"),
            Ours(f":::{{presenters}}\nAuthor: {name}\nReviewer:\n:::"),
            Ours(f":::{{deadline}} Review {number}\n:when: {when}\n:::"),
            Ours(f":::{{deadline}} Report {number}\n:when: class\n:session: {mentioned}\n:::"),
            Ours(f":::{{deadline}} Essay {number}\n:when: {when}\n:out: {near}\n:::"),
            Ours(f":::{{deadline}} Quiz {number}\n:when: {when}\n:release: {near}\n:::"),
            Ours(f":::{{readings}}\n:release: {near}\n- [Late {number}](https://x.example/l)\n:::"),
            Ours(f":::{{release}} {near}\nAnswers {number}, {{session}}`{mentioned}`.\n:::"),
            Ours(":::{readings}\n- @known\n- [Paper 1](https://x.example/1)\n:::"),
            Ours("Read {reading}`Paper 1`."),
            Ours(f":::{{details}}\nWhat {number} is about.\n:::"),
            Ours(f"{{person}}`{name}` holds it."),
            Ours(f"After {{session}}`{mentioned}`."),
            Ours(f"Or {{any}}`{mentioned}`, or {{session}}`that one <{mentioned}>`."),
        )
    )


def add_piece(site: Site, chance: Random) -> Site | None:
    return add_to_a_session(site, chance, _piece(site, chance))


def add_to_a_session(site: Site, chance: Random, piece: Content) -> Site | None:
    """The site with something more in a session, or on a page, which may be one."""
    place = _any_place(site, chance)
    if place is not None and chance.random() < 0.5:
        content = (*place.session.content[-3:], piece)
        return place.put(site, replace(place.session, content=content))
    page = any_page(site, chance)
    if len(page.parts) > 6:
        return None
    parts: tuple[Part, ...] = (piece, *page.parts)
    return site.with_page(page, replace(page, parts=parts))


def remove_piece(site: Site, chance: Random) -> Site | None:
    place = _any_place(site, chance)
    if place is None or not place.session.content:
        return None
    return place.put(site, replace(place.session, content=place.session.content[1:]))


EDITS: tuple[Edit, ...] = (
    add_session,
    add_session,
    delete_session,
    move_session,
    reorder_sessions,
    retitle_session,
    retitle_session,
    adopt_page,
    change_option,
    change_option,
    change_option,
    change_option,
    add_piece,
    add_piece,
    add_piece,
    add_piece,
    remove_piece,
)
