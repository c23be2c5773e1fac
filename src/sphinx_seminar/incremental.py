"""What each page shows, as a digest: a change makes those pages stale whose digest it changes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from sphinx.environment import BuildEnvironment

from . import __version__
from .course_views import gathered_by_view, shown_by_view
from .domain import SeminarDomain
from .facts import DocumentFacts, ScheduleFacts
from .presenting_shown import shown_of_sessions, shown_on_page
from .stamp import Digests
from .withheld import source_tells_names


def digests(domain: SeminarDomain, env: BuildEnvironment) -> Digests:
    """What the views and cross-references of each document show, as a digest, by document.

    Where a view shows content of other documents, it shows what stands in that content, too.
    """
    # What Sphinx takes for the settings of HTML. It notes them before it has written all pages, and
    # so a build that is killed would leave the rest with the old ones.
    settings = getattr(getattr(domain.builder, "build_info", None), "config_hash", None)
    withheld = {docname for docname in env.found_docs if source_tells_names(domain, docname)}
    own = {
        # Content is not among the facts; when its page was read (in microseconds) stands for it.
        docname: _digest(
            *(__version__, env.config.language, settings, env.all_docs.get(docname)),
            docname in withheld,
            _shown(docname, facts, domain, env),
        )
        for docname, facts in domain.documents.items()
        if facts.draws or facts.people or facts.references
    }
    gathered = {
        docname: set(_gathered(docname, domain.documents[docname], domain)) & own.keys()
        for docname in own
    }
    shown = {
        docname: _digest(own[docname], *(own[name] for name in _closed(docname, gathered)))
        if gathered[docname]
        else own[docname]
        for docname in own
    }
    # Pages of such a course that hold nothing of ours link to no source either.
    return dict.fromkeys(withheld, "withheld") | shown


def _digest(*shown: object) -> str:
    return hashlib.sha256(repr(shown).encode()).hexdigest()


def _gathered(docname: str, facts: DocumentFacts, domain: SeminarDomain) -> Iterator[str]:
    """The other documents whose content a document shows."""
    for schedule in facts.schedules:
        planned = domain.planned(docname, schedule.course)
        for found in planned.sessions if planned else ():
            if found.docname != docname and (schedule.show or not found.facts.plain_title):
                yield found.docname
    for view in facts.views:
        yield from gathered_by_view(view, domain)


def _closed(docname: str, gathered: dict[str, set[str]]) -> list[str]:
    """All documents that are shown on a page, those that are shown by these among them."""
    closed: set[str] = set()
    pending = [docname]
    while pending:
        new = gathered[pending.pop()] - closed
        closed |= new
        pending += new
    return sorted(closed)


def _shown(
    docname: str, facts: DocumentFacts, domain: SeminarDomain, env: BuildEnvironment
) -> list[object]:
    from .model.course import WeekCount
    from .model.presenting import Presenting

    shown: list[object] = []
    for schedule in facts.schedules:
        shown += _shown_by_schedule(schedule, domain)
    for named in facts.course_infos:
        planned = domain.planned(docname, named)
        # What a view does not show is left out, so that what is new is in until it is proven idle.
        shown.append(
            planned
            and (
                replace(
                    planned.course,
                    breaks=(),
                    weeks=WeekCount(),
                    presenting=Presenting(),
                    role_names=(),
                ),
                planned.broken,
            )
        )
    for view in facts.views:
        shown.append(shown_by_view(view, domain, env))
    for deadline in facts.deadlines:
        planned = domain.planned(docname, deadline.course)
        due = planned and planned.facts.deadline_at(docname, deadline.anchor)
        shown.append(planned and due and (due.due, planned.course.zone, planned.course.clock))
    shown += domain.shown_of_people(docname, facts.people)
    if facts.places or facts.sheet_presenters:
        shown += shown_on_page(domain.courses, docname, facts)
    shown += domain.shown_of_references(docname, facts.references)
    if any(not session.in_schedule for session in facts.sessions):
        shown += _shown_by_contents(docname, env)
    for session in facts.sessions:
        planned = domain.planned(docname, session.course)
        found = planned and planned.session_at(docname, session.anchor)
        if planned and found and not session.in_schedule:
            course = planned.course
            is_governed = planned.folder is not None
            row = planned.row_of(found)
            shown.append((is_governed, row, course.zone, course.clock, course.dates_known))
    return shown


def _shown_by_contents(docname: str, env: BuildEnvironment) -> list[object]:
    """What a table of contents shows: one that stands in a section is gathered with it."""
    listed: dict[str, None] = {}
    pending = list(env.toctree_includes.get(docname, ()))
    while pending:
        name = pending.pop()
        if name not in listed and name in env.titles:
            listed[name] = None
            pending += env.toctree_includes.get(name, ())
    return [(name, env.titles[name].astext(), env.tocs[name].astext()) for name in listed]


def _shown_by_schedule(schedule: ScheduleFacts, domain: SeminarDomain) -> list[object]:
    planned = domain.planned(schedule.docname, schedule.course)
    if planned is None:
        return []
    from .model.presenting import Presenting

    places = [(found.docname, found.anchor, found.title) for found in planned.sessions]
    course = replace(
        planned.course,
        title=None,
        code=None,
        term_name=None,
        links=(),
        staff=(),
        presenting=Presenting(),
        # Names of roles are among what presenters show, where a row has any.
        role_names=(),
    )
    due = [(found.facts, found.due) for found in planned.facts.deadlines if found.session]
    presenters = (
        shown_of_sessions(planned, planned.sessions) if "presenters" in schedule.show else []
    )
    rows = planned.schedule.rows
    return [course, planned.broken, rows, schedule.show, places, due, presenters]
