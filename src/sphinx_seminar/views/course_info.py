"""The head of a course page: when, where, who, and links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docutils import nodes

from ..locale import _, ngettext
from ..model.course import Course, Link, Person
from ..model.meeting import MeetingPattern
from ..nodes import seminar_course_info
from .context import ViewContext
from .dates import date_range, day_names, long_date, short_date, time_range, with_time
from .due import zone_text
from .hours import hours_text
from .notice import broken_notice

Row = tuple[str, list[nodes.Node]]


def course_info_view(placeholder: seminar_course_info, context: ViewContext) -> list[nodes.Node]:
    """Rows from course.yml, then those of the body's list, then the rest of the body."""
    planned = context.planned(placeholder)
    rows: list[Row] = []
    notices: list[nodes.Node] = []
    if planned is not None:
        rows += _course_rows(planned.course, context.language)
        notices = broken_notice(planned)
    rest: list[nodes.Node] = []
    for child in placeholder.children:
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
    if context.builder.format == "latex":
        _let_addresses_break(fields)
    return [*notices, *([fields] if rows else []), *rest]


def _course_rows(course: Course, language: str) -> Iterator[Row]:
    if course.term_name:
        yield _("Term"), _text(course.term_name)
    if course.dates_known:
        for pattern in course.patterns:
            yield _when_label(pattern), _text(pattern_text(pattern, course, language))
    places = [pattern.where for pattern in course.patterns if pattern.holds_sessions]
    if where := _("; ").join(dict.fromkeys(place for place in places if place)):
        yield _("Where"), _text(where)
    for person in course.staff:
        yield person.role or _("Staff"), _person(person, course, language)
    for link in course.links:
        yield link.label, _link(link)


def _when_label(pattern: MeetingPattern) -> str:
    return pattern.kind if pattern.kind else _("When")


def pattern_text(pattern: MeetingPattern, course: Course, language: str) -> str:
    """When a course meets, in words."""
    if pattern.days:
        days = day_names(pattern.days, language)
        if pattern.every == 2:
            days = _("every other week on {days}").format(days=days)
        elif pattern.every > 2:
            days = ngettext(
                "every {count} week on {days}", "every {count} weeks on {days}", pattern.every
            ).format(days=days, count=pattern.every)
    else:
        days = _("; ").join(short_date(day, language) for day in pattern.dates)
    if pattern.start:
        times = time_range(pattern.start, pattern.end, course.clock, language)
        days = with_time(days, times, language)
        if course.zone:
            days += f" ({zone_text(course, language)})"
    parts = [days]
    if course.term:
        first = long_date(pattern.first or course.term.start, language)
        last = long_date(pattern.last or course.term.end, language)
        parts.append(date_range(first, last, language))
    if pattern.where and not pattern.holds_sessions:
        parts.append(pattern.where)
    return _("; ").join(parts)


def _person(person: Person, course: Course, language: str) -> list[nodes.Node]:
    name: nodes.Node = nodes.Text(person.name)
    if person.url:
        name = nodes.reference("", "", name, refuri=person.url)
    paragraph = nodes.paragraph("", "", name)
    if person.office_hours:
        texts = (hours_text(hours, language, course.clock) for hours in person.office_hours)
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
