"""The units of a schedule: where each begins, and how its head is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from docutils import nodes

from ...locale import _
from ...model.weeks import Week
from ...pages.nodes import child_of, seminar_title, seminar_unit
from ...pages.title_id import free_id, title_id
from ...plan.planned_course import PlannedCourse
from ..page import Page
from ..view import Body, Options

if TYPE_CHECKING:
    from ...plan.units import Unit
    from .rows import ShownRow


@dataclass(frozen=True, slots=True)
class ShownUnit:
    """The head of a unit over the first of its rows."""

    title: str
    docname: str
    anchor: str
    is_own: bool
    """Whether it is in this schedule, and not elsewhere."""
    goes_on: bool = False
    """Whether sessions of another unit have come between: it has a head already."""

    @property
    def shown_title(self) -> str:
        """What readers see at its head, as text."""
        if not self.goes_on:
            return self.title
        # For translators: a part of a course, whose sessions those of another have interrupted
        return _("{title} (continued)").format(title=self.title)


def with_units(
    rows: Iterable[ShownRow], planned: PlannedCourse, options: Options, docname: str
) -> Iterator[ShownRow]:
    """*rows*, with the unit at each that is not in that of the session before it.

    What is in no unit ends none: an exam at the foot of a page may be in the midst of it. Nor does
    the struck row of a session that was moved away.
    """
    around = {(docname, anchor) for anchor in options.get("around", ())}
    begun: set[Unit] = set()
    anchors: dict[Unit, str] = {}
    last: Unit | None = None
    for row in rows:
        session = row.session and planned.session_at(row.session.docname, row.session.anchor)
        unit = planned.units.get(session.id) if session and row.sort == "session" else None
        is_shown = unit is not None and (row.is_own or options["units"] == "all")
        if not is_shown or unit is None or unit == last or (unit.docname, unit.anchor) in around:
            yield row
            continue
        if not unit.docname and unit not in anchors:
            base = title_id(unit.title, options["units_id"])
            anchors[unit] = free_id(base, anchors.values())
        shown = ShownUnit(
            unit.title,
            unit.docname or docname,
            anchors.get(unit, unit.anchor),
            is_own=row.is_own or not unit.docname,
            goes_on=unit in begun,
        )
        yield replace(row, unit=shown)
        begun.add(unit)
        last = unit


def unit_ends(rows: Iterable[ShownRow]) -> list[datetime | None]:
    """When each unit of *rows* is past, in UTC: with the last week of its rows.

    None where some of them are in no week that the script marks, and so are never past.
    """
    weeks: list[list[Week | None]] = []
    for row in rows:
        if row.unit:
            weeks.append([])
        if weeks:
            weeks[-1].append(row.week)
    ends: list[datetime | None] = []
    for found in weeks:
        marked = [week.marked.end for week in found if week and week.marked and week.marked.end]
        ends.append(max(marked) if len(marked) == len(found) else None)
    return ends


def unit_content(
    unit: ShownUnit, body: Body, page: Page
) -> tuple[list[nodes.Node], list[nodes.Node]]:
    """The title of a unit and its description, which is shown once and where it is."""
    if unit.goes_on:
        return [page.link(unit.docname, unit.anchor, nodes.Text(unit.shown_title))], []
    if not unit.is_own:
        return [page.link(unit.docname, unit.anchor, nodes.Text(unit.title))], []
    for child in body.children:
        if isinstance(child, seminar_unit) and unit.anchor in child["ids"]:
            title = child_of(child, seminar_title)
            targets = [nodes.target("", "", ids=[other]) for other in child["ids"][1:]]
            description = [node for node in child.children if node is not title]
            return [*targets, *title.children], description
    return [nodes.Text(unit.title)], []
