"""What all our directives share: options that are checked here, and one way to report."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst.states import RSTState
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

from ...model.material import RELEASE_OF
from ...model.nearest import nearest, option_meant
from ...model.problem import Kind, Problem, Source
from ...paths import relative_source
from ..title_id import free_id, title_id
from ..told_problems import tell
from .markdown_lines import line_of, lines_of, option_lines

if TYPE_CHECKING:
    from ...model.label import WrittenKind
    from ..withheld import Withheld

_BESIDE = "seminar_beside"
_COURSE = "seminar_course"

_HTML_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


# Below a blank line, without its colon, or with colons of full width, an option is text.
_LIKE_OPTION = re.compile(r"\s*[:\uff1a]?\s*([a-z-]+)\s*(?:\uff1a|:(?=\s|$))")
_WIDE_COLON = "\uff1a"
_CLOSING_QUOTES = {'"': '"', "'": "'", "“": "”", "„": "“", "‘": "’", "«": "»"}


class AnyOption(dict[str, Callable[[str], Any]]):
    """An option spec that takes every option as text.

    MyST and docutils meet a wrong option differently: the one warns and leaves it out, the other
    leaves out the whole directive. So options come in unchecked and are checked in one place.
    """

    def __bool__(self) -> bool:
        return True

    def __contains__(self, name: object) -> bool:
        return True

    def __getitem__(self, name: str) -> Callable[[str | None], str]:
        return lambda text: (text or "").strip()


def beside(env: BuildEnvironment) -> list[nodes.Node]:
    """What stood in a directive of ours and came out of it, in the document that is read."""
    found: list[nodes.Node] | None = env.temp_data.get(_BESIDE)
    return found or []


# Words or initials, and single blanks, commas, slashes or hyphens between them.
_PLAIN = re.compile(r"[^\W_]+(?:(?:, |[ ,/-]|(?<=\b[^\W\d_])\.(?: |(?=[^\W\d_]\.)))[^\W_]+)*")


def is_plain(text: str) -> bool:
    """Whether *text* means itself in every markup, so that it need not be parsed.

    Most titles and nearly all names do; parsing them was a tenth of the cost of a course.
    """
    return _PLAIN.fullmatch(text) is not None


def shows_something(node: nodes.Node) -> bool:
    """Whether readers see *node*; MyST makes raw HTML of a comment ``<!-- … -->``."""
    if isinstance(node, nodes.raw) and node.get("format") == "html":
        return bool(_HTML_COMMENT.sub("", node.astext()).strip())
    return not isinstance(node, nodes.Invisible | nodes.system_message)


def misspelt_release(option: str) -> str | None:
    """Which of the options that withhold something an author most likely meant, if any."""
    return nearest(option, ("release", "silent"), 0.8)


def course_named(directive: SeminarDirective) -> str | None:
    """The folder that a directive's ``:course:`` names, or that of the one that it is in."""
    course: str | None = directive.options.get("course") or directive.env.temp_data.get(_COURSE)
    return course


