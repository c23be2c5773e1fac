"""What is written under a heading into the parts of a session."""

from __future__ import annotations

from collections.abc import Sequence

from .column import is_names, is_nothing, name_list
from .findings import Findings, Place
from .imported import Group, ImportedSession
from .labels import Label, is_label_alone, label_of, plain_label, split_label
from .markdown_text import at_start
from .sessions import OPTIONAL, role_name
from .table import Cell

_LISTS: frozenset[Label] = frozenset({"readings", "optional", "details", "due", "materials"})
"""What can be said once, over a list."""


class TextSession:
    """Fills a session with paragraphs and items in their order."""

    def __init__(self, session: ImportedSession, findings: Findings) -> None:
        self.session, self._findings = session, findings
        self._over: Label | None = None

    def begin(self, label: Label | None, words: str = "", place: Place | None = None) -> None:
        """What comes now is what *label* says; *words* are those that have said so."""
        self._over = label
        if words and place:
            self._findings.readings.append(f"{place}: {words!r} begins: {label}")

    def heading(self, cell: Cell, place: Place, inside: Label | None) -> None:
        """A heading below the title, in a block that is said to be *inside*."""
        label = label_of(cell.text)
        if inside or (self._over in {"readings", "optional"} and label not in _LISTS):
            self._reading_list(inside or self._over).append(Group(cell.markdown))
        elif label in _LISTS:
            self.begin(label, cell.markdown, place)
        else:
            self._over = None
            if label == "speaker" and (split := split_label(cell.markdown)) and split[1]:
                self._tell(place, split[0], label)
                self.session.take_speaker(split[1])
            else:
                self.session.body.append(f"**{cell.markdown.strip('*')}**")

    def paragraph(self, cell: Cell, place: Place, inside: Label | None) -> None:
        """A paragraph; one in a reading list is an item of it."""
        label = label_of(cell.text)
        if label in _LISTS and len(cell.parts) == 1 and is_label_alone(cell.markdown):
            self.begin(label, plain_label(cell.markdown), place)
            return
        if inside or self._over in _LISTS - {"materials"}:
            self.item(cell.parts, place, inside)
            return
        rest = [part for part in cell.parts if not self._labeled(part, place)]
        if rest:
            self.session.body.append("\\\n".join(at_start(part) for part in rest))

    def items(
        self, cells: Sequence[tuple[Cell, Sequence[Cell]]], place: Place, inside: Label | None
    ) -> None:
        """A list; each item with those below it."""
        for cell, below in cells:
            label = label_of(cell.text)
            if below and label in _LISTS and not inside:
                self._tell(place, plain_label(cell.markdown), label)
                for inner in below:
                    self._put(label, " ".join(inner.parts), place)
                continue
            self.item(
                (*cell.parts, *(part for inner in below for part in inner.parts)), place, inside
            )

    def item(self, parts: Sequence[str], place: Place, inside: Label | None) -> None:
        """One item, whatever it says."""
        text = " ".join(parts)
        if not text:
            return
        over = inside or self._over
        split = None if inside else split_label(text)
        # Who presents and what is due is no reading, wherever it is listed.
        if split and label_of(split[0]) in {"due", "presenter", "speaker"}:
            if not self._labeled(text, place):
                self._put(over, text, place)
        elif over in _LISTS:
            self._put(over, text, place)
        elif not self._labeled(text, place):
            self.session.items.append(text)

    def _put(self, label: Label | None, text: str, place: Place) -> None:
        session = self.session
        if label in {"readings", "optional"}:
            mark = OPTIONAL.match(text)
            rest = text[mark.end() :] if mark else text
            self._reading_list("optional" if mark else label).append(rest or text)
        elif label == "details":
            session.details.append(text)
        elif label == "due":
            session.due.append(text)
        else:
            session.items.append(text)

    def _reading_list(self, label: Label | None) -> list[str]:
        if label == "details":
            return self.session.details
        return self.session.optional if label == "optional" else self.session.readings

    def _labeled(self, text: str, place: Place) -> bool:
        """Whether *text* is a label and what it says, such as ``Scribe: Ada Brook``."""
        split = split_label(text)
        if split is None:
            return False
        label = label_of(split[0])
        words, rest = split
        if label in {"readings", "optional", "due", "details"} and rest:
            self._put(label, rest, place)
        elif label == "speaker" and rest:
            self.session.take_speaker(rest)
        elif label == "presenter" and ("](" in rest or is_nothing(rest) or is_names(rest)):
            names = "" if is_nothing(rest) else rest
            if "](" not in rest:
                names = ", ".join(name_list(names))
            self.session.take_slot(role_name(words), names)
            if is_nothing(rest):
                self._findings.readings.append(f"{place}: taken as empty: {words}: {rest}")
            return True
        else:
            return False
        self._tell(place, words, label)
        return True

    def _tell(self, place: Place, words: str, label: Label | None) -> None:
        self._findings.readings.append(f"{place}: {words!r} says: {label}")
