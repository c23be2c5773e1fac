"""What pages and the sign-up sheet say of the same slots, and where they contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..model.alphabet import alphabetical
from ..model.listed import listed
from ..model.person_name import name_key
from ..model.presenting_role import role_key
from ..model.problem import Problem, Source
from .presenter_names import PresenterNames


@dataclass(frozen=True, slots=True)
class Entry:
    """What a page or the sheet says of one role."""

    session: str
    """The session's id."""
    paper: str
    role: str
    cells: tuple[str, ...]
    """The names as they are written."""
    source: Source
    in_sheet: bool


@dataclass(frozen=True, slots=True)
class _Side:
    """What one of the two says of a session."""

    entries: Sequence[Entry]
    names: PresenterNames

    def roles(self) -> dict[str, list[Entry]]:
        """The entries by role."""
        roles: dict[str, list[Entry]] = {}
        for entry in self.entries:
            roles.setdefault(role_key(entry.role), []).append(entry)
        return roles

    def people(self, entries: Iterable[Entry]) -> set[tuple[str, str]]:
        """Whom *entries* name, each as a key and a name; a guest by what is there."""
        return {
            (named.key, named.name or named.note or "")
            for entry in entries
            for cell in entry.cells
            for named in self.names.of(cell)
        }

    def by_paper(self, entries: Iterable[Entry]) -> dict[str, set[tuple[str, str]]]:
        """The same for each paper."""
        papers: dict[str, set[tuple[str, str]]] = {}
        for entry in entries:
            papers.setdefault(name_key(entry.paper), set()).update(self.people([entry]))
        return papers


def disagreements(
    entries: Sequence[Entry], names: PresenterNames, session_ids: Iterable[str]
) -> Iterator[Problem]:
    """A problem for each role of a session in which a page and the sheet name different people."""
    by_session: dict[str, list[Entry]] = {}
    for entry in entries:
        by_session.setdefault(entry.session, []).append(entry)
    for session_id in session_ids:
        own = by_session.get(session_id, [])
        page = _Side([entry for entry in own if not entry.in_sheet], names)
        sheet = _Side([entry for entry in own if entry.in_sheet], names)
        if page.entries and sheet.entries:
            yield from _of_session(page, sheet, names)


def _of_session(page: _Side, sheet: _Side, names: PresenterNames) -> Iterator[Problem]:
    of_page, of_sheet = page.roles(), sheet.roles()
    for role, in_sheet in of_sheet.items():
        on_page = of_page.get(role, [])
        here, there = page.people(on_page), sheet.people(in_sheet)
        name, line = in_sheet[0].role, in_sheet[0].source
        if here == there and _papers_agree(page, on_page, sheet, in_sheet):
            continue
        if not on_page:
            text = f"{name} is not here, and {line} has {_people(there, names)}"
        elif here == there:
            text = f"{name}: the papers here are not those of {line}"
        else:
            text = f"{name} is {_people(here, names)} here, and {_people(there, names)} in {line}"
        source = on_page[0].source if on_page else page.entries[0].source
        text += "; correct one of the two, or take this body out"
        path = in_sheet[0].source.path
        yield Problem("signups", text, source, f"is {path} the sheet of this course?")


def _papers_agree(
    page: _Side, on_page: Sequence[Entry], sheet: _Side, in_sheet: Sequence[Entry]
) -> bool:
    if not all(entry.paper for entry in (*on_page, *in_sheet)):
        return True  # one of the two has none to compare
    return page.by_paper(on_page) == sheet.by_paper(in_sheet)


def _people(people: set[tuple[str, str]], names: PresenterNames) -> str:
    if names.form != "full":
        return "nobody" if not people else "somebody else" if len(people) == 1 else "others"
    return listed(sorted((name for _, name in people), key=alphabetical)) or "nobody"
