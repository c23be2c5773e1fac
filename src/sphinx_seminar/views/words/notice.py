"""What a page says where its course.yml has problems: never a page that looks right and is not."""

from __future__ import annotations

from typing import Literal

from docutils import nodes

from ...locale import _
from ...plan.planned_course import PlannedCourse

Notice = Literal["facts", "dates"]
"""What cannot be shown: some facts, or all dates."""


def notice_of(planned: PlannedCourse) -> Notice | None:
    """What a course cannot show; None where its course.yml has no problem."""
    if not planned.broken:
        return None
    return "facts" if planned.course.dates_known else "dates"


def notice_nodes(notice: Notice | None) -> list[nodes.Node]:
    """A visible warning, or nothing where all is well."""
    if notice is None:
        return []
    text = _("The dates of this course cannot be shown: course.yml has problems.")
    if notice == "facts":
        text = _("Some facts of this course are missing here: course.yml has problems.")
    return [nodes.warning("", nodes.paragraph("", text))]
