"""The definitions of ``presenting``: roles, sign-ups, rules, and how names are shown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..model.nearest import nearest
from ..model.presenting import NAME_FORMS, NameForm
from ..model.presenting_role import parse_people
from ..model.vocabulary import VOCABULARIES
from .course_values import DAY, ROLE_NAME, TEXT, YES_NO, path_in_course
from .entry import Entry, key, key_of_many, kind_of, needed_key
from .fault import Fault, quoted
from .kinds_of_values import JsonSchema, ValueKind, one_of, or_text, reads, rewritten
from .refusal import repeated

_MOST = 99


def _count(text: str) -> int:
    number = int(text) if re.fullmatch(r"\d{1,6}", text.strip(), re.ASCII) else 0
    if not 1 <= number <= _MOST:
        raise ValueError(f"{quoted(text)} is no number from 1 to {_MOST}; write one such as 3")
    return number


_NUMBER: JsonSchema = {"type": ["integer", "string"]}

COUNT = reads(_count, "a number, such as 3", "rules", _NUMBER)
PEOPLE = reads(parse_people, "how many people, such as 2 or 1-3", "roles", _NUMBER)
PER: ValueKind[Literal["session", "paper"]] = one_of(
    ("session", "paper"), "session or paper", "roles"
)
NAMES = one_of(NAME_FORMS, "full, initials, given or hidden", "names")
VOCABULARY = one_of(tuple(VOCABULARIES), "the name of a vocabulary", "roles")
CSV_PATH = path_in_course("a CSV file", "csv|tsv|txt", "signups.csv", "signups")


@dataclass(frozen=True, slots=True)
class RoleEntry(Entry):
    """A presenting role. A bare text is its name."""

    example = "a name, or {name: Reviewer, people: 2, description: Weighs the paper}"

    name: str = needed_key(ROLE_NAME, "The name, as you write it in {presenters} and in the sheet.")
    description: str | None = key(TEXT, "What the presenter does in this role.")
    people: tuple[int, int | None] | None = key(
        PEOPLE,
        "How many people take it in each session or paper: 2, 1-3 or 1+. "
        "The default is one or more.",
    )
    per: Literal["session", "paper"] | None = key(
        PER,
        "Whether each session has a slot for it, or each paper. "
        "Without it, the slots are those on the pages and in the sheet.",
    )
    optional: bool | None = key(YES_NO, "yes: nobody has to take it. The default is no.")
    backup: bool | None = key(YES_NO, "yes: it steps in for another role. The default is no.")


@dataclass(frozen=True, slots=True)
class StudentRulesEntry(Entry):
    """Rules for each student."""

    example = "{at_least: 3, distinct_roles: yes}"

    at_least: int | None = key(COUNT, "The lowest number of slots that a student has.")
    at_most: int | None = key(COUNT, "The highest number of slots that a student has.")
    distinct_roles: bool | None = key(YES_NO, "yes: another role each time.")
    every_role: bool | None = key(
        YES_NO, "yes: each role at least once, except optional roles and backups."
    )
    one_role_a_session: bool | None = key(YES_NO, "Never two roles in one session.")
    one_slot_a_session: bool | None = key(
        YES_NO, "yes: never two slots in one session, not even in the same role."
    )
    not_two_weeks_in_a_row: bool | None = key(
        YES_NO, "Never in two calendar weeks that follow each other."
    )
    count_backups: bool | None = key(
        YES_NO,
        "no: a slot in a backup role does not count for at_least and at_most. The default is yes.",
    )

    def faults_of(self) -> Iterable[Fault]:
        return _misordered(self.at_least, self.at_most)


@dataclass(frozen=True, slots=True)
class GroupRulesEntry(Entry):
    """Rules for each session, or each paper, that has presenters."""

    example = "{at_most: 5, every_role: yes}"

    at_least: int | None = key(COUNT, "The lowest number of people who present.")
    at_most: int | None = key(COUNT, "The highest number of people who present.")
    every_role: bool | None = key(YES_NO, "yes: each role has as many people as its people says.")

    def faults_of(self) -> Iterable[Fault]:
        return _misordered(self.at_least, self.at_most)


def _misordered(least: int | None, most: int | None) -> Iterable[Fault]:
    if least is not None and most is not None and most < least:
        text = f"{most} is less than at_least, which is {least}; correct one of the two"
        yield Fault(("at_most",), text, "rules")


def _described_role(value: object) -> object:
    """``Author: Presents the paper`` is a name with its description, if no key is misspelt."""
    if isinstance(value, dict) and len(value) == 1:
        [(name, text)] = value.items()
        if isinstance(text, str) and text.strip() and not nearest(name, RoleEntry.key_names()):
            return {"name": name, "description": text}
    return value


def _repeated_roles(roles: Iterable[RoleEntry]) -> list[Fault]:
    names = [role.name for role in roles]
    return repeated(names, "name each role once, letter case aside", "roles")


ROLE = or_text(rewritten(kind_of(RoleEntry), _described_role), "name")


@dataclass(frozen=True, slots=True)
class PresentingEntry(Entry):
    """How students present."""

    example = "{roles: [Author, Reviewer, Backup/Scribe]}"

    roles: tuple[RoleEntry, ...] = key_of_many(
        ROLE,
        "The presenting roles, in the order in which they are shown.",
        separator=",",
        faults_of=_repeated_roles,
    )
    vocabulary: str | None = key(
        VOCABULARY,
        "Ready roles with descriptions. If you write roles as well, the course has only those.",
    )
    signups: str | None = key(CSV_PATH, "The sign-up sheet, a CSV file relative to this file.")
    students: str | None = key(CSV_PATH, "The roster, a CSV file relative to this file: id, name.")
    due: date | None = key(
        DAY,
        "The last day to sign up. Until its end, the build does not report missing sign-ups.",
    )
    names: NameForm | None = key(
        NAMES,
        "How the site shows students' names: full (the default), initials, given or hidden.",
    )
    each_student: StudentRulesEntry | None = key(
        kind_of(StudentRulesEntry), "Rules for each student."
    )
    each_session: GroupRulesEntry | None = key(
        kind_of(GroupRulesEntry), "Rules for each session with presenters."
    )
    each_paper: GroupRulesEntry | None = key(
        kind_of(GroupRulesEntry), "Rules for each paper with presenters."
    )
