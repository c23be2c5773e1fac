"""Reads a document's facts off its finished doctree."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.environment import BuildEnvironment
from sphinx.util.nodes import traverse_parent

from ...model.problem import Problem, Source
from ...paths import relative_source
from ..conditional_content import conditions, may_be_left_out
from ..nodes import (
    child_of,
    seminar_edit_link,
    seminar_forthcoming,
    seminar_link,
    seminar_materials,
    seminar_node,
    seminar_person,
    seminar_schedule,
    seminar_session,
    seminar_session_head,
    seminar_speaker,
    seminar_title,
    seminar_unit,
)
from ..told_problems import tell
from ..words_of import words_of
from .facts import DocumentFacts, ReleaseFacts, ScheduleFacts, SessionFacts
from .presenting_facts import SourceOf, downloads_of, sheet_presenters_of, slots_of
from .reading_facts import leads_away, readings_of
from .view_facts import (
    announcements_of,
    deadlines_of,
    people_of,
    references_of,
    unfinished_of,
    views_of,
)

if TYPE_CHECKING:
    from .material_facts import MaterialFacts

_Unit = tuple[str, str]

_LINKS = (pending_xref, nodes.reference)
_PLAIN = frozenset((nodes.paragraph, nodes.list_item, nodes.bullet_list, nodes.section))
_MAY_BE_UNFINISHED = (nodes.Text, seminar_forthcoming)


def facts_of(
    env: BuildEnvironment, docname: str, document: nodes.document, *, is_told: bool = False
) -> DocumentFacts:
    """What *document* says of courses; an empty `DocumentFacts` where it says nothing.

    Problems with it are reported, unless that was done when it was read.
    """
    ours, links, candidates, conditional = _found_in(document)
    references = references_of(links)

    def source_of(node: nodes.Element) -> Source:
        return _source(env, docname, node)

    downloads = downloads_of(env, docname, links, source_of)
    if not ours:
        has_links = bool(downloads or references)
        return DocumentFacts(
            downloads=downloads,
            references=references,
            releases=() if is_told else _releases(env, ()),
            conditional=conditional and has_links,
        )

    named = dict.fromkeys((node["course"], source_of(node)) for node in ours if node.get("course"))
    sessions = _sessions(env, docname, ours, is_told=is_told)  # first: it notes where each is
    return DocumentFacts(
        sessions=sessions,
        schedules=_schedules(docname, ours, source_of),
        readings=readings_of(ours),
        downloads=downloads,
        slots=slots_of(ours, source_of),
        sheet_presenters=sheet_presenters_of(ours, source_of),
        named_courses=tuple(named),
        deadlines=deadlines_of(docname, ours),
        views=views_of(docname, ours, source_of),  # last: what else is read is noted for the views
        announcements=announcements_of(docname, ours),
        people=people_of(ours),
        references=references,
        unfinished=unfinished_of(ours, candidates, source_of),
        releases=() if is_told else _releases(env, sessions),
        cited=tuple(document.attributes["seminar_cited"])
        if "seminar_cited" in document.attributes
        else (),
        # A link for editing, or to a person, looks like any other.
        draws=any(not isinstance(node, seminar_edit_link | seminar_person) for node in ours),
        conditional=conditional,
    )


def _found_in(
    document: nodes.document,
) -> tuple[list[nodes.Element], list[nodes.Element], list[nodes.Text | seminar_forthcoming], bool]:
    """What is ours, the links, what may be unfinished, and whether a build may leave some out."""
    ours: list[nodes.Element] = []
    links: list[nodes.Element] = []
    candidates: list[nodes.Text | seminar_forthcoming] = []
    conditional = False
    linking = (*_LINKS, *may_be_left_out())
    for node in document.findall():  # without a condition, which it would ask for each node
        if node.__class__ is nodes.Text:  # half of them are
            candidates.append(node)
        elif node.__class__ in _PLAIN:  # and most of the others
            continue
        elif isinstance(node, seminar_node):
            ours.append(node)
        elif isinstance(node, linking):
            if isinstance(node, _LINKS):
                links.append(node)
            else:
                conditional = True
        elif isinstance(node, _MAY_BE_UNFINISHED):
            candidates.append(node)
    return ours, links, candidates, conditional


def _releases(
    env: BuildEnvironment, sessions: tuple[SessionFacts, ...]
) -> tuple[ReleaseFacts, ...]:
    if "seminar_releases" not in env.temp_data:
        return ()
    from ..withheld import noted  # few pages withhold something

    found = list(noted(env))
    for session in sessions:
        for material in session.materials:
            if material.release is not None and not session.is_untold:
                facts = found[material.release]
                what = f"{facts.what} of session {session.session.title!r}"
                found[material.release] = replace(facts, what=what)
    return tuple(found)


def _schedules(
    docname: str, ours: list[nodes.Element], source_of: SourceOf
) -> tuple[ScheduleFacts, ...]:
    return tuple(
        ScheduleFacts(
            docname=docname,
            source=source_of(node),
            course=node["course"],
            filled=bool(node.children),
            show=node["show"],
            anchor=_section_of(node),
        )
        for node in ours
        if isinstance(node, seminar_schedule)
    )


def _section_of(node: nodes.Element) -> str | None:
    section = next(iter(traverse_parent(node, nodes.section)), None)
    return section["ids"][0] if section is not None else None


def _sessions(
    env: BuildEnvironment, docname: str, ours: list[nodes.Element], *, is_told: bool
) -> tuple[SessionFacts, ...]:
    found: list[SessionFacts] = []
    adopted: set[int] = set()
    units = _units_of_schedules(ours)
    around: dict[nodes.Element, _Unit | None] = {}
    for node in ours:
        if isinstance(node, seminar_session) and node["ids"]:
            title: nodes.Node = child_of(node, seminar_title)
            unit = units.get(id(node)) if units else None
            anchor = node["ids"][0]
            found.append(_facts(env, docname, node, title, anchor, unit, in_schedule=True))
        elif isinstance(node, seminar_session_head):
            section = node.parent
            is_optional = isinstance(section, conditions())
            while isinstance(section, conditions()):
                section = section.parent
            if not isinstance(section, nodes.section):
                _report(
                    env,
                    node,
                    "is in no section; write its title behind {session}",
                    is_told=is_told,
                )
            elif id(section) in adopted:
                if not is_optional:
                    message = "is the second one in its section; give it a section of its own"
                    _report(env, node, message, is_told=is_told)
                else:
                    node["anchor"] = section["ids"][0]  # where the other one is left out
            else:
                adopted.add(id(section))
                title = section[section.first_child_matching_class(nodes.title) or 0]
                anchor = section["ids"][0]
                if section.parent not in around:
                    around[section.parent] = _unit_around(section, adopted)
                unit = around[section.parent]
                found.append(_facts(env, docname, node, title, anchor, unit, in_schedule=False))
    return tuple(found)


def _units_of_schedules(ours: list[nodes.Element]) -> dict[int, _Unit]:
    """The units of the sessions of schedules, by the identity of the session's node."""
    units: dict[int, _Unit] = {}
    for head in ours:
        if head.__class__ is not seminar_unit or head.parent is None:
            continue
        unit = _unit(child_of(head, seminar_title), head)
        siblings = head.parent.children
        for node in siblings[siblings.index(head) + 1 :]:
            if isinstance(node, seminar_unit):
                break
            units[id(node)] = unit
    return units


