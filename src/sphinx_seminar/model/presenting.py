"""Presenting: the roles, the rules, and how names are shown, as a course states them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from .presenting_role import PresentingRole, role_key
from .problem import Source

NameForm = Literal["full", "initials", "given", "hidden"]
"""How much of a student's name is published."""

NAME_FORMS: tuple[NameForm, ...] = get_args(NameForm)


@dataclass(frozen=True, slots=True)
class StudentRules:
    """What holds for every student."""

    at_least: int | None = None
    """The least number of slots."""
    at_most: int | None = None
    distinct_roles: bool = False
    """Another role each time."""
    every_role: bool = False
    """Each role that is not optional, once at the least."""
    one_role_a_session: bool = False
    """Never two roles in one session."""
    one_slot_a_session: bool = False
    """Never two slots in one session, not even of one role."""
    not_two_weeks_in_a_row: bool = False
    """Never in two calendar weeks that follow each other; two in one week are allowed."""
    count_backups: bool = True
    """Whether a slot in a backup role counts for ``at_least`` and ``at_most``."""


@dataclass(frozen=True, slots=True)
class GroupRules:
    """What holds for every session, or for every paper, that has slots."""

    at_least: int | None = None
    """The least number of people."""
    at_most: int | None = None
    every_role: bool = False
    """Each role has as many people as it wants."""


@dataclass(frozen=True, slots=True)
class Presenting:
    """How students present."""

    roles: tuple[PresentingRole, ...] = ()
    each_student: StudentRules = StudentRules()
    each_session: GroupRules = GroupRules()
    each_paper: GroupRules = GroupRules()
    names: NameForm = "full"
    due: date | None = None
    """The last day to sign up; until its end, what is still missing is no problem."""
    signups: str | None = None
    """The path of the sign-up file, relative to the course's folder."""
    students: str | None = None
    """The path of the roster, relative to the course's folder."""
    source: Source | None = None
    """Where it is in ``course.yml``."""

    def role(self, name: str) -> PresentingRole | None:
        """The declared role that *name* means, letter case aside."""
        wanted = role_key(name)
        return next((role for role in self.roles if role.key == wanted), None)
