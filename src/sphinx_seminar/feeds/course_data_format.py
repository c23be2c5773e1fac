"""The format of ``course.json``: its keys, their types, and where its JSON Schema is.

What each key means is in ``course-data-1.schema.json``. Within a version of the format keys are
added alone: what is there keeps its name and its meaning.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict

FILE = "course.json"
VERSION = 1
SCHEMA = Path(__file__).with_name("course-data-1.schema.json")
SCHEMA_ADDRESS = f"https://sphinx-seminar.readthedocs.io/en/latest/{SCHEMA.name}"


class StaffData(TypedDict):
    """Somebody of the staff."""

    name: str
    role: str | None


class CourseData(TypedDict):
    """The course itself."""

    id: str
    title: str | None
    code: str | None
    term: str | None
    start: str | None
    end: str | None
    timezone: str | None
    language: str
    page: str | None
    staff: list[StaffData]
    sections: list[SectionData]


class SectionData(TypedDict):
    """A group that shares the sessions of the course at meetings of its own."""

    name: str
    label: str


class DateData(TypedDict):
    """When a section has a session."""

    section: str
    uid: str
    date: str | None
    start: str | None
    end: str | None
    place: str | None


class KindData(TypedDict):
    """A kind of sessions or deadlines."""

    name: str
    label: str
    color: str | None
    numbered: bool


class LabelData(TypedDict):
    """What a session or a deadline is of a kind."""

    name: str
    label: str
    number: int | None


class LinkData(TypedDict):
    """A link beside another one, or to something handed out."""

    text: str
    address: str


class ReadingData(TypedDict):
    """Something to be read for a session."""

    id: str | None
    title: str
    remark: str | None
    label: str | None
    venue: str | None
    year: int | None
    doi: str | None
    arxiv: str | None
    address: str | None
    links: list[LinkData]
    optional: bool
    page: str | None


class MaterialData(TypedDict):
    """What a session hands out of one sort."""

    name: str
    label: str
    soon: bool
    release: str | None
    links: list[LinkData]


class PresentersData(TypedDict):
    """Who presents in one role."""

    role: str
    label: str
    paper: str | None
    people: list[str]
    open: int


class SessionData(TypedDict):
    """A session."""

    id: str
    uid: str
    number: int | None
    title: str
    kinds: list[LabelData]
    unit: str | None
    status: str
    week: int | None
    date: str | None
    start: str | None
    end: str | None
    moved_from: str | None
    changed_on: str | None
    place: str | None
    sections: list[DateData]
    speaker: str | None
    link: str | None
    page: str
    materials: list[MaterialData]
    readings: list[ReadingData]
    presenters: list[PresentersData]


class DueData(TypedDict):
    """When something is due for a section."""

    section: str
    uid: str
    out: str | None
    date: str | None
    due: str | None


class DeadlineData(TypedDict):
    """Something due."""

    uid: str
    title: str
    kinds: list[LabelData]
    session: str | None
    out: str | None
    date: str | None
    due: str | None
    sections: list[DueData]
    link: str | None
    page: str


class BreakData(TypedDict):
    """Days without a session."""

    uid: str
    title: str
    start: str
    end: str
