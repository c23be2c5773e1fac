"""The rows of a ``{presenters}``, with names as far as the course lets them be shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.addnodes import download_reference, pending_xref

from ..doctree.presenting_facts import names_of
from ..locale import _
from ..model.person_name import name_key
from ..model.presenter_line import WrittenPlace
from ..nodes import (
    seminar_paper,
    seminar_place,
    seminar_presenter,
    seminar_presenters,
    seminar_presenting_row,
)
from ..plan.planned_course import PlannedCourse
from ..plan.presenter_names import PresenterNames

if TYPE_CHECKING:
    from ..model.signup import SignupRow


def presenter_rows(
    placeholder: seminar_presenters, planned: PlannedCourse | None
) -> list[seminar_presenting_row]:
    """The rows to draw; *planned* is the course that the placeholder speaks of."""
    rows = [row for row in placeholder.children if isinstance(row, seminar_presenting_row)]
    if planned is None:
        return rows
    names = planned.presenting.names
    if rows:
        return [_as_shown(row, names) for row in rows]
    session = planned.session_at(placeholder["docname"], placeholder.get("session") or "")
    sheet_rows = planned.presenting.sheet_rows.get(session.id, ()) if session else ()
    return list(_of_sheet(sheet_rows, planned))


def shown_in_cell(cell: str, names: PresenterNames) -> tuple[str, ...]:
    """What stands on the page for each of those whom a cell of the sheet names."""
    return tuple(names.show(named) or _("taken") for named in names.of(cell))


def sheet_places(
    rows: Sequence[SignupRow], planned: PlannedCourse
) -> Iterator[tuple[str, tuple[WrittenPlace, ...]]]:
    """What the rows of a session in the sheet show: each paper with its places."""
    presenting, names = planned.course.presenting, planned.presenting.names
    taken = {cell.role for row in rows for cell in row.cells if names.of(cell.text)}
    papers: dict[str, list[SignupRow]] = {}
    for row in rows:  # in long form a paper has several
        papers.setdefault(name_key(row.paper), []).append(row)
    for own in papers.values():
        places = []
        for cell in (cell for row in own for cell in row.cells):
            role = presenting.role(cell.role)
            if cell.role in taken or role is None or role.least:
                places.append(WrittenPlace(cell.role, cell.line, shown_in_cell(cell.text, names)))
        yield own[0].paper, tuple(places)


def _of_sheet(
    rows: Sequence[SignupRow], planned: PlannedCourse
) -> Iterator[seminar_presenting_row]:
    for title, places in sheet_places(rows, planned):
        paper = [seminar_paper("", "", nodes.Text(title))] if title else []
        yield seminar_presenting_row("", *paper, places=places)


def _as_shown(row: seminar_presenting_row, names: PresenterNames) -> seminar_presenting_row:
    """A row of a body with its names as they may be shown; itself where these are full."""
    if names.form == "full" and not any("@" in name for name in _all_names(row)):
        return row
    shown = seminar_presenting_row("", places=())
    shown += [child for child in row.children if isinstance(child, seminar_paper)]
    places = []
    for number, place in enumerate(row["places"]):
        linked = next(
            (
                child
                for child in row.children
                if isinstance(child, seminar_place) and child["number"] == number
            ),
            None,
        )
        if linked is None:
            cells = [shown_in_cell(name, names) for name in place.names]
            written = tuple(name for cell in cells for name in cell)
            places.append(WrittenPlace(place.role, place.line, written))
            continue
        places.append(WrittenPlace(place.role, place.line))
        copy = seminar_place("", number=number)
        for presenter in linked.children:
            copy += _presenter(presenter, names)
        shown += copy
    shown["places"] = tuple(places)
    return shown


def _all_names(row: seminar_presenting_row) -> Iterator[str]:
    for number, place in enumerate(row["places"]):
        yield from names_of(row, number, place)


def _presenter(presenter: nodes.Node, names: PresenterNames) -> seminar_presenter:
    """A name as it may be shown, with the link that it had where that tells no more."""
    cell = " ".join(presenter.astext().split())
    text = nodes.Text(_(", ").join(shown_in_cell(cell, names)))
    for link in presenter.findall(nodes.Element):
        if isinstance(link, nodes.reference | download_reference | pending_xref):
            if any(_tells(address, names) for address in _addresses_of(link)):
                break
            kept = link.copy()
            kept[:] = [nodes.inline("", "", text)]
            return seminar_presenter("", "", kept)
    return seminar_presenter("", "", text)


def _tells(address: str, names: PresenterNames) -> bool:
    return address.casefold().startswith("mailto:") or (
        names.form != "full" and names.are_told_by(address)
    )


def _addresses_of(link: nodes.Element) -> list[str]:
    """All that a link says of where it leads."""
    keys = ("refuri", "reftarget", "filename", "refid", "title", "reftitle")
    return [str(link[key]) for key in keys if link.get(key)]
