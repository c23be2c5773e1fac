"""Markup of ours that was not read as such: text on the page, or parts beside their session."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from docutils import nodes
from sphinx.environment import BuildEnvironment
from sphinx.util.nodes import traverse_parent

from ...model.problem import Problem, Source
from ...paths import relative_source
from ..directives.markdown_lines import line_of, lines_of
from ..nodes import (
    seminar_collapsible,
    seminar_node,
    seminar_presenters,
    seminar_readings,
    seminar_schedule,
    seminar_session,
)
from ..read.session_around import session_around
from ..told_problems import tell
from .fences import fence_fault, items_without_mark, misspelt_opening, misspelt_roles
from .suspicious_markup import SuspiciousText, is_markdown, knows_colons

_PARTS = (
    (seminar_readings, "readings"),
    (seminar_presenters, "presenters"),
    (seminar_collapsible, "details"),
)
_OPENING = re.compile(r"(?P<marks>:+|`+|~+)?\s*\{(?P<name>[a-z:-]+)\}(?=\s|$)")
_FENCE = re.compile(
    r"[\s>]*(?:[-*+]\s+)?(?:`{3,}|~{3,}|:{3,})(?:\{(?:seminar:)?(?P<name>[a-z-]+)\})?"
)


def tell_unread_markup(
    document: nodes.document, env: BuildEnvironment, found: Sequence[SuspiciousText]
) -> None:
    """Tell of openings, text, fences, parts or items: the first may explain the others."""
    page = _Page(document, env)
    if page.tell_openings(found) or page.tell_text() or page.tell_fences(found):
        return
    if not page.tell_parts():
        page.tell_items(found)


class _Page:
    def __init__(self, document: nodes.document, env: BuildEnvironment) -> None:
        self.document = document
        self.env = env
        self.path = str(env.doc2path(env.docname))
        self.ours = frozenset(env.domains["seminar"].directives)
        self.is_markdown = is_markdown(env, self.path)
        own = env.metadata.get(env.docname, {}).get("myst", "")
        self.colons = knows_colons(env) or "colon_fence" in str(own)

    def tell_openings(self, found: Sequence[SuspiciousText]) -> bool:
        """Tell of lines that were meant to begin a directive."""
        if not self.is_markdown:
            return False
        told = False
        for text in found:
            if text.is_included and not self._holds_ours(text.path):
                continue  # it is shown as it is, or nothing of ours is in it
            for fault in misspelt_opening(text.lines, self.ours, self._kinds):
                self._report(fault.message, Source(self._relative(text.path), fault.line))
                told = True
        return told

    def tell_items(self, found: Sequence[SuspiciousText]) -> bool:
        """Tell of what was meant to be an item of a list, or a role."""
        told = False
        for text in found if self.is_markdown else ():
            if text.is_included and not self._holds_ours(text.path):
                continue
            roles = self.env.domains["seminar"].roles
            faults = (
                items_without_mark(text.lines, self._kinds),
                misspelt_roles(text.lines, roles),
            )
            for fault in chain(*faults):
                self._report(fault.message, Source(self._relative(text.path), fault.line))
                told = True
        return told

    @property
    def _kinds(self) -> str:
        return ":`~" if self.colons else "`~"

    def _holds_ours(self, path: str) -> bool:
        return any(_source(node) == path for node in self.document.findall(seminar_node))

    def tell_fences(self, found: Sequence[SuspiciousText]) -> bool:
        """Tell of the first fence of a file that is closed too early or never."""
        if not self.is_markdown or next(self.document.findall(seminar_node), None) is None:
            return False
        told = False
        for text in found:
            if text.is_included and not self._holds_ours(text.path):
                continue
            fault = fence_fault(text.lines, self.ours, self._kinds)
            if fault:
                self._report(fault.message, Source(self._relative(text.path), fault.line))
                told = True
        return told

    def tell_text(self) -> bool:
        """Tell of directives that are on the page as text."""
        told = False
        for node in self.document.findall(_may_hold_markup):
            assert isinstance(node, nodes.Element)
            if isinstance(node, nodes.paragraph):
                texts = list(_starts_of_lines(node))
            elif self.is_markdown:
                texts = node.astext().splitlines()[:1]
            else:
                continue
            for text in texts:
                match = _OPENING.match(text.lstrip())
                name = match and match["name"].removeprefix("seminar:")
                if match is None or name not in self.ours:
                    continue
                written, is_fenced = self._written_at(node, match.group())
                if isinstance(node, nodes.literal_block) and is_fenced:
                    continue
                told = True
                if self._told_of_all(match, node, written):
                    return True
                break
        return told

    def _told_of_all(self, match: re.Match[str], node: nodes.Element, written: Source) -> bool:
        """Tell of a directive that is shown as text; whether the others have the same cause."""
        shown = match.group()
        marks, name = match["marks"] or "", match["name"]
        if isinstance(node, nodes.literal_block):
            hint = "it is indented by four blanks, which makes it code; indent it by less"
        elif not self.is_markdown:
            hint = f"write '.. {name}::', as reStructuredText does"
        elif len(marks) >= 3 and marks[0] == ":" and not self.colons:
            hint = "add this line to conf.py: "
            others = sorted(getattr(self.env.config, "myst_enable_extensions", ()))
            hint += f"myst_enable_extensions = {['colon_fence', *others]}".replace("'", '"')
            self._report(f"{shown!r} is shown as text; {hint}", written)
            return True
        elif len(marks) >= 3:
            hint = "a blank line before it makes it a directive"
        else:
            hint = f"write ':::{{{name}}}', and ':::' on a line below what belongs to it"
        self._report(f"{shown!r} is shown as text; {hint}", written)
        return False

    def tell_parts(self) -> bool:
        """Tell of parts of a session that are below the schedule."""
        told = False
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
                    told = True
                    if "seminar-optional" in node["classes"]:
                        name = "readings"
                    self._report(
                        f"{{{name}}} is below the schedule and in no session; move it into "
                        "its session, or write a heading above it where it belongs to none",
                        self._written_at(node, "")[0],
                    )
        return told

    def _written_at(self, node: nodes.Element, text: str) -> tuple[Source, bool]:
        """Where *text* of a node is, and whether in a fence."""
        around = list(traverse_parent(node))
        line = next((found.line for found in around if found.line), None)
        source = _source(node)
        is_fenced = False
        if text and line:
            lines = lines_of(self.env, source or self.path)
            line = line_of(lines, line, [text])
            before = (said for said in reversed(lines[: line - 1]) if said.strip())
            above = _FENCE.match(next(before, ""))
            is_fenced = above is not None and (above["name"] or "") not in self.ours
        return Source(self._relative(source), line), is_fenced

    def _relative(self, source: str | None) -> str:
        return relative_source(self.env, source)

    def _report(self, message: str, source: Source) -> None:
        tell(self.env, Problem("schedule", message, source))


def _source(node: nodes.Element) -> str | None:
    return next((found.source for found in traverse_parent(node) if found.source), None)


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
