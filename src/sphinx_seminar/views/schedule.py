"""The schedule: as a table in html, elsewhere as a list of sessions with their content whole."""

from __future__ import annotations

from docutils import nodes

from ..nodes import seminar_schedule
from .context import ViewContext
from .notice import broken_notice
from .schedule_list import schedule_list
from .schedule_rows import shown_rows
from .schedule_table import schedule_table


def schedule_view(placeholder: seminar_schedule, context: ViewContext) -> list[nodes.Node]:
    """All rows of the course, the sessions' content in them."""
    planned = context.planned(placeholder)
    if planned is None:
        return []
    rows = shown_rows(placeholder, planned, context)
    draw = schedule_table if context.is_html else schedule_list
    return [*broken_notice(planned), *draw(placeholder, planned, rows, context)]
