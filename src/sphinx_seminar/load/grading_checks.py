"""What in a grading does not add up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from .fault import Fault

if TYPE_CHECKING:  # importing it imports pydantic-core, see course_file.py
    from .course_entries import CourseEntries


def check_grading(entries: CourseEntries, told: Iterable[Fault]) -> Iterator[Fault]:
    """The sums and bands that are wrong, unless a value among them is wrong itself.

    *told* is what is wrong with the file as YAML.
    """
    grading = entries.entry.grading
    touched = {path[0] for path in entries.touched} | {
        fault.path[0] for fault in told if fault.path
    }
    if grading is None or "grading" in touched:
        return
    for wrong in grading.faults:
        yield Fault(("grading", *wrong.path), wrong.text, wrong.kind)
