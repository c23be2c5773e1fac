"""``sphinx-seminar import``: writes a course from a page or a table that there is."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from ..importers.addresses import Addresses
from ..importers.column import NoColumn
from ..importers.dates import NoYear, date_all
from ..importers.findings import Findings, Place
from ..importers.header_words import KINDS, Kind
from ..importers.imported import ImportedSession
from ..importers.jekyll import root_of, site_facts
from ..importers.meetings import NewMeetings
from ..importers.schedule_page import roles_of, schedule_page
from ..importers.sessions import imported_sessions
from ..importers.source import NotReadable, joined, read_source
from ..importers.table import SourcePage
from ..importers.term import (
    NewBreak,
    NewTerm,
    in_order_of_dates,
    infer_term,
    one_a_day,
)
from ..importers.week import in_week, on_class_days
from ..load.course_file import load_course
from ..load.time_zone import read_zone
from ..load.yaml_file import MAX_BYTES
from ..model.nearest import did_you_mean
from ..model.notation import parse_times
from ..model.problem import NOTES
from ..today import today
from .import_files import refuse_own_course, source_files
from .init import next_commands
from .questions import machine_zone, read_words
from .scaffold import NewFile, course_file, in_yaml, new_files
from .written_files import Refused, refuse_overwriting, write_files

_COMMAND = "sphinx-seminar import"
_TERM = re.compile(
    r"[(\uff08]?(?<!\w)((?:(?:Spring|Summer|Fall|Autumn|Winter)(?: Quarter| Semester| Term)?"
    r"|(?:Winter|Sommer|Herbst|Frühjahrs|Frühlings)semester|WiSe|SoSe|WS|SS|HS|FS"
    r"|(?:Semestre (?:de |d['’]))?(?:automne|hiver|printemps|été|otoño|primavera|verano|invierno)"
    r"),? (?:19|20|21)\d\d(?:[/–-](?:\d{4}|\d\d))?|(?:19|20|21)\d\d年度?\s?(?:[春秋前後]学?期))"
    r"(?![\w/-])[)\uff09]?",
    re.IGNORECASE,
)
REPORT = "import-report.txt"
"""The file that says how the source was read, and what was left out."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the command line asks for."""

    sources: Sequence[str]
    into: str
    given: Mapping[str, str]
    """Facts of the course that the source may not say, by the name of their option."""
    columns: Sequence[str] = ()
    """What columns are, each as ``header=kind``."""
    year: int | None = None
    base: str | None = None
    """The address of the old page."""
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class _Read:
    page: SourcePage
    sessions: Sequence[ImportedSession]
    term: NewTerm | None
    findings: Findings
    files: Mapping[str, Path]


def import_source(options: ImportOptions) -> int:
    """Write a course from other files.

    Returns 0 where all of the source is in it; 1 where the report says what is not; 2 where nothing
    can be written.
    """
    folder = Path(options.into)
    try:
        read = _read(options)
        files = [*_course(read, options)]
        refuse_overwriting(files, folder)
        if not options.dry_run:
            write_files(files, folder)
    except (Refused, NotReadable, NoYear, NoColumn) as error:
        sys.stderr.write(f"{_COMMAND}: {error}\n")
        return 2
    for line in _told(read, files):
        sys.stdout.write(f"{line}\n")
    for line in next_commands(options.into, dry_run=options.dry_run):
        sys.stdout.write(f"{line}\n")
    return 1 if read.findings.left_out else 0


