"""Which pages a change makes stale: those on which a view would show something else.

A stamp beside the doctrees holds, for a builder and an output folder, the digest of what each
page showed when it was last written there. It can be no part of the environment: that is shared
by the builders of a doctree folder, and is saved before anything is written.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment

from . import __version__
from .course_views import shown_by_view
from .domain import SeminarDomain
from .facts import DocumentFacts, ScheduleFacts
from .presenting_shown import shown_of_sessions, shown_on_page

Digests = dict[str, str]


def digests(domain: SeminarDomain, env: BuildEnvironment) -> Digests:
    """What the views of each document show, as a digest, by document."""
    return {
        docname: hashlib.sha256(
            repr((__version__, _shown(docname, facts, domain, env))).encode()
        ).hexdigest()
        for docname, facts in domain.documents.items()
        if facts.draws or facts.people
    }


def _shown(
    docname: str, facts: DocumentFacts, domain: SeminarDomain, env: BuildEnvironment
) -> list[object]:
    from .model.course import WeekCount
    from .model.presenting import Presenting

    shown: list[object] = []
    for schedule in facts.schedules:
        shown += _shown_by_schedule(schedule, domain, env)
    for named in facts.course_infos:
        planned = domain.planned(docname, named)
        # What a view does not show is left out, so that what is new is in until it is proven idle.
        shown.append(
            planned
            and (
                replace(planned.course, breaks=(), weeks=WeekCount(), presenting=Presenting()),
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
    for session in facts.sessions:
        planned = domain.planned(docname, session.course)
        found = planned and planned.session_at(docname, session.anchor)
        if planned and found and not session.in_schedule:
            course = planned.course
            shown.append((planned.row_of(found), course.zone, course.clock, course.dates_known))
    return shown


def _shown_by_schedule(
    schedule: ScheduleFacts, domain: SeminarDomain, env: BuildEnvironment
) -> list[object]:
    planned = domain.planned(schedule.docname, schedule.course)
    if planned is None:
        return []
    from .model.presenting import Presenting

    places = [(found.docname, found.anchor, found.title) for found in planned.sessions]
    # Content is not among the facts; when its page was read (in microseconds) stands for it.
    read = [
        env.all_docs.get(found.docname)
        for found in planned.sessions
        if found.docname != schedule.docname and (schedule.show or not found.facts.plain_title)
    ]
    course = replace(
        planned.course,
        title=None,
        code=None,
        term_name=None,
        links=(),
        staff=(),
        presenting=Presenting(),
    )
    due = [(found.facts, found.due) for found in planned.facts.deadlines if found.session]
    presenters = (
        shown_of_sessions(planned, planned.sessions) if "presenters" in schedule.show else []
    )
    return [
        course,
        planned.broken,
        planned.schedule.rows,
        schedule.show,
        places,
        due,
        presenters,
        read,
    ]


class Stamp:
    """The digests of what was last written by one builder into one output folder."""

    def __init__(self, builder: Builder) -> None:
        key = f"{builder.name}\0{Path(builder.outdir).resolve()}"
        name = f"seminar-{hashlib.sha256(key.encode()).hexdigest()[:16]}.json"
        self.path = Path(builder.doctreedir, name)

    def load(self) -> Digests:
        """The digests by document; none where there was no build, or a broken file."""
        try:
            stored = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return stored if isinstance(stored, dict) else {}

    def save(self, digests: Mapping[str, str]) -> None:
        """Replace the file at once: a build that is killed leaves the old one or the new one."""
        if digests or self.path.exists():
            partial = self.path.with_suffix(".partial")
            partial.write_text(json.dumps(digests, sort_keys=True), encoding="utf-8")
            partial.replace(self.path)


def stale_documents(stamp: Stamp, current: Digests) -> list[str]:
    """The documents that show something else than the stamp says.

    They are taken out of the stamp before they are written: were the build killed halfway and the
    change undone, what stands in the output would match no digest.
    """
    stored = stamp.load()
    stale = [docname for docname, digest in current.items() if stored.get(docname) != digest]
    if stale:
        kept = {docname: digest for docname, digest in stored.items() if docname not in stale}
        if kept != stored:
            stamp.save(kept)
    return sorted(stale)
