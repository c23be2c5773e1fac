"""A course: what ``course.yml`` states once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo

from .compared import compared
from .material import OWN_MATERIALS, Material
from .presenting import Presenting
from .presenting_role import role_key
from .session_kind import SessionKind

if TYPE_CHECKING:
    from .grading import Grading
    from .meeting import MeetingPattern
    from .notation import TimeRange

_NEAR = timedelta(days=31)
_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Term:
    """The days on which a course may meet, both ends included."""

    start: date
    end: date

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def is_near(self, day: date) -> bool:
        """Whether *day* is in the term, or so soon before or after it that it belongs to it.

        News, and what is released, may come out then; any other date is of another term.
        """
        return self.start - _NEAR <= day <= self.end + _NEAR


@dataclass(frozen=True, slots=True)
class Break:
    """Days without a class, both ends included."""

    start: date
    end: date
    title: str | None = None
    own_title: str | None = field(default=None, repr=False)
    """Before it was translated: what tells it from others, and is shown nowhere."""

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def touches(self, term: Term) -> bool:
        """Whether a day of it is in *term*; else it is left from another one."""
        return self.start <= term.end and self.end >= term.start


@dataclass(frozen=True, slots=True)
class WeekCount:
    """How weeks are counted."""

    first_day: int = 0
    """The day that a calendar week starts on, as of `datetime.date.weekday`."""
    count_breaks: bool = True
    """Whether a week all of whose meetings fall on breaks uses up a number."""
    has_numbers: bool = True
    """Whether weeks have numbers at all."""


@dataclass(frozen=True, slots=True)
class Link:
    """A labeled fact: an address, or a text where there is none."""

    label: str
    target: str
    is_address: bool


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """When and where somebody is to be met: in words, on days of the week, or both."""

    text: str | None = None
    days: tuple[int, ...] = ()
    """As of `datetime.date.weekday`."""
    times: TimeRange | None = None
    where: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the course's staff."""

    name: str
    role: str | None = None
    url: str | None = None
    office_hours: tuple[OfficeHours, ...] = ()
    pronouns: str | None = None
    photo: str | None = None
    """The path of a picture, relative to the course's folder."""
    alt: str | None = None
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Course:
    """The facts of a course in one term.

    Where the term or the time zone is not known (None), no date can be computed.
    """

    id: str = ""
    """What tells it from every other course in what readers take away, in this term alone."""
    title: str | None = None
    code: str | None = None
    term_name: str | None = None
    zone: ZoneInfo | None = None
    term: Term | None = None
    patterns: tuple[MeetingPattern, ...] = ()
    sections: tuple[str, ...] = ()
    """The names of its parallel sections, each with some of *patterns*."""
    section_names: tuple[tuple[str, str], ...] = ()
    """What readers see for a section, in the language of the site."""
    weeks: WeekCount = WeekCount()
    breaks: tuple[Break, ...] = ()
    links: tuple[Link, ...] = ()
    staff: tuple[Person, ...] = ()
    presenting: Presenting = field(default_factory=Presenting)
    role_names: tuple[tuple[str, str], ...] = ()
    """What readers see for a presenting role, in the language of the site."""
    kinds: tuple[SessionKind, ...] = ()
    kind_names: tuple[tuple[str, str], ...] = ()
    """What readers see for a kind of meetings, in the language of the site."""
    materials: tuple[Material, ...] = OWN_MATERIALS
    """Those that its sessions may have, in the order in which they are shown."""
    material_names: tuple[tuple[str, str], ...] = ()
    """What readers see for a material of its own, in the language of the site."""
    grading: Grading | None = None
    bibliography: tuple[str, ...] = ()
    """The paths of files of BibTeX, relative to the course's folder."""
    clock: Literal[12, 24] = 24
    """Whether times are shown with am and pm: as the author writes them."""
    language: str = "en"
    """That of the site, such as ``pt_BR``."""
    dates_known: bool = field(default=True)
    """False where a problem in the file makes every computed date doubtful."""

    @property
    def has_years(self) -> bool:
        """Whether a day comes more than once in its term, so that dates in lists need their year.

        A term over New Year has no day twice.
        """
        return self.term is not None and self.term.end - self.term.start > _YEAR

    def role_name(self, role: str) -> str:
        """What readers see for a presenting role; any case names it, as authors write it."""
        wanted = role_key(role)
        return next((name for own, name in self.role_names if role_key(own) == wanted), role)

    def kind_name(self, kind: str) -> str:
        """What readers see for a kind; any case names it, as authors write it."""
        wanted = compared(kind)
        return next((name for own, name in self.kind_names if compared(own) == wanted), kind)

    def section_name(self, section: str) -> str:
        """What readers see for a section."""
        return next((name for own, name in self.section_names if own == section), section)

    def pattern_name(self, pattern: MeetingPattern) -> str | None:
        """What readers see for meetings: their section and kind, where they have some."""
        kind = self.kind_name(pattern.kind) if pattern.kind else None
        if pattern.section is None:
            return kind
        section = self.section_name(pattern.section)
        return f"{section}, {kind}" if kind else section

    def material_name(self, material: Material) -> str:
        """What readers see for a material of the course's own."""
        return next((name for own, name in self.material_names if own == material.name), "")

    def kind_named(self, name: str | None) -> SessionKind | None:
        """What the course says of a kind, any case; what it does not state has a name alone."""
        if not name:
            return None
        wanted = compared(name)
        found = (kind for kind in self.kinds if compared(kind.name) == wanted)
        return next(found, SessionKind(name))