def _unit_around(section: nodes.Element, adopted: set[int]) -> _Unit | None:
    """The section around that of a session, unless it is of a session, too."""
    around = section.parent
    while isinstance(around, conditions()):
        around = around.parent
    if not isinstance(around, nodes.section) or id(around) in adopted:
        return None
    return _unit(around[around.first_child_matching_class(nodes.title) or 0], around)


def _unit(title: nodes.Node, around: nodes.Element) -> _Unit:
    return words_of(title), around["ids"][0]


def _facts(
    env: BuildEnvironment,
    docname: str,
    node: nodes.Element,
    title: nodes.Node,
    anchor: str,
    unit: _Unit | None,
    *,
    in_schedule: bool,
) -> SessionFacts:
    from ...model.session import Session

    node["anchor"] = anchor  # how the views find the session's row again
    materials: tuple[MaterialFacts, ...] = ()
    if [child for child in node.children if child.__class__ is seminar_materials]:
        from .material_facts import materials_of  # many sessions have none

        materials = materials_of(node, env)
    shown_title = words_of(title)
    session = Session(
        id=node["session_id"] or anchor,
        title=shown_title,
        source=node["written_at"],
        pinned=node["pinned"],
        fixed=node["fixed"],
        undated=node["undated"],
        times=node["times"],
        where=node["where"],
        status=node["status"],
        moved_from=node["moved_from"],
        changed_on=node["changed_on"],
        kinds=node["kinds"],
        on_break=node["on_break"],
    )
    return SessionFacts(
        session=session,
        docname=docname,
        anchor=anchor,
        course=node["course"] or (node.parent["course"] if in_schedule else None),
        explicit_id=bool(node["session_id"]),
        in_schedule=in_schedule,
        own_title=node.get("own_title") or shown_title,
        plain_title=all(isinstance(child, nodes.Text) for child in title.children),
        speaker=_text_of(node, seminar_speaker),
        link=_address_of(node),
        materials=materials,
        unit_name=node.attributes["unit_name"],
        unit=unit,
        is_untold=node.get("is_untold", False),
    )


def _text_of(node: nodes.Element, kind: type[nodes.Element]) -> str:
    """The text of the first child of a kind; empty where there is none."""
    for child in node.children:
        if isinstance(child, kind):
            return words_of(child)
    return ""


def _address_of(node: nodes.Element) -> str:
    """The address of the session's link, where it leads to another site."""
    for child in node.children:
        if isinstance(child, seminar_link):
            links = (found.get("refuri") for found in child.findall(nodes.reference))
            return next((link for link in links if leads_away(link)), "")
    return ""


def _report(env: BuildEnvironment, node: nodes.Element, message: str, *, is_told: bool) -> None:
    if is_told:
        return
    tell(env, Problem("schedule", f"a {{session}} {message}", node["written_at"]))


def _source(env: BuildEnvironment, docname: str, node: nodes.Element) -> Source:
    line = next((found.line for found in traverse_parent(node) if found.line), None)
    return Source(relative_source(env, node.source or str(env.doc2path(docname))), line)
