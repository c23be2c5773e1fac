"""``{signups}``: all sessions by all presenting roles, and whether the rules hold."""

from __future__ import annotations

from .course_view import CourseViewDirective


class Signups(CourseViewDirective):
    """The sign-up sheet and the pages say who presents; the body follows the tables."""

    view = "signups"
