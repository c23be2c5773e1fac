"""The definitions of ``course.yml``: its keys, what may be there, and what goes together."""

# Why pydantic-core, and without pydantic: weighed in November 2026 on Python 3.11, as milliseconds
# of processor time to import the library beside Sphinx, in the median of nine fresh processes.
#
#                       problems told at once  JSON Schema  import
#   pydantic 2.14       all                    yes          48
#   pydantic-core 2.50  all                    no           11
#   cattrs 26.2         all                    no           16
#   msgspec 0.22        the first              yes          3
#   voluptuous 0.16     all                    no           3.5
#   marshmallow 4.4     all                    no           31
#
# With the definitions of this file it is 80 for pydantic and 33 for pydantic-core, and every build
# of a course pays it. msgspec stops at the first problem, so an author would mend a file in as many
# builds; voluptuous, its README says, is mended by contributions alone.
#
# pydantic's models check by pydantic-core; what they add is to make its schemas, and a JSON Schema,
# of annotations. pydantic-core's README advises the models, and its package calls itself alpha,
# though each release of pydantic is built on one of it. We go below the models, as each of our
# values is read by a function of ours: so few kinds of schemas are left that kinds_of_values.py and
# entry.py hold them all.

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ..model.course import Link
from ..model.notation import TimeRange
from ..model.session_kind import Color
from .course_values import (
    BIB_PATH,
    COLOR,
    COURSE_ID,
    DAY,
    DAY_NAMES,
    LINKS,
    TEXT,
    TIMES,
    WEEK_DAY,
    WEEK_NUMBER,
    YES_NO,
    ZONE,
)
from .entry import Entry, key, key_of_many, kind_of, needed_key
from .fault import Fault
from .grading_kind import GRADING
from .kinds_of_values import fitting, labeled, or_nothing
from .material_entries import MATERIALS, MaterialEntry
from .presenting_entries import GroupRulesEntry, PresentingEntry, RoleEntry, StudentRulesEntry
from .refusal import repeated
from .staff_entries import PERSON, OfficeHoursEntry, PersonEntry, repeated_people

if TYPE_CHECKING:
    from .grading_entries import GradingEntry


_MOST_FILES = 10
_MOST_SECTIONS = 20


def _many_files(names: tuple[str, ...]) -> list[Fault]:
    if len(names) <= _MOST_FILES:
        return []
    text = f"{len(names)} files are more than {_MOST_FILES}; put them together"
    return [Fault((), text, "bibliography")]


def _repeated_dates(dates: tuple[dt.date, ...]) -> list[Fault]:
    return repeated([day.isoformat() for day in dates], "write each date once", "date")


@dataclass(frozen=True, slots=True)
class MeetingEntry(Entry):
    """When and where the class meets: on days of the week, or on listed dates."""

    example = "days and a time, such as {days: Mon, time: 13:00-16:00}"
    needs = (("days",), ("dates",))

    days: tuple[tuple[int, ...], ...] = key_of_many(
        DAY_NAMES, "Days of the week, such as Mon Wed. Needs the term's start and end."
    )
    dates: tuple[dt.date, ...] = key_of_many(
        DAY,
        "The dates themselves, year-month-day, in place of days.",
        separator=",",
        faults_of=_repeated_dates,
    )
    time: TimeRange | None = key(TIMES, "Start and end, such as 13:00-16:00 or 1-4pm.")
    where: str | None = key(TEXT, "The room, such as Soda 405.")
    kind: str | None = key(TEXT, "The kind of these meetings, such as Discussion.")
    every: int | None = key(WEEK_NUMBER, "Meets every so many weeks: 2, or other week.")
    from_: dt.date | None = key(DAY, "The first day, if it is not that of the term.", name="from")
    until: dt.date | None = key(DAY, "The last day, if it is not that of the term.")
    sessions: bool | None = key(
        YES_NO,
        "no: the schedule has no sessions at these meetings, as for a discussion section. "
        "The default is yes.",
    )

    def faults_of(self) -> Iterable[Fault]:
        if self.days and self.dates:
            text = "days and dates are both given; write one of the two"
            yield Fault(("dates",), text, "date")
        elif not self.days and not self.dates:
            text = f"neither days nor dates are given; write {self.example}"
            yield Fault((), text, "date", lacks=("days", "dates"))
        elif self.dates:
            on_days = {"every": self.every, "from": self.from_, "until": self.until}
            for name, value in on_days.items():
                if value:
                    text = "it says nothing of listed dates; take it out"
                    yield Fault((name,), text, "date")
        if self.from_ and self.until and self.until < self.from_:
            yield _before("until", self.until, "its from", self.from_)


@dataclass(frozen=True, slots=True)
class SectionEntry(Entry):
    """A group that shares the sessions of the course, at meetings of its own."""

    example = "{name: Group A, meetings: {days: Mon, time: 13:00-16:00}}"
    needs = (("meetings",),)

    name: str = needed_key(TEXT, "What the section is called, such as Group A.")
    meetings: tuple[MeetingEntry, ...] = key_of_many(
        kind_of(MeetingEntry), "When and where it meets, as meetings of the course."
    )
    where: str | None = key(TEXT, "Its room, for meetings that state none.")

    def faults_of(self) -> Iterable[Fault]:
        if not self.meetings:
            text = f"no meetings of the section are given; write {self.example}"
            yield Fault((), text, "date", lacks=("meetings",))


def _faults_of_sections(sections: tuple[SectionEntry, ...]) -> list[Fault]:
    if len(sections) > _MOST_SECTIONS:
        text = f"{len(sections)} sections are more than {_MOST_SECTIONS}; write fewer"
        return [Fault((), text, "date")]
    names = [section.name for section in sections]
    return repeated(names, "give each section a name of its own", "date")


