"""Edits of sign-ups: the sheet, the names that are shown, and what shows them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random

from .edit_pages import Edit, any_page
from .edit_sessions import PEOPLE, add_to_a_session
from .site import CourseFile, Ours, Site

SHEET = "signups.csv"
VIEWS = (":::{signups}\n:::", ":::{my-presentations}\n:::", ":::{roles}\n:::")


def write_sheet(site: Site, chance: Random) -> Site | None:
    """Fill the sheet of a course anew, and let the course name it."""
    if not site.courses:
        return None
    folder, course = chance.choice(site.courses)
    path = f"{folder}/{SHEET}" if folder else SHEET
    site = site.with_file(path, _sheet(course, chance).encode())
    return site.with_course(folder, replace(course, signups=SHEET))


def _sheet(course: CourseFile, chance: Random) -> str:
    rows = ["Date,Author,Reviewer"]
    for week in range(chance.randint(1, 5)):
        names = [chance.choice((*PEOPLE, "", "TBA")) for _role in ("Author", "Reviewer")]
        rows.append(",".join([str(course.start + timedelta(weeks=week)), *names]))
    return "\n".join(rows) + "\n"


def leave_sheet(site: Site, chance: Random) -> Site | None:
    """The course names no sheet any more, or one that is not there."""
    if not site.courses:
        return None
    folder, course = chance.choice(site.courses)
    path = f"{folder}/{SHEET}" if folder else SHEET
    if chance.random() < 0.5:
        return site.with_file(path, None)
    return site.with_course(folder, replace(course, signups=None))


def show_names(site: Site, chance: Random) -> Site | None:
    if not site.courses:
        return None
    folder, course = chance.choice(site.courses)
    names = chance.choice(("full", "full", "initials", "given", "hidden"))
    return site.with_course(folder, replace(course, names=names))


def add_signup_view(site: Site, chance: Random) -> Site | None:
    page = any_page(site, chance)
    if len(page.parts) > 5:
        return None
    return site.with_page(page, replace(page, parts=(*page.parts, Ours(chance.choice(VIEWS)))))


def present_from_sheet(site: Site, chance: Random) -> Site | None:
    """A ``{presenters}`` without a body shows the sheet's rows for its session."""
    return add_to_a_session(site, chance, Ours(":::{presenters}\n:::"))


EDITS: tuple[Edit, ...] = (
    write_sheet,
    write_sheet,
    write_sheet,
    leave_sheet,
    show_names,
    add_signup_view,
    present_from_sheet,
)
