"""``{reading-list}``: every reading of a course, by session, by venue, or as they first come."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from docutils import nodes

from ..locale import _
from ..model.compared import compared
from ..model.schedule import SessionRow
from ..pages.html import tag
from ..pages.nodes import element, fragment, html_fragment, seminar_heard_link, seminar_venue
from ..pages.transforms.inline_content import forthcoming
from ..plan.planned_course import PlannedCourse, PlannedSession
from ..plan.readings import PlannedReading, ReadingUse
from .page import Page
from .session_link import ShownSession, shown_session
from .view import Body, Options, View
from .words.dates import day_text
from .words.filled_pattern import line_of_nodes
from .words.notice import Notice, notice_nodes, notice_of
from .words.pieces import muted, parted

if TYPE_CHECKING:
    from ..model.bibliography import BibEntry
    from ..model.published import Published
    from .words.section_dates import ShownChoice
    from .words.section_days import ShownDay

_FILES = ("readings.bib", "readings.csl.json")


@dataclass(frozen=True, slots=True)
class ShownUse:
    """A session in which something is read."""

    week: int | None
    """The number of its week, where that tells it from the others."""
    session: ShownSession


@dataclass(frozen=True, slots=True)
class ShownReading:
    """A line of the list."""

    title: str
    before: str
    """The remark before the title."""
    label: str | None
    """Its venue, as it is written."""
    address: str | None
    docname: str
    anchor: str | None
    """The id of its item; None where it is announced alone."""
    links: tuple[tuple[str, str], ...]
    is_optional: bool
    uses: tuple[ShownUse, ...]
    """Where it is read, too; all such sessions where the list is not by session."""
    entry: BibEntry | None = None
    """What a bibliography says of it, for reference managers."""


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """Readings of one session, or of one venue."""

    session: ShownSession | None
    week: int | None
    day: date | None
    is_cancelled: bool
    venue: str | None
    readings: tuple[ShownReading, ...]
    days: tuple[ShownDay, ...] = ()
    """The day of each section, in place of *day*."""


@dataclass(frozen=True, slots=True)
class ShownReadingList:
    """The list, in groups."""

    notice: Notice | None
    order: str
    groups: tuple[ShownGroup, ...]
    files: tuple[str, ...]
    """The paths of those for reference managers, from the root of the site; none for no reading."""
    choice: ShownChoice | None = None
    """The sections of the course, where some have a session on days of their own."""
    has_years: bool = False
    """Whether dates have their year."""


def missing(planned: PlannedCourse, options: Options) -> str | None:
    """The message where nothing is to be read."""
    if any(planned.readings) or planned.facts.withholds:
        return None
    where = f"the course of {planned.file}" if planned.folder is not None else "this page"
    return f"no {{readings}} is in {where}; write one"


def show(planned: PlannedCourse, options: Options, docname: str) -> ShownReadingList:
    """What the reading lists of the course's pages say."""
    order: str = options["by"]
    groups = {"session": _by_session, "venue": _by_venue, "first use": _as_they_come}[order]
    is_known = planned.folder is not None and any(
        not reading.is_forthcoming for reading in planned.readings
    )
    names = _FILES if is_known else ()
    files = tuple(posixpath.join(planned.folder or "", name) for name in names)
    found = tuple(groups(planned))
    has_years = any(group.day or group.days for group in found) and planned.course.has_years
    shown = ShownReadingList(notice_of(planned), order, found, files, has_years=has_years)
    if not any(group.days for group in shown.groups):
        return shown
    from .words.section_dates import shown_choice  # few courses have sections

    return replace(shown, choice=shown_choice(planned))


def _by_session(planned: PlannedCourse) -> Iterator[ShownGroup]:
    uses: dict[str | None, list[tuple[ReadingUse, PlannedReading]]] = {}
    for reading in planned.readings:
        for use in reading.uses:
            session = use.session.id if use.session else None
            uses.setdefault(session, []).append((use, reading))
    rows = (row for row in planned.schedule.rows if isinstance(row, SessionRow))
    for row in (None, *rows):
        found = uses.get(row.session.id if row else None)
        if not found:
            continue
        shown = tuple(
            _shown(use, [other for other in reading.uses if other is not use], planned)
            for use, reading in _as_written(found)
        )
        if row is None:
            yield ShownGroup(None, None, None, is_cancelled=False, venue=None, readings=shown)
        else:
            group = ShownGroup(
                session=shown_session(planned.session_of(row.session.id)),
                week=row.week.number if row.week else None,
                day=row.meeting.day if row.meeting else None,
                is_cancelled=row.session.status == "cancelled",
                venue=None,
                readings=shown,
            )
            yield _of_sections(group, row, planned) if row.sections else group


