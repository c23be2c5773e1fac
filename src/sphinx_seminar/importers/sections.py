"""Sessions that a page writes as sections: a heading, and what is below it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from markdown_it.tree import SyntaxTreeNode

from .blocks import Blocks
from .dated_title import dated_title
from .day import Day, order_of, read_day
from .findings import Findings, Place
from .html_in_markdown import Closed, Event, Opened
from .imported import ImportedBreak, ImportedSession
from .labels import Label, label_of, split_label
from .liquid import Include
from .sessions import break_of
from .table import Band, Cell, Part
from .text_session import TextSession

_ARGUMENT = re.compile(r"""(?P<name>[\w-]+)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""")


@dataclass(slots=True)
class Sections:
    """What a page has around its sessions, and these."""

    before: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    title: str = ""


@dataclass(slots=True)
class _Open:
    """A session that is being read."""

    place: Place
    session: ImportedSession
    text: TextSession
    level: int = 0
    links: bool = False


def read_sections(
    events: Sequence[Event],
    dates: Sequence[tuple[Place, str]],
    page: Blocks,
    findings: Findings,
) -> Sections | None:
    """The sessions of a page; None where it writes none as sections.

    They begin at an include that comes again and again, as Jekyll's pages have it for each row of a
    table, or at the headings of one level that say a day.
    """
    include = _include_of_sessions(events)
    level = 0 if include else _level_of_sessions(events, page)
    if not include and not level:
        return None
    return _Reader(include, level, dates, page, findings).read(events)


def _include_of_sessions(events: Sequence[Event]) -> str:
    names = Counter(event.name for event in events if isinstance(event, Include))
    name, count = names.most_common(1)[0] if names else ("", 0)
    return name if count > 1 else ""


def _level_of_sessions(events: Sequence[Event], page: Blocks) -> int:
    levels: Counter[int] = Counter()
    for event in events:
        if isinstance(event, SyntaxTreeNode) and event.type == "heading":
            levels[_level(event)] += _day_of(event) is not None
    level, count = levels.most_common(1)[0] if levels else (0, 0)
    return level if count > 1 else 0


def _day_of(node: SyntaxTreeNode) -> Day | None:
    """The day in a heading, by its words as they are written."""
    content = "".join(token.content for token in node.to_tokens() if token.type == "inline")
    return dated_title(Cell((content,), content)).day


def _level(node: SyntaxTreeNode) -> int:
    return int(node.tag[1:])


def _part_at_labels(node: SyntaxTreeNode) -> None:
    """Begin a line at each label in a paragraph, such as ``Due: Report`` below ``Scribe: Ada``."""
    inline = next(token for token in node.to_tokens() if token.type == "inline")
    lines = inline.content.split("\n")
    breaks = [child for child in inline.children or () if child.type in {"softbreak", "hardbreak"}]
    if len(breaks) != len(lines) - 1:
        return  # one is in a span of code
    for child, line in zip(breaks, lines[1:], strict=True):
        split = split_label(line.strip())
        if split and label_of(split[0]):
            child.type = "hardbreak"


class _Reader:
    def __init__(
        self,
        include: str,
        level: int,
        dates: Sequence[tuple[Place, str]],
        page: Blocks,
        findings: Findings,
    ) -> None:
        self._include, self._level = include, level
        self._dates, self._page, self._findings = dates, page, findings
        self._found = Sections()
        self._open: _Open | None = None
        self._inside: list[Label | None] = []
        self._depth = 0
        self._ended = False
        self._last = -1

    def read(self, events: Sequence[Event]) -> Sections:
        """All of the page."""
        self._last = max(n for n, event in enumerate(events) if self._may_begin(event))
        for number, event in enumerate(events):
            if isinstance(event, Opened):
                outer = self._inside[-1] if self._inside else None
                self._inside.append(event.label or outer)
                if event.label and self._open:
                    self._open.text.begin(None)
            elif isinstance(event, Closed):
                self._close_container()
            elif isinstance(event, Include):
                self._at_include(event)
            elif event.type == "heading":
                self._heading(event, number)
            elif self._open:
                self._block(event, self._open)
            else:
                self._around.extend(self._page.blocks(event))
        self._end()
        self._give_dates()
        return self._found

    @property
    def _around(self) -> list[str]:
        """The blocks before the first session, or behind the last."""
        seen = any(isinstance(part, ImportedSession) for part in self._found.parts)
        return self._found.after if seen or self._ended else self._found.before

    def _may_begin(self, event: Event) -> bool:
        if isinstance(event, Include):
            return event.name == self._include
        return (
            not self._include
            and isinstance(event, SyntaxTreeNode)
            and event.type == "heading"
            and _level(event) == self._level
            and _day_of(event) is not None
        )

    def _close_container(self) -> None:
        if self._inside:
            self._inside.pop()
        if self._open and len(self._inside) < self._depth:
            self._end()
            self._ended = True

    def _at_include(self, include: Include) -> None:
        if include.name != self._include:
            self._findings.leave_out(include.place, str(include), "an include that is not here")
            return
        self._begin(include.place)
        assert self._open
        self._findings.readings.append(f"{include.place}: {include} begins a session")
        for argument in _ARGUMENT.finditer(include.arguments):
            value = argument["double"] or argument["single"] or ""
            session = self._open.session
            if argument["name"] == "title":
                session.title = value
            elif day := read_day(value):
                session.day = day
        self._depth = len(self._inside)

    def _begin(self, place: Place) -> None:
        self._end()
        session = ImportedSession(place)
        self._open = _Open(place, session, TextSession(session, self._findings))

    def _heading(self, node: SyntaxTreeNode, number: int) -> None:
        place, level = self._page.place(node), _level(node)
        cell = self._page.inline(node)
        opened = self._open
        if self._include:
            if opened and not opened.session.title:
                self._entitle(opened, cell, level)
            elif opened and level >= opened.level:
                opened.text.heading(cell, place, self._label)
            else:
                self._end()
                self._loose_heading(cell, level)
        elif level == self._level and (number <= self._last):
            if _day_of(node) is None and not self._found.parts and not opened:
                self._loose_heading(cell, level)
                return
            self._begin(place)
            assert self._open
            self._entitle(self._open, cell, level)
        elif level > self._level and opened:
            opened.text.heading(cell, place, self._label)
        elif number < self._last and (self._found.parts or self._found.title):
            self._end()
            self._found.parts.append(Band(place, cell, unit=True))
        else:
            self._end()
            self._loose_heading(cell, level)

    @property
    def _label(self) -> Label | None:
        return self._inside[-1] if self._inside else None

    def _loose_heading(self, cell: Cell, level: int) -> None:
        if level == 1 and not self._found.title and not self._found.parts:
            self._found.title = cell.text
            if cell.links:
                self._around.append(cell.markdown)
        elif cell.parts:
            self._around.append(f"## {cell.markdown}")

    def _entitle(self, opened: _Open, cell: Cell, level: int) -> None:
        said = dated_title(cell)
        opened.session.title, opened.level = said.title, level
        opened.links = bool(cell.links)
        if said.day:
            opened.session.day = said.day
            self._findings.readings.append(f"{opened.place}: heading {cell.text}")
        if said.counted:
            self._findings.readings.append(f"{opened.place}: computed anew: {said.counted}")

    def _block(self, node: SyntaxTreeNode, opened: _Open) -> None:
        place = self._page.place(node)
        if node.type == "paragraph":
            _part_at_labels(node)
            opened.text.paragraph(self._page.inline(node), place, self._label)
        elif node.type in {"bullet_list", "ordered_list"}:
            items = [self._item(item) for item in node.children]
            opened.text.items(items, place, self._label)
        else:
            opened.session.body.extend(self._page.blocks(node))

    def _item(self, node: SyntaxTreeNode) -> tuple[Cell, list[Cell]]:
        if not node.children:
            return Cell(), []
        first, *others = node.children
        below: list[Cell] = []
        for child in others:
            inner = child.children if child.type in {"bullet_list", "ordered_list"} else [child]
            below += [self._page.inline(one) for one in inner]
        return self._page.inline(first), below

    def _end(self) -> None:
        opened, self._open = self._open, None
        if opened is None:
            return
        off = None if opened.links else break_of(opened.session)
        self._found.parts.append(off or opened.session)

    def _give_dates(self) -> None:
        """Give the sessions the days that the page lists apart from them, in their order."""
        if not self._dates:
            return
        order = order_of([text for _, text in self._dates])
        kinds = (ImportedSession, ImportedBreak)
        sessions = [part for part in self._found.parts if isinstance(part, kinds)]
        for part, dated in zip_longest(sessions, self._dates):
            if part is None:
                self._findings.leave_out(dated[0], dated[1], "a day in the list without a session")
            elif dated is None:
                if part.day is None:
                    told = f"{part.place}: the list of days has none for this session"
                    self._findings.guesses.append(told)
            else:
                place, text = dated
                day = read_day(text, order)
                assert day
                if part.day is None:
                    part.day = day
                elif (part.day.month, part.day.day) != (day.month, day.day):
                    self._findings.guesses.append(
                        f"{part.place}: the heading says {part.day.month}/{part.day.day}, and the "
                        f"list of days has {text} ({place}); that of the heading was taken"
                    )
