"""``{course-info}``: the head of a course page."""

from __future__ import annotations

from docutils import nodes

from ..nodes import seminar_course_info
from .base import SeminarDirective


class CourseInfo(SeminarDirective):
    """When, where, who and links come from course.yml; the body's list adds rows of its own."""

    known_options = ("course",)

    def run(self) -> list[nodes.Node]:
        """Leave a placeholder with the body's content."""
        self.check_options()
        node = seminar_course_info("", docname=self.env.docname, course=self.options.get("course"))
        self.set_source_info(node)
        node += self.parse_content_to_nodes()
        return [node]
