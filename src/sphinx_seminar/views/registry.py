"""Every view by its name, one line each. A view is imported when a site first uses it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from .view import SiteView, View


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a view is, and the directive that it takes the place of."""

    module: str
    """The module of this package that has it as ``VIEW``."""
    options: tuple[str, ...] | None = None
    """Those of its directive; None where the directive has a file of its own, or is none."""
    orders: tuple[str, ...] = ()
    """What its option ``by`` may say, the first where it is not there; none without that option."""


VIEWS: Mapping[str, Entry] = {
    "announcements": Entry("announcements"),
    "course-info": Entry("course_info"),
    "courses": Entry("courses", options=("in",)),
    "deadline": Entry("deadline"),
    "deadlines": Entry("deadlines", options=("course",)),
    "edit-link": Entry("edit_link"),
    "grading": Entry("grading", options=("scheme", "course")),
    "materials": Entry("materials", options=("by", "course"), orders=("session", "name")),
    "my-presentations": Entry("presenters.my_presentations", options=("course",)),
    "person": Entry("person_link"),
    "presenters": Entry("presenters.presenters"),
    "reading": Entry("reading_link"),
    "reading-list": Entry(
        "reading_list", options=("by", "course"), orders=("session", "venue", "first use")
    ),
    "release": Entry("release"),
    "roles": Entry("presenters.roles", options=("course",)),
    "schedule": Entry("schedule.schedule"),
    "session": Entry("session_link"),
    "session-head": Entry("session_head"),
    "signups": Entry("presenters.signups", options=("course",)),
    "staff": Entry("staff", options=("course",)),
    "this-week": Entry("this_week.this_week", options=("course",)),
    "timetable": Entry("timetable", options=("course",)),
}


@cache
def view_named(name: str) -> View[Any] | SiteView[Any]:
    """The view of a name; all of them together take 88 ms to import, and most sites use few."""
    module = import_module(f"{__package__}.{VIEWS[name].module}")
    view: View[Any] | SiteView[Any] = module.VIEW
    return view
