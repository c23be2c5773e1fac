"""The sections that students are in, as the roster says."""

from __future__ import annotations

from collections.abc import Mapping

from ..model.compared import compared
from ..model.course import Course
from ..model.nearest import did_you_mean
from ..model.problem import Problem
from ..model.roster import Roster


def roster_sections(roster: Roster, course: Course, problems: list[Problem]) -> Mapping[str, str]:
    """The name of the section, by the key of a student; what no section is called is reported."""
    known = {compared(name): name for name in course.sections}
    found = {}
    for student in roster.students:
        if student.section is None:
            continue
        if section := known.get(compared(student.section)):
            found[student.key] = section
            continue
        text = f"course.yml has no section {student.section!r}; "
        text += did_you_mean(student.section, course.sections)
        cause = "does the column 'section' say something else?"
        assert student.source
        problems.append(Problem("signups", text, student.source, cause))
    return found
