"""Markup of ours that was not read as such: text on the page, or parts beside their session."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util.nodes import traverse_parent

from ..directives.markdown_lines import line_of, lines_of
from ..model.problem import Problem, Source
from ..nodes import (
    seminar_collapsible,
    seminar_node,
    seminar_presenters,
    seminar_readings,
    seminar_schedule,
    seminar_session,
)
from ..places import relative_source
from ..report import report
from .fences import fence_fault
from .session_around import session_around

_PARTS = (
    (seminar_readings, "readings"),
    (seminar_presenters, "presenters"),
    (seminar_collapsible, "details"),
)
_OPENING = re.compile(r"(?P<marks>:+|`+|~+)?\s*\{(?P<name>[a-z:-]+)\}(?=\s|$)")
_FENCE = re.compile(r"[\s>]*(?:[-*+]\s+)?(?:`{3}|~{3}|:{3})")


class UnreadMarkup(SphinxTransform):
    """Tells of directives that stand on the page as text, and of fences that close too early."""

    # After Locale (20) and after every session has its section (15).
    default_priority = 825

    def apply(self, **kwargs: object) -> None:
        """Look at the source's fences, at parts without a session, and at text."""
        self._ours = frozenset(self.env.domains["seminar"].directives)
        path = str(self.env.doc2path(self.env.docname))
        self._is_markdown = self._has_markdown(path)
        if self._is_markdown and self._tell_fence(path):
            return  # what else is wrong may follow from it
        self._tell_text()
        self._tell_parts()

    def _has_markdown(self, path: str) -> bool:
        suffixes = self.config.source_suffix
        kind = next((kind for suffix, kind in suffixes.items() if path.endswith(suffix)), None)
        return kind not in {None, "restructuredtext"}

    def _knows_colons(self) -> bool:
        extensions = getattr(self.config, "myst_enable_extensions", ())
        own = self.env.metadata.get(self.env.docname, {}).get("myst", "")
        return "colon_fence" in extensions or "colon_fence" in str(own)

    def _tell_fence(self, path: str) -> bool:
        if next(self.document.findall(seminar_node), None) is None:
            return False
        kinds = ":`~" if self._knows_colons() else "`~"
        fault = fence_fault(lines_of(self.env, path), self._ours, kinds)
        if fault:
            source = Source(relative_source(self.env, path), fault.line)
            self._report(fault.message, source)
        return fault is not None

    def _tell_text(self) -> None:
        for node in self.document.findall(_may_hold_markup):
            assert isinstance(node, nodes.Element)
            if isinstance(node, nodes.paragraph):
                texts = list(_starts_of_lines(node))
            elif self._is_markdown:
                texts = node.astext().splitlines()[:1]
            else:
                continue
            for text in texts:
                match = _OPENING.match(text.lstrip())
                name = match and match["name"].removeprefix("seminar:")
                if match is None or name not in self._ours:
                    continue
                place, is_fenced = self._place(node, match.group())
                if isinstance(node, nodes.literal_block) and is_fenced:
                    continue
                if self._told_of(match, node, place):
                    return
                break

    def _told_of(self, match: re.Match[str], node: nodes.Element, place: Source) -> bool:
        """Tell of a directive that stands as text; whether the others have the same cause."""
        shown = match.group()
        marks, name = match["marks"] or "", match["name"]
        if isinstance(node, nodes.literal_block):
            hint = "it is indented by four blanks, which makes it code; indent it by less"
        elif not self._is_markdown:
            hint = f"write '.. {name}::', as reStructuredText does"
        elif len(marks) >= 3 and marks[0] == ":" and not self._knows_colons():
            hint = "add this line to conf.py: "
            others = sorted(getattr(self.config, "myst_enable_extensions", ()))
            hint += f"myst_enable_extensions = {['colon_fence', *others]}".replace("'", '"')
            self._report(f"{shown!r} is shown as text; {hint}", place)
            return True
        elif len(marks) >= 3:
            hint = "a blank line before it makes it a directive"
        else:
            hint = f"write ':::{{{name}}}', and ':::' on a line below what belongs to it"
        self._report(f"{shown!r} is shown as text; {hint}", place)
        return False

    def _tell_parts(self) -> None:
        for schedule in self.document.findall(seminar_schedule):
            if schedule.parent is None or next(schedule.findall(seminar_session), None) is None:
                continue
            siblings = schedule.parent.children
            # A heading between them says that a part is meant to stand alone.
            for node in siblings[siblings.index(schedule) + 1 :]:
                name = next((name for kind, name in _PARTS if isinstance(node, kind)), None)
                if name is None or not isinstance(node, nodes.Element):
                    continue
                if session_around(node)[0] is None:
                    self._report(
                        f"{{{name}}} stands below the schedule and in no session; move it into "
                        "its session, or write a heading above it where it belongs to none",
                        self._place(node, "")[0],
                    )

    def _place(self, node: nodes.Element, text: str) -> tuple[Source, bool]:
        """Where *text* of a node stands, and whether in a fence."""
        around = list(traverse_parent(node))
        line = next((found.line for found in around if found.line), None)
        source = next((found.source for found in around if found.source), None)
        is_fenced = False
        if text and line:
            lines = lines_of(self.env, source or str(self.env.doc2path(self.env.docname)))
            line = line_of(lines, line, [text])
            before = (said for said in reversed(lines[: line - 1]) if said.strip())
            is_fenced = _FENCE.match(next(before, "")) is not None
        return Source(relative_source(self.env, source), line), is_fenced

    def _report(self, message: str, source: Source) -> None:
        report([Problem("schedule", message, source)], self.env.srcdir)


def _starts_of_lines(paragraph: nodes.Element) -> Iterator[str]:
    """The texts that begin a line of a paragraph; none of code or of other markup."""
    begins = True
    for child in paragraph.children:
        if isinstance(child, nodes.Text):
            first, *rest = child.astext().split("\n")
            if begins:
                yield first
            yield from rest
            begins = child.astext().endswith("\n")
        else:
            begins = False


def _may_hold_markup(node: nodes.Node) -> bool:
    if isinstance(node, nodes.paragraph):
        return any(isinstance(child, nodes.Text) and "{" in child for child in node.children)
    # MyST says so of indented code; a fence may say it too, which the line above it shows.
    return isinstance(node, nodes.literal_block) and node.get("language") == "none"