def _of_sections(group: ShownGroup, row: SessionRow, planned: PlannedCourse) -> ShownGroup:
    from .words.section_dates import are_in_week
    from .words.section_days import shown_days

    week = group.week if are_in_week(row.sections, row.week) else None
    days = shown_days(row, planned.course)
    return replace(group, week=week, day=None if days else group.day, days=days)


def _as_written(
    found: Iterable[tuple[ReadingUse, PlannedReading]],
) -> list[tuple[ReadingUse, PlannedReading]]:
    return sorted(found, key=lambda pair: pair[0].number)


def _by_venue(planned: PlannedCourse) -> Iterator[ShownGroup]:
    groups: dict[str, list[PlannedReading]] = {}
    others: list[PlannedReading] = []
    names: dict[str, str] = {}
    for reading in planned.readings:
        venue = reading.published.venue
        if venue is None:
            others.append(reading)
        else:
            names.setdefault(compared(venue), venue)
            groups.setdefault(compared(venue), []).append(reading)
    for key, readings in sorted(groups.items()):
        readings.sort(key=lambda reading: -(reading.published.year or 0))
        yield _group(readings, planned, names[key])
    if others:
        yield _group(others, planned, None)


def _as_they_come(planned: PlannedCourse) -> Iterator[ShownGroup]:
    if any(planned.readings):
        yield _group(planned.readings, planned, None)


def _group(
    readings: Iterable[PlannedReading], planned: PlannedCourse, venue: str | None
) -> ShownGroup:
    return ShownGroup(
        session=None,
        week=None,
        day=None,
        is_cancelled=False,
        venue=venue,
        readings=tuple(_shown_once(reading, planned) for reading in readings),
    )


def _shown_once(reading: PlannedReading, planned: PlannedCourse) -> ShownReading:
    """A reading with every session in which it is read."""
    first, told = reading.uses[0], reading.published
    label = next(filter(None, (use.facts.venue for use in reading.uses)), None)
    return ShownReading(
        title=reading.title,
        before="",
        label=label,
        address=told.address,
        docname=first.docname,
        anchor=first.facts.anchor,
        links=tuple(link for link in first.facts.links if link[1] != told.address),
        is_optional=reading.is_optional,
        uses=_uses(reading.uses, planned, None),
        entry=next(filter(None, (use.facts.entry for use in reading.uses)), None),
    )


def _shown(use: ReadingUse, others: Sequence[ReadingUse], planned: PlannedCourse) -> ShownReading:
    """An item, with the other sessions in which the same is read."""
    return ShownReading(
        title=use.facts.title,
        before=use.facts.before,
        label=use.facts.venue,
        address=use.facts.address,
        docname=use.docname,
        anchor=use.facts.anchor,
        links=use.facts.links,
        is_optional=use.facts.is_optional,
        uses=_uses(others, planned, use.session),
        entry=use.facts.entry,
    )


def _uses(
    uses: Iterable[ReadingUse], planned: PlannedCourse, here: PlannedSession | None
) -> tuple[ShownUse, ...]:
    sessions = {use.session.id: use.session for use in uses if use.session and use.session != here}
    weeks = {own_id: planned.row_of(session).week for own_id, session in sessions.items()}
    numbers = [week.number for week in weeks.values() if week]
    if here is not None and (week := planned.row_of(here).week):
        numbers.append(week.number)
    found = []
    for own_id, session in sessions.items():
        week = weeks[own_id]
        number = week.number if week and numbers.count(week.number) == 1 else None
        found.append(ShownUse(number, shown_session(session)))
    return tuple(found)


def draw(shown: ShownReadingList, body: Body, page: Page) -> list[nodes.Node]:
    """A list for each group, under the name of that group."""
    drawn: list[nodes.Node] = []
    for group in shown.groups:
        drawn += _heading(group, shown, page)
        items = (_item(reading, shown.order, page) for reading in group.readings)
        drawn.append(nodes.bullet_list("", *items, bullet="-", classes=["seminar-readings"]))
    if drawn and page.is_html:
        whole = element("div", {}, *drawn, *_files(shown.files, page))
        if page.marks_now:
            whole += html_fragment("", html=_coins(shown))
        whole["classes"].append("no-search")  # all of it is on other pages
        drawn = [whole]
        if shown.choice:
            from .words.section_days import under_choice

            drawn = under_choice(shown.choice, drawn, page)
    return [*notice_nodes(shown.notice), *drawn, *body.children]


