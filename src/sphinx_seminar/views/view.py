"""What a view is: four functions, in one file, that say what a directive shows of a course."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from docutils import nodes

if TYPE_CHECKING:
    from ..plan.courses import Courses
    from ..plan.planned_course import PlannedCourse
    from .page import Page

Options = Mapping[str, Any]
"""What a directive says of itself: its options, checked and hashable, and where it is."""

Body = nodes.Element
"""The placeholder, with what the author wrote in it as its children."""

Shown = TypeVar("Shown")
"""A frozen value: all that a view shows beside its body. Its ``repr`` tells it from every other."""


def _nothing(*_of: object) -> None:
    return None


def _no_documents(_shown: object) -> Iterable[str]:
    return ()


@dataclass(frozen=True)
class View(Generic[Shown]):
    """A view of one course.

    What `draw` may use is what `show` gives and the body, so that a page whose views show the same
    as before need not be written.
    """

    show: Callable[[PlannedCourse, Options, str], Shown]
    """What a document's view shows of a course."""
    draw: Callable[[Shown, Body, Page], list[nodes.Node]]
    """The nodes that take the place of the body."""
    missing: Callable[[PlannedCourse, Options], str | None] = _nothing
    """What the course lacks that this view shows, and what to write; None where all is there."""
    gathers: Callable[[Shown], Iterable[str]] = _no_documents
    """The documents whose content it copies, from which it may draw."""
    is_governed: bool = True
    """Whether it shows facts of course.yml: its body alone where no such file governs its page."""


@dataclass(frozen=True)
class SiteView(Generic[Shown]):
    """A view of all courses of a site; for the rest as `View`."""

    show: Callable[[Courses, Options, str], Shown | None]
    draw: Callable[[Shown, Body, Page], list[nodes.Node]]
    missing: Callable[[Courses, Options, str], str | None] = _nothing
    gathers: Callable[[Shown], Iterable[str]] = _no_documents
