"""What one document says: picklable facts, read off its finished doctree.

Nothing here comes from course.yml, so that an edited course.yml makes no document stale.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...model.bibliography import BibEntry
    from ...model.deadline import When
    from ...model.label import WrittenKind
    from ...model.problem import Source
    from ...model.section_when import SectionWhen
    from ...model.session import Session
    from .material_facts import MaterialFacts

DUE = "due"
"""The name of ``:show:`` for rows of their own for what is due."""

MATERIALS = "materials"
"""The name of ``:show:``, and of ``:columns:``, for what sessions hand out."""

PARTS = ("speakers", MATERIALS, "body", "readings", "optional", "presenters", "deadlines")
"""What a row of a schedule shows of its session beside the title, by the names of ``:show:``."""


@dataclass(frozen=True, kw_only=True)
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
    own_title: str
    """The title before it was translated: pages and sign-up sheets call the session by it.

    While that is withheld, as a `sphinx_seminar.model.name_digest`.
    """
    speaker: str = ""
    link: str = ""
    """The address of its ``:link:``, where that leads to another site."""
    materials: tuple[MaterialFacts, ...] = ()
    """Some of them may be options that are misspelt."""
    is_untold: bool = False
    """Whether its title is withheld as well."""
    unit_name: str = ""
    """The unit that its ``:unit:`` names."""
    unit: tuple[str, str] | None = None
    """The title and the anchor of the unit that it is in: a heading in its schedule, or the
    section that holds its own."""


@dataclass(frozen=True, kw_only=True)
class ScheduleFacts:
    """A ``{schedule}`` of a document."""

    docname: str
    source: Source
    course: str | None
    filled: bool
    show: tuple[str, ...]
    anchor: str | None = None
    """The id of the section that it is in."""


@dataclass(frozen=True, kw_only=True)
class ReadingFacts:
    """An item of a reading list."""

    title: str
    before: str
    """The remark before the title, such as *Read chapter 1 of*."""
    venue: str | None
    address: str | None
    """None where it does not lead to another site."""
    is_optional: bool
    session_anchor: str | None = None
    """The session that it is in."""
    links: tuple[tuple[str, str], ...] = ()
    """The labels and addresses of its other links, where these lead to another site."""
    anchor: str | None = None
    """The id of the item; None where it is announced alone."""
    slug: str = ""
    """An id made of the title, which other items of the page may share."""
    entry: BibEntry | None = None
    """What the bibliography of the course says of it, where the item names an entry of that."""


@dataclass(frozen=True, kw_only=True)
class SlotFacts:
    """What a document says of one presenting role, of a session or of a paper of it."""

    role: str
    names: tuple[str, ...]
    """As they are written, each of one person or more."""
    paper: str
    source: Source
    session_anchor: str | None = None
    """The session that it is in."""
    course: str | None = None


@dataclass(frozen=True, kw_only=True)
class SheetPresentersFacts:
    """A ``{presenters}`` without a body, which shows what the sign-up sheet has."""

    source: Source
    session_anchor: str | None = None
    course: str | None = None


@dataclass(frozen=True, kw_only=True)
class DownloadFacts:
    """A file that a document links to, of which the site gets a copy."""

    path: str
    """Relative to the sources."""
    source: Source


@dataclass(frozen=True, kw_only=True)
class ViewFacts:
    """What a view is to take the place of."""

    view: str
    """Its name, such as ``staff``."""
    docname: str
    source: Source
    course: str | None
    settings: tuple[tuple[str, object], ...] = ()
    """What it says of itself, hashable."""


@dataclass(frozen=True, kw_only=True)
class _AnchoredFacts:
    """Something with a title, to which pages and feeds link."""

    docname: str
    anchor: str
    name: str
    """Its ``:id:``, or an id of its title before that was translated, which others of the page may
    have too."""
    explicit_id: bool = False
    source: Source
    title: str
    course: str | None


@dataclass(frozen=True, kw_only=True)
class DeadlineFacts(_AnchoredFacts):
    """A ``{deadline}`` as its document states it."""

    link: str | None
    when: When | None
    """None where it cannot be read, and where *when_of* says it."""
    out: When | None = None
    """The day on which it is handed out, where that is said."""
    when_of: tuple[SectionWhen, ...] = ()
    out_of: tuple[SectionWhen, ...] = ()
    """The same for each section by itself, where these differ."""
    session_anchor: str | None = None
    """The session that it is in."""
    session_name: str | None = None
    """The session that its ``:session:`` names."""
    kinds: tuple[WrittenKind, ...] = ()
    """Its labels, such as Homework."""
    on_break: bool = False
    """Whether it is meant that it is due on a break."""
    after_term: bool = False
    """Whether it is meant that it is due, or handed out, after the last day of the term."""


@dataclass(frozen=True, kw_only=True)
class AnnouncementFacts(_AnchoredFacts):
    """An ``{announcement}`` as its document states it."""

    day: date | None
    """None where it cannot be read."""
    is_out: bool
    """Whether its day had come when the page was read; else nothing more is known of it."""
    text: str = ""
    """What is under the title, as text."""


@dataclass(frozen=True, kw_only=True)
class ReleaseFacts:
    """Something with a ``:release:``, of whose content nothing is known before."""

    docname: str
    source: Source
    what: str
    """What it is, for its author."""
    course: str | None
    when: When | None
    """None where it cannot be read."""
    is_silent: bool
    is_out: bool
    """Whether its time had come when the page was read."""
    is_news: bool = False
    """Whether it is an announcement, of which a day is asked alone."""
    is_material: bool = False
    """Whether it is a material of a session, which stays otherwise."""
    may_be_listed: bool = False
    """Whether tables of contents on other pages may list some of it."""
    labels: frozenset[str] = frozenset()
    """What references may call something in it, as digests."""
    has_presenters: bool = False
    """Whether it tells who presents."""


@dataclass(frozen=True, kw_only=True)
class UnfinishedFacts:
    """Something that a session's author has not filled in."""

    session_anchor: str
    what: str
    source: Source