def _read(options: ImportOptions) -> _Read:
    findings = Findings()
    pages = []
    files: dict[str, Path] = {}
    zone = options.given.get("zone")
    for path in source_files(options.sources):
        source = str(path)
        try:
            with path.open("rb") as stream:
                content = stream.read(MAX_BYTES + 1)
        except OSError as error:
            raise Refused(f"{source}: the file can't be read: {error.strerror}") from None
        refuse_own_course(path, content)
        if len(content) > MAX_BYTES:
            raise Refused(f"{source} is longer than {MAX_BYTES:,} bytes; give a page of one course")
        parent = path.resolve().parent
        root = root_of(parent)
        baseurl = site_facts(root).get("site.baseurl", "").rstrip("/")
        addresses = Addresses(parent, options.base, root, baseurl)
        pages.append(read_source(path, content, addresses, zone, findings))
        _refuse_other_files(addresses.files, files)
        files |= addresses.files
    page = joined(pages)
    imported = imported_sessions(page, _columns(options.columns), findings)
    imported = on_class_days(imported, page.class_days, findings)
    if not imported:
        told = "".join(f"\n{line}" for line in findings.problems())
        raise Refused(f"{options.sources[0]} {_no_sessions(page)}{told}")
    said = (*map(options.given.get, ("term", "title")), page.title, page.facts.get("window"))
    title = " ".join(text for text in said if text)
    date_all(imported, title, options.year, today(None).year, findings)
    imported = one_a_day(imported, findings)
    sessions = in_order_of_dates(imported, findings)
    others = in_week(sessions, page.meetings)
    term = _as_given(infer_term(imported, findings), sessions, options.given, findings)
    if term:
        term = replace(term, meetings=(*term.meetings, *others))
    else:
        for one in others:
            where = Place(options.sources[0], 1)
            findings.leave_out(where, _meetings(one, {}), "meetings, in a course without dates")
    return _Read(page, sessions, term, findings, files)


def _no_sessions(page: SourcePage) -> str:
    if page.meetings:
        return (
            "says when the class meets in a week, and lists no sessions; name the files that do, "
            "too, such as _modules/*.md"
        )
    return "has no table of sessions, nor a list of them or headings with their days"


def _as_given(
    term: NewTerm | None,
    sessions: Sequence[ImportedSession],
    given: Mapping[str, str],
    findings: Findings,
) -> NewTerm | None:
    """*term* with the time and the room that the command line gives.

    Without a term, sessions get them: no meeting could state them. Raises `Refused`.
    """
    facts = {name: given[name] for name in ("time", "where") if given.get(name)}
    try:
        parse_times(facts.get("time", "9-10"))
    except ValueError as error:
        raise Refused(f"--time: {error}") from None
    for name, value in facts.items():
        usual = getattr(term.meetings[0], name) if term else ""
        if usual and usual != value:
            findings.guesses.append(f"{name} is {value} (as you said), and no more {usual}")
        if term is None:
            for session in sessions:
                if not getattr(session, name):
                    setattr(session, name, value)
    return term


def _refuse_other_files(linked: Mapping[str, Path], known: Mapping[str, Path]) -> None:
    """Raise `Refused` where two sources link to files that would be one in the new course."""
    names = {name.casefold(): name for name in known}
    for name, path in linked.items():
        other = names.setdefault(name.casefold(), name)
        if known.get(other, linked.get(other)) != path:
            raise Refused(
                f"two files would be {name} in the course: {known.get(other, linked.get(other))} "
                f"and {path}; rename one of them, and the links to it"
            )


def _refuse_taken_names(linked: Mapping[str, Path], files: Sequence[NewFile]) -> None:
    """Raise `Refused` where a file that the source links to has the name of one of the course."""
    names = {file.path.casefold() for file in files}
    for name, path in linked.items():
        if name.casefold() in names:
            raise Refused(
                f"the course has a {name} of its own; rename {path} and the links to it, or name "
                "the address of the old page with --base"
            )


def _columns(said: Sequence[str]) -> dict[str, Kind]:
    given: dict[str, Kind] = {}
    known: dict[str, Kind] = {kind: kind for kind in KINDS}
    for text in said:
        header, sign, kind = text.rpartition("=")
        if not sign or kind.strip() not in known:
            raise Refused(
                f"--column {text}: write a header or a number, =, and what the column is, such as "
                f"Topic=title; {did_you_mean(kind.strip(), KINDS)}"
            )
        given[" ".join(header.split())] = known[kind.strip()]
    return given


def _course(read: _Read, options: ImportOptions) -> Iterator[NewFile]:
    content = course_file(_facts(read, options))
    with TemporaryDirectory() as scratch:
        path = Path(scratch, "course.yml")
        path.write_bytes(content)
        loaded = load_course(path, "course.yml")
    wrong = [problem.message for problem in loaded.problems if problem.kind not in NOTES]
    if wrong:
        raise Refused("; ".join(wrong))
    page = schedule_page(read.page, read.sessions, read.term)
    language = _language(read.findings)
    files = [
        replace(file, content=page.encode()) if file.path == "schedule.md" else file
        for file in new_files(loaded.course, content, language)
    ]
    _refuse_taken_names(read.files, [*files, NewFile(REPORT, b"")])
    yield from files
    for name, source in read.files.items():
        yield NewFile(name, source.read_bytes())
    yield NewFile(REPORT, "".join(f"{line}\n" for line in _report(read.findings)).encode())


