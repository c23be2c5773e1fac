"""What a session hands out, as one line: slides, recording, notes, code, and a course's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes

from ..locale import _
from ..model.material import OWN_MATERIALS, option_of
from ..pages.html import tag, text_of
from ..pages.nodes import (
    element,
    fragment,
    seminar_forthcoming,
    seminar_heard_link,
    seminar_material,
)
from ..pages.transforms.inline_content import LINKS, forthcoming
from ..plan.planned_course import PlannedCourse, PlannedSession
from .page import Page
from .words.filled_pattern import Piece, filled, line_of_nodes

if TYPE_CHECKING:
    from ..pages.read.material_facts import MaterialFacts
    from .release import ShownRelease

_OWN = frozenset(material.option for material in OWN_MATERIALS)


@dataclass(frozen=True, slots=True)
class ShownMaterial:
    """A sort of materials."""

    option: str
    name: str
    """As readers see it; of one that every course knows it is empty, as the word is ours."""

    @property
    def word(self) -> str:
        """What readers see, in the language of the site."""
        if self.name:
            return self.name
        # For translators: what is handed out in a session; notes are those of the lecture
        words = {
            "slides": _("Slides"),
            "recording": _("Recording"),
            "notes": _("Notes"),
            "code": _("Code"),
        }
        return words[self.option]


@dataclass(frozen=True, slots=True)
class ShownMaterials:
    """What a session has of them."""

    sorts: tuple[ShownMaterial, ...]
    """In the order of the course."""
    session: str
    """The title of the session, which no other one of the course has."""
    to_come: tuple[tuple[str, ShownRelease], ...] = ()
    """By their options, when those are out that are withheld until then, where that is known."""


def materials_of(planned: PlannedCourse, session: PlannedSession) -> ShownMaterials | None:
    """The materials of a session; None where it has none."""
    stated = {found.option for found in session.facts.materials if found.said != "none"}
    sorts = tuple(
        ShownMaterial(
            material.option,
            "" if material.option in _OWN else planned.course.material_name(material),
        )
        for material in planned.course.materials
        if material.option in stated
    )
    if not sorts:
        return None
    later = [found for found in session.facts.materials if found.said == "later"]
    to_come = _to_come(planned, later) if later else ()
    return ShownMaterials(sorts, planned.numbered_title_of(session), to_come)


def _to_come(
    planned: PlannedCourse, later: list[MaterialFacts]
) -> tuple[tuple[str, ShownRelease], ...]:
    from .release import shown_release  # few courses withhold something

    releases = ((found.option, shown_release(found.when, planned)) for found in later)
    return tuple((option, release) for option, release in releases if release)


def line_of_materials(node: nodes.Element, shown: ShownMaterials, page: Page) -> list[nodes.Node]:
    """The materials in a `seminar_materials` as a paragraph; none where nothing is shown."""
    line: list[nodes.Node] = []
    for sort in shown.sorts:
        found = material_content(node, sort, shown, page)
        line += [nodes.Text(" · "), *found] if line and found else found
    if not line:
        return []
    if page.is_html:
        return [element("p", {"class": "seminar-materials"}, *line)]
    return [nodes.paragraph("", "", *line)]


def material_content(
    node: nodes.Element,
    sort: ShownMaterial,
    shown: ShownMaterials,
    page: Page,
    *,
    word: str = "",
    has_head: bool = False,
) -> list[nodes.Node]:
    """The materials of a sort: its word as the link, or before the links as they are written.

    Another *word* takes its place where the sort is said above. Where it *has_head*, a column says
    the word, and here it is for those alone who see no head.
    """
    content: list[nodes.Node] = []
    for material in node.children:
        if isinstance(material, seminar_material) and option_of(material["option"]) == sort.option:
            drawn = _content(material, sort, word or sort.word, shown, page)
            if isinstance(drawn, tuple):
                text = _("{label}: {text}")
                if has_head:
                    hidden = text.format(label=word or sort.word, text="")
                    drawn = [fragment(tag("span", {"class": "seminar-word"}, hidden)), *drawn]
                else:
                    drawn = line_of_nodes(
                        text, is_html=page.is_html, label=word or sort.word, text=drawn
                    )
            content += [nodes.Text(_(", ")), *drawn] if content else drawn
    return content


def _announced(
    sort: ShownMaterial, word: str, shown: ShownMaterials, page: Page
) -> list[nodes.Node]:
    """What is shown of materials that are withheld: that they come, and when."""
    release = next((found for option, found in shown.to_come if option == sort.option), None)
    if release is None:
        return [forthcoming(nodes.Text(word))]
    label = [nodes.Text(word)]
    pattern, pieces = _when_it_comes(release, page.language)
    line = line_of_nodes(pattern, is_html=page.is_html, label=label, **pieces)
    return [seminar_forthcoming("", "", *line)]


def announced_text(word: str, release: ShownRelease, language: str) -> str:
    """The same as text, of materials that are called by a word."""
    pattern, pieces = _when_it_comes(release, language)
    return text_of(*filled(pattern, label=word, **pieces))


def _when_it_comes(release: ShownRelease, language: str) -> tuple[str, dict[str, Piece]]:
    from .release import release_tag
    from .words.due import zone_text

    zone = zone_text(release.zone, language)
    # For translators: of slides or a recording, the day and perhaps the time from which on it is
    # there, as in "Slides (to come on Fri, Feb 4)"
    pattern = _("{label} (to come on {date}, {zone})") if zone else _("{label} (to come on {date})")
    return pattern, {"date": release_tag(release, language), "zone": zone}


def _content(
    material: seminar_material, sort: ShownMaterial, word: str, shown: ShownMaterials, page: Page
) -> list[nodes.Node] | tuple[nodes.Node, ...]:
    """What is shown of materials; a tuple is to have the word before it, which is none of them."""
    if material["said"] == "later":
        return _announced(sort, word, shown, page)
    if material["said"] != "links":
        return [forthcoming(nodes.Text(word))] if material["said"] == "soon" else []
    only = material.children[0] if len(material.children) == 1 else None
    if isinstance(only, seminar_forthcoming) and only.get("is_bare"):
        return [forthcoming(nodes.Text(word))]
    if isinstance(only, LINKS) and only.get("is_bare"):
        _set_text(only, word)
        return [_heard(only, sort.word, shown.session)]
    _name_links(material, sort, shown.session)
    return tuple(material.children)


def _name_links(material: seminar_material, sort: ShownMaterial, session: str) -> None:
    """Give each link a name that no other one has; bare ones of one format are numbered."""
    counts: dict[str, int] = {}
    for link in list(_links(material.children)):
        text = " ".join(link.astext().split())
        number = counts[text] = counts.get(text, 0) + 1
        if number > 1:
            text = f"{text} {number}"
            if link.get("is_bare"):
                _set_text(link, text)
        if text:  # else it gets the title of the page that it leads to
            parent = link.parent
            place = parent.index(link)
            name = _(", ").join((sort.word, text))
            parent[place] = _heard(link, name, session)


def _links(found: Sequence[nodes.Node]) -> Iterator[nodes.Element]:
    for node in found:
        if isinstance(node, LINKS):
            yield node
        else:
            yield from _links(node.children)


def _heard(link: nodes.Element, name: str, session: str) -> nodes.Element:
    heard = _("{label}: {text}").format(label=name, text=session)
    return seminar_heard_link("", "", link, name=heard)


def _set_text(link: nodes.Element, text: str) -> None:
    """Replace the text of a link, within the element in which a cross-reference has it."""
    inner = link.children[0] if len(link) == 1 else None
    holder = inner if isinstance(inner, nodes.Element) else link
    holder[:] = [nodes.Text(text)]
