"""The files of a site, in two forms: with us, and without us as the control."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Literal

from .site import (
    Announcement,
    Content,
    CourseFile,
    News,
    Ours,
    Page,
    Part,
    Schedule,
    Session,
    Site,
    Text,
)

Form = Literal["ours", "control"]
FORMS: tuple[Form, Form] = ("ours", "control")


def files_of(site: Site, form: Form) -> dict[str, bytes]:
    """Every source file by its path."""
    texts = {"conf.py": _conf(site, form)}
    for page in site.pages:
        texts[f"{page.docname}.md"] = _page(page, site, form)
    if form == "ours":
        for folder, course in site.courses:
            texts[f"{folder}/course.yml" if folder else "course.yml"] = _course(course)
    return {**{path: text.encode() for path, text in texts.items()}, **dict(site.files)}


def write(files: dict[str, bytes], old: dict[str, bytes], folder: Path) -> None:
    """Make *folder*, which holds *old*, hold *files*; what stays the same is not touched.

    A file that has another name is moved, so that its time of modification is an old one.
    """
    gone = {content: path for path, content in old.items() if path not in files}
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if path in old:
            if old[path] != content:
                target.write_bytes(content)
        elif content in gone:
            (folder / gone.pop(content)).rename(target)
        else:
            target.write_bytes(content)
    for path in old:
        if path not in files:
            (folder / path).unlink(missing_ok=True)


def _conf(site: Site, form: Form) -> str:
    extension = "sphinx_seminar" if form == "ours" else "sphinx_design"
    lines = [
        f"extensions = ['myst_parser', '{extension}']",
        "myst_enable_extensions = ['colon_fence']",
        # Sphinx decides when it reads for which builders quotes are curled, and then keeps that.
        "smartquotes = False",
    ]
    for name, value in (("html_theme", "basic"), *site.conf):
        if form == "ours" or not name.startswith("seminar_"):
            lines.append(f"{name} = {value!r}")
    return "\n".join(lines) + "\n"


def _page(page: Page, site: Site, form: Form) -> str:
    blocks = [f"# {page.title}"]
    if page.docname == "index":
        blocks.append("```{toctree}\n:maxdepth: 2\n\n" + "\n".join(_listed(site)) + "\n```")
    if page.adopted is not None and form == "ours":
        blocks.append(_directive("session", "", page.adopted, ""))
    for part in page.parts:
        blocks += _part(part, form)
    return "\n\n".join(blocks) + "\n"


def _listed(site: Site) -> Iterator[str]:
    """What the contents list: without pages that are left out, which Sphinx would look for again.

    It reads a page whenever its contents list what is not there.
    """
    for page in site.built()[1:]:
        yield f"/{page.docname}"


def _part(part: Part, form: Form) -> Iterator[str]:
    if isinstance(part, Text | Ours):
        yield from _content(part, form)
    elif isinstance(part, Session):
        if form == "ours":
            yield _session(part)
        else:  # it is a section of its page
            yield f"## {part.title}"
            for content in part.content:
                yield from _content(content, form)
    elif form == "ours" and isinstance(part, Schedule):
        options = tuple(
            (name, value)
            for name, value in (("show", part.show), ("order", part.order), ("units", part.units))
            if value is not None
        )
        inside = "\n\n".join(map(_session, part.sessions))
        yield _directive("schedule", "", options, inside, fence=5)
    elif form == "ours" and isinstance(part, News):
        yield _directive("announcements", "", (), "\n\n".join(map(_item, part.items)), fence=4)


def _content(content: Content, form: Form) -> Iterator[str]:
    if isinstance(content, Text):
        yield content.words
    elif form == "ours":
        yield content.markup


def _session(session: Session) -> str:
    body = "\n\n".join(text for content in session.content for text in _content(content, "ours"))
    return _directive("session", session.title, session.options, body, fence=4)


def _item(item: Announcement) -> str:
    return _directive("announcement", item.title, (("date", str(item.day)),), item.words)


def _directive(
    name: str, argument: str, options: tuple[tuple[str, str], ...], body: str, fence: int = 3
) -> str:
    head = f"{':' * fence}{{{name}}} {argument}".rstrip()
    lines = [head, *(f":{option}: {value}".rstrip() for option, value in options)]
    return "\n".join([*lines, "", body, ":" * fence] if body else [*lines, ":" * fence])


def _course(course: CourseFile) -> str:
    if course.is_broken:
        return "title: [\n"
    if course.only_title:
        return f"title: {course.title}\n"
    breaks = [
        {"start": str(first), "end": str(last), "title": title}
        for first, last, title in course.breaks
    ]
    staff = [
        {
            key: value
            for key, value in (
                ("name", person.name),
                ("role", person.role),
                ("url", person.url),
                ("office_hours", person.hours),
                ("photo", person.photo),
            )
            if value
        }
        for person in course.staff
    ]
    presenting: dict[str, object] = {"roles": list(course.roles), "names": course.names}
    if course.signups:
        presenting["signups"] = course.signups
    meetings = [{"days": course.days, "time": course.time, "where": course.where}]
    sections = [
        {"name": f"Group {day}", "meetings": [{**meetings[0], "days": day}]}
        for day in course.days.split(" | ")
    ]
    has_sections = len(sections) > 1
    if course.labs is not None:
        meetings.append({"days": course.labs, "time": "9:00-10:00", "kind": "Lab"})
    facts = {
        "title": course.title,
        "term": course.term,
        "timezone": course.zone,
        "start": str(course.start),
        "end": str(course.end),
        "meetings": [] if has_sections else meetings,
        "sections": sections if has_sections else [],
        "kinds": {"Lab": {"number": True}} if course.labs is not None else None,
        "bibliography": course.bibliography,
        "weeks": {"count_breaks": course.count_breaks},
        "breaks": breaks,
        "staff": staff,
        "links": dict(course.links),
        "presenting": presenting,
        "grading": dict(course.weights),
    }
    return "".join(f"{key}: {json.dumps(value)}\n" for key, value in facts.items() if value)


def epoch_of(day: date) -> str:
    """``SOURCE_DATE_EPOCH`` for noon of a day."""
    noon = datetime.combine(day, time(12), UTC)
    return str(int(noon.timestamp()))
