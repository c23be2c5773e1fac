"""``sphinx-seminar term``: a new term of a course, from the one that is there."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ..assign.replaced_files import NewContent, NotReplaced, replace_files
from ..model.course import Term
from ..model.listed import listed
from ..model.problem import NOTES, Source, folded
from ..plan.planned_course import PlannedCourse
from .copied_course import (
    NotCopied,
    copy_files,
    course_files,
    free_folder,
    left_files,
    whole_copy,
)
from .moved_course_file import NewTerm, NotMovable
from .new_term import CourseInNewTerm, course_in_new_term, named_files
from .next_term_name import next_term_name
from .pinned_on_pages import pinned_on_pages
from .questions import Answers, BadAnswer, Question, ask, read_date, read_options, read_words
from .site import LoadedSite, load_site
from .source_folder import NoSite
from .told_error import told_error
from .told_problem import told_problem

_COMMAND = "sphinx-seminar term"
_YEAR = timedelta(weeks=52)
_LEFT = 12
"""The most names of files or places that a line of the report lists."""


@dataclass(frozen=True, slots=True)
class TermOptions:
    """What the command line asks for."""

    srcdir: str
    given: Mapping[str, str]
    """The start, end and name of the term, where they are there."""
    course: str | None = None
    into: str | None = None
    """The folder that gets the new term, where the old one stays."""
    archive: str | None = None
    """The folder that gets the old term, where the new one takes its place."""
    keep_names: bool = False
    yes: bool = False
    dry_run: bool = False


class _Refused(ValueError):
    """Nothing can be changed."""


def term(options: TermOptions) -> int:
    """Move a course to a new term, and say what does not follow.

    Returns 0; 1 where the course has problems in its new term; 2 where nothing is changed; 130
    where the author ended it.
    """
    try:
        site = load_site(options.srcdir)
        planned = _course(site, options.course)
        copy = _copy(site, planned, options)
        new = _new_term(planned, options)
        moved = course_in_new_term(site, planned, new, keep_names=options.keep_names)
        if not options.dry_run:
            _write(site, planned, moved, copy, options)
    except (_Refused, NoSite, NotCopied, NotMovable, NotReplaced, BadAnswer) as error:
        sys.stderr.write(f"{_COMMAND}: {error}\n")
        return 2
    except OSError as error:
        sys.stderr.write(f"{_COMMAND}: {told_error(error, options.srcdir)}\n")
        return 2
    except KeyboardInterrupt:
        sys.stderr.write(f"\n{_COMMAND}: ended; nothing is changed\n")
        return 130
    report = _Report(site, planned, new, moved, copy, options)
    for line in report.lines():
        sys.stdout.write(f"{line}\n")
    return 1 if any(problem.kind not in NOTES for problem in moved.problems) else 0


@dataclass(frozen=True, slots=True)
class _Copy:
    """What is copied, beside what changes."""

    folder: str
    names: list[str]
    left: list[str]
    """What is beside them and is not copied."""


def _course(site: LoadedSite, folder: str | None) -> PlannedCourse:
    courses = site.courses.planned
    if folder is not None:
        planned = site.course_in(folder)
    elif len(courses) == 1:
        [planned] = courses.values()
    elif courses:
        names = listed(name or "." for name in courses)
        raise _Refused(f"several courses are in this site; name one with --course: {names}")
    else:
        raise _Refused("no course.yml is in this site")
    if site.courses.loaded[planned.folder or ""].broken:
        text = f"{planned.file} has problems; run 'sphinx-seminar check' and correct them first"
        raise _Refused(text)
    if planned.course.term is None:
        raise _Refused(f"{planned.file} has no start and end; write them there")
    return planned


def _copy(site: LoadedSite, planned: PlannedCourse, options: TermOptions) -> _Copy | None:
    if options.into is not None and options.archive is not None:
        text = "--into keeps the old term where it is, and --archive moves it; write one of them"
        raise _Refused(text)
    name = options.archive if options.into is None else options.into
    if name is None:
        return None
    folder, old = free_folder(site, name), planned.folder or ""
    names = course_files(site, old, named_files(planned.course))
    return _Copy(folder, names, left_files(site, old, names))


def _new_term(planned: PlannedCourse, options: TermOptions) -> NewTerm:
    old, name = planned.course.term, planned.course.term_name
    assert old

    def weeks(answers: Answers) -> int:
        return round((date.fromisoformat(answers["start"]) - old.start).days / 7)

    def end(answers: Answers) -> str:
        return str(old.end + timedelta(weeks=weeks(answers)))

    def term_name(answers: Answers) -> str | None:
        return next_term_name(name or "", old, date.fromisoformat(answers["start"]))

    asked = (
        Question("start", "First day of the term", read_date, lambda _: str(old.start + _YEAR)),
        Question("end", "Last day of the term", read_date, end),
        Question("term", "Name of the term", read_words, term_name),
    )
    given = read_options(asked, options.given)
    wanted = asked if name else asked[:2]
    answers = ask(wanted, given, silently=options.yes)
    start, last = (date.fromisoformat(answers[key]) for key in ("start", "end"))
    if last < start:
        raise _Refused(f"the term ends on {last}, before its start {start}; correct one of the two")
    return NewTerm(Term(start, last), answers.get("term") or None, weeks(answers))


def _write(
    site: LoadedSite,
    planned: PlannedCourse,
    moved: CourseInNewTerm,
    copy: _Copy | None,
    options: TermOptions,
) -> None:
    folder = site.source / (planned.folder or "")
    target = site.source / copy.folder if copy and options.into is not None else folder
    files = {target / name: content for name, content in moved.files.items()}
    if copy is None:
        replace_files(files)
        return
    originals = files if target == folder else {}
    with whole_copy(site.source, copy.folder, originals) as place:
        copy_files(folder, place, copy.names)
        replace_files(files)


def _moved_by(weeks: int) -> str:
    unit = "week" if abs(weeks) == 1 else "weeks"
    return f"{abs(weeks)} {unit} {'later' if weeks >= 0 else 'earlier'}"


@dataclass(frozen=True, slots=True)
class _Report:
    """What is changed, and what an author has to look at."""

    site: LoadedSite
    planned: PlannedCourse
    new: NewTerm
    moved: CourseInNewTerm
    copy: _Copy | None
    options: TermOptions

    def lines(self) -> Iterator[str]:
        """The lines of it."""
        if self.options.dry_run:
            for name, content in self.moved.files.items():
                yield from self._diff(name, content)
        course, term = self.moved.planned.course, self.moved.planned.course.term
        assert term
        name = ", ".join(text for text in (course.title, course.term_name) if text)
        days = f"{term.start} to {term.end}, {_moved_by(self.new.weeks)}"
        yield f"{name or self._path('course.yml')}: {days}"
        changed = [self._path(name) for name in self.moved.files]
        yield f"changed: {', '.join(changed) or 'nothing'}"
        yield from self._copied()
        yield from self._to_look_at()
        for problem in folded(self.moved.problems):
            yield told_problem(replace(problem, source=self._moved(problem.source))).text
        if self.options.dry_run:
            yield "nothing is changed yet; take --dry-run out to do so"

    def _copied(self) -> Iterator[str]:
        if self.copy is None:
            return
        count = len(self.copy.names)
        files = "1 file" if count == 1 else f"{count} files"
        old = self.planned.folder or "the front of the site"
        if self.options.into is not None:
            yield f"the old term stays in {old}, and the new one is in {self.copy.folder} ({files})"
        else:
            yield f"the old term is in {self.copy.folder} now ({files}), and the new one in {old}"
        if self.copy.left:
            yield f"not copied: {listed(self.copy.left, most=_LEFT)}"
        yield (
            f"name {self.copy.folder}/index in the {{toctree}} of a page; "
            "{courses} shows the terms of a site"
        )

    def _to_look_at(self) -> Iterator[str]:
        if self.moved.file.moved:
            keys = ", ".join(self.moved.file.moved)
            yield f"moved with the term, so look whether they are right: {keys} in course.yml"
        if self.moved.sheet and self.moved.sheet.other_columns:
            heads = listed(self.moved.sheet.other_columns)
            yield f"not emptied, as they are no roles: the columns {heads} of the sheet"
        for what, places in (
            ("pinned", pinned_on_pages(self.planned)),
            ("left from the old term", list(self._left())),
            ("recordings of the old term", list(self._recordings())),
        ):
            if places:
                told = [f"{one} ({self._moved(source)})" for one, source in places]
                yield f"{what}: {listed(told, most=_LEFT)}"

    def _left(self) -> Iterator[tuple[str, Source]]:
        """What pages say of the old term and no date tells."""
        for session in self.planned.sessions:
            facts = session.facts.session
            if facts.status == "cancelled":
                yield f"cancelled session {session.title!r}", facts.source
        told = {problem.source for problem in self.moved.problems}
        for item in self.planned.facts.announcements:
            if item.source not in told:
                yield f"announcement {item.title!r}", item.source
        if self.options.keep_names:
            return
        courses, folder = self.site.courses, self.planned.folder
        for docname in self.site.order:
            document = self.site.documents.get(docname)
            named = (
                slot.source
                for slot in (document.slots if document else ())
                if any(slot.names) and courses.folder_of(docname, slot.course) == folder
            )
            yield from (("presenters", source) for source in dict.fromkeys(named))

    def _recordings(self) -> Iterator[tuple[str, Source]]:
        """Slides and code may serve again, what was recorded is of that term.

        There is one a session, so among the rest they would leave no room for it.
        """
        for session in self.planned.sessions:
            for material in session.facts.materials:
                if material.option == "recording" and material.links:
                    yield f"of {session.title!r}", material.source

    def _diff(self, name: str, content: NewContent) -> Iterable[str]:
        before, after = (text.decode("utf-8-sig", "replace") for text in (content.old, content.new))
        lines = difflib.unified_diff(
            before.splitlines(),
            after.splitlines(),
            f"a/{self._path(name, old=True)}",
            f"b/{self._path(name)}",
            lineterm="",
        )
        return list(lines)

    def _path(self, name: str, *, old: bool = False) -> str:
        folder = self.planned.folder or ""
        if self.copy and self.options.into is not None and not old:
            folder = self.copy.folder
        return f"{folder}/{name}" if folder else name

    def _place(self, path: str) -> str:
        """Where a file of the old term is to be corrected for the new one."""
        folder = self.planned.folder
        inside = f"{folder}/" if folder else ""
        if self.copy and self.options.into is not None and path.startswith(inside):
            return f"{self.copy.folder}/{path.removeprefix(inside)}"
        return path

    def _moved(self, source: Source) -> Source:
        return source._replace(path=self._place(source.path))
