"""What ``sphinx-seminar check`` prints of presenting: open slots, loads, and the rules."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.session_name import dates_of
from ..plan.planned_course import PlannedCourse
from ..plan.student_load import StudentLoad, student_loads
from .shown_slot import shown_day, shown_title


def presenting_lines(planned: PlannedCourse) -> Iterator[str]:
    """Nothing where nobody presents. Names are shown as far as the course shows them.

    All rules that are not met are among them, also those that a build leaves until they are due.
    """
    presenting = planned.presenting
    if not presenting.slots:
        return
    held = [slot for slot in presenting.slots if presenting.sessions[slot.session].held]
    wanted = [slot for slot in held if slot.open]
    yield f"open slots: {sum(slot.open for slot in wanted)}"
    for slot in wanted:
        session = presenting.sessions[slot.session]
        title = shown_title(session.title, slot.paper)
        count = f" ({slot.open})" if slot.open > 1 else ""
        yield f"  {shown_day(session.day):<14}  {title}: {slot.role}{count}"
    loads = student_loads(planned)
    if loads:
        yield "students:"
        width = max(len(load.name) for load in loads)
        yield from (f"  {load.name:<{width}}  {_load(load)}".rstrip() for load in loads)
    if presenting.unmet_rules:
        yield "rules:"
    elif presenting.are_some_withheld:
        yield "rules: none is broken; what is missing is not counted while presenters are withheld"
    else:
        yield "rules: all hold"
    for unmet in presenting.unmet_rules:
        yield f"  {unmet.source}: {unmet.message} ({unmet.rule})"


def _load(load: StudentLoad) -> str:
    return f"{load.count:>2}  {', '.join(load.roles)}"


def pinned_rows(planned: PlannedCourse) -> Iterator[str]:
    """The rows of the sheet that a date names, which does not follow when the term is moved."""
    sheet = planned.presenting.sheet
    if sheet is None:
        return
    days = [session.day for session in planned.presenting.sessions.values() if session.day]
    count = 0
    for row in sheet.rows:
        key, text = row.session[0]
        count += key in {"date", "session"} and next(dates_of(text, days), None) is not None
    if count:
        yield f"{count} {'row' if count == 1 else 'rows'} of {sheet.source.path}"
