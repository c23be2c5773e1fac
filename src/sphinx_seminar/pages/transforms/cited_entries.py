"""An item of a reading list that names an entry of the course's bibliography becomes a reading."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx.environment import BuildEnvironment
from sphinx.util.nodes import traverse_parent

from ...model.bibliography import BibEntry, Bibliography
from ...model.problem import Problem, Source
from ...paths import COURSE_FILE, course_folder, relative_source
from ..nodes import seminar_venue
from ..told_problems import tell
from .inline_content import LINKS

if TYPE_CHECKING:
    from ...load.loaded_file import LoadedFile

# What BibTeX takes for a key, up to a blank or a comma; what ends a sentence ends it too.
_NOT_OF_KEYS = r"\s,{}()\"'#%~\\="
_KEY = re.compile(rf"@(?P<key>[^{_NOT_OF_KEYS}]*[^{_NOT_OF_KEYS}.;:!?])(?=[\s,.;:!?(]|$)")
_INNER = re.compile(rf"(?<![^\s(\[])@(?P<key>[^{_NOT_OF_KEYS}\]]*[^{_NOT_OF_KEYS}\].;:!?])")


@dataclass(frozen=True, slots=True)
class Cited:
    """What an item names."""

    entry: BibEntry | None
    """None where no entry has its key; then the item is no reading."""


def cite(
    item: nodes.Element, paragraph: nodes.TextElement, document: nodes.document
) -> Cited | None:
    """Put what an entry says in the place of the ``@key`` that *paragraph* begins with.

    None where it begins with no key. A key that no entry has is reported.
    """
    text = paragraph.children[0]
    match = _KEY.match(text.astext())
    if match is None or not isinstance(text, nodes.Text):
        return None
    env: BuildEnvironment = document.settings.env
    course, folder, bibliography = _bibliography(item, env)
    key = match["key"]
    entry = bibliography.entry(key) if bibliography else None
    # Noted on the document, so that whatever a build leaves out of it is noted as well.
    document.attributes.setdefault("seminar_cited", []).append((course, key, entry))
    if bibliography is None and any(isinstance(child, LINKS) for child in paragraph.children):
        return None  # somebody's name on another site, and what they wrote there
    if entry is None:
        if fault := _fault(key, bibliography, folder):
            tell(env, Problem("bibliography", fault, source_of_item(env, item)))
        return Cited(None)
    rest = text.astext()[match.end() :]
    tell_inner(item, rest, document)
    paragraph[0:1] = [*_shown(entry), *([nodes.Text(rest)] if rest else [])]
    return Cited(entry)


def tell_inner(item: nodes.Element, text: str, document: nodes.document) -> None:
    """Tell of keys of entries inside of *text*: only at the start of an item they are read."""
    keys = [match["key"] for match in _INNER.finditer(text)]
    if not keys:
        return
    env: BuildEnvironment = document.settings.env
    course, _of_course, bibliography = _bibliography(item, env)
    for key in keys:
        entry = bibliography.entry(key) if bibliography else None
        document.attributes.setdefault("seminar_cited", []).append((course, key, entry))
        if entry:
            fault = f"'@{key}' is not at the start of its item, so it is shown as it is written"
            fault += "; begin an item with it, and write remarks behind it"
            tell(env, Problem("bibliography", fault, source_of_item(env, item)))


def _bibliography(
    item: nodes.Element, env: BuildEnvironment
) -> tuple[str | None, str | None, Bibliography | None]:
    """The course that is named around an item, the folder of its course, and the bibliography."""
    around = (node.get("course") for node in traverse_parent(item, nodes.Element))
    course: str | None = next(filter(None, around), None)
    loaded: Mapping[str, LoadedFile] = cast("Any", env.domains["seminar"]).loaded
    folder = course_folder(env.docname, course, loaded)
    return course, folder, loaded[folder].bibliography if folder is not None else None


def entry_now(
    docname: str, course: str | None, key: str, loaded: Mapping[str, LoadedFile]
) -> BibEntry | None:
    """The entry that a key of a document names in this build."""
    folder = course_folder(docname, course, loaded)
    bibliography = loaded[folder].bibliography if folder is not None else None
    return bibliography.entry(key) if bibliography else None


def _shown(entry: BibEntry) -> list[nodes.Node]:
    title = nodes.Text(entry.title)
    shown: list[nodes.Node] = [
        nodes.reference("", "", title, refuri=entry.address) if entry.address else title
    ]
    if entry.label:
        shown.append(seminar_venue("", entry.label, parted=True))
    if entry.by:
        shown.append(nodes.Text(f", {entry.by}"))
    return shown


def _fault(key: str, bibliography: Bibliography | None, folder: str | None) -> str | None:
    """What to tell of a key that has no entry; None where the cause is reported elsewhere."""
    if bibliography is None:
        if folder is None:
            return f"'@{key}' names an entry of a bibliography, and no {COURSE_FILE} is above it"
        path = posixpath.join(folder, COURSE_FILE)
        return f"'@{key}' needs a bibliography; write 'bibliography: readings.bib' into {path}"
    if line := bibliography.broken.get(key.casefold()):
        return f"the entry of '@{key}' can't be used; mend it at line {line} of its file"
    if not bibliography.is_whole:
        return None
    files = " or ".join(bibliography.names)
    if not bibliography.entries and not bibliography.broken:
        return f"{files} has no entry; write one with the key {key!r}, or name another file"
    near = bibliography.near(key)
    instead = f"did you mean '@{near}'?" if near else "write the key of one of its entries"
    return f"no entry of {files} has the key {key!r}; {instead}"


def source_of_item(env: BuildEnvironment, item: nodes.Element) -> Source:
    """Where an item of a list is written."""
    around = [*item.findall(nodes.Element), *traverse_parent(item)]
    line = next((found.line for found in around if found.line), None)
    source = next((found.source for found in around if found.source), None)
    return Source(relative_source(env, source), line)