@dataclass(frozen=True, kw_only=True)
class DocumentFacts:
    """All that one document says of courses."""

    sessions: tuple[SessionFacts, ...] = ()
    schedules: tuple[ScheduleFacts, ...] = ()
    readings: tuple[ReadingFacts, ...] = ()
    slots: tuple[SlotFacts, ...] = ()
    sheet_presenters: tuple[SheetPresentersFacts, ...] = ()
    named_courses: tuple[tuple[str, Source], ...] = ()
    """Every ``:course:`` of the document, and where it is written."""
    views: tuple[ViewFacts, ...] = ()
    downloads: tuple[DownloadFacts, ...] = ()
    """The files that a page with presenters, or one that names a CSV file, offers."""
    deadlines: tuple[DeadlineFacts, ...] = ()
    announcements: tuple[AnnouncementFacts, ...] = ()
    people: tuple[str, ...] = ()
    """The names that ``{person}`` roles ask for."""
    references: tuple[tuple[str, str], ...] = ()
    """What cross-references ask for: ``session``, ``reading`` or ``any``, and the name; or
    ``other`` and none."""
    unfinished: tuple[UnfinishedFacts, ...] = ()
    releases: tuple[ReleaseFacts, ...] = ()
    cited: tuple[tuple[str | None, str, BibEntry | None], ...] = ()
    """Keys of a bibliography: the course that is named around each, if any, the key, and what its
    entry was when the page was read."""
    draws: bool = False
    """Whether the page holds anything of ours, and so needs the style and the script."""
    conditional: bool = False
    """Whether some builds may leave some of it out: these facts are those of the last build."""

    @property
    def only_links(self) -> bool:
        """Whether nothing of ours is there but links that may lead to something of ours."""
        return self == DocumentFacts(
            references=self.references, downloads=self.downloads, conditional=self.conditional
        )
