"""The staff as cards, grouped by role."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from docutils import nodes

from ..locale import _
from ..markup import tag
from ..model.course import Person
from ..nodes import element, fragment, seminar_view
from ..photos import photo_path
from ..plan.people import Card, cards
from ..plan.planned_course import PlannedCourse
from .context import ViewContext
from .hours import hours_text
from .lists import heading, link_nodes, muted, parted
from .notice import broken_notice

_PRINTABLE = (".png", ".jpg", ".jpeg")


def staff_view(
    placeholder: seminar_view, planned: PlannedCourse, context: ViewContext
) -> list[nodes.Node]:
    """A list of cards for each role; outside html a list of people."""
    groups: dict[str, list[Card]] = {}
    for card in cards(planned):
        groups.setdefault(card.person.role or _("Staff"), []).append(card)
    shown: list[nodes.Node] = broken_notice(planned)
    draw = _Drawer(planned, context, placeholder["docname"])
    numbers = count(1)
    for role, group in groups.items():
        if context.is_html:
            anchor = f"{context.new_id()}-{next(numbers)}"
            attributes = {"class": "seminar-cards", "aria-labelledby": anchor, "role": "list"}
            shown += [heading(role, anchor), element("ul", attributes, *map(draw.card, group))]
        else:
            shown += [
                nodes.rubric("", role),
                nodes.bullet_list("", *map(draw.item, group), bullet="-"),
            ]
    return [*shown, *placeholder.children]


class _Drawer:
    """Draws people of one course on a page."""

    def __init__(self, planned: PlannedCourse, context: ViewContext, docname: str) -> None:
        self.planned = planned
        self.context = context
        self.docname = docname

    def card(self, card: Card) -> nodes.Node:
        person = card.person
        name = element("p", {"class": "seminar-name"}, *self._name(person))
        text = element("div", {}, name, *(element("p", {}, *line) for line in self._lines(person)))
        attributes = {
            "class": "seminar-card sd-card sd-shadow-sm",
            "id": self._id(card),
        }
        return element("li", attributes, self._portrait(person), text)

    def item(self, card: Card) -> nodes.Node:
        name = nodes.paragraph("", "", *self._name(card.person))
        if own_id := self._id(card):
            name.insert(0, nodes.target("", "", ids=[own_id]))
        lines: list[nodes.Node] = [
            nodes.paragraph("", "", *line) for line in self._lines(card.person)
        ]
        if self.context.builder.format == "latex" and card.person.photo:
            lines += self._photo(card.person, _PRINTABLE)
        return nodes.list_item("", name, *lines)

    def _id(self, card: Card) -> str | None:
        """Links lead to the first view of the staff; on its page there may be more of them."""
        is_here = self.docname == self.planned.facts.staff_page
        return card.anchor if is_here and self.context.claim(self.docname, card.anchor) else None

    def _name(self, person: Person) -> list[nodes.Node]:
        name: nodes.Node = nodes.Text(person.name)
        if person.url:
            name = nodes.reference("", "", name, refuri=person.url)
        if not person.pronouns:
            return [name]
        if self.context.is_html:
            return [name, nodes.Text(" "), muted(f"({person.pronouns})")]
        return [name, nodes.Text(f" ({person.pronouns})")]

    def _lines(self, person: Person) -> list[list[nodes.Node]]:
        lines: list[list[nodes.Node]] = []
        hours = [
            hours_text(found, self.context.language, self.planned.course.clock)
            for found in person.office_hours
        ]
        if hours:
            text = _("Office hours: {hours}").format(hours=_("; ").join(hours))
            lines.append([nodes.Text(text)])
        if person.links:
            lines.append(parted(map(link_nodes, person.links)))
        return lines

    def _portrait(self, person: Person) -> nodes.Node:
        """The photo, or the initials where there is none."""
        photo = self._photo(person)
        if photo:
            return element("div", {"class": "seminar-photo"}, *photo)
        words = [word for word in person.name.replace("-", " ").split() if word[0].isalpha()]
        initials = "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()
        attributes = {"class": "seminar-photo", "aria-hidden": "true"}
        return fragment(tag("div", attributes, initials or "·"))

    def _photo(self, person: Person, endings: tuple[str, ...] = ("",)) -> list[nodes.Node]:
        path = photo_path(self.planned, person, Path(self.context.env.srcdir))
        if path is None or not path.lower().endswith(endings):
            return []
        alt = person.alt or _("Photo of {name}").format(name=person.name)
        image = nodes.image("", uri=path, alt=alt, candidates={"*": path})
        if self.context.builder.format == "latex":
            image["width"] = "3cm"
        return [image]
