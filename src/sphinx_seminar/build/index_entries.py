"""What a course has is in the index of the site, under the names that its inventory has."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.builders import Builder

from ..domain import SeminarDomain
from ..locale import _
from ..plan.news import course_name

if TYPE_CHECKING:
    from ..plan.planned_course import PlannedCourse

IndexEntry = tuple[str, str, str, str, None]
"""As Sphinx has it: ``single``, the text, the anchor, and two that are for other entries."""
Entries = dict[str, list[IndexEntry]]
"""The entries of the index, by document."""


def entries_of(domain: SeminarDomain) -> Entries:
    """What the courses of a site add to its index.

    The kind is behind the name in parentheses, as Sphinx writes the entries of other domains: it
    gathers those below each other that differ in nothing else.
    """
    courses = {key: found for key, found in domain.courses.planned.items() if found.objects}
    called = _names(courses) if len(courses) > 1 else {}
    entries: Entries = defaultdict(list)
    for folder, planned in courses.items():
        behind = {
            # The name of a week says already what it is.
            kind: _behind("" if kind == "week" else str(its.lname), called.get(folder, ""))
            for kind, its in domain.object_types.items()
        }
        for found in planned.objects:
            # Sphinx takes what is behind a semicolon for an entry of its own, below the first.
            name = found.title + behind[found.kind]
            if ";" in name:
                name = name.replace(";", ",")
            entry = ("single", name, found.anchor, "", None)
            entries[found.docname].append(entry)
    return entries


def _names(courses: Mapping[str, PlannedCourse]) -> dict[str, str]:
    """By its folder, the name of each course: its code or title; in full where others share it."""
    short = {
        folder: found.course.code or found.course.title or "" for folder, found in courses.items()
    }
    taken = Counter(short.values())
    return {
        folder: name if (name := short[folder]) and taken[name] == 1 else course_name(found)
        for folder, found in courses.items()
    }


def _behind(*words: str) -> str:
    said = _(", ").join(filter(None, words))
    return f" ({said})" if said else ""


def enter(domain: SeminarDomain, builder: Builder) -> None:
    """Add the entries to the index that *builder* is about to write, where it writes one."""
    if builder.format == "html" and getattr(builder, "use_index", False) and domain.speaking():
        index = domain.env.domains["index"]
        entries = domain.index_before = index.data.setdefault("entries", {})
        ours = entries_of(domain)
        index.data["entries"] = entries | {
            docname: [*entries.get(docname, ()), *added] for docname, added in ours.items()
        }


def leave(domain: SeminarDomain) -> None:
    """Leave the index as it was read, for a later build of the same application."""
    if domain.index_before is not None:
        domain.env.domains["index"].data["entries"] = domain.index_before
        domain.index_before = None


def mark(document: nodes.document, docname: str, domain: SeminarDomain) -> None:
    """Put the entries where their things are in a book, of which *document* may be all.

    xelatex and lualatex sort an index by xindy, a program of its own: a book that had no index
    must not ask for it.
    """
    has_own = any(domain.env.domains["index"].data.get("entries", {}).values())
    is_latex = domain.builder is not None and domain.builder.format == "latex"
    if is_latex and domain.env.config.latex_use_xindy and not has_own:
        return
    entries = {
        (name, entry[2]): entry for name, found in entries_of(domain).items() for entry in found
    }
    for element, name in list(_with_ids(document, docname)):
        for anchor in element["ids"]:
            entry = entries.pop((name, anchor), None)
            if entry is not None:
                _insert(addnodes.index(entries=[entry]), element)


def _with_ids(element: nodes.Element, docname: str) -> Iterator[tuple[nodes.Element, str]]:
    """What has an id in a book, with the document that it came from."""
    if element["ids"]:
        yield element, docname
    for child in element.children:
        if isinstance(child, addnodes.start_of_file):
            yield from _with_ids(child, child["docname"])
        elif isinstance(child, nodes.Element):
            yield from _with_ids(child, docname)


def _insert(mark: addnodes.index, element: nodes.Element) -> None:
    """Put a mark behind a heading or a target, and before any other text."""
    parent: nodes.Element
    if isinstance(element, nodes.section):
        parent, at = element, 1
    elif isinstance(element, nodes.target):
        parent, at = element.parent, element.parent.index(element) + 1
    else:
        parent, at = next(element.findall(nodes.TextElement), element), 0
    mark["inline"] = isinstance(parent, nodes.TextElement)
    parent.insert(at, mark)
