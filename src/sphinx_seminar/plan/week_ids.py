"""The ids of weeks, where the schedules of several courses are on one page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..pages.read.facts import DocumentFacts
from ..pages.title_id import free_id, title_id
from .courses import Courses


def part_weeks(courses: Courses, documents: Mapping[str, DocumentFacts]) -> None:
    """Give the weeks of a course ids of its own where its schedule is on a page of several.

    The first course of a page keeps the ids that it has alone, so a course that is added below
    breaks no link.
    """
    on_page: dict[str, set[str]] = {}
    for folder, planned in courses.planned.items():
        if planned.facts.schedule_page:
            on_page.setdefault(planned.facts.schedule_page[0], set()).add(folder)
    for docname, folders in on_page.items():
        if len(folders) == 1:
            continue
        named = (facts.course for facts in documents[docname].schedules)
        found = dict.fromkeys(courses.folder_of(docname, name) or "" for name in named)
        _first, *others = (folder for folder in found if folder in folders)
        taken: set[str] = set()
        for folder in others:
            base = free_id(title_id(folder, "seminar") if folder else "seminar-course", taken)
            taken.add(base)
            planned = courses.planned[folder]
            facts = replace(planned.facts, week_ids=f"{base}-week-")
            courses.planned[folder] = replace(planned, facts=facts)
