"""The schedule in html: a table with a body a week, and the instants that the script compares."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from docutils import nodes
from sphinx.util.nodes import traverse_parent

from ...locale import _
from ...model.instant import DAY, day_start, utc_text
from ...model.weeks import Week
from ...pages.html import Tag, tag
from ...pages.nodes import element, fragment, seminar_collapsible
from ...pages.read.facts import MATERIALS
from ..copied.session_content import SessionContent
from ..page import Page
from ..view import Body
from ..words.breaks import break_title
from ..words.dates import short_date
from ..words.due import until_attributes
from ..words.filled_pattern import filled
from ..words.label import kind_classes, label_tag
from ..words.times import marked_attributes, now_tag
from .above_table import above_table
from .date_cell import date_cell, day_of, mark
from .rows import ShownRow, ShownSchedule, content_of
from .session_cell import permalink, session_cell

if TYPE_CHECKING:
    from datetime import datetime

    from ..materials_line import ShownMaterial
    from .units import ShownUnit

Content = list[Tag | str]
_FILTERED = frozenset({"speakers", "presenters", "readings", "optional"})


def schedule_table(shown: ShownSchedule, body: Body, page: Page) -> list[nodes.Node]:
    """A line that says where in the term one is, and the table."""
    level = 1 + len(list(traverse_parent(body, nodes.section)))
    draw = _RowDrawer(shown, body, page, min(max(level, 2), 6))
    weeks = (rows for _week, rows in groupby(shown.rows, key=lambda row: row.week))
    table = element(
        "table",
        {"aria-label": _("Schedule")},
        _head(shown),
        *(body for week in weeks for body in draw.week_bodies(list(week))),
    )
    if not any(row.is_own for row in shown.rows):
        # All of it is on other pages, where a search is to find it.
        table["classes"].append("no-search")
    compact = "" if shown.parts else " seminar-compact"
    columns = " seminar-columns" if shown.columns else ""
    undated = "" if shown.has_dates else " seminar-undated"
    sections = " seminar-sections" if shown.choice else ""
    css_class = f"seminar-schedule{compact}{columns}{undated}{sections}"
    attributes: dict[str, object] = {"class": css_class}
    attributes |= marked_attributes(shown.marked)
    over = above_table(shown, page, can_expand=draw.has_collapsible, is_filtered=draw.is_filtered)
    return [element("div", attributes, *over, table)]


def _parts(rows: list[ShownRow]) -> Iterator[list[ShownRow]]:
    """The rows of a week, parted where a unit begins."""
    starts = [0, *(number for number, row in enumerate(rows) if row.unit and number)]
    for start, end in pairwise([*starts, len(rows)]):
        yield rows[start:end]


def _head(shown: ShownSchedule) -> nodes.Node:
    words = [*([_("Date")] if shown.has_dates else []), _("Session")]
    words += [sort.word for sort in shown.columns]
    heads = [tag("th", {"scope": "col"}, word) for word in words]
    if shown.has_dates:
        week = tag("th", {"scope": "col"}, _("Week")) if shown.has_week_numbers else tag("td")
        heads.insert(0, week)
    return fragment(tag("thead", {}, tag("tr", {}, *heads)))


class _RowDrawer:
    """Draws the rows of one schedule."""

    def __init__(self, shown: ShownSchedule, body: Body, page: Page, level: int) -> None:
        self.shown = shown
        self.body = body
        self.page = page
        self.level = level
        self.has_collapsible = False
        self.is_filtered = False
        """Whether a session has readings or people."""
        # A cell that is no session's goes on over the columns of materials.
        self._in_cell = shown.in_cell
        self._over_all = {"colspan": 1 + len(shown.columns)} if shown.columns else {}
        self._weeks: set[Week | None] = set()
        self._has_units = False
        self._unit_ends: deque[datetime | None] = deque()
        if [row for row in shown.rows if row.unit]:
            from .units import unit_ends  # most courses have no units

            self._unit_ends += unit_ends(shown.rows)

    @property
    def _columns(self) -> int:
        return (3 if self.shown.has_dates else 1) + len(self.shown.columns)

    def week_bodies(self, week: list[ShownRow]) -> Iterator[nodes.Node]:
        """The rows of a week, its head over them all; before them a unit that they begin.

        Where a unit begins in its midst, the head is there again: what is over the unit may be
        folded away with its week while the unit goes on.
        """
        for part in _parts(week) if self._unit_ends else [week]:
            if part[0].unit:
                yield element("tbody", {}, self._unit_row(part[0].unit))
            # A session without a date stays behind the one that it follows, and parts a week too.
            is_again = part[0].week in self._weeks
            self._weeks.add(part[0].week)
            head = self._week_head(part[0].week, len(part), is_again=is_again)
            heads = [head, *([None] * (len(part) - 1))]
            drawn = [self._row(row, head) for row, head in zip(part, heads, strict=True)]
            yield self._week_body(part, drawn)

    def _week_body(self, rows: list[ShownRow], drawn: list[nodes.Node | Tag]) -> nodes.Node:
        # A search finds breaks here, and each session where its content is.
        breaks = [row.break_ for row in rows if row.break_]
        searched = " ".join(map(break_title, breaks))
        text_rows = [row for row in drawn if isinstance(row, Tag)]
        if len(text_rows) == len(drawn):
            return fragment(tag("tbody", {}, *text_rows), searched=searched)
        as_nodes = [fragment(row) if isinstance(row, Tag) else row for row in drawn]
        return element("tbody", {}, *as_nodes, fragment(searched=searched))

    def _unit_row(self, unit: ShownUnit) -> nodes.Element:
        """The title of a unit as a heading over those of its sessions, and its description."""
        from .units import unit_content

        title, description = unit_content(unit, self.body, self.page)
        if unit.is_own and not unit.goes_on and self.page.env.config.html_permalinks:
            title += [nodes.Text(" "), permalink(unit.anchor, _("Link to this unit"), self.page)]
        end = self._unit_ends.popleft()
        if not self.page.marks_now:
            end = None
        if not self._has_units:
            self._has_units = True
            self.level = min(self.level + 1, 6)
        attributes: dict[str, object] = {
            "class": "seminar-unit",
            "colspan": self._columns if self._columns > 1 else None,
            "id": unit.anchor if unit.is_own and not unit.goes_on else None,
            "data-until": utc_text(end) if end else None,
        }
        heading = element(f"h{self.level - 1}", {"class": "seminar-title"}, *title)
        fold = [fragment(self._fold(unit), now_tag())] if self.page.marks_now else []
        row = element("tr", {}, element("td", attributes, heading, *fold, *description))
        if not unit.is_own or unit.goes_on:
            row["classes"].append("no-search")  # it is found where the unit is
        return row

    def _fold(self, unit: ShownUnit) -> Tag:
        """What a reader folds a unit by; the script shows it."""
        word = _("Sessions")
        attributes = {
            "class": "seminar-fold",
            "type": "button",
            "hidden": "",
            "aria-expanded": "true",
            "aria-label": _("{label}: {text}").format(label=word, text=unit.shown_title),
        }
        return tag("button", attributes, word)

    def _week_head(self, week: Week | None, span: int, *, is_again: bool) -> Tag:
        rowspan = span if span > 1 else None
        if week is None:
            return tag("td", {"class": "seminar-week", "rowspan": rowspan})
        words: Content = []
        if week.number is not None:
            words = [*_week_number(week.number), " "]
        if week.marked is not None and self.page.marks_now:
            words = [now_tag(), *words, mark(_("This week")), now_tag()]
        # The script counts the headers; on a phone they alone are shown.
        name, scope = ("td", None) if is_again else ("th", "rowgroup")
        attributes = {"class": "seminar-week", "scope": scope, "rowspan": rowspan}
        if self.shown.week_ids and week.number is not None and not is_again:
            anchor = f"{self.shown.week_ids}{week.number}"
            attributes["id"] = anchor if self.page.claim(self.page.docname, anchor) else None
        if week.number is None and self.page.has_tools:  # a filter names the week
            attributes["data-name"] = short_date(week.start, self.page.language)
        return tag(name, attributes | marked_attributes(week.marked), *words)

    def _row(self, row: ShownRow, week_head: Tag | None) -> nodes.Node | Tag:
        heads: list[Tag] = []
        if self.shown.has_dates:
            is_led = week_head is not None and bool(row.week and row.week.marked)
            date_head = date_cell(row, self.shown, self.page, is_first=not is_led)
            heads = [*([week_head] if week_head else []), date_head]
        content = content_of(row, self.shown, self.body, self.page) if row.session else None
        cell = self._cell(row, content)
        more: list[nodes.Node | Tag] = []
        if content and self.shown.columns:
            more += [self._material_cell(row, content, sort) for sort in self.shown.columns]
        if isinstance(cell, Tag):
            if not more:
                return tag("tr", _row_attributes(row, self.shown.zone), *heads, cell)
            cell = fragment(cell)
        drawn = element("tr", _row_attributes(row, self.shown.zone), fragment(*heads), cell)
        drawn += [fragment(found) if isinstance(found, Tag) else found for found in more]
        if not row.is_own:
            drawn["classes"].append("no-search")  # it is found where the session is
        return drawn

    def _cell(self, row: ShownRow, content: SessionContent | None) -> nodes.Node | Tag:
        """What a row is about."""
        if row.break_:
            return tag("td", self._over_all, break_title(row.break_))
        if row.deadline is not None:
            from .due_cell import due_cell  # many schedules have no row for what is due

            return due_cell(row, row.deadline, self.shown, self.page, self._over_all)
        if content is None:
            labels = (
                piece for label in row.labels for piece in (label_tag(label, "seminar-kind"), " · ")
            )
            return tag("td", self._over_all, *labels, _("To be announced"))
        # Where a row holds content, its title is a heading.
        level = self.level if self._in_cell else None
        if not (self.has_collapsible and self.is_filtered):
            for part, node in content.shown(self._in_cell):
                self.is_filtered = self.is_filtered or part in _FILTERED
                if isinstance(node, seminar_collapsible):
                    self.has_collapsible = True
        return session_cell(row, content, self._in_cell, self.shown, self.page, level)

    def _material_cell(
        self, row: ShownRow, content: SessionContent, sort: ShownMaterial
    ) -> nodes.Node | Tag:
        if row.materials is None or sort not in row.materials.sorts:
            return tag("td")
        from ..materials_line import material_content

        cell = element("td")
        for part, node in content.parts:
            if part == MATERIALS:
                assert isinstance(node, nodes.Element)
                cell += material_content(node, sort, row.materials, self.page, has_head=True)
        return cell


_ROW_CLASSES = {
    "break": "seminar-break",
    "open": "seminar-tba",
    "due": "seminar-due seminar-deadline",
    "out": "seminar-out seminar-deadline",
    "session": "seminar-session",
    "moved": "seminar-session seminar-moved",
}


def _row_attributes(row: ShownRow, zone: ZoneInfo | None) -> dict[str, object]:
    css_class = _ROW_CLASSES[row.sort] + (" seminar-cancelled" if row.is_cancelled else "")
    labels = row.deadline.labels if row.deadline else row.labels
    if labels:
        css_class += kind_classes(labels)
    attributes: dict[str, object] = {"class": css_class}
    if row.break_:
        attributes["data-date"] = row.break_.start.isoformat()
    elif row.meeting or row.deadline:
        attributes["data-date"] = row.days[0].isoformat()
    if row.deadline and row.sort == "due":
        attributes |= until_attributes(row.deadline.due)
    elif row.deadline and zone:
        attributes["data-until"] = utc_text(day_start(row.days[-1] + DAY, zone))
    day = None if row.sections or row.marks else day_of(row, zone)
    return attributes | marked_attributes(row.next) | {"data-day": day}


def _week_number(number: int) -> Content:
    """The number; the words around it are for those who see no head of a column."""
    shown = tag("span", {"class": "seminar-number"}, str(number))
    pieces: Content = []
    for piece in filled(_("Week {number}"), number=shown):
        if isinstance(piece, Tag):
            pieces.append(piece)
            continue
        word = tag("span", {"class": "seminar-word"}, piece.strip())
        # The blank between word and number stays outside, where it is seen or not as it must be.
        before = [" "] if piece != piece.lstrip() else []
        after = [" "] if piece != piece.rstrip() else []
        pieces += [*before, word, *after]
    return pieces
