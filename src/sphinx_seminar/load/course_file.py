"""``course.yml`` into a course, with all of its problems at once."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.course import Break, Course, Link, WeekCount
from ..model.material import OWN_MATERIALS, Material, with_own_materials
from ..model.problem import HARMLESS, Problem, Source, at_most
from ..model.session_kind import SessionKind
from .course_checks import check_dates, check_materials, term_of
from .fault import Fault
from .grading_checks import check_grading
from .loaded_course import LoadedCourse
from .meeting_pattern import all_meetings, patterns_of
from .presenting import check_presenting_files, check_presenting_keys, presenting_of
from .staff import check_photos, person_of
from .yaml_file import MAX_BYTES, YamlFile, read_yaml

if TYPE_CHECKING:
    from .course_schema import CourseEntry, WeeksEntry

# A file of nonsense must not swamp the log.
_MOST_PROBLEMS = 100
# What is behind a merge key (`<<`) is not read, and may be any of these.
_DATE_KEYS = {"timezone", "start", "end", "meetings", "sections", "weeks", "breaks", "<<"}


def load_course(path: Path, shown_path: str) -> LoadedCourse:
    """The course that the file at *path* states, which its author knows as *shown_path*.

    Nothing is raised. What is wrong is left out of the course and is among the problems; a file
    that can't be read at all yields a course without facts. Where a problem touches what dates are
    computed from, the course's ``dates_known`` is false.
    """
    try:
        content = _content(path)
    except OSError as error:
        text = f"the file can't be read: {error.strerror or 'it is no regular file'}"
        problem = Problem("course", text, Source(shown_path))
        return LoadedCourse(Course(dates_known=False), (problem,))
    file = read_yaml(content)
    if file.data is None:
        return _loaded(Course(dates_known=False), file, shown_path, list(file.faults))
    # Imported here because pydantic-core and the definitions take 30 ms or more to import, which a
    # site without a course, and a file that is no mapping, need not pay.
    from .course_entries import read_entries

    entries = read_entries(file.data)
    checked = [
        *check_dates(entries, frozenset(file.data)),
        *check_grading(entries, file.faults),
        *check_materials(entries),
        *check_photos(entries, path.parent),
        *check_presenting_keys(entries),
        *check_presenting_files(entries, path.parent),
    ]
    bibliography = None
    problems: Sequence[Problem] = ()
    if names := entries.entry.bibliography:
        from .bibliography import check_bibliography, load_bibliography  # few courses have one

        checked += check_bibliography(entries, path.parent)
        shown_folder = posixpath.dirname(shown_path)
        bibliography, problems = load_bibliography(path.parent, names, shown_folder)
    faults = [*file.faults, *entries.faults, *checked]
    doubtful = {path[0] for path in entries.touched}
    doubtful.update(fault.path[0] for fault in faults if fault.path and fault.kind not in HARMLESS)
    if "bibliography" in doubtful:
        from ..model.bibliography import Bibliography

        bibliography = replace(bibliography or Bibliography(()), is_whole=False)
    course = _course(
        entries.entry,
        Source(shown_path, file.line_of(entries.path_of(("presenting",)))),
        dates_known=doubtful.isdisjoint(_DATE_KEYS),
    )
    if course.weeks.first_day:
        course = _with_days_in_order(course)
    loaded = _loaded(course, file, shown_path, faults)
    if bibliography:
        told = (*loaded.problems, *at_most(_MOST_PROBLEMS, problems))
        loaded = replace(loaded, problems=told, bibliography=bibliography)
    if not entries.entry.id:
        return loaded
    id_line = file.line_of(entries.path_of(("id",)))
    return replace(loaded, id_source=Source(shown_path, id_line))


def _content(path: Path) -> bytes:
    """What is in the file, up to a little more than is read at all.

    Raises:
        OSError: it can't be read, or is no regular file: reading from a pipe could take for ever.
    """
    if path.exists() and not path.is_file():
        raise OSError
    with path.open("rb") as stream:
        return stream.read(MAX_BYTES + 1)


def _loaded(course: Course, file: YamlFile, shown_path: str, faults: list[Fault]) -> LoadedCourse:
    problems = [
        Problem(
            fault.kind,
            fault.message,
            Source(shown_path, fault.line or file.line_of(fault.path)),
            fault.cause,
        )
        for fault in faults
    ]
    problems.sort(key=lambda problem: problem.source.line or 0)
    return LoadedCourse(course, tuple(at_most(_MOST_PROBLEMS, problems)))


def _course(entry: CourseEntry, source: Source, *, dates_known: bool) -> Course:
    times = [meeting.time for _path, meeting in all_meetings(entry) if meeting.time]
    return Course(
        id=entry.id or _id(entry, posixpath.dirname(source.path)),
        title=entry.title,
        code=entry.code,
        term_name=entry.term,
        zone=entry.timezone,
        term=term_of(entry),
        patterns=patterns_of(entry),
        sections=tuple(section.name for section in entry.sections),
        kinds=tuple(
            SessionKind(name, kind.number or False, kind.color)
            for name, kind in (entry.kinds or {}).items()
        ),
        materials=_materials(entry),
        weeks=_weeks(entry.weeks),
        breaks=tuple(
            Break(first, last, break_.title, break_.title)
            for break_ in entry.breaks
            if (first := break_.date or break_.start) and (last := break_.date or break_.end)
        ),
        links=tuple(_links(entry)),
        staff=tuple(person_of(person) for person in entry.staff),
        grading=entry.grading.grading if entry.grading else None,
        bibliography=entry.bibliography,
        presenting=presenting_of(entry.presenting, source),
        clock=12 if any(time.twelve_hours for time in times) else 24,
        dates_known=dates_known,
    )


def _with_days_in_order(course: Course) -> Course:
    """*course*, with days of the week from the first day of its week on."""

    def ordered(days: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(sorted(days, key=lambda day: (day < course.weeks.first_day, day)))

    patterns = (replace(pattern, days=ordered(pattern.days)) for pattern in course.patterns)
    staff = (
        replace(
            person,
            office_hours=tuple(
                replace(hours, days=ordered(hours.days)) for hours in person.office_hours
            ),
        )
        for person in course.staff
    )
    return replace(course, patterns=tuple(patterns), staff=tuple(staff))


def _id(entry: CourseEntry, folder: str) -> str:
    """The id of a course that states none, which stays while its dates move.

    Folder and term alone would be those of many a course on a site of its own.
    """
    named = (folder, entry.term, entry.code or entry.title)
    return " ".join(part for part in named if part)


def _materials(entry: CourseEntry) -> tuple[Material, ...]:
    if not entry.materials:
        return OWN_MATERIALS
    from .material_entries import material_of

    return with_own_materials(material_of(*stated) for stated in entry.materials.items())


def _weeks(weeks: WeeksEntry | None) -> WeekCount:
    if weeks is None:
        return WeekCount()
    return WeekCount(
        weeks.start or 0, weeks.count_breaks is not False, has_numbers=weeks.number is not False
    )


def _links(entry: CourseEntry) -> Iterator[Link]:
    for links in entry.links:
        if set(links) == {"label", "url"}:  # the other way to write an item of a list
            yield replace(links["url"], label=links["label"].target)
        else:
            for label, link in links.items():
                yield replace(link, label=label)
