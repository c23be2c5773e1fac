"""What in a grading does not add up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .fault import Fault

if TYPE_CHECKING:  # importing it imports pydantic, see course_file.py
    from .course_entries import CourseEntries


def check_grading(entries: CourseEntries) -> Iterator[Fault]:
    """The sums and bands that are wrong, unless a value among them is wrong itself."""
    grading = entries.entry.grading
    if grading is None or any(path[0] == "grading" for path in entries.touched):
        return
    for wrong in grading.wrongs:
        yield Fault(("grading", *wrong.at), wrong.text, wrong.kind)
