"""``{course-info}``: the head of a course page: when, where, who, and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from docutils import nodes

from ..locale import _
from ..model.course import Course, Link, OfficeHours, Person, Term
from ..plan.planned_course import PlannedCourse
from .page import Page
from .view import Body, Options, View
from .words.dates import Clock, date_range, long_date
from .words.due import times_note
from .words.meeting_pattern import ShownPattern, pattern_text, shown_pattern
from .words.notice import Notice, notice_nodes, notice_of
from .words.office_hours import hours_text

Row = tuple[str, list[nodes.Node]]


@dataclass(frozen=True, slots=True)
class ShownStaffMember:
    """Somebody of the staff, as a row."""

    name: str
    role: str | None
    url: str | None
    hours: tuple[OfficeHours, ...]
    clock: Clock | None
    """How times are written; None where there are none."""


@dataclass(frozen=True, slots=True)
class ShownInfo:
    """The rows that come from course.yml."""

    notice: Notice | None
    term_name: str | None
    term: Term | None
    """Its first and last day, where they are not in the row of the meetings."""
    patterns: tuple[ShownPattern, ...]
    """Empty where the dates are in doubt."""
    rooms: tuple[str, ...]
    """Where the sessions are, where that is not in the rows of the meetings."""
    staff: tuple[ShownStaffMember, ...]
    zone: ZoneInfo | None
    """That of the office hours, where no row of the meetings names it."""
    links: tuple[Link, ...]


def missing(planned: PlannedCourse, options: Options) -> str | None:
    """The message where course.yml has nothing to show, and the directive no rows of its own."""
    course = planned.course
    if options["has_body"] or course.term_name or course.patterns or course.staff or course.links:
        return None
    return (
        f"{planned.file} has nothing to show there; write 'meetings:', 'staff:' or 'links:' there"
    )


def show(planned: PlannedCourse, options: Options, docname: str) -> ShownInfo:
    """When, where and who, as course.yml has it."""
    course = planned.course
    patterns = course.patterns if course.dates_known else ()
    # With one entry, its row has the term, and the room a row of its own.
    is_one = len(course.patterns) < 2
    rooms = (pattern.where for pattern in course.patterns if pattern.holds_sessions)
    shown = tuple(
        shown_pattern(pattern, course, with_term=is_one, with_room=not is_one)
        for pattern in patterns
    )
    staff = tuple(_member(person, course) for person in course.staff)
    names_zone = any(pattern.zone for pattern in shown)
    has_times = any(person.clock for person in staff)
    return ShownInfo(
        notice=notice_of(planned),
        term_name=course.term_name,
        term=course.term if patterns and not is_one else None,
        patterns=shown,
        rooms=tuple(dict.fromkeys(room for room in rooms if room))
        if is_one or not patterns
        else (),
        staff=staff,
        zone=course.zone if has_times and not names_zone else None,
        links=course.links,
    )


def _member(person: Person, course: Course) -> ShownStaffMember:
    has_times = any(found.times for found in person.office_hours)
    return ShownStaffMember(
        name=person.name,
        role=person.role,
        url=person.url,
        hours=person.office_hours,
        clock=course.clock if has_times else None,
    )


def draw(shown: ShownInfo, body: Body, page: Page) -> list[nodes.Node]:
    """Rows from course.yml, then those of the body's list, then the rest of the body."""
    rows: list[Row] = list(_course_rows(shown, page.language))
    rest: list[nodes.Node] = []
    for child in body.children:
        if not isinstance(child, nodes.bullet_list):
            rest.append(child)
            continue
        unlabeled = []
        for item in child.children:
            label, content = _body_row(item)
            if label:
                rows.append((label, content))
            else:
                unlabeled.append(item)
        if unlabeled:
            rest.append(nodes.bullet_list("", *unlabeled, bullet="-"))
    fields = nodes.field_list(classes=["seminar-course-info"])
    for label, content in rows:
        name = nodes.field_name("", label)
        fields += nodes.field("", name, nodes.field_body("", *content))
    if page.builder.format == "latex":
        _let_addresses_break(fields)
    notes = [*notice_nodes(shown.notice), *times_note(shown.zone, page.language)]
    return [*notes, *([fields] if rows else []), *rest]


