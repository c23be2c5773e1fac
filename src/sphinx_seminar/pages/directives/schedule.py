"""``{schedule}``: all sessions of a course, with its breaks in place."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from ...model.nearest import did_you_mean
from ..nodes import seminar_schedule, seminar_session, seminar_title, seminar_unit
from ..read.facts import DUE, MATERIALS, PARTS
from ..words_of import words_of
from .base import SeminarDirective, shows_something

_ORDERS = ("oldest", "newest")
_YEARS = "years"


class Schedule(SeminarDirective):
    """With sessions inside it shows these; empty, it gathers those of the course's pages."""

    filled_options = ("course", "columns", "order")
    known_options = ("show", "columns", "units", "order", "course")

    def run(self) -> list[nodes.Node]:
        """Leave a placeholder that holds the sessions; other text comes out before it."""
        self.check_options()
        content = self.parse_content_of_course()
        inside, others, empty = _parted(content, self.state.document)
        shown = next(filter(shows_something, others), None)
        if shown is not None:
            self.problem(
                "schedule",
                "something that is no session is in the {schedule}; "
                "write it before or after the schedule",
                self.line_of_node(shown),
            )
        for unit in empty:
            title = words_of(unit[0])
            self.problem(
                "schedule",
                f"the unit {title!r} holds no session; "
                "write its sessions below the heading, or take the heading out",
                self.line_of_node(unit[0]),
            )
            # A unit without a session is reported, and what is written there is shown all the same.
            others += [nodes.rubric("", "", *unit[0].children), *unit.children[1:]]
        has_own = [
            node
            for node in inside
            if node.__class__ is seminar_unit
            or (node.__class__ is seminar_session and node.attributes["unit_name"])
        ]
        units = self._units(has_own=bool(has_own))
        schedule = seminar_schedule(
            "",
            *inside,
            docname=self.env.docname,
            course=self.options.get("course"),
            show=self._show(),
            has_columns=self._has_columns(),
            has_due=DUE in self._names(),
            is_newest_first=self._order() == "newest",
            units=units,
            units_id=self._free_id("year" if units == _YEARS else "unit") if units else "",
        )
        self.set_source_info(schedule)
        return [*self.beside(others), schedule]

    def _names(self) -> list[str]:
        text: str = self.options.get("show", "")
        return text.replace(",", " ").split()

    def _has_columns(self) -> bool:
        """Whether materials have a column each, the only part that can."""
        names = self.options.get("columns", "").replace(",", " ").split()
        for name in names:
            if name != MATERIALS:
                message = f"':columns:' knows no {name!r}; {did_you_mean(name, [MATERIALS])}"
                self.problem("option", message, self.option_line("columns"))
        return MATERIALS in names

    def _units(self, *, has_own: bool) -> str:
        """Whether units are those of ``all`` sessions, of its ``own`` alone, ``years``, or none."""
        if self.options.get("units", "").casefold() != _YEARS:
            return "all" if self.says_yes("units", _YEARS) else "own" if has_own else ""
        if has_own:
            self.problem(
                "option",
                "':units: years' is for a schedule without headings of its own; "
                "take it out, or the headings",
                self.option_line("units"),
            )
            return "own"
        return _YEARS

    def _free_id(self, sort: str) -> str:
        """What the ids of its units begin with; another schedule of the page has another."""
        ids, number = self.state.document.ids, 1
        while (anchor := f"seminar-{sort}{number if number > 1 else ''}") in ids:
            number += 1
        ids[anchor] = nodes.target()
        return anchor

    def _order(self) -> str:
        order: str = self.options.get("order", "").casefold() or _ORDERS[0]
        if order not in _ORDERS:
            message = f"':order:' knows no {order!r}; {did_you_mean(order, _ORDERS)}"
            self.problem("option", message, self.option_line("order"))
        return order

    def _show(self) -> tuple[str, ...]:
        if "show" not in self.options:
            return PARTS
        names = self._names()
        known = ("title", *PARTS, DUE)
        for name in names:
            if name not in known:
                self.problem(
                    "option",
                    f"':show:' knows no {name!r}; " + did_you_mean(name, known),
                    self.option_line("show"),
                )
        return tuple(part for part in PARTS if part in names)


def _parted(
    content: list[nodes.Node], document: nodes.document
) -> tuple[list[nodes.Node], list[nodes.Node], list[seminar_unit]]:
    """Sessions with the heads of their units, all other nodes, and units without a session.

    A heading inside of a directive is a rubric: in MyST of any level, in reStructuredText by its
    own directive.
    """
    inside: list[nodes.Node] = []
    others: list[nodes.Node] = []
    empty: list[seminar_unit] = []
    begun: seminar_unit | None = None
    for node in _with_labels(content):
        if isinstance(node, seminar_session):
            inside += [begun, node] if begun is not None else [node]
            begun = None
        elif isinstance(node, nodes.rubric):
            if begun is not None:
                empty.append(begun)
            title = seminar_title(node.rawsource, "", *node.children)
            begun = seminar_unit("", title, ids=list(node["ids"]), session_id=None)
            for anchor in node["ids"]:  # it is free again for a session that is called so
                document.ids.pop(anchor, None)
            begun.source, begun.line = title.source, title.line = node.source, node.line
        elif begun is not None:
            begun.append(node)
        else:
            others.append(node)
    if begun is not None:
        empty.append(begun)
    return inside, others, empty


def _with_labels(content: list[nodes.Node]) -> Iterator[nodes.Node]:
    """The same nodes; a heading has the ids of the labels right before it."""
    labels: list[nodes.target] = []
    for node in content:
        if isinstance(node, nodes.target) and not node.children:
            labels.append(node)
            continue
        if isinstance(node, nodes.rubric):
            for label in labels:
                node["ids"] += label["ids"]
        else:
            yield from labels
        labels = []
        yield node
    yield from labels
