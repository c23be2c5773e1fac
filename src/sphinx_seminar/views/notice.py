"""What a page says where its course.yml has problems: never a page that looks right and is not."""

from __future__ import annotations

from docutils import nodes

from ..locale import _
from ..plan.planned_course import PlannedCourse


def broken_notice(planned: PlannedCourse) -> list[nodes.Node]:
    """A visible warning, or nothing where all is well."""
    if not planned.broken:
        return []
    if planned.course.dates_known:
        text = _("Some facts of this course are missing here: course.yml has problems.")
    else:
        text = _("The dates of this course cannot be shown: course.yml has problems.")
    return [nodes.warning("", nodes.paragraph("", text))]
