"""What one document says: picklable facts, read off its finished doctree.

Nothing here comes from course.yml, so that an edited course.yml makes no document stale.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .model.deadline import When
from .model.problem import Source
from .model.session import Session

PARTS = ("speakers", "body", "readings", "optional", "presenters", "deadlines")
"""What a row of a schedule shows of its session beside the title, by the names of ``:show:``."""


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """A session as its document states it."""

    session: Session
    """Its ``id`` is the one in this document; the course numbers those that repeat."""
    docname: str
    anchor: str
    """The id of the element to link to, in the document."""
    course: str | None
    """The folder named by ``:course:``."""
    explicit_id: bool
    in_schedule: bool
    plain_title: bool
    """Whether the title is text alone, so that it need not be read from the doctree."""


@dataclass(frozen=True, slots=True)
class ScheduleFacts:
    """A ``{schedule}`` of a document."""

    docname: str
    source: Source
    course: str | None
    filled: bool
    show: tuple[str, ...]
    anchor: str | None = None
    """The id of the section that it stands in."""


@dataclass(frozen=True, slots=True)
class RoleUse:
    """A presenting role that a document names."""

    role: str
    source: Source


@dataclass(frozen=True, slots=True)
class ViewFacts:
    """A directive that shows facts of a course, or of all of them."""

    view: str
    """Its name, such as ``staff``."""
    docname: str
    source: Source
    course: str | None
    options: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class DeadlineFacts:
    """A ``{deadline}`` as its document states it."""

    docname: str
    anchor: str
    source: Source
    title: str
    link: str | None
    when: When | None
    """None where it cannot be read."""
    course: str | None
    session_anchor: str | None = None
    """The session that it stands in."""
    session_name: str | None = None
    """The session that its ``:session:`` names."""


@dataclass(frozen=True, slots=True)
class AnnouncementFacts:
    """An ``{announcement}`` as its document states it."""

    docname: str
    anchor: str
    source: Source
    title: str
    day: date | None
    """None where it cannot be read."""
    course: str | None


@dataclass(frozen=True, slots=True)
class UnfinishedFacts:
    """Something that a session's author has not filled in."""

    session_anchor: str
    what: str
    source: Source


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """All that one document says of courses."""

    sessions: tuple[SessionFacts, ...] = ()
    schedules: tuple[ScheduleFacts, ...] = ()
    roles: tuple[RoleUse, ...] = ()
    course_infos: tuple[str | None, ...] = ()
    """The ``:course:`` of every ``{course-info}``."""
    named_courses: tuple[tuple[str, Source], ...] = ()
    """Every ``:course:`` of the document, with its place."""
    views: tuple[ViewFacts, ...] = ()
    deadlines: tuple[DeadlineFacts, ...] = ()
    announcements: tuple[AnnouncementFacts, ...] = ()
    people: tuple[str, ...] = ()
    """The names that ``{person}`` roles ask for."""
    references: tuple[tuple[str, bool], ...] = ()
    """What cross-references ask for that may be sessions, and whether a title will do."""
    unfinished: tuple[UnfinishedFacts, ...] = ()
    draws: bool = False
    """Whether the page holds anything of ours, and so needs the style and the script."""
