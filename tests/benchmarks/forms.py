"""The same course in three forms: plain MyST, MyST with sphinx-design by hand, and ours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Literal

from .course import START, TIMES, BenchReading, BenchSession, sessions

Form = Literal["plain", "by-hand", "ours"]
FORMS: tuple[Form, ...] = ("plain", "by-hand", "ours")

EXTENSIONS: dict[Form, list[str]] = {
    "plain": ["myst_parser"],
    "by-hand": ["myst_parser", "sphinx_design"],
    "ours": ["myst_parser", "sphinx_seminar"],
}


def write_site(folder: Path, form: Form, count: int, per_page: int) -> None:
    """Write the sources of a site of *count* sessions, *per_page* of them a page."""
    folder.mkdir(parents=True, exist_ok=True)
    course = sessions(count)
    pages = [course[at : at + per_page] for at in range(0, count, per_page)]
    names = [f"page{number:04}" for number in range(1, len(pages) + 1)]
    (folder / "conf.py").write_text(
        f"project = 'Bench'\nextensions = {EXTENSIONS[form]!r}\n"
        "myst_enable_extensions = ['colon_fence']\nhtml_theme = 'furo'\nmyst_heading_anchors = 2\n",
        encoding="utf-8",
    )
    index = _our_index() if form == "ours" else _typed_index(names, pages)
    toctree = ":::{toctree}\n:hidden:\n" + "\n".join(names) + "\n:::\n"
    (folder / "index.md").write_text(f"# Schedule\n\n{index}\n{toctree}", encoding="utf-8")
    if form == "ours":
        (folder / "course.yml").write_text(_course_yml(course), encoding="utf-8")
    draw = _DRAW[form]
    for name, page in zip(names, pages, strict=True):
        if per_page == 1 and form == "ours":
            text = _adopting_page(page[0])
        else:
            head = "" if per_page == 1 else f"# {name.capitalize()}\n\n"
            level = "#" if per_page == 1 else "##"
            text = head + "\n".join(draw(session, level) for session in page)
        (folder / f"{name}.md").write_text(text, encoding="utf-8")


def write_rebuilt_site(folder: Path, count: int) -> None:
    """Write a site of ours with a page a session, a sign-up sheet and a page of course facts."""
    write_site(folder, "ours", count, 1)
    course = sessions(count)
    for session in course:
        page = _adopting_page(replace(session, presenters=()))
        (folder / f"page{session.number:04}.md").write_text(page, encoding="utf-8")
    heads = ",".join(role for role, _name in course[0].presenters)
    rows = [
        f"{session.number}," + ",".join(name for _role, name in session.presenters)
        for session in course
    ]
    sheet = "\n".join([f"number,{heads}", *rows, ""])
    (folder / "signups.csv").write_text(sheet, encoding="utf-8")
    settings = (folder / "course.yml").read_text(encoding="utf-8")
    settings = settings.replace("Backup/Scribe]}", "Backup/Scribe], signups: signups.csv}")
    (folder / "course.yml").write_text(settings, encoding="utf-8")
    (folder / "about.md").write_text(
        "---\norphan: true\n---\n# About\n\n:::{course-info}\n:::\n", encoding="utf-8"
    )


def _course_yml(course: Sequence[BenchSession]) -> str:
    end = course[-1].day + timedelta(days=3)
    meetings = "".join(
        f"  - {{days: Mon Tue Wed Thu Fri, time: {times}, where: Soda 405}}\n" for times in TIMES
    )
    return (
        "title: Bench\ntimezone: America/Los_Angeles\n"
        f"start: {START}\nend: {end}\n"
        f"meetings:\n{meetings}"
        "presenting: {roles: [Author, Reviewer, Archaeologist, Backup/Scribe]}\n"
    )


def _our_index() -> str:
    return "::::{schedule}\n:show: title\n::::\n"


def _typed_index(names: Sequence[str], pages: Iterable[Sequence[BenchSession]]) -> str:
    rows = ["| Week | Date | Session |", "| --- | --- | --- |"]
    for name, page in zip(names, pages, strict=True):
        for session in page:
            anchor = "" if len(page) == 1 else "#" + session.title.lower().replace(" ", "-")
            link = f"[{session.title}]({name}.md{anchor})"
            rows.append(f"| {session.week} | {session.day:%a, %b %d} | {link} |")
    return "\n".join(rows) + "\n"


def _plain(session: BenchSession, level: str) -> str:
    roles = "\n".join(f"- {role}: {name}" for role, name in session.presenters)
    return (
        f"{level} {session.title}\n\n{session.day:%a, %b %d}, {session.times}\n\n"
        f"{list_of(session.readings)}\n\n"
        f"Additional optional reading\n\n{list_of(session.optional)}\n\n"
        f"Presenters\n\n{roles}\n"
    )


def _by_hand(session: BenchSession, level: str) -> str:
    heads = "\n  - ".join(role for role, _name in session.presenters)
    names = "\n  - ".join(name for _role, name in session.presenters)
    return (
        f"{level} {session.title}\n\n{session.day:%a, %b %d}, {session.times}\n\n"
        f"{list_of(session.readings)}\n\n"
        f":::{{dropdown}} Additional optional reading\n{list_of(session.optional)}\n:::\n\n"
        f":::{{list-table}}\n:header-rows: 1\n\n* - {heads}\n* - {names}\n:::\n"
    )


def _ours(session: BenchSession, level: str) -> str:
    return f"::::{{session}} {session.title}\n{_body(session)}::::\n"


def _adopting_page(session: BenchSession) -> str:
    return f"# {session.title}\n\n:::{{session}}\n:::\n\n{_body(session)}"


def _body(session: BenchSession) -> str:
    roles = "\n".join(f"{role}: {name}" for role, name in session.presenters)
    return (
        f":::{{readings}}\n{list_of(session.readings)}\n:::\n\n"
        f":::{{readings}}\n:optional:\n\n{list_of(session.optional)}\n:::\n\n"
        f":::{{presenters}}\n{roles}\n:::\n"
    )


def list_of(readings: Iterable[BenchReading]) -> str:
    """Readings as items of Markdown."""
    return "\n".join(f"- [{found.title} [{found.venue}]]({found.address})" for found in readings)


_DRAW: dict[Form, Callable[[BenchSession, str], str]] = {
    "plain": _plain,
    "by-hand": _by_hand,
    "ours": _ours,
}
