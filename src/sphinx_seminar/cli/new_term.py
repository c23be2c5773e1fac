"""A course in its next term: the files that change, and how it is planned then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from ..assign.replaced_files import NewContent
from ..load.course_file import load_course
from ..load.course_path import file_in
from ..load.csv_file import read_csv
from ..load.loaded_file import LoadedFile
from ..load.roster_file import read_roster
from ..load.signups_file import read_signups
from ..model.course import Course
from ..model.problem import Problem
from ..plan.courses import Courses
from ..plan.planned_course import PlannedCourse
from ..plan.planning import plan
from .moved_course_file import MovedFile, NewTerm, NotMovable, moved_course_file
from .moved_sheet import MovedSheet, empty_roster, moved_sheet
from .site import LoadedSite


@dataclass(frozen=True, slots=True)
class CourseInNewTerm:
    """What a new term makes of a course."""

    files: Mapping[str, NewContent]
    """What changes, by the path below the course's folder."""
    file: MovedFile
    sheet: MovedSheet | None
    planned: PlannedCourse
    problems: tuple[Problem, ...]
    """What a build would tell of it across its files and pages."""


def course_in_new_term(
    site: LoadedSite, planned: PlannedCourse, new: NewTerm, *, keep_names: bool
) -> CourseInNewTerm:
    """The course of *planned* in the term *new*. Raises `NotMovable`."""
    folder = site.source / (planned.folder or "")
    old_text = (folder / "course.yml").read_bytes().decode("utf-8-sig")
    file = moved_course_file(old_text, new)
    course = _course(file, planned, new)
    mark = b"\xef\xbb\xbf" if (folder / "course.yml").read_bytes()[:1] == b"\xef" else b""
    files = {"course.yml": mark + file.text.encode()}
    without_sheet = replace(site.courses.loaded[planned.folder or ""], course=course, sheet=None)
    days = _days(site, planned, without_sheet)
    presenting, sheet = planned.course.presenting, None
    loaded = without_sheet
    if presenting.signups and planned.presenting.sheet:
        path = file_in(folder, presenting.signups, "sheet")
        sheet = moved_sheet(path.read_bytes(), planned, days, new.day, keep_names=keep_names)
        files[presenting.signups] = sheet.content
        source = planned.presenting.sheet.source.path
        found, _ = read_signups(read_csv(sheet.content), presenting.roles, source)
        loaded = replace(loaded, sheet=found)
    if presenting.students and planned.presenting.roster and not keep_names:
        path = file_in(folder, presenting.students, "roster")
        content = empty_roster(path.read_bytes())
        files[presenting.students] = content
        assert planned.presenting.roster.source
        roster, _ = read_roster(read_csv(content), planned.presenting.roster.source.path)
        loaded = replace(loaded, roster=roster)
    then, problems = _planned(site, planned, loaded)
    old = {name: (folder / name).read_bytes() for name in files}
    changed = {
        name: NewContent(old[name], content)
        for name, content in files.items()
        if old[name] != content
    }
    return CourseInNewTerm(changed, file, sheet, then, tuple(problems))


def _course(file: MovedFile, planned: PlannedCourse, new: NewTerm) -> Course:
    """The course that the file states now. Raises `NotMovable` where that is not the term *new*."""
    old = planned.course
    with TemporaryDirectory() as scratch:
        for name in named_files(old):
            place = Path(scratch, name)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.touch()
        path = Path(scratch, "course.yml")
        path.write_text(file.text, encoding="utf-8", newline="")
        loaded = load_course(path, planned.file)
    course = loaded.course
    if not course.dates_known or course.term is None:
        told = "; ".join(problem.message for problem in loaded.problems)
        raise NotMovable(f"{planned.file} does not fit that term: {told}")
    if file.states_term and course.term != new.term:
        text = f"{planned.file} states its term in a way that can't be changed in place"
        raise NotMovable(f"{text}; write start: {new.term.start} and end: {new.term.end} there")
    return replace(
        old,
        term=course.term,
        term_name=course.term_name,
        patterns=course.patterns,
        breaks=course.breaks,
        presenting=replace(old.presenting, due=course.presenting.due),
    )


def named_files(course: Course) -> Iterator[str]:
    """The files beside ``course.yml`` that it names: sheet, roster, photos."""
    presenting = course.presenting
    photos = (person.photo for person in course.staff)
    yield from (name for name in (presenting.signups, presenting.students, *photos) if name)


def _days(site: LoadedSite, planned: PlannedCourse, loaded: LoadedFile) -> dict[str, date]:
    """The day of each session in the new term."""
    then, _problems = _planned(site, planned, loaded)
    rows = then.schedule.by_session.items()
    return {session: row.meeting.day for session, row in rows if row.meeting}


def _planned(
    site: LoadedSite, planned: PlannedCourse, loaded: LoadedFile
) -> tuple[PlannedCourse, list[Problem]]:
    folder = planned.folder or ""
    courses = Courses(loaded={**site.courses.loaded, folder: loaded})
    term = loaded.course.term
    assert term
    # As on its first day: what is over on that day is left from another term.
    problems = plan(courses, site.documents, site.order, lambda _zone: term.start)
    inside = f"{folder}/" if folder else ""
    return courses.planned[folder], [p for p in problems if p.source.path.startswith(inside)]
