"""Sign-ups as a sheet has them: who takes which role in which session, as it is written there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .problem import Source

SessionKey = Literal["id", "session", "date", "number", "title"]
"""What a column names sessions by; ``session`` is any of the others."""


@dataclass(frozen=True, slots=True)
class SignupCell:
    """What a sheet says of one role."""

    role: str
    """As the course declares it."""
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class SignupRow:
    """A session, or a paper of one, with its roles."""

    session: tuple[tuple[SessionKey, str], ...]
    """What names the session, the most telling first."""
    paper: str
    """Empty where the row is the session's own."""
    cells: tuple[SignupCell, ...]
    line: int
    """0 where the sheet has no row for the session yet, and all of its slots are open."""


@dataclass(frozen=True, slots=True)
class SignupSheet:
    """The rows of a sign-up file, in its order."""

    source: Source
    rows: tuple[SignupRow, ...] = ()
    roles: tuple[str, ...] = ()
    """The roles that it has columns or rows for, in its order."""
    is_whole: bool = True
    """Whether all of it could be read: what seems to lack may be in the rest."""
