"""What the sessions of a course hand out: what is misspelt or wrong, and what is late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ..model.compared import compared
from ..model.material import RELEASE_OF, Material
from ..model.nearest import option_meant
from ..model.problem import Problem
from ..model.session import OPTIONS
from ..pages.read.material_facts import MaterialFacts
from .planned_course import PlannedCourse, PlannedSession

# Materials may come this long after their session, and are asked for this long after the term.
_WEEK = timedelta(days=7)
_AFTER_TERM = timedelta(days=14)


def material_problems(planned: PlannedCourse) -> Iterator[Problem]:
    """Options of sessions that are no materials of the course, and materials that are wrong."""
    if planned.broken:
        return  # what is not read may name them
    known = [material.option for material in planned.course.materials]
    for session in planned.sessions:
        for stated in session.facts.materials:
            if stated.option in known:
                for fault in stated.faults:
                    yield Problem("link", f"':{stated.name}:' {fault}", stated.source)
            elif (of := stated.option.removesuffix(RELEASE_OF)) != stated.option and of in known:
                text = (
                    f"':{stated.name}:' is of no use without ':{of}:'; write both, or take it out"
                )
                yield Problem("option", text, stated.source)
            else:
                text = f"{{session}} has no option ':{stated.name}:'; "
                hint = option_meant(stated.option, (*OPTIONS, *known))
                if stated.option in {"title", "name"}:
                    hint = "write the title behind {session}"
                yield Problem("option", text + hint, stated.source)


def late_materials(planned: PlannedCourse, today: date) -> Iterator[Problem]:
    """What sessions of a week ago and more still lack, up to two weeks after the term.

    That is what they say is to come, and what course.yml expects of them.
    """
    term = planned.course.term
    if term is None or today > term.end + _AFTER_TERM:
        return
    for session in planned.sessions:
        row = planned.row_of(session)
        if row.meeting is None or row.meeting.day + _WEEK > today:
            continue
        for stated in session.facts.materials:
            if stated.said == "soon" and _material(planned, stated):
                text = f"still has ':{stated.name}: soon'; write a link, or none"
                yield _late(session, row.meeting.day, text, stated)
        if session.facts.session.status == "held":
            yield from _lacking(planned, session, row.meeting.day)


def _material(planned: PlannedCourse, stated: MaterialFacts) -> Material | None:
    materials = planned.course.materials
    return next((found for found in materials if found.option == stated.option), None)


def _lacking(planned: PlannedCourse, session: PlannedSession, day: date) -> Iterator[Problem]:
    stated = {found.option for found in session.facts.materials}
    kinds = {compared(kind.name) for kind in session.facts.session.kinds}
    row = planned.row_of(session)
    if row.meeting and row.meeting.kind:
        kinds.add(compared(row.meeting.kind))
    for material in planned.course.materials:
        if not material.is_expected or material.option in stated:
            continue
        if material.kinds and kinds.isdisjoint(map(compared, material.kinds)):
            continue
        text = f"has no ':{material.option}:', which {planned.file} expects; "
        yield _late(session, day, f"{text}write a link, or ':{material.option}: none'")


def _late(
    session: PlannedSession, day: date, text: str, stated: MaterialFacts | None = None
) -> Problem:
    source = stated.source if stated else session.facts.session.source
    return Problem("stale", f"session {session.title!r} was on {day} and {text}", source)