VIEW = View(missing=missing, show=show, draw=draw, is_governed=False)


def _coins(shown: ShownReadingList) -> str:
    """What reference managers find: each reading once."""
    from ..model.published import published
    from ..pages.coins import coins

    found: dict[tuple[str, str | None], Published] = {}
    for group in shown.groups:
        for reading in group.readings:
            key = reading.title, reading.address
            if reading.anchor is not None and key not in found:
                found[key] = published(
                    reading.title, reading.label, reading.address, reading.links, reading.entry
                )
    return coins(found.values())


def _files(paths: Iterable[str], page: Page) -> list[nodes.Node]:
    """Links to the files for reference managers."""
    links: list[list[nodes.Node]] = []
    for path in paths:
        name = posixpath.basename(path)
        if page.offers(name):
            attributes = {"href": page.file_address(path), "download": ""}
            links.append([element("a", attributes, nodes.Text(name))])
    return [element("p", {"class": "seminar-muted"}, *parted(links))] if links else []


def _heading(group: ShownGroup, shown: ShownReadingList, page: Page) -> list[nodes.Node]:
    if group.session is not None:
        session = group.session
        facts = [_("Week {number}").format(number=group.week)] if group.week is not None else []
        if group.day:
            facts.append(day_text(group.day, page.language, has_year=shown.has_years))
        facts += [_("Cancelled")] if group.is_cancelled else []
        behind = "".join(f" · {fact}" for fact in facts)
        content = [
            page.link(session.docname, session.anchor, nodes.Text(session.title)),
            muted(behind) if page.is_html else nodes.Text(behind),
        ]
        if group.days:
            from .words.section_days import days_behind

            content += days_behind(group.days, page, has_year=shown.has_years)
    elif shown.order == "session":
        content = [nodes.Text(_("For the whole course"))]
    elif shown.order == "venue":
        content = [nodes.Text(group.venue or _("Other readings"))]
    else:
        return []
    if page.is_html:
        return [element("p", {"class": "seminar-group"}, *content)]
    return [nodes.rubric("", "", *content)]


def _item(reading: ShownReading, order: str, page: Page) -> nodes.Node:
    line: list[nodes.Node] = [nodes.Text(f"{reading.before} ")] if reading.before else []
    line.append(_title(reading, page))
    if reading.label:
        line.append(seminar_venue("", reading.label, parted=True))
    if not page.checks_links:  # a dead link is reported where it is written
        for label, address in reading.links:
            link = nodes.reference("", "", nodes.Text(label), refuri=address)
            name = _(", ").join((reading.title, label))
            line += [nodes.Text(" · "), seminar_heard_link("", "", link, name=name)]
    if reading.is_optional:
        line.append(_optional(page))
    if reading.uses:
        behind = [nodes.Text(" · "), *_where(reading.uses, order, page)]
        line += [element("span", {"class": "seminar-muted"}, *behind)] if page.is_html else behind
    return nodes.list_item("", nodes.paragraph("", "", *line))


def _title(reading: ShownReading, page: Page) -> nodes.Node:
    text = nodes.Text(reading.title)
    if reading.anchor is None:
        return forthcoming(text)
    if reading.address and not page.checks_links:
        return nodes.reference("", "", text, refuri=reading.address)
    return page.link(reading.docname, reading.anchor, text)


def _optional(page: Page) -> nodes.Node:
    if page.is_html:
        return fragment(" ", tag("span", {"class": "seminar-label"}, _("optional")))
    return nodes.Text(f" ({_('optional')})")


def _where(uses: Iterable[ShownUse], order: str, page: Page) -> list[nodes.Node]:
    links: list[list[nodes.Node]] = []
    for use in uses:
        session = use.session
        text = session.title
        if use.week is not None:
            text = _("week {number}").format(number=use.week)
        links.append([page.link(session.docname, session.anchor, nodes.Text(text))])
    sessions = parted(links, by=_(", "))
    if order != "session":
        return sessions
    return line_of_nodes(_("also read in {sessions}"), is_html=page.is_html, sessions=sessions)