@dataclass(frozen=True, slots=True)
class WeeksEntry(Entry):
    """How weeks are counted."""

    example = "{start: Mon, count_breaks: yes, number: yes}"

    start: int | None = key(WEEK_DAY, "The day on which a week begins. The default is Mon.")
    count_breaks: bool | None = key(
        YES_NO,
        "no: a week gets no number if all its meetings fall on breaks. The default is yes.",
    )
    number: bool | None = key(
        YES_NO, "Whether weeks are shown with their numbers: yes, unless it is stated."
    )


@dataclass(frozen=True, slots=True)
class KindEntry(Entry):
    """A kind of sessions or deadlines, such as Lab or Exam."""

    example = "{number: yes, color: green}"

    number: bool | None = key(
        YES_NO, "yes: its sessions and its deadlines have numbers by date, as in Lab 3."
    )
    color: Color | None = key(COLOR, "The color of its label; its name is always there, too.")


def _repeated_kinds(kinds: dict[str, KindEntry]) -> list[Fault]:
    names = list(kinds)
    found = repeated(names, "write each kind once, letter case aside", "course")
    return [Fault((names[int(fault.path[0])],), fault.text) for fault in found]


KINDS = fitting(labeled(TEXT, or_nothing(kind_of(KindEntry))), _repeated_kinds)

_BREAK_DAYS = "write date for one day, start and end for several"


@dataclass(frozen=True, slots=True)
class BreakEntry(Entry):
    """A day or days without class."""

    example = "{date: 2022-02-21, title: Presidents' Day}"
    needs = (("date",), ("start", "end"))

    date: dt.date | None = key(DAY, "The day, year-month-day.")
    start: dt.date | None = key(DAY, "The first of several days.")
    end: dt.date | None = key(DAY, "The last of several days.")
    title: str | None = key(TEXT, "The text of its row in the schedule.")

    def faults_of(self) -> Iterable[Fault]:
        if self.date and (self.start or self.end):
            text = f"date is given together with start or end; {_BREAK_DAYS}"
            yield Fault(("date",), text, "date")
        elif self.start and self.end and self.end < self.start:
            yield _before("end", self.end, "its start", self.start)
        elif not self.date and not (self.start and self.end):
            given = "only its start" if self.start else "only its end" if self.end else "no date"
            text = f"{given} is given; {_BREAK_DAYS}"
            yield Fault((), text, "date", lacks=("date", "start", "end"))


@dataclass(frozen=True, slots=True)
class CourseEntry(Entry):
    """The facts of a course in one term, for sphinx-seminar."""

    example = "title: My seminar"

    title: str | None = key(TEXT, "The title of the course.")
    code: str | None = key(TEXT, "Its number, such as CS 294-162.")
    term: str | None = key(TEXT, "The term's name, such as Spring 2022.")
    timezone: ZoneInfo | None = key(
        ZONE,
        "The time zone of the classroom, by its IANA name, such as America/Los_Angeles.",
    )
    start: dt.date | None = key(DAY, "The first day on which the course may meet, year-month-day.")
    end: dt.date | None = key(DAY, "The last day on which the course may meet, year-month-day.")
    meetings: tuple[MeetingEntry, ...] = key_of_many(
        kind_of(MeetingEntry), "When and where the class meets; a list, or one entry alone."
    )
    sections: tuple[SectionEntry, ...] = key_of_many(
        kind_of(SectionEntry),
        "Parallel sections that share the sessions, each with meetings of its own.",
        faults_of=_faults_of_sections,
    )
    kinds: dict[str, KindEntry] | None = key(
        KINDS, "The kinds of sessions and deadlines, each with a number or a color."
    )
    materials: dict[str, MaterialEntry] | None = key(
        MATERIALS,
        "Materials of sessions beside slides, a recording, notes and code, such as Handout, "
        "and which of them the build expects.",
    )
    weeks: WeeksEntry | None = key(kind_of(WeeksEntry), "How weeks are counted.")
    breaks: tuple[BreakEntry, ...] = key_of_many(kind_of(BreakEntry), "Days without class.")
    id: str | None = key(
        COURSE_ID,
        "A name that no other course or term has, such as cs294-162-spring-2022. "
        "Calendars and feeds recognize the course by it.",
    )
    links: tuple[dict[str, Link], ...] = key_of_many(
        LINKS, "Labels, each with an address or a text."
    )
    staff: tuple[PersonEntry, ...] = key_of_many(
        PERSON, "The people who teach the course.", faults_of=repeated_people
    )
    presenting: PresentingEntry | None = key(kind_of(PresentingEntry), "How students present.")
    bibliography: tuple[str, ...] = key_of_many(
        BIB_PATH,
        "A BibTeX file relative to this file, or several: '- @key' in a reading list is then "
        "a whole reading.",
        faults_of=_many_files,
    )
    grading: GradingEntry | None = key(
        GRADING,
        "The parts of the grade and their weights, such as "
        "{Projects: 60, Reviews: 40}; also total, schemes, bands.",
    )

    def faults_of(self) -> Iterable[Fault]:
        if self.meetings and self.sections:
            text = (
                "meetings and sections are both given; write the meetings of each section below it"
            )
            yield Fault(("meetings",), text, "date")


def _before(at: str, day: dt.date, start_name: str, start: dt.date) -> Fault:
    return Fault((at,), f"{day} is before {start_name} {start}; correct one of the two", "date")


ENTRIES: dict[str | None, type[Entry]] = {
    None: CourseEntry,
    "meetings": MeetingEntry,
    "sections": SectionEntry,
    "sections.meetings": MeetingEntry,
    "kinds.*": KindEntry,
    "materials.*": MaterialEntry,
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
"""The definition of what is behind a key of the file; at None, of the whole file.

A star is any label that the author chooses.
"""
