"""A module of just-the-class: days as a definition list, or as a mapping in the front matter.

A day has entries, each with entries below it. The first bold words of one, with an attribute of
kramdown behind them, are its label (https://kevinl.info/just-the-class/).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import yaml
from markdown_it.tree import SyntaxTreeNode

from .blocks import Blocks
from .day import read_day
from .findings import Findings, Place
from .header_words import kinds_said
from .imported import ImportedBreak, ImportedSession
from .markdown_text import linked
from .no_class import says_no_class
from .table import Band, Cell, Part, SourcePage
from .yaml_nodes import (
    all_texts,
    composed,
    drop_repeated,
    is_nothing,
    items,
    line_of,
    pairs,
    tell_comments,
    text_of,
)

_LABEL = re.compile(r"\*\*(?P<label>.+?)\*\*:?\s*(?P<rest>.*)")
_DUE = re.compile(r"\b(?:due|deadline)\b", re.IGNORECASE)
_OUT = re.compile(r"\b(?:out|released?)\b", re.IGNORECASE)
_WITH_MATERIALS = re.compile(r"\b(?:solutions?|worksheet|walkthrough)\b", re.IGNORECASE)
_LECTURE = {"lecture", "class"}
_WEEK = re.compile(r"(?:week|module)\s*#?\d{1,3}", re.IGNORECASE)
_MOST = 1000
_FIRST_LINE = 2
"""That of the front matter behind its dashes."""


def read_module(
    nodes: Sequence[SyntaxTreeNode], page: Blocks, findings: Findings
) -> SourcePage | None:
    """The days of a module; None where the page is no module."""
    front = next((node for node in nodes if node.type == "front_matter"), None)
    facts = composed(front.content) if front else None
    lists = [node for node in nodes if node.type == "dl" and _has_days(node)]
    days = next((value for key, value in pairs(facts) if text_of(key) == "days"), None)
    if front is None or facts is None or not (lists or days):
        return None
    reader = _Reader(page, findings)
    name = page.place(front).file
    tell_comments(front.content, name, findings, _FIRST_LINE)
    for key, value in drop_repeated(facts):
        place = Place(name, line_of(key) + _FIRST_LINE - 1)
        texts = f"{text_of(key)}: {all_texts(value, _MOST)}"
        findings.leave_out(place, texts, "a key that is there already")
    before: list[str] = []
    if not isinstance(facts, yaml.MappingNode):
        findings.leave_out(page.place(front), all_texts(facts, _MOST), "front matter")
    for key, value in pairs(facts):
        place = Place(name, line_of(key) + _FIRST_LINE - 1)
        reader.fact(text_of(key), value, place)
    for node in nodes:
        if node in lists:
            reader.definition_list(node)
        elif node is not front:
            before += page.blocks(node)
    return SourcePage("", tuple(before), tuple(reader.parts))


def _has_days(node: SyntaxTreeNode) -> bool:
    terms = [_words(child) for child in node.children if child.type == "dt"]
    return sum(read_day(term) is not None for term in terms) * 2 >= len(terms) > 0


def _words(node: SyntaxTreeNode) -> str:
    return "".join(token.content for token in node.to_tokens() if token.type == "inline")


class _Reader:
    def __init__(self, page: Blocks, findings: Findings) -> None:
        self._page, self._findings = page, findings
        self.parts: list[Part] = []

    def fact(self, key: str, value: yaml.Node, place: Place) -> None:
        """A key of the front matter."""
        text = text_of(value)
        if key == "days":
            for day, inner in self._days(value, place):
                self._day(text_of(day), Place(place.file, line_of(day) + _FIRST_LINE - 1), inner)
        elif key == "title" and not _WEEK.fullmatch(text):
            self.parts.append(Band(place, self._page.cell(text, place), unit=True))
        elif key in {"title", "week"}:
            self._findings.readings.append(f"{place}: computed anew: {key} {text}")
        else:
            self._findings.leave_out(place, f"{key}: {all_texts(value, _MOST)}", "front matter")

    def _day(self, written: str, place: Place, inner: yaml.Node) -> None:
        entries: list[tuple[Cell, list[Cell], Place]] = []
        if text_of(inner) and not is_nothing(inner):
            entries.append((self._page.cell(text_of(inner), place), [], place))
        for key, value in pairs(inner):
            line = Place(place.file, line_of(key) + _FIRST_LINE - 1)
            below = [] if is_nothing(value) else [self._page.cell(text_of(value), line)]
            if not text_of(value) and below:
                self._findings.leave_out(line, all_texts(value, _MOST), "more than an entry")
                below = []
            entries.append((self._page.cell(text_of(key), line), below, line))
        if isinstance(inner, yaml.SequenceNode):
            self._findings.leave_out(place, all_texts(inner, _MOST), "more than an entry")
        self._entries(self._page.cell(written, place), place, entries)

    def _days(self, node: yaml.Node, place: Place) -> Iterator[tuple[yaml.Node, yaml.Node]]:
        """Days and their entries: a mapping, or a list whose items have a date and events."""
        yield from pairs(node)
        for item in items(node):
            facts = {text_of(key): value for key, value in pairs(item)}
            if "date" in facts and "events" in facts:
                yield facts.pop("date"), facts.pop("events")
            rest = [all_texts(value, _MOST) for value in facts.values()] or [text_of(item)]
            line = Place(place.file, line_of(item) + _FIRST_LINE - 1)
            self._findings.leave_out(line, " ".join([*facts, *rest]), "no day of a module")
        self._findings.leave_out(place, text_of(node), "no day of a module")

    def definition_list(self, node: SyntaxTreeNode) -> None:
        """Days and what is on them."""
        days: list[tuple[SyntaxTreeNode, list[SyntaxTreeNode]]] = []
        for child in node.children:
            if child.type == "dt":
                days.append((child, []))
            elif days:
                days[-1][1].append(child)
        for term, definitions in days:
            entries = [entry for one in definitions for entry in self._definition(one)]
            self._entries(self._page.inline(term), self._page.place(term), entries)

    def _definition(self, node: SyntaxTreeNode) -> Iterator[tuple[Cell, list[Cell], Place]]:
        """What is behind one colon: entries, each with those below it."""
        for child in node.children:
            if child.type != "dl":
                yield self._page.inline(child), [], self._page.place(child)
                continue
            entry: tuple[Cell, list[Cell], Place] | None = None
            for inner in child.children:
                if inner.type == "dt":
                    if entry:
                        yield entry
                    entry = (self._page.inline(inner), [], self._page.place(inner))
                elif entry:
                    entry[1].extend(self._below(inner))
            if entry:
                yield entry

    def _below(self, node: SyntaxTreeNode) -> Iterator[Cell]:
        for main, below, _ in self._definition(node):
            yield from (main, *below)

    def _entries(
        self, written: Cell, place: Place, entries: Sequence[tuple[Cell, Sequence[Cell], Place]]
    ) -> None:
        day = read_day(written.text)
        told = f"date {written.text}" if day else f"no date, so a title: {written.text}"
        self._findings.readings.append(f"{place}: {told}")
        first = entries[0][0] if entries else Cell()
        is_off = len(entries) == 1 and says_no_class(first.text) and not first.links
        if is_off and day and not entries[0][1] and not written.links:
            self.parts.append(ImportedBreak(place, first.text, day))
            return
        session = ImportedSession(place, "" if day else written.markdown, day)
        if day and (day.rest or written.links):
            session.items.append(written.markdown if written.links else linked(day.rest))
        later = [entry for entry in entries if not self._fill(session, *entry)]
        self.parts.append(session)
        for cell, below, line in later:
            # Another class of the same day; the two become one session.
            other = ImportedSession(line, day=day)
            self._fill(other, cell, below, line)
            self.parts.append(other)
        if day is None and not entries:
            self._findings.guesses.append(f"{place}: has no date, so the session has none")

    def _fill(
        self, session: ImportedSession, cell: Cell, below: Sequence[Cell], place: Place
    ) -> bool:
        """Put an entry into a session; False where that has one of a class already."""
        match = _LABEL.fullmatch(cell.markdown)
        label, text = (match["label"].strip(": "), match["rest"]) if match else ("", cell.markdown)
        if _DUE.search(label or cell.text):
            session.due.append(text if label and text else cell.markdown.replace("**", ""))
            self._findings.readings.append(f"{place}: {label or cell.text!r} is a deadline")
            session.items += [one.markdown for one in below]
        elif _OUT.search(label) or (not label and _OUT.search(cell.text) and not cell.links):
            session.items.append(f"{label}: {text}" if label and text else text or label)
            session.items += [one.markdown for one in below]
        elif session.title:
            return False
        else:
            session.title = text or label
            if label and text and label.casefold() not in _LECTURE:
                session.kind = label
            elif label and text:
                self._findings.readings.append(f"{place}: {label!r} is the usual kind")
            for one in below:
                self._put_below(session, one)
        return True

    def _put_below(self, session: ImportedSession, cell: Cell) -> None:
        materials = _WITH_MATERIALS.search(cell.text) or kinds_said(cell.text)[:1] == ("materials",)
        if materials and len(cell.text.split()) <= 4:
            session.items += cell.parts
        else:
            session.readings += cell.parts
