"""An example of each key of ``course.yml``, which editors show beside its description.

They are here and not with the definitions, as no build of a site needs them.
"""

from __future__ import annotations

from collections.abc import Mapping

Example = str | int | bool | list["Example"] | dict[str, "Example"]

KEY_EXAMPLES: Mapping[str, Mapping[str, Example]] = {
    "CourseEntry": {
        "title": "Machine Learning Systems",
        "code": "CS 294-162",
        "term": "Fall 2030",
        "timezone": "America/Los_Angeles",
        "start": "2030-09-03",
        "end": "2030-12-12",
        "meetings": [{"days": "Tue Thu", "time": "9:30-10:45", "where": "Room 12"}],
        "sections": [
            {"name": "Group A", "meetings": {"days": "Mon", "time": "9:30-10:45"}},
            {"name": "Group B", "meetings": {"days": "Wed", "time": "14:00-15:15"}},
        ],
        "kinds": {"Lab": {"number": "yes", "color": "green"}},
        "materials": {"Handout": {"expected": "yes"}},
        "weeks": {"start": "Mon", "count_breaks": "yes"},
        "breaks": [{"date": "2030-11-11", "title": "Veterans Day"}],
        "id": "cs294-162-fall-2030",
        "links": {"Forum": "https://example.org/forum", "Announcements": "by e-mail"},
        "staff": [{"name": "Ada Brook", "role": "Instructor"}],
        "presenting": {"roles": ["Leader", "Scribe"], "signups": "signups.csv"},
        "bibliography": "readings.bib",
        "grading": {"Projects": 60, "Summaries": 20, "Participation": 20},
    },
    "MeetingEntry": {
        "days": "Tue Thu",
        "dates": ["2030-09-07", "2030-09-14"],
        "time": "9:30-10:45",
        "where": "Room 12",
        "kind": "Lab",
        "every": "other week",
        "from": "2030-09-10",
        "until": "2030-11-26",
        "sessions": "no",
    },
    "SectionEntry": {
        "name": "Group A",
        "meetings": {"days": "Mon", "time": "9:30-10:45"},
        "where": "Room 12",
    },
    "MaterialEntry": {"expected": "Lecture"},
    "WeeksEntry": {"start": "Mon", "count_breaks": "no", "number": "no"},
    "KindEntry": {"number": "yes", "color": "green"},
    "BreakEntry": {
        "date": "2030-11-11",
        "start": "2030-11-25",
        "end": "2030-11-29",
        "title": "Fall break",
    },
    "PersonEntry": {
        "name": "Ada Brook",
        "pronouns": "she/her",
        "role": "Instructor",
        "url": "https://example.org/ada",
        "photo": "photos/ada.jpg",
        "alt": "Ada Brook at the blackboard",
        "links": {"Papers": "https://example.org/ada/papers"},
        "office_hours": {"days": "Mon", "time": "14:00-15:00", "where": "Room 4"},
    },
    "OfficeHoursEntry": {
        "text": "by appointment",
        "days": "Mon Wed",
        "time": "14:00-15:00",
        "where": "Room 4",
    },
    "PresentingEntry": {
        "roles": ["Leader", {"name": "Scribe", "optional": "yes"}],
        "vocabulary": "role-playing",
        "signups": "signups.csv",
        "students": "students.csv",
        "due": "2030-09-17",
        "names": "initials",
        "each_student": {"at_least": 3, "distinct_roles": "yes"},
        "each_session": {"at_least": 2},
        "each_paper": {"every_role": "yes"},
    },
    "RoleEntry": {
        "name": "Scribe",
        "description": "Writes down what was said.",
        "people": "1-3",
        "per": "paper",
        "optional": "yes",
        "backup": "yes",
    },
    "StudentRulesEntry": {
        "at_least": 3,
        "at_most": 5,
        "distinct_roles": "yes",
        "every_role": "yes",
        "one_role_a_session": "yes",
        "one_slot_a_session": "yes",
        "not_two_weeks_in_a_row": "yes",
        "count_backups": "no",
    },
    "GroupRulesEntry": {"at_least": 2, "at_most": 4, "every_role": "yes"},
}
"""By the names of the definitions and of their keys."""
