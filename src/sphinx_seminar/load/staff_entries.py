"""The definitions of ``staff``: people, and when they are to be met."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, Self

from pydantic import AfterValidator, Field, model_validator

from .course_types import (
    Address,
    BareText,
    DayNames,
    Label,
    OneOrMany,
    PhotoPath,
    Target,
    Text,
    Times,
    Wrong,
    refusal,
)
from .entry import Entry, refuse_repeated

HOURS_EXAMPLE = "a text, or {days: Tue, time: 14:00-15:00, where: Soda 415}"


class OfficeHoursEntry(Entry):
    """When and where somebody is to be met. A bare text says it in words."""

    example: ClassVar[str] = HOURS_EXAMPLE

    text: Text | None = Field(
        default=None, description="When and where in words, such as by appointment."
    )
    days: Annotated[tuple[DayNames, ...], OneOrMany()] = Field(
        default=(), description="Days of the week, such as Tue Thu."
    )
    time: Times | None = Field(
        default=None, description="Start and end, such as 14:00-15:00 or 2-3pm."
    )
    where: Text | None = Field(default=None, description="The place, such as Soda 415.")

    @model_validator(mode="after")
    def _fits(self) -> Self:
        wrongs = []
        if not self.text and not self.days:
            lacks = ("days",) if self.time else ("text", "days")
            wrongs.append(Wrong(f"no days stand here; write {self.example}", lacks=lacks))
        elif self.days and not self.time:
            wrongs.append(Wrong(f"no time stands here; write {self.example}", lacks=("time",)))
        if wrongs:
            raise refusal(*wrongs)
        return self


class PersonEntry(Entry):
    """Somebody of the course's staff. A bare text is the name."""

    example: ClassVar[str] = "a name, or {name: Ada Brook, role: Instructor}"

    name: Text = Field(description="The name as it is shown.")
    pronouns: Text | None = Field(default=None, description="The pronouns, such as she/her.")
    role: Text | None = Field(default=None, description="The role, such as Instructor.")
    url: Address | None = Field(default=None, description="The address of the person's page.")
    photo: PhotoPath | None = Field(
        default=None, description="The path of a picture, relative to this file."
    )
    alt: Text | None = Field(
        default=None, description="What the photo shows, for those who do not see it."
    )
    links: Annotated[tuple[dict[Label, Target], ...], OneOrMany()] = Field(
        default=(), description="Labels, and the address or the text that each leads to."
    )
    office_hours: Annotated[
        tuple[Annotated[OfficeHoursEntry, BareText("text")], ...], OneOrMany()
    ] = Field(
        default=(),
        description="When and where the person is to be met: a text, such as Tue 2-3pm, Soda 415, "
        "or days, time and where; or a list of these.",
    )


def _people_once(people: Sequence[PersonEntry]) -> Sequence[PersonEntry]:
    refuse_repeated([person.name for person in people], "name each person once", "course")
    return people


People = Annotated[
    tuple[Annotated[PersonEntry, BareText("name")], ...],
    AfterValidator(_people_once),
    OneOrMany(),
]
