"""The definitions of ``course.yml``: its keys, what may stand there, and what goes together."""

# Why pydantic: weighed in November 2026 with the same definitions and the same broken file of nine
# problems (values, misspelt keys, a missing key, an end before its start), on Python 3.11 with
# Sphinx already imported; the time is that of importing, defining and reporting, nine runs each.
#
#                  problems told at once   JSON Schema   time          releases in a year
#   pydantic 2.14  9 of 9                  yes           84 to 134 ms  11, "production/stable"
#   cattrs 26.2    9 of 9                  no            40 to 53 ms   3, "production/stable"
#   msgspec 0.22   1 of 9                  yes           6 to 10 ms    4, "beta"
#
# msgspec stops at the first problem, so an author would mend a file in nine builds. cattrs would
# need the JSON Schema written a second time by hand. pydantic alone does both. It is the slowest
# to import, so it is imported where a course file is read and nowhere else: course_file.py.

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Self

from pydantic import AfterValidator, ConfigDict, Field, model_validator

from .course_types import (
    Day,
    DayNames,
    Label,
    OneOrMany,
    Target,
    Text,
    Times,
    WeekDay,
    WeekNumber,
    Wrong,
    YesNo,
    Zone,
    refusal,
)
from .entry import Entry, refuse_repeated
from .grading_entries import GradingValue
from .presenting_entries import GroupRulesEntry, PresentingEntry, RoleEntry, StudentRulesEntry
from .staff_entries import OfficeHoursEntry, People, PersonEntry


def _each_once(days: Sequence[date]) -> Sequence[date]:
    refuse_repeated([day.isoformat() for day in days], "write each date once", "date")
    return days


class MeetingEntry(Entry):
    """When and where the class meets: on days of the week, or on listed dates."""

    # For editors; the validator below says it to authors.
    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": ["days"]}, {"required": ["dates"]}]}
    )

    example = "days and a time, such as {days: Mon, time: 13:00-16:00}"

    days: Annotated[tuple[DayNames, ...], OneOrMany()] = Field(
        default=(), description="Days of the week, such as Mon Wed. Needs the term's start and end."
    )
    dates: Annotated[tuple[Day, ...], AfterValidator(_each_once), OneOrMany(",")] = Field(
        default=(), description="The dates themselves, year-month-day, in place of days."
    )
    time: Times | None = Field(
        default=None, description="Start and end, such as 13:00-16:00 or 1-4pm."
    )
    where: Text | None = Field(default=None, description="The place, such as Soda 405.")
    kind: Text | None = Field(
        default=None, description="What these meetings are called, such as Discussion."
    )
    every: WeekNumber | None = Field(
        default=None, description="Meets every so many weeks: 2, or other week."
    )
    from_: Day | None = Field(
        default=None, alias="from", description="The first day, where it is not the term's."
    )
    until: Day | None = Field(default=None, description="The last day, where it is not the term's.")
    sessions: YesNo | None = Field(
        default=None,
        description="Whether sessions of the schedule are held at these meetings (yes), or not, "
        "as in a discussion section (no).",
    )

    @model_validator(mode="after")
    def _fits(self) -> Self:
        wrongs = []
        if self.days and self.dates:
            text = "days and dates stand together; write one of the two"
            wrongs.append(Wrong(text, "date", ("dates",)))
        elif not self.days and not self.dates:
            text = f"neither days nor dates stand here; write {self.example}"
            wrongs.append(Wrong(text, "date", lacks=("days", "dates")))
        elif self.dates:
            wrongs += [
                Wrong("it says nothing of listed dates; take it out", "date", (key,))
                for key, value in (
                    ("every", self.every),
                    ("from", self.from_),
                    ("until", self.until),
                )
                if value
            ]
        if self.from_ and self.until and self.until < self.from_:
            wrongs.append(_before("until", self.until, "its from", self.from_))
        if wrongs:
            raise refusal(*wrongs)
        return self


