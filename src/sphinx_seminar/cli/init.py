"""``sphinx-seminar init``: writes a new course."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from ..load.course_file import load_course
from ..load.course_path import file_in
from ..load.loaded_course import LoadedCourse
from ..load.yaml_file import MAX_BYTES
from ..model.course import Course
from ..model.listed import listed
from ..model.person_name import safe_cell
from ..model.problem import NOTES
from ..today import today
from .questions import BadAnswer, ask, questions, read_options
from .scaffold import NewFile, course_file, new_files, new_sessions
from .written_files import Refused, refuse_overwriting, write_files

_COMMAND = "sphinx-seminar init"


@dataclass(frozen=True, slots=True)
class InitOptions:
    """What the command line asks for."""

    folder: str
    given: Mapping[str, str]
    """What is answered already, by the name of its option."""
    source: str | None = None
    """The path of a ``course.yml`` that states the facts, in place of answers."""
    yes: bool = False
    """Whether what is proposed is taken without a question."""
    dry_run: bool = False


def init(options: InitOptions) -> int:
    """Write a course that builds.

    Returns 0; 2 where something keeps it from being written; 130 where the author ended it.
    """
    folder = Path(options.folder)
    try:
        content = _given_file(options) if options.source else _answered(options, folder)
        course, files = _new_course(content, options)
        kept = [file for file in files if _is_kept(file, folder, options)]
        written = [file for file in files if file not in kept]
        refuse_overwriting(written, folder)
        if not options.dry_run:
            write_files(written, folder)
    except (Refused, BadAnswer) as error:
        sys.stderr.write(f"{_COMMAND}: {error}\n")
        return 2
    except KeyboardInterrupt:
        sys.stderr.write(f"\n{_COMMAND}: ended; nothing is written\n")
        return 130
    for line in (
        *_found(course, written, kept),
        *next_commands(options.folder, dry_run=options.dry_run),
    ):
        sys.stdout.write(f"{line}\n")
    return 0


def _given_file(options: InitOptions) -> bytes:
    assert options.source
    if options.given:
        names = listed(f"--{name}" for name in options.given)
        raise Refused(f"--from gives the facts of the course; take out {names}, or --from")
    try:
        with Path(options.source).open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        text = f"{options.source}: the file can't be read: {error.strerror}"
        raise Refused(text) from None


def _answered(options: InitOptions, folder: Path) -> bytes:
    asked = questions(folder.resolve().name, today(None))
    answers = ask(asked, read_options(asked, options.given), silently=options.yes)
    start = date.fromisoformat(answers["start"])
    facts = {
        **dict.fromkeys(("term", "where")),
        **answers,
        "roles": [role for name in answers["roles"].split(",") if (role := name.strip())],
        "example_break": start + timedelta(weeks=5),
        "example_break_end": start + timedelta(weeks=5, days=4),
        "example_due": start + timedelta(weeks=2),
    }
    return course_file(facts)


def _new_course(content: bytes, options: InitOptions) -> tuple[Course, list[NewFile]]:
    """The course and its files, which are looked at as a build does before any is written."""
    with TemporaryDirectory() as scratch:
        path = Path(scratch, "course.yml")
        path.write_bytes(content)
        # It misses the files that are made below.
        course = load_course(path, "course.yml").course
        _refuse_formulas(course)
        files = [*new_files(course, content), *_photos(course, options)]
        for file in files:
            place = Path(scratch, file.path)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file.content)
        _refuse_faulty(load_course(path, options.source or "course.yml"), options)
    if not new_sessions(course) and not options.source:
        assert course.term
        days = f"{course.term.start} to {course.term.end}"
        raise Refused(f"no meeting falls in the term ({days}); correct --days, --start or --end")
    return course, files


def _photos(course: Course, options: InitOptions) -> Iterator[NewFile]:
    """The photos beside a file that names them; of one that is not there, a line is reported."""
    for photo in dict.fromkeys(person.photo for person in course.staff if person.photo):
        assert options.source
        try:
            found = file_in(Path(options.source).parent, photo, "photo")
        except ValueError:
            continue
        yield NewFile(photo, found.read_bytes())


def _refuse_formulas(course: Course) -> None:
    """What a spreadsheet changes when it opens the sheet would be no role any more."""
    for role in course.presenting.roles:
        if course.presenting.signups and safe_cell(role.name) != role.name:
            raise Refused(f"a spreadsheet takes the role {role.name!r} for a formula; rename it")


def _refuse_faulty(loaded: LoadedCourse, options: InitOptions) -> None:
    wrong = [problem for problem in loaded.problems if problem.kind not in NOTES]
    if wrong and options.source:
        told = "".join(f"\n{problem.source}: {problem.message}" for problem in wrong)
        raise Refused(f"{options.source} has problems; correct them first{told}")
    if wrong:
        raise Refused("; ".join(problem.message for problem in wrong))


def _is_kept(file: NewFile, folder: Path, options: InitOptions) -> bool:
    """Whether a file that is there already may do as it is."""
    path = folder / file.path
    if not path.is_file():
        return False
    if file.needs:
        return True
    beside = options.source and Path(options.source).resolve() == (folder / "course.yml").resolve()
    return bool(beside) and Path(file.path).suffix not in {".md", ".py"}


def _found(course: Course, written: Iterable[NewFile], kept: Iterable[NewFile]) -> Iterator[str]:
    count = len(new_sessions(course))
    term = f", {course.term.start} to {course.term.end}" if course.term else ""
    yield f"{course.title or 'Course'}: {_count(count)}{term}"
    yield from (f"  {file.path}" for file in written)
    yield from (
        f"  {file.path} is there and stays as it is{f'; {file.needs}' if file.needs else ''}"
        for file in kept
    )


def _count(number: int) -> str:
    return "1 session" if number == 1 else f"{number or 'no'} sessions"


def next_commands(folder: str, *, dry_run: bool) -> Iterator[str]:
    """What to run when a course is in *folder*."""
    if dry_run:
        yield "nothing is written yet; take --dry-run out to do so"
        return
    yield "next:"
    if folder not in {".", ""}:
        yield f"  cd {shlex.quote(folder)}"
    yield "  pip install -r requirements.txt"
    yield "  sphinx-seminar serve --open"
