"""A page with the sessions of a source, as an author would write it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .imported import Group, ImportedSession
from .markdown_text import at_start, option_value
from .table import SourcePage
from .term import NewTerm

_NO_TITLE = "To be announced"


def schedule_page(
    page: SourcePage, sessions: Sequence[ImportedSession], term: NewTerm | None
) -> str:
    """The page, what stood around the tables of *page* before and behind the schedule."""
    blocks = ["# Schedule", *page.before, ":::::{schedule}"]
    for session in sessions:
        if session.unit:
            blocks.append(f"## {session.unit}")
        blocks.append("\n".join(_session(session, term)))
    blocks += [":::::", *page.after]
    return "\n\n".join(block for block in blocks if block) + "\n"


def roles_of(sessions: Sequence[ImportedSession]) -> dict[str, int]:
    """The presenting roles in their order, and how many people one takes at most."""
    roles: dict[str, int] = {}
    for session in sessions:
        for role, names in session.slots:
            roles[role] = max(roles.get(role, 1), names.count(",") + 1)
    return roles


def _session(session: ImportedSession, term: NewTerm | None) -> Iterator[str]:
    yield f"::::{{session}} {session.title or _NO_TITLE}"
    if term and session.date is None:
        yield ":date: none"
    usual = term.meetings[0] if term else None
    for name in ("time", "where"):
        value = getattr(session, name)
        if value and value != (getattr(usual, name) if usual else ""):
            yield f":{name}: {option_value(value)}"
    for name, value in (("kind", session.kind), ("speaker", session.speaker)):
        if value:
            yield f":{name}: {option_value(value)}"
    for block in session.body:
        yield from ("", at_start(block) if not block.startswith("**") else block)
    yield from _list(session.items, "")
    yield from _listed("readings", session.readings)
    yield from _listed("readings", session.optional, ":optional:")
    yield from _listed("details", session.details)
    # Who has nothing to present leaves no place open.
    if any(names for _, names in session.slots) or (session.slots and session.readings):
        yield from ("", ":::{presenters}")
        yield from (f"{role}: {names}".rstrip() for role, names in session.slots)
        yield ":::"
    for title in session.due:
        if session.date is None:
            yield from ("", f"Due: {title}")
        else:
            yield from ("", f":::{{deadline}} {title}", ":when: day of class", ":::")
    yield "::::"


def _listed(directive: str, items: Sequence[str], *options: str) -> Iterator[str]:
    if items:
        yield from ("", f":::{{{directive}}}", *options)
        yield from _list(items, *(("",) if options else ()))
        yield ":::"


def _list(items: Sequence[str], *before: str) -> Iterator[str]:
    if items:
        yield from before
    for number, item in enumerate(items):
        if isinstance(item, Group):
            yield from ("", f"### {item}", "") if number else (f"### {item}", "")
        else:
            yield f"- {at_start(item)}"
