"""Whether the text of a page looks as if some markup of ours was not read as such.

Nearly all pages are fine, and finding out costs one search of their text: only where that finds
something odd are the lines and the doctree looked at.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from typing import Any, NamedTuple

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms import SphinxTransform

# Lines that begin with a fence, or with something like one: their indentation, marks, and names.
_LINE = re.compile(
    r"^([ \t>]*)(?:[-*+][ \t]+|\d+[.)][ \t]+)?([:\uff1a]+|`{3,}|~{3,}|`*(?=\{))[ \t]*"
    r"(?:\{([a-z:-]+)\}|([a-z-]*))(.?)",
    re.MULTILINE,
)
_BLANK = {"", " ", "\t"}
_BRACES = {"{", "\uff5b"}
# An item without the blank behind its mark, or with a blank or a mark that Markdown does not know;
# a fence or an item that is indented as code is; a role with signs of another keyboard.
_ODD_LINE = re.compile(
    r"^[ \t]*(?:-(?:[^\W\d]|@)|\d+[.)][\[\u00a0]|[-*+][\[*\u00a0]|[\uff0d–—•·]"
    r"|(?<=    )(?:[:`]{3,}[ \t]*$|[-*+] |\d+[.)] ))"
    r"|[\uff5b\uff5d]|\}[‘’´]|\{[a-z]+\uff0d",
    re.MULTILINE,
)
# These belong into a session.
_PARTS = {"readings", "presenters", "details"}
_FOUND = "seminar_suspicious"


class SuspiciousText(NamedTuple):
    """A text of a page, or of a file that it includes."""

    path: str
    lines: list[str]
    is_included: bool


def is_suspicious(text: str, ours: Collection[str], *, colons: bool, markdown: bool = True) -> bool:
    """Whether a directive among *ours* may not be read as one, or not where it was meant to be.

    This is on the way of every page: operators alone, for a function would be called a line.
    """
    lines = _LINE.findall(text)
    fences = {"```", "~~~", ":::"} if colons else {"```", "~~~"}
    for indent, marks, name, word, rest in lines:
        short = name[8:] if name[:8] == "seminar:" else name or word
        # One colon begins an option, which may be named as a directive is.
        if short in ours and marks != ":":
            is_fence = markdown and marks[:3] in fences and not word
            if not is_fence or rest not in _BLANK or "    " in indent or "\t" in indent:
                return True
        elif rest in _BRACES and marks:  # {deadline, or with a brace of another width
            return True
    if not markdown or not lines:
        return False
    return _nests_oddly(lines, fences) or _ODD_LINE.search(text) is not None


def _nests_oddly(lines: list[tuple[str, ...]], fences: Collection[str]) -> bool:
    """Whether a fence may close another one, or none, or be closed by none."""
    around: tuple[str, Any] | None = None
    has_schedule = False
    for _indent, marks, name, word, rest in lines:
        if marks[:3] not in fences:
            continue
        if name or word or rest:
            if around is not None and around[0] in marks:
                return True
            if around is None:
                short = name[8:] if name[:8] == "seminar:" else name
                if has_schedule and short in _PARTS:
                    return True
                has_schedule = has_schedule or short == "schedule"
            around = (marks, around)
        elif around is not None and around[0] in marks:
            around = around[1]
            if around is not None and around[0] in marks:
                return True
        elif marks[0] == ":":
            return True
        else:
            around = (marks, around)
    return around is not None


def note_page(app: Sphinx, docname: str, content: list[str]) -> None:
    """Look at the text of a page that is about to be read."""
    _note(app.env, str(app.env.doc2path(docname)), content[0], is_included=False)


def note_included(app: Sphinx, path: Path, docname: str, content: list[str]) -> None:
    """Look at the text of a file that a page includes."""
    _note(app.env, str(Path(app.srcdir, path)), content[0], is_included=True)


def is_markdown(env: BuildEnvironment, path: object) -> bool:
    """Whether a page is in Markdown, by what conf.py says of its suffix."""
    for suffix, kind in env.config.source_suffix.items():
        if str(path).endswith(suffix):
            return bool(kind != "restructuredtext")
    return False


def knows_colons(env: BuildEnvironment) -> bool:
    """Whether MyST reads fences of colons on every page."""
    return "colon_fence" in getattr(env.config, "myst_enable_extensions", ())


def _note(env: BuildEnvironment, path: str, text: str, *, is_included: bool) -> None:
    ours = env.domains["seminar"].directives
    # What is included is read as the page is.
    markdown = is_markdown(env, env.doc2path(env.docname))
    if is_suspicious(text, ours, colons=knows_colons(env), markdown=markdown):
        found = env.temp_data.get(_FOUND) or []
        env.temp_data[_FOUND] = [*found, SuspiciousText(path, text.splitlines(), is_included)]


class UnreadMarkup(SphinxTransform):
    """Tells of directives that are on the page as text, and of fences that close too early."""

    # After Locale (20) and after every session has its section (15).
    default_priority = 825

    def apply(self, **kwargs: object) -> None:
        """Look closer where the text of the page is suspicious."""
        found = self.env.temp_data.get(_FOUND)
        if found:
            from .unread_markup import tell_unread_markup

            tell_unread_markup(self.document, self.env, found)
