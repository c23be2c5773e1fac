"""What a feed is: two functions, in one file, that make files of a course."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from sphinx.builders import Builder

if TYPE_CHECKING:
    from ..domain import SeminarDomain
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

    def path(self, docname: str) -> str:
        """Where a document stands, from the root of the site."""
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
