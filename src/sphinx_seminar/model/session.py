"""A session: one class meeting as its author writes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from .notation import TimeRange
from .problem import Source

if TYPE_CHECKING:
    from .fixed_day import FixedDay
    from .label import WrittenKind

Status = Literal["held", "cancelled"]

OPTIONS = (
    "id",
    "date",
    "time",
    "where",
    "link",
    "kind",
    "speaker",
    "unit",
    "status",
    "moved-from",
    "changed-on",
    "on-break",
    "course",
    "release",
    "silent",
)
"""What a page says of a session, beside its materials."""


# Without slots: with them a frozen dataclass is pickled field by field in Python code, and the
# environment holds hundreds of these.
@dataclass(frozen=True)
class Session:
    """The facts of one session that decide when it is."""

    id: str
    title: str
    source: Source
    pinned: date | None = None
    fixed: FixedDay | None = None
    """A day of the term, in place of *pinned*."""
    undated: bool = False
    """Without a date by the author's will (``:date: none``), or because it could not be read."""
    times: TimeRange | None = None
    where: str | None = None
    status: Status = "held"
    moved_from: date | None = None
    changed_on: date | None = None
    """The day on which it was moved or cancelled, where its author says so."""
    kinds: tuple[WrittenKind, ...] = ()
    """What sort of session it is, such as ``Discussion``; the first that is one of the course's
    meetings says which of them it takes."""
    on_break: bool = False
    """Whether it is meant that its date is on a break."""
