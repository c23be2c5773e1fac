"""The panels of ``{this-week}``: one for each week, one before them and one behind."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from ...locale import _
from ...model.instant import Interval
from ...pages.html import Tag, tag
from ...pages.nodes import element, fragment
from ..copied.session_content import gathered_content, materials_line
from ..deadlines import deadline_list
from ..heard_link import numbered_link
from ..page import Page
from ..session_link import ShownSession
from ..words.breaks import break_title
from ..words.dates import date_range, long_date, meeting_text, short_date
from ..words.due import times_note
from ..words.filled_pattern import Piece, filled
from ..words.label import label_tag
from ..words.pieces import heading
from ..words.times import date_range_tags, marked_attributes, meeting_tags, now_tag
from .shown_weeks import ShownEntry, ShownWeek, ShownWeeks

PARTS = ("speakers", "materials", "readings", "optional", "presenters")


class WeekPanels:
    """Draws the panels of one course."""

    def __init__(self, shown: ShownWeeks, page: Page) -> None:
        self.shown = shown
        self.page = page

    def before(self) -> nodes.Node:
        """What is shown before the term."""
        first = self.shown.weeks[0].marked
        assert first is not None
        assert self.shown.first is not None
        text = _("The term starts on {date}.").format(
            date=long_date(self.shown.first, self.page.language)
        )
        content: list[nodes.Node] = [nodes.paragraph("", text)]
        if self.shown.first_session:
            content.append(heading(_("First session")))
            content.append(self._session(self.shown.first_session))
        return _panel(Interval(None, first.start), content)

    def after(self) -> nodes.Node:
        """What is shown after the last week."""
        last = self.shown.weeks[-1].marked
        assert last is not None
        assert self.shown.last is not None
        end = long_date(self.shown.last, self.page.language)
        text = _("The term ended on {date}.").format(date=end)
        return _panel(Interval(last.end, None), [nodes.paragraph("", text)])

    def week(self, week: ShownWeek) -> nodes.Node:
        """What happens in a week, then what is due."""
        language = self.page.language
        first, last = short_date(week.start, language), short_date(week.last, language)
        days = date_range(first, last, language)
        title = days
        if week.number is not None:
            number = _("Week {number}").format(number=week.number)
            title = f"{number} · {days}"
        content: list[nodes.Node] = [heading(title), *map(self._entry, week.entries)]
        if not week.has_session:
            content.append(nodes.paragraph("", _("No session this week.")))
        if week.next:
            content += [heading(_("Next session")), self._session(week.next)]
        if week.deadlines:
            content.append(heading(_("Due")))
            content.append(deadline_list(week.deadlines, self.page))
        if week.handed_out:
            from .handed_out import handed_out_list  # few courses say so

            content.append(heading(_("Handed out")))
            content.append(handed_out_list(week.handed_out, self.page))
        has_times = any(entry.meeting and entry.meeting.start for entry in week.entries)
        has_times = has_times or any(entry.sections for entry in week.entries)
        if week.deadlines or week.handed_out or has_times:
            content += times_note(self.shown.zone, language)
        return _panel(week.marked, content)

    def _entry(self, entry: ShownEntry) -> nodes.Node:
        if entry.break_:
            first, last = entry.break_.start, entry.break_.end
            days = date_range_tags(first, last, self.page.language)
            return _line(days, [break_title(entry.break_)])
        if entry.session is None:
            title = [*_label_pieces(entry), _("To be announced")]
            if entry.sections:
                return fragment(*self._dates(entry, title))
            return _line(self._when(entry), title)
        if not entry.is_moved:
            return self._session(entry)
        text = _("Moved; the new date is to be announced")
        if entry.moved_to:
            when = meeting_text(entry.moved_to, self.page.language, self.shown.clock)
            text = _("Moved to {date}").format(date=when)
        return _line(self._when(entry), [tag("s", {}, entry.session.title), f" ({text})"])

    def _session(self, entry: ShownEntry) -> nodes.Node:
        assert entry.session is not None
        session = entry.session
        found = gathered_content(session, self.page)
        title = _title_link(session, found.title, entry.numbered_title, self.page)
        content: list[nodes.Node] = [element("p", {"class": "seminar-name"}, title)]
        content += self._facts(entry)
        for part, node in found.shown(PARTS):
            if part == "speakers":
                content.append(element("p", {"class": "seminar-speaker"}, *node.children))
            elif part == "materials":
                content += materials_line(node, entry.materials, self.page)
            else:
                content.append(node)
        drawn = element("div", {"class": "seminar-entry"}, *content)
        if len(entry.sections) == 1:
            # Nobody else has it in this week.
            attributes = {"class": "seminar-entry", "data-person": entry.sections[0].section}
            drawn = element("div", attributes, fragment(now_tag()), *content)
        drawn["session_title"] = entry.numbered_title or session.title
        return drawn

    def _facts(self, entry: ShownEntry) -> Iterator[nodes.Node]:
        """When and where a session is, and of what kind."""
        facts: list[Piece] = []
        if entry.sections:
            yield fragment(*self._dates(entry, None))
        else:
            facts += self._when(entry)
            if entry.meeting and entry.meeting.where:
                facts += [_(", "), entry.meeting.where]
        notes: list[Piece] = [label_tag(label, "seminar-kind") for label in entry.labels]
        if entry.is_cancelled:
            notes.append(tag("strong", {}, _("Cancelled")))
        for note in notes:
            facts += [" · ", note] if facts else [note]
        if facts:
            yield fragment(tag("p", {"class": "seminar-muted"}, *facts))

    def _dates(self, entry: ShownEntry, title: list[Piece] | None) -> Iterator[Tag]:
        """A line for each section: its date and its room, or the title of what it has then."""
        from ..words.section_dates import picked

        shown = self.shown
        for each in entry.sections:
            when: list[Piece] = [_("Date to be announced")]
            if each.meeting:
                when = meeting_tags(each.meeting, shown.clock, shown.zone, self.page.language)
                if each.meeting.where:
                    when += [_(", "), each.meeting.where]
            line = filled(_("{label}: {text}"), label=each.section, text=when)
            if title:
                line = filled(_("{when}: {title}"), when=line, title=title)
            css_class = None if title else "seminar-muted"
            yield picked(each.section, self.page, tag("p", {"class": css_class}, *line))

    def _when(self, entry: ShownEntry) -> list[Piece]:
        if entry.meeting is None:
            return [_("Date to be announced")]
        shown = self.shown
        return meeting_tags(entry.meeting, shown.clock, shown.zone, self.page.language)


def _label_pieces(entry: ShownEntry) -> list[Piece]:
    return [piece for label in entry.labels for piece in (label_tag(label, "seminar-kind"), " · ")]


def _title_link(
    session: ShownSession, title: list[nodes.Node], numbered: str | None, page: Page
) -> nodes.Node:
    """A title that leads to its session; one with a link in it stays as it is."""
    if any(found for node in title for found in node.findall(nodes.reference)):
        return element("span", {}, *title)
    return numbered_link(page.link(session.docname, session.anchor, *title), numbered)


def _line(when: list[Piece], title: list[Piece]) -> nodes.Node:
    return fragment(tag("p", {}, *filled(_("{when}: {title}"), when=when, title=title)))


def _panel(shown: Interval | None, content: list[nodes.Node]) -> nodes.Node:
    attributes: dict[str, object] = {"class": "seminar-panel", "hidden": ""}
    return element("div", attributes | marked_attributes(shown), fragment(now_tag()), *content)
