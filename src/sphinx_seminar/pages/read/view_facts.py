"""Reads off a finished doctree what it says beside sessions: views, deadlines, news, names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from docutils import nodes
from sphinx.util.nodes import traverse_parent

from ...model.problem import Source
from ..nodes import (
    child_of,
    seminar_announcement,
    seminar_course_info,
    seminar_deadline,
    seminar_edit_link,
    seminar_forthcoming,
    seminar_person,
    seminar_placeholder,
    seminar_presenters,
    seminar_schedule,
    seminar_session,
    seminar_session_head,
    seminar_title,
)
from ..words_of import words_of
from .facts import AnnouncementFacts, DeadlineFacts, UnfinishedFacts, ViewFacts
from .presenting_facts import written_rows
from .session_around import session_around

_UNFINISHED = re.compile(r"\b(?:TBA|TBD)\b|\bto be announced\b", re.IGNORECASE)

# What no reader sees, or sees as a view draws it: with names as the course shows them.
_UNTOLD = (nodes.Invisible, nodes.raw, nodes.system_message, seminar_placeholder)

_TO_FILES = {"doc", "download"}

Elements = Sequence[nodes.Element]
SourceOf = Callable[[nodes.Element], Source]


def views_of(docname: str, ours: Elements, source_of: SourceOf) -> tuple[ViewFacts, ...]:
    """What views are to take the place of; to be called when all else of it is read."""
    return tuple(
        ViewFacts(
            view=node.view,
            docname=docname,
            source=source_of(node),
            course=node.get("course"),
            settings=settings_of(node),
        )
        for node in ours
        # A link for editing shows nothing of a course.
        if isinstance(node, seminar_placeholder) and not isinstance(node, seminar_edit_link)
    )


def settings_of(
    node: seminar_placeholder, *, is_noted: bool = False
) -> tuple[tuple[str, object], ...]:
    """What a view is to know of its placeholder: its options, and what is in it.

    Where it *is_noted*, it is what was found when the page was read.
    """
    if not is_noted or "noted_settings" not in node.attributes:
        node["noted_settings"] = (*node.get("settings", ()), *_settings(node))
    noted: tuple[tuple[str, object], ...] = node["noted_settings"]
    return noted


def _settings(node: seminar_placeholder) -> Iterator[tuple[str, object]]:
    if isinstance(node, seminar_session_head):
        yield "anchor", node.get("anchor")
    elif isinstance(node, seminar_deadline):
        yield "anchor", node["anchor_id"]
    elif isinstance(node, seminar_course_info):
        yield "has_body", bool(node.children)
    elif isinstance(node, seminar_schedule):
        sessions = (child for child in node.children if isinstance(child, seminar_session))
        yield "own", tuple(child["anchor"] for child in sessions)
        yield "show", node["show"]
        yield "has_columns", node["has_columns"]
        yield "has_due", node["has_due"]
        yield "is_newest_first", node["is_newest_first"]
        yield "units", node["units"]
        yield "units_id", node["units_id"]
        if node["units"] == "all":  # what the schedule itself is in is no unit of it
            sections = traverse_parent(node, nodes.section)
            yield "around", tuple(section["ids"][0] for section in sections)
    elif isinstance(node, seminar_presenters):
        yield "session", node["session"]
        yield "rows", written_rows(node)
    elif node.view == "announcements":
        items = (child for child in node.children if isinstance(child, seminar_announcement))
        yield "own", tuple(child["anchor_id"] for child in items)


def deadlines_of(docname: str, ours: Elements) -> tuple[DeadlineFacts, ...]:
    """What is due, with the session that it is in."""
    found = []
    for node in ours:
        if isinstance(node, seminar_deadline):
            title = child_of(node, seminar_title)
            session, course = session_around(node)
            node["course"] = node["course"] or course
            found.append(
                DeadlineFacts(
                    docname=docname,
                    anchor=node["anchor_id"],
                    name=node["anchor_base"],
                    source=node["written_at"],
                    title=words_of(title),
                    link=node["link"] or _first_link(title),
                    when=node["when"],
                    out=node["out"],
                    when_of=node["when_of"],
                    out_of=node["out_of"],
                    course=node["course"],
                    session_anchor=session,
                    session_name=node["session_name"],
                    kinds=node["kinds"],
                    on_break=node["on_break"],
                    after_term=node["after_term"],
                    explicit_id=node["has_own_id"],
                )
            )
    return tuple(found)


def announcements_of(docname: str, ours: Elements) -> tuple[AnnouncementFacts, ...]:
    """The dated items of news."""
    return tuple(
        AnnouncementFacts(
            docname=docname,
            anchor=node["anchor_id"],
            name=node["anchor_base"],
            source=node["written_at"],
            title=words_of(child_of(node, seminar_title)),
            day=node["day"],
            is_out=node["is_out"],
            course=node["course"] or node.parent.get("course"),
            text="\n".join(filter(None, map(_plain, node.children))),
            explicit_id=node["has_own_id"],
        )
        for node in ours
        if isinstance(node, seminar_announcement)
    )


def _plain(node: nodes.Node) -> str:
    """The text of a node, a line for each paragraph; nothing of what a view draws."""
    if isinstance(node, nodes.Text):
        return node.astext()
    is_drawn = isinstance(node, (*_UNTOLD, seminar_title, nodes.footnote_reference))
    if is_drawn and not isinstance(node, seminar_edit_link):  # whose words are the author's
        return ""
    if isinstance(node, nodes.TextElement):
        return " ".join("".join(map(_plain, node.children)).split())
    return "\n".join(filter(None, map(_plain, node.children)))


def people_of(ours: Elements) -> tuple[str, ...]:
    """The names that ``{person}`` roles ask for."""
    names = [node["reftarget"] for node in ours if isinstance(node, seminar_person)]
    return tuple(dict.fromkeys(names))


def references_of(links: Elements) -> tuple[tuple[str, str], ...]:
    """What cross-references ask for: the kind of thing, and its name.

    ``{any}`` and the links of MyST ask every domain, by id. ``other`` ones, which ask for nothing
    of ours, are told apart by no name; those of whole files are left out.
    """
    found = []
    for node in links:
        if node.get("id_link"):  # MyST's ``[](#id)``, before it becomes a cross-reference
            found.append(("any", node["refuri"][1:]))
            continue
        kind, domain = node.get("reftype"), node.get("refdomain")
        if domain == "seminar":
            if kind in {"session", "reading"}:
                found.append((kind, node["reftarget"]))
        elif kind == "any" or (kind == "myst" and domain != "doc"):
            found.append(("any", node["reftarget"]))
        elif kind == "myst":
            if node.get("reftargetid"):  # [](page.md#id)
                found.append(("any", node["reftargetid"]))
        elif kind and kind not in _TO_FILES:
            found.append(("other", ""))
    return tuple(dict.fromkeys(found))


def unfinished_of(
    ours: Elements, candidates: Iterable[nodes.Text | seminar_forthcoming], source_of: SourceOf
) -> tuple[UnfinishedFacts, ...]:
    """What the author of a session has not filled in: a TBA, a link without an address.

    *candidates* are all texts and announced links of the document.
    """
    found: list[UnfinishedFacts] = []
    untold: set[str] = set()
    for node in ours:
        if isinstance(node, seminar_session | seminar_session_head) and node.get("anchor"):
            if node.get("is_untold"):
                untold.add(node["anchor"])
            where = node["where"] or ""
            if _UNFINISHED.search(where):
                told = f"':where: {where}'"
                found.append(
                    UnfinishedFacts(
                        session_anchor=node["anchor"], what=told, source=node["written_at"]
                    )
                )
    for candidate in candidates:
        # Of all texts of a page few say so: no function of ours is called for the others.
        if candidate.__class__ is nodes.Text and not _UNFINISHED.search(candidate):
            continue
        what = _unfinished(candidate)
        anchor = session_around(candidate)[0] if what else None
        # That a title is to be announced is what its author asks for.
        if what and anchor and anchor not in untold and not _is_hidden(candidate):
            holder = candidate.parent if isinstance(candidate, nodes.Text) else candidate
            found.append(
                UnfinishedFacts(session_anchor=anchor, what=what, source=source_of(holder))
            )
    return tuple(sorted(found, key=lambda each: (each.source.path, each.source.line or 0)))


def _unfinished(node: nodes.Text | seminar_forthcoming) -> str | None:
    if isinstance(node, nodes.Text):
        match = _UNFINISHED.search(node)
        return repr(match[0]) if match else None
    if not node.get("empty_link"):
        return None
    label = "".join(text.astext() for text in node.children[:-1])
    return f"the link {label!r} without an address"


def _is_hidden(node: nodes.Node) -> bool:
    """Whether it is in what no reader sees, or in what is reported as a whole."""
    hiding = (nodes.Invisible, seminar_forthcoming)
    return any(isinstance(around, hiding) for around in traverse_parent(node.parent))


def _first_link(title: nodes.Element) -> str | None:
    return next(
        (node["refuri"] for node in title.findall(nodes.reference) if node.get("refuri")), None
    )
