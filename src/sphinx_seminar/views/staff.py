"""``{staff}``: the staff as cards, grouped by role."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from zoneinfo import ZoneInfo

from docutils import nodes

from ..locale import _
from ..model.course import Link, OfficeHours
from ..model.person_name import without_titles
from ..model.photo import Photo
from ..pages.html import tag
from ..pages.nodes import element, fragment
from ..plan.people import Card, cards
from ..plan.planned_course import PlannedCourse
from .page import Page
from .view import Body, Options, View
from .words.dates import Clock
from .words.due import times_note
from .words.notice import Notice, notice_nodes, notice_of
from .words.office_hours import hours_text
from .words.pieces import heading, link_nodes, muted, parted

_PRINTABLE = (".png", ".jpg", ".jpeg")


@dataclass(frozen=True, slots=True)
class ShownPerson:
    """A card."""

    name: str
    role: str | None
    url: str | None
    pronouns: str | None
    hours: tuple[OfficeHours, ...]
    clock: Clock | None
    """How times are written; None where there are none."""
    links: tuple[Link, ...]
    photo: Photo | None
    alt: str | None
    anchor: str | None
    """The id to link to; None on other pages than the first that shows the staff."""


@dataclass(frozen=True, slots=True)
class ShownStaff:
    """All cards, in the order of course.yml."""

    notice: Notice | None
    zone: ZoneInfo | None
    """None where nobody's office hours have times."""
    people: tuple[ShownPerson, ...]


def missing(planned: PlannedCourse, options: Options) -> str | None:
    """The message where course.yml names no staff."""
    if planned.course.staff:
        return None
    return f"{planned.file} names no staff; write 'staff:' there, a name for each"


def show(planned: PlannedCourse, options: Options, docname: str) -> ShownStaff:
    """The people of course.yml."""
    is_linked = docname == planned.facts.staff_page
    people = tuple(_person(card, planned, is_linked=is_linked) for card in cards(planned))
    zone = planned.course.zone if any(person.clock for person in people) else None
    return ShownStaff(notice_of(planned), zone, people)


def _person(card: Card, planned: PlannedCourse, *, is_linked: bool) -> ShownPerson:
    person = card.person
    photo = planned.photos.get(person.photo) if person.photo else None
    return ShownPerson(
        name=person.name,
        role=person.role,
        url=person.url,
        pronouns=person.pronouns,
        hours=person.office_hours,
        clock=planned.course.clock if any(found.times for found in person.office_hours) else None,
        links=person.links,
        photo=photo,
        alt=person.alt if photo else None,
        anchor=card.anchor if is_linked else None,
    )


def draw(shown: ShownStaff, body: Body, page: Page) -> list[nodes.Node]:
    """A list of cards for each role; outside html a list of people."""
    groups: dict[str, list[ShownPerson]] = {}
    for person in shown.people:
        groups.setdefault(person.role or _("Staff"), []).append(person)
    drawn = notice_nodes(shown.notice) + times_note(shown.zone, page.language)
    numbers = count(1)
    for role, group in groups.items():
        if page.is_html:
            anchor = f"{page.new_id()}-{next(numbers)}"
            attributes = {"class": "seminar-cards", "aria-labelledby": anchor, "role": "list"}
            items = (_card(person, body["docname"], page) for person in group)
            drawn += [heading(role, anchor), element("ul", attributes, *items)]
        else:
            people = (_item(person, body["docname"], page) for person in group)
            drawn += [nodes.rubric("", role), nodes.bullet_list("", *people, bullet="-")]
    return [*drawn, *body.children]


VIEW = View(missing=missing, show=show, draw=draw)


def _card(person: ShownPerson, docname: str, page: Page) -> nodes.Node:
    name = element("p", {"class": "seminar-name"}, *_name(person, page))
    lines = (element("p", {}, *line) for line in _lines(person, page))
    attributes = {"class": "seminar-card", "id": _id(person, docname, page)}
    return element("li", attributes, _portrait(person, page), element("div", {}, name, *lines))


def _item(person: ShownPerson, docname: str, page: Page) -> nodes.Node:
    name = nodes.paragraph("", "", *_name(person, page))
    if own_id := _id(person, docname, page):
        name.insert(0, nodes.target("", "", ids=[own_id]))
    lines: list[nodes.Node] = [nodes.paragraph("", "", *line) for line in _lines(person, page)]
    if page.builder.format == "latex":
        lines += _photo(person, page, _PRINTABLE)
    return nodes.list_item("", name, *lines)


def _id(person: ShownPerson, docname: str, page: Page) -> str | None:
    """Links lead to the first card of a person; a page may have more of them."""
    if person.anchor is None or not page.claim(docname, person.anchor):
        return None
    return person.anchor


def _name(person: ShownPerson, page: Page) -> list[nodes.Node]:
    name: nodes.Node = nodes.Text(person.name)
    if person.url:
        name = nodes.reference("", "", name, refuri=person.url)
    if not person.pronouns:
        return [name]
    if page.is_html:
        return [name, nodes.Text(" "), muted(f"({person.pronouns})")]
    return [name, nodes.Text(f" ({person.pronouns})")]


def _lines(person: ShownPerson, page: Page) -> list[list[nodes.Node]]:
    lines: list[list[nodes.Node]] = []
    hours = [hours_text(found, page.language, person.clock) for found in person.hours]
    if hours:
        text = _("Office hours: {hours}").format(hours=_("; ").join(hours))
        lines.append([nodes.Text(text)])
    if person.links:
        lines.append(parted(map(link_nodes, person.links)))
    return lines


def _portrait(person: ShownPerson, page: Page) -> nodes.Node:
    """The photo, or the initials where there is none."""
    photo = _photo(person, page)
    if photo:
        return element("div", {"class": "seminar-photo"}, *photo)
    name = without_titles(person.name).partition(",")[0]
    words = [word for word in name.replace("-", " ").split() if word[0].isalpha()]
    initials = "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()
    attributes = {"class": "seminar-photo", "aria-hidden": "true"}
    return fragment(tag("div", attributes, initials or "·"))


def _photo(person: ShownPerson, page: Page, endings: tuple[str, ...] = ("",)) -> list[nodes.Node]:
    if person.photo is None or not person.photo.path.lower().endswith(endings):
        return []
    path = person.photo.path
    alt = person.alt or _("Photo of {name}").format(name=person.name)
    image = nodes.image("", uri=path, alt=alt, candidates={"*": path})
    if page.builder.format == "latex":
        image["width"] = "3cm"
    return [image]
