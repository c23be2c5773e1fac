"""What authors write in course.yml is translated like their pages, by a catalog beside theirs.

For ``fall/course.yml`` that is the catalog of a page ``fall/course``. Names of people, codes and
addresses are not in it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.application import Sphinx
from sphinx.util.i18n import docname_to_domain

from ..locale import ready
from ..locale.site_catalog import line_of, site_catalog
from ..model.material import OWN_MATERIALS
from ..model.vocabulary import is_ready

if TYPE_CHECKING:
    from ..model.course import Course, Link, OfficeHours, Person
    from ..model.grading import Grading, Part, Scheme
    from ..model.presenting_role import PresentingRole
    from ..model.problem import Problem

Say = Callable[[str], str]


def in_language_of_site(course: Course, path: str, app: Sphinx) -> tuple[Course, list[Problem]]:
    """The course of a file as the site shows it, and what is wrong with its catalog.

    The gettext builder gets the original texts.
    """
    document = posixpath.splitext(path)[0]
    domain = docname_to_domain(document, app.config.gettext_compact)
    if app.builder.name == "gettext":
        _collect(course, Path(app.srcdir, path), domain, app)
        return course, []
    catalog = site_catalog(app, domain)
    texts = catalog.texts
    return translated(course, lambda text: texts.get(text) or text), catalog.problems


def _collect(course: Course, path: Path, domain: str, app: Sphinx) -> None:
    from sphinx.builders.gettext import MessageCatalogBuilder, MsgOrigin

    assert isinstance(app.builder, MessageCatalogBuilder)
    catalog = app.builder.catalogs[domain]

    def add(text: str) -> str:
        if text.strip():
            catalog.add(text, MsgOrigin(str(path), line_of(str(path), text)))
        return text

    translated(course, add)


def translated(course: Course, say: Say) -> Course:
    """The course with every text that readers see put through *say*."""

    def maybe(text: str | None) -> str | None:
        return None if text is None else say(text)

    return replace(
        course,
        title=maybe(course.title),
        term_name=maybe(course.term_name),
        patterns=tuple(replace(pattern, where=maybe(pattern.where)) for pattern in course.patterns),
        # Sessions find their meetings by the name that the author gives a kind.
        kind_names=tuple((kind, say(kind)) for kind in _kinds(course)),
        section_names=tuple((section, say(section)) for section in course.sections),
        material_names=tuple(
            (material.name, say(material.name))
            for material in course.materials[len(OWN_MATERIALS) :]
        ),
        breaks=tuple(replace(break_, title=maybe(break_.title)) for break_ in course.breaks),
        staff=tuple(_person(person, say) for person in course.staff),
        links=_links(course.links, say),
        presenting=replace(
            course.presenting, roles=tuple(_role(role, say) for role in course.presenting.roles)
        ),
        # Pages, rules and the sign-up sheet name a role as the author does.
        role_names=tuple(
            (role.name, ready(role.name) if is_ready(role) else say(role.name))
            for role in course.presenting.roles
        ),
        grading=_grading(course.grading, say) if course.grading else None,
    )


def _kinds(course: Course) -> list[str]:
    kinds = [pattern.kind for pattern in course.patterns if pattern.kind]
    return list(dict.fromkeys([*kinds, *(kind.name for kind in course.kinds)]))


def _role(role: PresentingRole, say: Say) -> PresentingRole:
    if role.description is None:
        return role
    # A description of ours comes in the language of the site, an author's by the author's catalog.
    description = ready(role.description) if is_ready(role) else say(role.description)
    return replace(role, description=description)


def _links(links: tuple[Link, ...], say: Say) -> tuple[Link, ...]:
    return tuple(
        replace(
            link,
            label=say(link.label),
            target=link.target if link.is_address else say(link.target),
        )
        for link in links
    )


def _person(person: Person, say: Say) -> Person:
    return replace(
        person,
        role=say(person.role) if person.role else person.role,
        pronouns=say(person.pronouns) if person.pronouns else person.pronouns,
        alt=say(person.alt) if person.alt else person.alt,
        office_hours=tuple(_hours(hours, say) for hours in person.office_hours),
        links=_links(person.links, say),
    )


def _hours(hours: OfficeHours, say: Say) -> OfficeHours:
    return replace(
        hours,
        text=say(hours.text) if hours.text else hours.text,
        where=say(hours.where) if hours.where else hours.where,
    )


def _grading(grading: Grading, say: Say) -> Grading:
    return replace(
        grading,
        schemes=tuple(_scheme(scheme, say) for scheme in grading.schemes),
        bands=tuple(replace(band, letter=say(band.letter)) for band in grading.bands),
    )


def _scheme(scheme: Scheme, say: Say) -> Scheme:
    return replace(
        scheme,
        shown_name=say(scheme.name) if scheme.name else scheme.name,
        parts=tuple(_part(part, say) for part in scheme.parts),
    )


def _part(part: Part, say: Say) -> Part:
    return replace(
        part,
        label=say(part.label),
        note=say(part.note) if part.note else part.note,
        parts=tuple(_part(below, say) for below in part.parts),
        points=tuple(replace(rule, what=say(rule.what)) for rule in part.points),
    )