def _language(findings: Findings) -> str:
    """The language of the site: that of most tables, English where there is none."""
    found = Counter(findings.languages).most_common(1)
    if not found or found[0][0] == "en":
        return "en"
    language = found[0][0]
    findings.guesses.append(f"the headers are in the language {language!r}; conf.py has it, too")
    return language


def _facts(read: _Read, options: ImportOptions) -> dict[str, object]:
    given, term = dict(options.given), read.term
    if "zone" in given:
        try:
            zone = read_zone(given["zone"]).key
        except ValueError as error:
            raise Refused(f"--zone: {error}") from None
    else:
        zone = read.page.facts.get("zone") or machine_zone()
        if "zone" not in read.page.facts:
            read.findings.guesses.append(f"the time zone is that of this machine, {zone} (a guess)")
    title, named = read_words(given.get("title") or read.page.title), given.get("term")
    if named is None and (found := _TERM.search(title)):
        named = found[1]
        title = read_words(f"{title[: found.start()]} {title[found.end() :]}").strip(" -–—:,")
    start = term.start if term else today(None)
    return {
        "imported": True,
        "title": title or Path(options.into).resolve().name.capitalize() or "Seminar",
        "term": named,
        "zone": zone,
        "start": term.start if term else None,
        "end": term.end if term else None,
        "meetings": [_meetings(one, given) for one in term.meetings] if term else [],
        "breaks": [_break(one) for one in term.breaks] if term else [],
        "roles": [
            in_yaml(role) if people == 1 else f"{{name: {in_yaml(role)}, people: 1-{people}}}"
            for role, people in roles_of(read.sessions).items()
        ],
        "example_break": start + timedelta(weeks=5),
        "example_break_end": start + timedelta(weeks=5, days=4),
        "example_due": start + timedelta(weeks=2),
    }


def _meetings(one: NewMeetings, given: Mapping[str, str]) -> str:
    dates = ", ".join(map(str, one.dates))
    facts = [f"days: {one.days}" if one.days else f"dates: [{dates}]"]
    if one.every > 1:
        facts.append(f"every: {one.every}")
    if one.first:
        facts.append(f"from: {one.first}")
    said = given if one.sessions else {}
    usual = {"time": said.get("time") or one.time, "where": said.get("where") or one.where}
    facts += [f"{name}: {in_yaml(value)}" for name, value in usual.items() if value]
    if one.kind:
        facts.append(f"kind: {in_yaml(one.kind)}")
    if not one.sessions:
        facts.append("sessions: no")
    return f"{{{', '.join(facts)}}}"


def _break(one: NewBreak) -> str:
    days = f"date: {one.start}" if one.start == one.end else f"start: {one.start}, end: {one.end}"
    # Without one, readers see "No class" in the language of the site.
    return f"{{{days}, title: {in_yaml(one.title)}}}" if one.title else f"{{{days}}}"


def _told(read: _Read, files: Sequence[NewFile]) -> Iterator[str]:
    count = len(read.sessions)
    sessions = "1 session" if count == 1 else f"{count} sessions"
    term = f", {read.term.start} to {read.term.end}" if read.term else ", without dates"
    yield f"{sessions}{term}"
    yield from (f"  {file.path}" for file in files)
    yield from (line for line in read.findings.readings if ": column " in line)
    if read.findings.guesses:
        yield "look whether this is right:"
        yield from (f"  {line}" for line in read.findings.guesses)
    yield from _left_out(read.findings)


def _left_out(findings: Findings) -> Iterator[str]:
    if findings.left_out:
        yield "left out, and for you to place:"
        yield from (f"  {line}" for line in findings.problems())
    else:
        yield "all of it was placed"


def _report(findings: Findings) -> Iterator[str]:
    yield from _left_out(findings)
    if findings.guesses:
        yield from ("", "look whether this is right:")
        yield from (f"  {line}" for line in findings.guesses)
    yield from ("", "how it was read:")
    yield from (f"  {line}" for line in findings.readings)