class WeeksEntry(Entry):
    """How weeks are counted."""

    example = "{start: Mon, count_breaks: yes}"

    start: WeekDay | None = Field(
        default=None, description="The day on which a week begins: Mon, unless it is stated."
    )
    count_breaks: YesNo | None = Field(
        default=None,
        description="Whether a week all of whose meetings fall on breaks is counted: yes, unless "
        "it is stated.",
    )


_BREAK_DAYS = "write date for one day, start and end for several"


class BreakEntry(Entry):
    """A day or days without class."""

    # For editors; the validator below says it to authors.
    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": ["date"]}, {"required": ["start", "end"]}]}
    )

    example = "{date: 2022-02-21, title: Presidents' Day}"

    date: Day | None = Field(default=None, description="The day, year-month-day.")
    start: Day | None = Field(default=None, description="The first of several days.")
    end: Day | None = Field(default=None, description="The last of several days.")
    title: Text | None = Field(default=None, description="What the schedule shows there.")

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.date and (self.start or self.end):
            text = f"date stands together with start or end; {_BREAK_DAYS}"
            raise refusal(Wrong(text, "date", ("date",)))
        if self.start and self.end and self.end < self.start:
            raise refusal(_before("end", self.end, "its start", self.start))
        if not self.date and not (self.start and self.end):
            given = "only its start" if self.start else "only its end" if self.end else "no date"
            keys = ("date", "start", "end")
            raise refusal(Wrong(f"{given} stands here; {_BREAK_DAYS}", "date", lacks=keys))
        return self


class CourseEntry(Entry):
    """The facts of a course in one term, for sphinx-seminar."""

    example = "title: My seminar"

    title: Text | None = Field(default=None, description="The title of the course.")
    code: Text | None = Field(default=None, description="Its number, such as CS 294-162.")
    term: Text | None = Field(default=None, description="The term's name, such as Spring 2022.")
    timezone: Zone | None = Field(
        default=None,
        description="The time zone of the classroom, by its IANA name, such as "
        "America/Los_Angeles.",
    )
    start: Day | None = Field(
        default=None, description="The first day on which the course may meet, year-month-day."
    )
    end: Day | None = Field(
        default=None, description="The last day on which the course may meet, year-month-day."
    )
    meetings: Annotated[tuple[MeetingEntry, ...], OneOrMany()] = Field(
        default=(), description="When and where the class meets; a list, or one entry alone."
    )
    weeks: WeeksEntry | None = Field(default=None, description="How weeks are counted.")
    breaks: Annotated[tuple[BreakEntry, ...], OneOrMany()] = Field(
        default=(), description="Days without class."
    )
    links: Annotated[tuple[dict[Label, Target], ...], OneOrMany()] = Field(
        default=(), description="Labels, and the address or the text that each leads to."
    )
    staff: People = Field(default=(), description="The people who teach the course.")
    presenting: PresentingEntry | None = Field(default=None, description="How students present.")
    grading: GradingValue | None = Field(
        default=None,
        description="The parts of the grade and their weights, such as "
        "{Projects: 60, Reviews: 40}; also total, schemes, bands.",
    )


def _before(key: str, day: date, name: str, start: date) -> Wrong:
    return Wrong(f"{day} is before {name} {start}; correct one of the two", "date", (key,))


ENTRIES: dict[str | None, type[Entry]] = {
    None: CourseEntry,
    "meetings": MeetingEntry,
    "weeks": WeeksEntry,
    "breaks": BreakEntry,
    "staff": PersonEntry,
    "staff.office_hours": OfficeHoursEntry,
    "presenting": PresentingEntry,
    "presenting.roles": RoleEntry,
    "presenting.each_student": StudentRulesEntry,
    "presenting.each_session": GroupRulesEntry,
    "presenting.each_paper": GroupRulesEntry,
}
"""The definition of what stands behind a key of the file; at None, of the whole file."""
