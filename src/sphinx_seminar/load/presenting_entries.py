"""The definitions of ``presenting``: roles, sign-ups, rules, and how names are shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator

from ..model.nearest import did_you_mean, nearest
from ..model.presenting import NAME_FORMS, NameForm
from ..model.presenting_role import parse_people
from ..model.vocabulary import VOCABULARIES
from .course_types import BareText, Day, OneOrMany, RoleName, Text, Wrong, YesNo, reads, refusal
from .entry import Entry, refuse_repeated
from .fault import quoted

_MOST = 99


def _count(text: str) -> int:
    number = int(text) if re.fullmatch(r"\d{1,6}", text.strip(), re.ASCII) else 0
    if not 1 <= number <= _MOST:
        raise ValueError(f"{quoted(text)} is no number from 1 to {_MOST}; write one such as 3")
    return number


def _one_of(known: Sequence[str]) -> Any:
    def read(text: str) -> str:
        word = "-".join(text.casefold().replace("_", " ").split())
        if word not in known:
            raise ValueError(f"{quoted(text)} is not known here; {did_you_mean(text, known)}")
        return word

    return read


def _csv_path(text: str) -> str:
    path = text.strip()
    if not re.fullmatch(r"[^:?#\\\x00-\x1f]+\.(?:csv|tsv|txt)", path, re.IGNORECASE):
        raise ValueError(
            f"{quoted(text)} is not the path of a CSV file; write one relative to this file, "
            "such as signups.csv"
        )
    if path.startswith("/") or ".." in path.split("/"):
        raise ValueError(f"{quoted(text)} is outside of the course's folder; move the file into it")
    return path


_NUMBER = WithJsonSchema({"type": ["integer", "string"]})

Count = Annotated[int, reads(_count, "a number, such as 3", "rules"), _NUMBER]
People = Annotated[
    tuple[int, int | None],
    reads(parse_people, "how many people, such as 2 or 1-3", "roles"),
    _NUMBER,
]
Per = Annotated[
    Literal["session", "paper"],
    reads(_one_of(("session", "paper")), "session or paper", "roles"),
    WithJsonSchema({"enum": ["session", "paper"]}),
]
Form = Annotated[
    NameForm,
    reads(_one_of(NAME_FORMS), "full, initials, given or hidden", "names"),
    WithJsonSchema({"enum": list(NAME_FORMS)}),
]
Vocabulary = Annotated[
    str,
    reads(_one_of(tuple(VOCABULARIES)), "the name of a vocabulary", "roles"),
    WithJsonSchema({"enum": list(VOCABULARIES)}),
]
CsvPath = Annotated[
    str,
    reads(_csv_path, "the path of a CSV file, such as signups.csv", "signups"),
    WithJsonSchema({"type": "string"}),
]


class RoleEntry(Entry):
    """A presenting role. A bare text is its name."""

    example: ClassVar[str] = "a name, or {name: Reviewer, people: 2, description: Weighs the paper}"

    name: RoleName = Field(description="The name, as it stands in {presenters} and in the sheet.")
    description: Text | None = Field(default=None, description="What somebody does in it.")
    people: People | None = Field(
        default=None,
        description="How many take it in each session or paper: 2, 1-3 or 1+. One at the least, "
        "unless it is stated.",
    )
    per: Per | None = Field(
        default=None,
        description="Whether each session has it, or each paper; else as it is written down.",
    )
    optional: YesNo | None = Field(
        default=None, description="Whether it may stay without anybody: no, unless it is stated."
    )
    backup: YesNo | None = Field(
        default=None, description="Whether it steps in for another role: no, unless it is stated."
    )


class StudentRulesEntry(Entry):
    """What holds for each student."""

    example: ClassVar[str] = "{at_least: 3, distinct_roles: yes}"

    at_least: Count | None = Field(default=None, description="So many places, at the least.")
    at_most: Count | None = Field(default=None, description="So many places, at the most.")
    distinct_roles: YesNo | None = Field(default=None, description="Another role each time.")
    every_role: YesNo | None = Field(
        default=None, description="Each role that is not optional, once at the least."
    )
    one_role_a_session: YesNo | None = Field(
        default=None, description="Never two roles in one session."
    )
    not_two_weeks_in_a_row: YesNo | None = Field(
        default=None, description="Never in two calendar weeks that follow each other."
    )
    count_backups: YesNo | None = Field(
        default=None,
        description="Whether a place in a backup role counts for at_least and at_most: yes, "
        "unless it is stated.",
    )

    @model_validator(mode="after")
    def _fits(self) -> Self:
        _refuse_order(self.at_least, self.at_most)
        return self


class GroupRulesEntry(Entry):
    """What holds for each session, or each paper, that has places."""

    example: ClassVar[str] = "{at_most: 5, every_role: yes}"

    at_least: Count | None = Field(default=None, description="So many people, at the least.")
    at_most: Count | None = Field(default=None, description="So many people, at the most.")
    every_role: YesNo | None = Field(
        default=None, description="Each role has as many people as it wants."
    )

    @model_validator(mode="after")
    def _fits(self) -> Self:
        _refuse_order(self.at_least, self.at_most)
        return self


def _refuse_order(least: int | None, most: int | None) -> None:
    if least is not None and most is not None and most < least:
        text = f"{most} is less than at_least, which is {least}; correct one of the two"
        raise refusal(Wrong(text, "rules", ("at_most",)))


def _described_role(value: object) -> object:
    """``Author: Presents the paper`` is a name with its description, if no key is misspelt."""
    if isinstance(value, dict) and len(value) == 1:
        [(name, text)] = value.items()
        if isinstance(text, str) and text.strip() and not nearest(name, RoleEntry.key_names()):
            return {"name": name, "description": text}
    return value


def _roles_once(roles: Sequence[RoleEntry]) -> Sequence[RoleEntry]:
    names = [role.name for role in roles]
    refuse_repeated(names, "name each role once, letter case aside", "roles")
    return roles


class PresentingEntry(Entry):
    """How students present."""

    example: ClassVar[str] = "{roles: [Author, Reviewer, Backup/Scribe]}"

    roles: Annotated[
        tuple[Annotated[RoleEntry, BeforeValidator(_described_role), BareText("name")], ...],
        AfterValidator(_roles_once),
        OneOrMany(","),
    ] = Field(default=(), description="The presenting roles, in the order in which they are shown.")
    vocabulary: Vocabulary | None = Field(
        default=None,
        description="Ready roles with descriptions; with roles beside it, those named there.",
    )
    signups: CsvPath | None = Field(
        default=None, description="The sign-up sheet, a CSV file relative to this file."
    )
    students: CsvPath | None = Field(
        default=None, description="The roster, a CSV file relative to this file: id, name."
    )
    due: Day | None = Field(
        default=None,
        description="The last day to sign up; until its end, what is missing is no problem.",
    )
    names: Form | None = Field(
        default=None,
        description="How students' names are shown: full (the default), initials, given or hidden.",
    )
    each_student: StudentRulesEntry | None = Field(
        default=None, description="What holds for each student."
    )
    each_session: GroupRulesEntry | None = Field(
        default=None, description="What holds for each session with presenters."
    )
    each_paper: GroupRulesEntry | None = Field(
        default=None, description="What holds for each paper with presenters."
    )