VIEW = View(missing=missing, show=show, draw=draw)


def _course_rows(shown: ShownInfo, language: str) -> Iterator[Row]:
    term = [shown.term_name] if shown.term_name else []
    if shown.term:
        first, last = long_date(shown.term.start, language), long_date(shown.term.end, language)
        term.append(date_range(first, last, language))
    if term:
        yield _("Term"), _text(_("; ").join(term))
    for pattern in shown.patterns:
        yield pattern.kind or _("When"), _text(pattern_text(pattern, language))
    if shown.rooms:
        yield _("Where"), _text(_("; ").join(shown.rooms))
    people: dict[str, list[nodes.Node]] = {}
    for person in shown.staff:
        people.setdefault(person.role or _("Staff"), []).extend(_person(person, language))
    yield from people.items()
    for link in shown.links:
        yield link.label, _link(link)


def _person(person: ShownStaffMember, language: str) -> list[nodes.Node]:
    name: nodes.Node = nodes.Text(person.name)
    if person.url:
        name = nodes.reference("", "", name, refuri=person.url)
    paragraph = nodes.paragraph("", "", name)
    if person.hours:
        texts = (hours_text(hours, language, person.clock) for hours in person.hours)
        hours = _("office hours: {hours}").format(hours=_("; ").join(texts))
        paragraph += nodes.Text(f" ({hours})")
    return [paragraph]


def _link(link: Link) -> list[nodes.Node]:
    if not link.is_address:
        return _text(link.target)
    # The address itself is what a reader of a printed page needs, without what every one has.
    shown = re.sub(r"^(https?://(www\.)?|mailto:)|/$", "", link.target)
    reference = nodes.reference("", shown, refuri=link.target)
    return [nodes.paragraph("", "", reference)]


def _let_addresses_break(fields: nodes.Element) -> None:
    """TeX breaks no line inside of what it takes for a word."""
    for reference in fields.findall(nodes.reference):
        pieces = re.split(r"(?<=[/_?=&-])(?=\w)", reference.astext())
        if len(pieces) > 1 and len(reference.children) == 1 and " " not in reference.astext():
            reference[:] = [nodes.Text(pieces[0])]
            for piece in pieces[1:]:
                reference += [nodes.raw("", r"\allowbreak{}", format="latex"), nodes.Text(piece)]


def _text(text: str) -> list[nodes.Node]:
    return [nodes.paragraph("", text)]


def _body_row(item: nodes.Node) -> Row:
    """The label of an item ``**Label:** content`` or ``Label: content``, and its content."""
    content = list(item.children)
    first = content[0] if content else None
    if not isinstance(first, nodes.TextElement) or not first.children:
        return "", content
    # MyST puts an empty text before markup at the start of a paragraph.
    lead, *rest = [child for child in first.children if str(child)] or [nodes.Text("")]
    if isinstance(lead, nodes.strong | nodes.emphasis):
        if not all(isinstance(child, nodes.Text) for child in lead.children):
            return "", content  # a label is text: the link in it would be lost
        behind = rest[0].astext() if rest and isinstance(rest[0], nodes.Text) else ""
        if lead.astext().rstrip().endswith(":"):
            label = lead.astext().rstrip()[:-1]
        elif behind.lstrip().startswith(":"):
            label = lead.astext()
            rest = [nodes.Text(behind.lstrip()[1:].lstrip()), *rest[1:]]
        else:
            return "", content
    elif isinstance(lead, nodes.Text) and re.match(r"[^:.]{1,40}:\s", lead.astext() + " "):
        label, _colon, behind = lead.astext().partition(":")
        rest = [nodes.Text(behind.lstrip()), *rest]
    else:
        return "", content
    if rest and isinstance(rest[0], nodes.Text):
        rest = [nodes.Text(rest[0].astext().lstrip()), *rest[1:]]
    kept = nodes.paragraph("", "", *rest)
    kept.source, kept.line = first.source, first.line
    return label.strip(), [kept, *content[1:]] if kept.astext().strip() else content[1:]
