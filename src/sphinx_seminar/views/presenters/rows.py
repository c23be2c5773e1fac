"""The rows of a ``{presenters}``, with names as far as the course lets them be shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes

from ...locale import _
from ...model.person_name import name_key
from ...model.presenter_line import WrittenSlot
from ...pages.nodes import (
    seminar_paper,
    seminar_presenter,
    seminar_presenters,
    seminar_presenting_row,
    seminar_slot,
)
from ...pages.read.presenting_facts import WrittenRows, first_link
from ...plan.planned_course import PlannedCourse
from ...plan.presenter_names import PresenterNames
from ..view import Options

if TYPE_CHECKING:
    from ...model.signup import SignupRow

Names = tuple[str, ...]
"""The shown names of people; empty for somebody whose name is not shown."""


@dataclass(frozen=True, slots=True)
class ShownPaperSlot:
    """A role in the sign-up sheet, and who takes it."""

    role: str
    names: Names


@dataclass(frozen=True, slots=True)
class ShownPaper:
    """A row of the sign-up sheet."""

    title: str
    slots: tuple[ShownPaperSlot, ...]


@dataclass(frozen=True, slots=True)
class ShownCell:
    """What is shown of a cell of the body."""

    names: Names
    has_link: bool
    """Whether its link is shown: it tells no more than the names do."""


@dataclass(frozen=True, slots=True)
class ShownPresenters:
    """What the course adds to a ``{presenters}``, or changes in it."""

    roles: tuple[tuple[str, str], ...]
    """The roles as slots have them, each with what readers see for it."""
    papers: tuple[ShownPaper, ...]
    """What the sign-up sheet has, where the body is empty."""
    written: tuple[tuple[tuple[ShownCell, ...], ...], ...] | None
    """The cells of each slot of each row of the body.

    None where all of it is shown as it is written.
    """
    session: str
    """The title of the session, which no other one has; empty outside of one."""
    sheet: str | None
    """The path of the sign-up sheet, where slots of it are open."""


def shown_presenters(planned: PlannedCourse, options: Options, docname: str) -> ShownPresenters:
    """What is shown of the presenters of the session at ``session``.

    ``rows`` has the slots of the body: each its role and its cells, which are a text and what the
    link in it says of where it leads.
    """
    names = planned.presenting.names
    rows: WrittenRows = options["rows"]
    papers: tuple[ShownPaper, ...] = ()
    written = None
    session = planned.session_at(docname, options["session"] or "")
    if not rows:
        sheet_rows = planned.presenting.sheet_rows.get(session.id, ()) if session else ()
        papers = tuple(shown_papers(sheet_rows, planned))
        roles = [slot.role for paper in papers for slot in paper.slots]
    else:
        roles = [role for row in rows for role, _cells in row]
        cells = [cell for row in rows for _role, cells in row for cell in cells]
        if names.form != "full" or any("@" in text for text, _addresses in cells):
            written = tuple(
                tuple(tuple(_cell(*cell, names) for cell in cells) for _role, cells in row)
                for row in rows
            )
    sheet = planned.presenting.sheet
    has_open = any(not slot.names for paper in papers for slot in paper.slots)
    return ShownPresenters(
        roles=tuple((role, planned.course.role_name(role)) for role in dict.fromkeys(roles)),
        papers=papers,
        written=written,
        session=planned.numbered_title_of(session) if session and roles else "",
        sheet=sheet.source.path if sheet and has_open else None,
    )


def _cell(text: str, addresses: tuple[str, ...], names: PresenterNames) -> ShownCell:
    is_telling = any(
        address.casefold().startswith("mailto:")
        or (names.form != "full" and names.are_told_by(address))
        for address in addresses
    )
    return ShownCell(_names_in(text, names), bool(addresses) and not is_telling)


def _names_in(cell: str, names: PresenterNames) -> Names:
    return tuple(names.show(named) for named in names.of(cell))


def shown_papers(rows: Sequence[SignupRow], planned: PlannedCourse) -> Iterator[ShownPaper]:
    """What the rows of a session in the sheet show: each paper with its slots."""
    presenting, names = planned.course.presenting, planned.presenting.names
    taken = {cell.role for row in rows for cell in row.cells if names.of(cell.text)}
    papers: dict[str, list[SignupRow]] = {}
    for row in rows:  # in long form a paper has several
        papers.setdefault(name_key(row.paper), []).append(row)
    for own in papers.values():
        slots = []
        for cell in (cell for row in own for cell in row.cells):
            role = presenting.role(cell.role)
            if cell.role in taken or role is None or role.least:
                slots.append(ShownPaperSlot(cell.role, _names_in(cell.text, names)))
        yield ShownPaper(own[0].paper, tuple(slots))


def presenter_rows(
    shown: ShownPresenters, body: seminar_presenters
) -> list[seminar_presenting_row]:
    """The rows to draw, those of the body or of the sheet."""
    rows = [row for row in body.children if isinstance(row, seminar_presenting_row)]
    if not rows:
        return [_of_sheet(paper) for paper in shown.papers]
    if shown.written is None:
        return rows
    return [_as_shown(row, slots) for row, slots in zip(rows, shown.written, strict=True)]


def _of_sheet(paper: ShownPaper) -> seminar_presenting_row:
    title = [seminar_paper("", "", nodes.Text(paper.title))] if paper.title else []
    slots = (WrittenSlot(slot.role, 0, _in_words(slot.names)) for slot in paper.slots)
    return seminar_presenting_row("", *title, slots=tuple(slots))


def _in_words(names: Names) -> Names:
    return tuple(name or _("taken") for name in names)


def _as_shown(
    row: seminar_presenting_row, shown_slots: Sequence[Sequence[ShownCell]]
) -> seminar_presenting_row:
    """A row of a body with its names as they may be shown."""
    new = seminar_presenting_row("", slots=())
    new += [child for child in row.children if isinstance(child, seminar_paper)]
    slots = []
    for number, (slot, cells) in enumerate(zip(row["slots"], shown_slots, strict=True)):
        linked = next(
            (
                child
                for child in row.children
                if isinstance(child, seminar_slot) and child["number"] == number
            ),
            None,
        )
        if linked is None:
            written = tuple(name for cell in cells for name in _in_words(cell.names))
            slots.append(WrittenSlot(slot.role, slot.line, written))
            continue
        slots.append(WrittenSlot(slot.role, slot.line))
        copy = seminar_slot("", number=number)
        for presenter, cell in zip(linked.children, cells, strict=True):
            if cell.names:  # none is in a dash, or in N.N.
                copy += _presenter(presenter, cell)
        if copy.children:
            new += copy
    new["slots"] = tuple(slots)
    return new


def _presenter(presenter: nodes.Node, cell: ShownCell) -> seminar_presenter:
    """A name as it may be shown, with the link that it had where that tells no more."""
    text = nodes.Text(_(", ").join(_in_words(cell.names)))
    link = first_link(presenter) if cell.has_link else None
    if link is None:
        return seminar_presenter("", "", text)
    kept = link.copy()
    kept[:] = [nodes.inline("", "", text)]
    return seminar_presenter("", "", kept)
