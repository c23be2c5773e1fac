"""The courses of a site: what was loaded from files, and what was planned from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..model.course import Course
from ..places import governing_folder, named_folder
from .planned_course import PlannedCourse

if TYPE_CHECKING:
    from ..model.roster import Roster
    from ..model.signup import SignupSheet


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """A ``course.yml`` as it was loaded."""

    course: Course
    broken: bool
    """Whether it has problems, so that its pages must say so."""
    sheet: SignupSheet | None = None
    roster: Roster | None = None


@dataclass
class Courses:
    """All courses of a site; their folders are relative to the sources, ``""`` the root."""

    loaded: dict[str, LoadedFile] = field(default_factory=dict)
    planned: dict[str, PlannedCourse] = field(default_factory=dict)
    ungoverned: dict[str, PlannedCourse] = field(default_factory=dict)
    """By document: sessions that no course governs are a schedule of their page alone."""
    linkable: list[PlannedCourse] = field(default_factory=list)
    """Those of all these that have a session or a person to link to."""

    def folder_of(self, docname: str, named: str | None) -> str | None:
        """The folder of the course that a document's directive speaks of."""
        if named:
            return named_folder(docname, named, self.loaded)
        return governing_folder(docname, self.loaded)

    def planned_for(self, docname: str, named: str | None) -> PlannedCourse | None:
        """The course that governs a document, or the one that it names."""
        folder = self.folder_of(docname, named)
        if folder is not None:
            return self.planned.get(folder)
        return self.ungoverned.get(docname)
