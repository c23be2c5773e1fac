"""What is above the table of a schedule: where in the term one is, and what readers choose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docutils import nodes

from ...locale import _
from ...model.instant import utc_text
from ...pages.html import Tag, tag
from ...pages.nodes import fragment
from ..page import Page
from ..words.dates import long_date, zone_name
from ..words.filled_pattern import filled
from ..words.times import now_tag
from .rows import ShownSchedule
from .subscribe import subscribe_box

if TYPE_CHECKING:
    from ..words.section_dates import ShownChoice
    from .units import ShownUnit


def above_table(
    shown: ShownSchedule, page: Page, *, can_expand: bool, is_filtered: bool
) -> Iterator[nodes.Node]:
    """The lines from the one that says what is now to the one that folds what is past.

    *can_expand* and *is_filtered* say whether rows have something that folds, and that readers
    filter by.
    """
    yield from _now_line(shown, page, can_expand=can_expand)
    if shown.choice:
        yield from _choice(shown.choice, page)
    yield from subscribe_box(shown.calendars, page)
    yield from _tools(shown, page, is_filtered=is_filtered)
    yield from _unit_list(shown, page)
    yield from _past_weeks(shown, page)


def _unit_list(shown: ShownSchedule, page: Page) -> Iterator[nodes.Node]:
    """A link to each unit, where there are several."""
    units = [row.unit for row in shown.rows if row.unit and not row.unit.goes_on]
    if len(units) < 2:
        return
    links = (
        tag(
            "li",
            {},
            tag("a", {"href": _address(unit, page)}, unit.title),
        )
        for unit in units
    )
    units_list = tag("ul", {"class": "seminar-units", "role": "list"}, *links)
    # For translators: the parts of a course, each of several sessions
    yield fragment(tag("nav", {"aria-label": _("Units")}, units_list))


def _address(unit: ShownUnit, page: Page) -> str | None:
    address = page.address(unit.docname, unit.anchor)
    return address if unit.anchor else address and address.rstrip("#")


def _tools(shown: ShownSchedule, page: Page, *, is_filtered: bool) -> Iterator[nodes.Node]:
    """Where the script puts the filter, and what copies readings, if it has any of these.

    Its line is there before the script runs, where scripts do: nothing moves.
    """
    kinds = {label.name for row in shown.rows for label in row.labels}
    if (is_filtered or len(kinds) > 1) and page.has_tools:
        summary = tag("summary", {}, _("Filter and copy"))
        yield fragment(tag("details", {"class": "seminar-tools", "hidden": ""}, summary))


def _past_weeks(shown: ShownSchedule, page: Page) -> Iterator[nodes.Node]:
    """The line behind which the script folds the weeks that are past."""
    weeks = [row.week.marked.end for row in shown.rows if row.week and row.week.marked]
    ends = [end for end in weeks if end]
    if shown.marked is None or not ends or not page.marks_now:
        return
    if shown.choice and _are_behind(shown):
        return
    if shown.is_newest_first:  # what is past is in nobody's way, below the rest
        return
    count = tag("span", {"class": "seminar-count"})
    words = filled(_("Past weeks: {count}"), count=count)
    button = tag("button", {"type": "button"}, *words)
    # Whether there is one is known before the first week is parsed: the table does not move.
    attributes = {"class": "seminar-past-weeks", "hidden": "", "data-from": utc_text(min(ends))}
    yield fragment(tag("p", attributes, button, now_tag()))


def _choice(choice: ShownChoice, page: Page) -> Iterator[nodes.Node]:
    """The choice of a section, where a script keeps it."""
    from ..words.section_dates import section_choice  # few courses have sections

    if page.marks_now:
        yield fragment(section_choice(choice, page))


def _are_behind(shown: ShownSchedule) -> bool:
    """Whether a section has a session in a later week than another one, where its row is."""
    from ..words.section_dates import are_in_week

    if not all(are_in_week(row.sections, row.week) for row in shown.rows if row.sections):
        return True
    return not all(
        row.week and row.week.holds(each.due.due.day)
        for row in shown.rows
        if row.deadline
        for each in row.deadline.sections
        if each.due
    )


def _now_line(shown: ShownSchedule, page: Page, *, can_expand: bool) -> Iterator[nodes.Node]:
    """Before, during or after the term: the script shows the one that is true."""
    if shown.zone is None:
        return
    zone = _("Times are {city} time.").format(city=zone_name(shown.zone, page.language))
    is_marked = page.marks_now and shown.marked is not None
    if not is_marked or shown.first is None or shown.last is None:
        yield fragment(tag("p", {"class": "seminar-now"}, zone))
        return
    first, last = long_date(shown.first, page.language), long_date(shown.last, page.language)
    starts = _("The term starts on {date}.").format(date=first)
    states = [tag("span", {"class": "seminar-before", "hidden": ""}, starts)]
    ends = [row.next.end for row in shown.rows if row.next and row.next.end]
    if ends:
        # A term may go on after its last session; then there is nothing to jump to.
        attributes = {"class": "seminar-during", "hidden": "", "data-until": utc_text(max(ends))}
        states.append(tag("span", attributes, tag("a", {"href": "#today"}, _("Jump to today"))))
    ended = _("The term ended on {date}.").format(date=last)
    states.append(tag("span", {"class": "seminar-after", "hidden": ""}, ended))
    stack = tag("span", {"class": "seminar-states"}, *states)
    expand: list[Tag | str] = []
    if can_expand:
        attributes = {"class": "seminar-expand", "type": "button", "hidden": ""}
        attributes["data-collapse"] = _("Collapse all")
        expand = [" ", tag("button", attributes, _("Expand all"))]
    yield fragment(tag("p", {"class": "seminar-now"}, f"{zone} ", stack, *expand, now_tag()))
