"""The courses of a site: what was loaded from files, and what was planned from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..load.loaded_file import LoadedFile
from ..paths import course_folder
from .planned_course import PlannedCourse

if TYPE_CHECKING:
    from ..pages.read.listings import Listing
    from .planned_course import NameKind, PlannedSession


@dataclass
class Courses:
    """All courses of a site; their folders are relative to the sources, ``""`` the root."""

    loaded: dict[str, LoadedFile] = field(default_factory=dict)
    planned: dict[str, PlannedCourse] = field(default_factory=dict)
    ungoverned: dict[str, PlannedCourse] = field(default_factory=dict)
    """By document: sessions that no course governs are a schedule of their page alone."""
    listings: Mapping[str, Listing] = field(default_factory=dict)
    """Where documents are listed, if a schedule shows units of what is on pages of its own."""
    linkable: list[PlannedCourse] = field(default_factory=list)
    """Those of all these that have something to link to."""

    def folder_of(self, docname: str, named: str | None) -> str | None:
        """The folder of the course that a document's directive speaks of."""
        return course_folder(docname, named, self.loaded)

    def planned_for(self, docname: str, named: str | None) -> PlannedCourse | None:
        """The course that governs a document, or the one that it names."""
        folder = self.folder_of(docname, named)
        if folder is not None:
            return self.planned.get(folder)
        return self.ungoverned.get(docname)

    def near(self, docname: str) -> Iterator[PlannedCourse]:
        """The course of a document first, then the others that have something to link to."""
        own = self.planned_for(docname, None)
        if own is not None:
            yield own
        yield from (course for course in self.linkable if course is not own)

    def meant(self, docname: str, target: str) -> tuple[list[PlannedCourse], str]:
        """The courses in which a cross-reference of a document looks, and the name there.

        ``folder/name`` names a course, too.
        """
        folder, slash, name = target.rpartition("/")
        if slash and folder in self.planned:
            return [self.planned[folder]], name
        return list(self.near(docname)), target

    def find_session(self, docname: str, target: str, *, by_title: bool) -> PlannedSession | None:
        """The session that a cross-reference of a document names, by id or ``folder/id``.

        Where *by_title*, a title names one too: the author's own, then its translation.
        """
        near, name = self.meant(docname, target)
        kinds: tuple[NameKind, ...] = ("id", "own_title", "title") if by_title else ("id",)
        for kind in kinds:
            for course in near:
                if found := course.session_by(kind, name):
                    return found
        return None