class SeminarDirective(SphinxDirective):
    """A directive whose options are checked by name."""

    has_content = True
    option_spec = AnyOption()
    known_options: ClassVar[tuple[str, ...]] = ()
    filled_options: ClassVar[tuple[str, ...]] = ("course", "id")
    """The options that need a value: ``:course:`` alone is a problem."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        state: object = self.state  # typed as what docutils gives; MyST gives another
        self._is_rst = isinstance(state, RSTState)
        if not self._is_rst:
            self._find_lines()

    def get_source_info(self) -> tuple[str, int]:
        """The file and the line of the directive, counted from 1.

        Where docutils cannot tell, as it may of what an extension has made: the page and 1.
        """
        path, line = self.state_machine.get_source_and_line(self.lineno)
        return path or str(self.env.doc2path(self.env.docname)), line or 1

    def _find_lines(self) -> None:
        path, told = self.get_source_info()
        lines = lines_of(self.env, path)
        name = f"{{{self.name}}}"
        self.lineno = line_of(lines, told, [name, *self.arguments])
        for index, text in enumerate(self.content):
            if text.strip():
                told_first = told + self.content_offset + 1 + index
                first = line_of(lines, told_first, [text.strip()], after=self.lineno)
                # What is parsed inside gets MyST's own line of the directive, and this added.
                self.content_offset += first - told_first
                break
        self._first_line = told + self.content_offset + 1

    def beside(self, others: Sequence[nodes.Node]) -> Sequence[nodes.Node]:
        """Content that comes out of the directive: its links are checked as those inside are."""
        self.env.temp_data[_BESIDE] = [*beside(self.env), *others]
        return others

    def parse_content_of_course(self) -> list[nodes.Node]:
        """Parse the content; what it withholds is of the course that ``:course:`` names."""
        around = self.env.temp_data.get(_COURSE)
        self.env.temp_data[_COURSE] = course_named(self)
        content = self.parse_content_to_nodes()
        self.env.temp_data[_COURSE] = around
        return content

    def withheld(self, what: str) -> Withheld | None:
        """What ``:release:`` withholds, which is not to be read; None where its time has come.

        *what* names it for its author.
        """
        if "release" in self.options:
            from ..withheld import withheld  # few pages withhold something

            return withheld(self, what)
        if "silent" in self.options and not any(name.endswith(RELEASE_OF) for name in self.options):
            text = "':silent:' is of no use without ':release:'; write both, or take it out"
            self.problem("option", text, self.option_line("silent"))
        return None

    def problem(self, kind: Kind, message: str, line: int | None = None) -> None:
        """Report a problem at *line*, by default the directive's own."""
        tell(self.env, Problem(kind, message, self.source(line)))

    def source(self, line: int | None = None) -> Source:
        """Where *line* (by default the directive's own) is, its path relative to the sources."""
        path, own_line = self.get_source_info()
        return Source(relative_source(self.env, path), line or own_line)

    def says_yes(self, option: str, *others: str) -> bool:
        """Whether a yes-or-no option is set: alone it says yes; with ``no`` it is as without.

        *others* are values that it may have, too.
        """
        text = self.options.get(option, "no").casefold()
        if text not in {"", "yes", "true", "no", "false"}:
            forms = " or ".join([f"':{option}:' alone", *(f"':{option}: {one}'" for one in others)])
            message = f"':{option}: {text}' is not known; write {forms}, or take it out"
            self.problem("option", message, self.option_line(option))
        return text in {"", "yes", "true"}

    def keeps_option(self, name: str) -> bool:
        """Whether an option that is not among the known ones is one that a course may add."""
        return False

    def kinds(self) -> tuple[WrittenKind, ...]:
        """What ``:kind:`` names."""
        from ...model.label import WrittenKind, kind_names  # many pages name no kind

        return tuple(WrittenKind(name, name) for name in kind_names(self.options.get("kind")))

    def check_options(self) -> None:
        """Report options that are unknown, empty, or are there twice, or were not read as such."""
        self._check_first_lines()
        self._drop_unknown()
        if not self.options:
            return
        for name, text in self.options.items():
            closing = _CLOSING_QUOTES.get(text[:1])
            if closing and text.find(closing, 1) == len(text) - 1 > 1:
                self.options[name] = text[1:-1].strip()
        for name in self.filled_options:
            if name in self.options and self.options[name] == "":
                self.problem(
                    "option",
                    f"':{name}:' is empty; write a value behind it, or take it out",
                    self.option_line(name),
                )
                del self.options[name]
        # MyST merges a repeated option in silence.
        seen: set[str] = set()
        found = self._option_lines()
        self._check_line_below(found)
        for line, name in found:
            if name in seen:
                self.problem(
                    "option",
                    f"':{name}:' is there twice; the last one holds, remove the other",
                    line,
                )
            seen.add(name)

    def _drop_unknown(self) -> None:
        for name in list(self.options):
            if name not in self.known_options and not self.keeps_option(name):
                hint = option_meant(name, self.known_options)
                has_title = self.optional_arguments or self.required_arguments
                if has_title and name in {"title", "name"}:
                    hint = f"write the title behind {{{self.name}}}"
                self.problem(
                    "option",
                    f"{{{self.name}}} has no option ':{name}:'; {hint}",
                    self.option_line(name),
                )
                text = self.options.pop(name)
                meant = misspelt_release(name)
                if meant in self.known_options:  # what is to be withheld is not out by a slip
                    self.options.setdefault(meant, text)

    def _check_line_below(self, found: Sequence[tuple[int, str]]) -> None:
        """Report a line that MyST reads among the options, though it is no option."""
        if self._is_rst:
            return
        path, own_line = self.get_source_info()
        last = found[-1][0] if found else own_line
        for text in lines_of(self.env, path)[last : last + 1]:
            shown = text.strip()
            if shown[:1] == ":" and shown[:3] != ":::":
                message = f"{shown!r} is no option; write ':', its name, ':' and a blank"
                self.problem("option", message, last + 1)

    def _check_first_lines(self) -> None:
        index = -1
        for text in self.content.data:  # a list: asking the content itself takes three calls each
            index += 1
            if not text or text.isspace():
                continue
            if ":" not in text and _WIDE_COLON not in text:
                return
            match = _LIKE_OPTION.match(text)
            if match is None or not self._is_option(match[1]):
                return
            value = text[match.end() :].strip()
            if match[1].endswith("release"):
                self.options.setdefault(match[1], value)  # what is meant is not published by it
            written = f":{match[1]}: {value}".rstrip()
            self.problem(
                "option",
                f"{text.strip()!r} is read as text; write {written!r} "
                f"right below {{{self.name}}}, without a blank line between them",
                self.content_line(index),
            )

    def _is_option(self, name: str) -> bool:
        return name in self.known_options or (
            name.endswith(RELEASE_OF) and name.removesuffix(RELEASE_OF) in self.options
        )

    def option_line(self, name: str) -> int | None:
        """The line on which an option is; None where it cannot be told."""
        return next((line for line, found in self._option_lines() if found == name), None)

    def _option_lines(self) -> list[tuple[int, str]]:
        path, own_line = self.get_source_info()
        if not self._is_rst:
            return option_lines(lines_of(self.env, path), own_line)
        found = []
        for number, text in enumerate(self.block_text.splitlines()[1:], start=own_line + 1):
            match = re.match(r"\s*:([^:\s][^:]*):(\s|$)", text)
            if match:
                found.append((number, match[1]))
            elif found or not text.strip():
                break  # before the options a long title may go on
        return found

    def content_line(self, index: int) -> int:
        """The line in its file of the content's line *index*, counted from 0."""
        if not self._is_rst:
            return self._first_line + index
        _source, line = self.state_machine.get_source_and_line(self.content_offset + 1 + index)
        return line or self.get_source_info()[1]

    def line_of_node(self, node: nodes.Node) -> int | None:
        """The line of *node* of the content; None where it cannot be told."""
        # Raw HTML and the like have no line of their own in every version: their content has.
        told = next((found.line for found in node.findall() if found.line), None)
        path, own_line = self.get_source_info()
        source = getattr(node, "source", None)
        if told is None or (
            source and relative_source(self.env, source) != relative_source(self.env, path)
        ):
            return None  # what is included has a line of another file
        words = node.astext().split()[:1]
        if self._is_rst or not words:
            return told
        return line_of(lines_of(self.env, path), told, words, after=own_line)

    def add_anchor(self, node: nodes.Element, prefix: str, title: str) -> None:
        """Give *node* the id that ``:id:`` states, or one of *prefix* and *title*."""
        wanted = self.options.get("id", "")
        document = self.state.document
        base = (nodes.make_id(wanted) if wanted else title_id(title, prefix)) or prefix
        anchor = free_id(base, document.ids)
        if wanted and anchor != wanted:
            fault = "is on this page already" if base == wanted else "cannot be an id"
            self.problem(
                "option",
                f"':id: {wanted}' {fault}; {anchor!r} is used, write another one",
                self.option_line("id"),
            )
        document.ids[anchor] = node
        node["ids"] = [anchor]
        node["anchor_id"] = anchor
        node["has_own_id"] = bool(wanted)
        node["anchor_base"] = base  # the same, however many others of its name are on the page

    def inline(
        self, node: nodes.TextElement, text: str, line: int | None = None
    ) -> nodes.TextElement:
        """*node* with *text* parsed into it as inline markup of the page, translatable."""
        node.source, own_line = self.get_source_info()
        node.line = line or own_line
        node.rawsource = text
        if is_plain(text):
            node.append(nodes.Text(text))
        else:
            # MyST counts the lines of what it parses inside from zero.
            first = node.line if self._is_rst else node.line - 1
            children, messages = self.parse_inline(text, lineno=first)
            node.extend([*children, *messages])
        return node
