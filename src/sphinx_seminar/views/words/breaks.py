"""What a break is called."""

from __future__ import annotations

from ...locale import _
from ...model.course import Break


def break_title(break_: Break) -> str:
    """As the author calls it; a break may have no name."""
    # For translators: a day on which the course does not meet
    return break_.title or _("No class")
