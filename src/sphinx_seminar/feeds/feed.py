"""What a feed is: two functions, in one file, that make files of a course."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from urllib.parse import quote

from sphinx.builders import Builder
from sphinx.util.osutil import relative_uri

if TYPE_CHECKING:
    from ..domain import SeminarDomain
    from ..pages.read.facts import ReadingFacts
    from ..plan.planned_course import PlannedCourse

Content = TypeVar("Content")
"""A frozen value: all that a file says. Its ``repr`` tells it from every other."""


@dataclass(frozen=True, slots=True)
class Site:
    """The site that the files lie in."""

    domain: SeminarDomain
    builder: Builder
    address: str | None
    """Where it is published, with a slash at the end; None where that is not known."""
    language: str

    def page(self, docname: str, anchor: str | None = None) -> str | None:
        """The address of an element of a document; None where that of the site is not known."""
        if self.address is None:
            return None
        page = f"{self.address}{self.path(docname)}"
        return f"{page}#{anchor}" if anchor else page

    def link(self, file: str, docname: str, anchor: str | None = None) -> str:
        """The address of an element of a document for who reads *file*, a path on the site.

        Relative to it, where that of the site is not known.
        """
        full = self.page(docname, anchor)
        if full is not None:
            return full
        page = relative_uri(file, self.path(docname)) or "./"
        return f"{page}#{anchor}" if anchor else page

    def download(self, file: str | None, path: str) -> str | None:
        """The address, for who reads *file*, of the copy of a file that a page offers.

        *path* is relative to the sources. None where it is not published, or where nobody knows the
        address of the site and no *file* is named.
        """
        files: Mapping[Any, Any] = self.domain.env.dlfiles  # known as texts, or as paths
        found = files.get(path) or files.get(Path(path))
        if found is None:
            return None
        copy = quote(f"_downloads/{Path(found[1]).as_posix()}")
        if self.address:
            return f"{self.address}{copy}"
        return relative_uri(file, copy) if file else None

    def readings_of(self, planned: PlannedCourse) -> dict[tuple[str, str], list[ReadingFacts]]:
        """The readings of each session, by its document and its anchor there."""
        found: dict[tuple[str, str], list[ReadingFacts]] = {}
        for docname in planned.documents:
            for reading in self.domain.documents[docname].readings:
                if reading.session_anchor is not None:
                    found.setdefault((docname, reading.session_anchor), []).append(reading)
        return found

    def path(self, docname: str) -> str:
        """Where a document is, from the root of the site."""
        if self.builder.name == "singlehtml":
            return f"{self.builder.config.root_doc}.html"
        return self.builder.get_target_uri(docname)


@dataclass(frozen=True)
class Feed(Generic[Content]):
    """Files of one sort. A file whose content is as before is not written again."""

    contents: Callable[[PlannedCourse, Site], Iterable[tuple[str, Content]]]
    """The names of a course's files, in its folder, and what each says."""
    write: Callable[[Content], bytes]
    """The file; here alone is imported what takes long."""
