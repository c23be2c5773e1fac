"""Labels: the kinds of a session or a deadline as readers see them, numbered where wanted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .compared import compared
from .course import Course
from .session_kind import Color

_COMMAS = "\uff0c\u3001\u060c"


# Without slots, as a session: the environment holds many of them.
@dataclass(frozen=True)
class WrittenKind:
    """One of the kinds that ``:kind:`` of a page names."""

    name: str
    """As its author writes it; meetings and ``kinds:`` are found by it."""
    text: str
    """As readers see it: translated, where the page is."""


@dataclass(frozen=True, slots=True)
class Label:
    """A kind as readers see it."""

    name: str
    """As its author writes it; its class is made of it."""
    text: str
    number: int | None = None
    """Counted from 1 in order of date; None where its kind is not numbered, or no date is known."""
    color: Color | None = None


def kind_names(text: str | None) -> tuple[str, ...]:
    """The kinds that ``:kind:`` names, apart by commas, each once."""
    if not text:
        return ()
    for comma in _COMMAS:
        text = text.replace(comma, ",")
    found: dict[str, str] = {}
    for part in text.split(","):
        if name := " ".join(part.split()):
            found.setdefault(compared(name), name)
    return tuple(found.values())


def count_labels(
    course: Course, items: Iterable[tuple[str, tuple[WrittenKind, ...], bool]]
) -> dict[str, tuple[Label, ...]]:
    """The labels of *items*, by their keys; those without any are left out.

    An item is its key, its kinds, and whether it is counted; they come in the order of counting.
    """
    stated = {compared(kind.name): kind for kind in course.kinds}
    counts: dict[str, int] = {}
    found: dict[str, tuple[Label, ...]] = {}
    for key, kinds, is_counted in items:
        labels = []
        for written in kinds:
            name = compared(written.name)
            kind = stated.get(name)
            number = None
            if kind and kind.is_numbered and is_counted:
                number = counts[name] = counts.get(name, 0) + 1
            # The page's own translation goes before that of course.yml.
            text = written.text if written.text != written.name else course.kind_name(written.name)
            labels.append(Label(written.name, text, number, kind.color if kind else None))
        if labels:
            found[key] = tuple(labels)
    return found
