"""Edits of course.yml: dates, breaks, staff and their photos, and of the file as a whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from random import Random

from .edit_pages import Edit, words
from .edit_sessions import PEOPLE
from .site import CourseFile, Person, Site

PHOTOS = ("ada.png", "noor.png")
FOLDERS = ("", "second", "second/deep")
BIBLIOGRAPHY = "readings.bib"


def photo(number: int) -> bytes:
    """What passes for a picture: nobody looks at it."""
    return b"\x89PNG\r\n\x1a\n" + bytes([number % 256])


def _course_edit(change: Callable[[CourseFile, Random], CourseFile]) -> Edit:
    def edit(site: Site, chance: Random) -> Site | None:
        if not site.courses:
            return None
        folder, course = chance.choice(site.courses)
        return site.with_course(folder, change(course, chance))

    edit.__name__ = change.__name__.strip("_")
    return edit


def _change_name(course: CourseFile, chance: Random) -> CourseFile:
    return chance.choice(
        (
            replace(course, title=words(chance)),
            replace(course, term=f"Term {chance.randrange(9)}"),
            replace(course, where=f"Soda {chance.randrange(400)}"),
            replace(course, links=(("Reviews", words(chance)),)),
            replace(course, bibliography=chance.choice((None, BIBLIOGRAPHY))),
            replace(course, roles=chance.choice((("Author",), ("Author", "Reviewer")))),
            replace(course, weights=(("Talk", chance.randrange(10, 90)), ("Report", 50))),
        )
    )


def _change_dates(course: CourseFile, chance: Random) -> CourseFile:
    shift = timedelta(days=chance.choice((-7, -1, 1, 7)))
    return chance.choice(
        (
            replace(course, start=course.start + shift),
            replace(course, end=course.end + shift),
            replace(course, days=chance.choice(("Mon", "Mon Wed", "Tue", "Mon | Thu"))),
            replace(course, time=chance.choice(("13:00-16:00", "1pm-4pm", "9:30-11:00"))),
            replace(course, zone=chance.choice(("America/Los_Angeles", "Asia/Tokyo", None))),
            replace(course, count_breaks=not course.count_breaks),
            replace(course, labs=chance.choice((None, "Thu", "Tue Thu"))),
        )
    )


def _change_breaks(course: CourseFile, chance: Random) -> CourseFile:
    breaks = list(course.breaks)
    if breaks and chance.random() < 0.5:
        at = chance.randrange(len(breaks))
        first, last, _title = breaks.pop(at)
        if chance.random() < 0.5:
            breaks.insert(at, (first, last, words(chance)))
    else:
        day = course.start + timedelta(days=chance.randrange(60))
        breaks.append((day, day + timedelta(days=chance.choice((0, 4))), words(chance)))
    return replace(course, breaks=tuple(breaks))


def _change_staff(course: CourseFile, chance: Random) -> CourseFile:
    staff = list(course.staff)
    if not staff or (len(staff) < 4 and chance.random() < 0.3):
        return replace(course, staff=(*staff, Person(chance.choice(PEOPLE))))
    at = chance.randrange(len(staff))
    person = staff.pop(at)
    if chance.random() < 0.75:
        person = chance.choice(
            (
                replace(person, name=chance.choice(PEOPLE)),
                replace(person, role=chance.choice((None, "Instructor", "Assistant"))),
                replace(person, url=chance.choice((None, "https://people.example/x"))),
                replace(person, hours=chance.choice((None, "TBA", "Tue 9-10am"))),
                replace(person, photo=chance.choice((None, *PHOTOS))),
            )
        )
        staff.insert(chance.randrange(len(staff) + 1), person)
    return replace(course, staff=tuple(staff))


def _break_or_mend_file(course: CourseFile, chance: Random) -> CourseFile:
    return replace(course, is_broken=not course.is_broken)


def _empty_or_fill_file(course: CourseFile, chance: Random) -> CourseFile:
    return replace(course, only_title=not course.only_title)


def add_or_remove_course(site: Site, chance: Random) -> Site | None:
    folder = chance.choice(FOLDERS)
    if any(found == folder for found, _course in site.courses):
        return site.with_course(folder, None)
    person = Person(chance.choice(PEOPLE), url=chance.choice((None, "https://people.example/y")))
    return site.with_course(folder, CourseFile(title=words(chance), staff=(person,)))


def change_photo(site: Site, chance: Random) -> Site | None:
    folder = chance.choice(["", *(folder for folder, _course in site.courses)])
    name = chance.choice(PHOTOS)
    path = f"{folder}/{name}" if folder else name
    is_there = any(found == path for found, _content in site.files)
    gone = is_there and chance.random() < 0.4
    return site.with_file(path, None if gone else photo(chance.randrange(256)))


def change_bibliography(site: Site, chance: Random) -> Site | None:
    folder = chance.choice(["", *(folder for folder, _course in site.courses)])
    path = f"{folder}/{BIBLIOGRAPHY}" if folder else BIBLIOGRAPHY
    entry = (
        "@inproceedings{known, title={Known NUMBER}, author={Brook, Ada}, booktitle={OSDI}, "
        "year={2018}, url={https://x.example/known}}\n"
    )
    content = entry.replace("NUMBER", str(chance.randrange(9))).encode()
    return site.with_file(path, chance.choice((None, content, content)))


EDITS: tuple[Edit, ...] = (
    change_bibliography,
    _course_edit(_change_name),
    _course_edit(_change_dates),
    _course_edit(_change_dates),
    _course_edit(_change_breaks),
    _course_edit(_change_breaks),
    _course_edit(_change_staff),
    _course_edit(_change_staff),
    _course_edit(_change_staff),
    _course_edit(_break_or_mend_file),
    _course_edit(_empty_or_fill_file),
    add_or_remove_course,
    add_or_remove_course,
    change_photo,
)
