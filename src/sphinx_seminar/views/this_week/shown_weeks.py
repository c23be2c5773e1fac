"""What ``{this-week}`` shows: each week with its sessions, breaks and deadlines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ...model.course import Break
from ...model.instant import Interval
from ...model.label import Label
from ...model.meeting import Meeting
from ..deadlines import ShownDeadline
from ..session_link import ShownSession
from ..words.dates import Clock
from ..words.notice import Notice

if TYPE_CHECKING:
    from ..materials_line import ShownMaterials
    from ..words.section_dates import ShownChoice, ShownDate


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """What happens on a day: a session, one that was moved, a meeting without one, a break."""

    meeting: Meeting | None = None
    break_: Break | None = None
    session: ShownSession | None = None
    is_cancelled: bool = False
    is_moved: bool = False
    moved_to: Meeting | None = None
    labels: tuple[Label, ...] = ()
    sections: tuple[ShownDate, ...] = ()
    """The dates of sections, in place of *meeting*."""
    numbered_title: str | None = None
    """What tells the session from another one with its title, for those who hear links alone."""
    materials: ShownMaterials | None = None


@dataclass(frozen=True, slots=True)
class ShownWeek:
    """A panel."""

    start: date
    number: int | None
    marked: Interval | None
    """When it is shown."""
    entries: tuple[ShownEntry, ...]
    has_session: bool
    next: ShownEntry | None
    """The session after a week that has none."""
    deadlines: tuple[ShownDeadline, ...]
    handed_out: tuple[ShownDeadline, ...] = ()
    """What is out on a day of it; it is due later."""

    @property
    def last(self) -> date:
        """The last day of the week."""
        return self.start + timedelta(days=6)


@dataclass(frozen=True, slots=True)
class ShownWeeks:
    """All panels, what is shown before and after them, and where the schedule is."""

    notice: Notice | None
    weeks: tuple[ShownWeek, ...]
    """Empty where the term or the zone is not known."""
    first: date | None
    """The first day of the term."""
    first_session: ShownEntry | None
    last: date | None
    """The last day."""
    clock: Clock
    zone: ZoneInfo | None
    link: tuple[str, str] | None
    """The document and the id of the schedule, else of the course."""
    choice: ShownChoice | None = None
    """The sections of the course."""
