"""What each page shows, as a digest: a change makes those pages stale whose digest it changes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, datetime

from sphinx.environment import BuildEnvironment

from .. import __version__
from ..config import site_address
from ..domain import SeminarDomain
from ..pages.read.facts import DocumentFacts
from ..views.registry import view_named
from ..views.view import SiteView
from .autodiscovery import news_of_pages
from .kept_digests import Digests
from .private_files import source_tells_names
from .what_views_show import gathered_by, shown_by


def digests(domain: SeminarDomain, env: BuildEnvironment) -> Digests:
    """What the views and cross-references of each document show, as a digest, by document.

    A page shows what each of its views shows, and what the documents show whose content these copy.
    """
    # What Sphinx takes for the settings of HTML. It notes them before it has written all pages, and
    # so a build that is killed would leave the rest with the old ones.
    # A digest by itself, as it is part of that of every page.
    settings = _digest(
        getattr(getattr(domain.builder, "build_info", None), "config_hash", None),
        site_address(env.config),
        *_clocks(domain),
    )
    withheld = {docname for docname in env.found_docs if source_tells_names(domain, docname)}
    news = _news(domain, env)
    to_come = [
        found for facts in domain.documents.values() for found in facts.releases if not found.is_out
    ]
    # A reference of any page may lead to what comes out, or is withheld again: not all names of
    # that are known before.
    referred = sorted((found.docname, sorted(found.labels)) for found in to_come)
    own = {
        # The text of a page is not among its facts: when it was read (in microseconds) tells it
        # from what it was before.
        docname: _digest(
            *(__version__, env.config.language, settings, env.all_docs.get(docname)),
            # A script of the page knows readers' marks by the folder of the course.
            domain.courses.folder_of(docname, None),
            *(docname in withheld, news.get(docname), referred if facts.references else []),
            *_shown(docname, facts, domain, env),
        )
        for docname, facts in domain.documents.items()
        if facts.draws or facts.people or facts.references
    }
    shown = _with_gathered(own, domain)
    # Pages of such a course that hold nothing of ours link to no source either, and to its news.
    others = {docname: _digest(news[docname]) for docname in news}
    others |= {docname: f"withheld {others.get(docname, '')}".strip() for docname in withheld}
    known = others | shown
    # Tables of contents of any page may list it.
    listed = {label for found in to_come if found.may_be_listed for label in found.labels}
    if listed:
        labels = sorted(listed)
        known |= {docname: _digest(known.get(docname), labels) for docname in env.found_docs}
    return known


def _clocks(domain: SeminarDomain) -> Iterator[object]:
    """How the clocks of courses are set: a newer time zone database may know it otherwise.

    They are asked for the start of each day of the years of a term.
    """
    courses = [file.course for file in domain.loaded.values()]
    years = {
        (course.zone, year)
        for course in courses
        if course.zone and course.term
        for year in range(course.term.start.year, course.term.end.year + 1)
    }
    for zone, year in sorted(years, key=str):
        days = range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1)
        yield [zone.utcoffset(datetime.fromordinal(day)) for day in days]


def _digest(*shown: object) -> str:
    return hashlib.sha256(repr(shown).encode()).hexdigest()


def _news(domain: SeminarDomain, env: BuildEnvironment) -> dict[str, tuple[str, str]]:
    """The path and the title of the feed that each page names; of those that name one."""
    feeds = news_of_pages(domain)
    return {
        docname: feeds[folder]
        for docname in (env.found_docs if feeds else ())
        if (folder := domain.courses.folder_of(docname, None)) in feeds and folder is not None
    }


def _with_gathered(own: dict[str, str], domain: SeminarDomain) -> dict[str, str]:
    """The digests *own* of pages, each with those of the pages whose content it copies."""
    gathered = {
        docname: {
            name for view in domain.documents[docname].views for name in gathered_by(view, domain)
        }
        & own.keys() - {docname}
        for docname in own
    }
    return {
        docname: _digest(own[docname], *(own[name] for name in _closed(docname, gathered)))
        if gathered[docname]
        else own[docname]
        for docname in own
    }


def _closed(docname: str, gathered: dict[str, set[str]]) -> list[str]:
    """All documents whose content a page shows, those among them that another of them copies."""
    closed: set[str] = set()
    pending = [docname]
    while pending:
        new = gathered[pending.pop()] - closed
        closed |= new
        pending += new
    return sorted(closed)


def _shown(
    docname: str, facts: DocumentFacts, domain: SeminarDomain, env: BuildEnvironment
) -> Iterator[object]:
    for view in facts.views:
        yield shown_by(view, domain)
    for name in facts.people:
        yield _link("person", {"target": name}, docname, domain)
    for kind, name in facts.references:
        if kind != "other":
            name_of_view = "reading" if kind == "reading" else "session"
            yield _link(name_of_view, {"target": name, "by_title": kind != "any"}, docname, domain)
    if any(not session.in_schedule for session in facts.sessions):
        yield _tables_of_contents(docname, env)


def _link(view: str, options: dict[str, object], docname: str, domain: SeminarDomain) -> object:
    link = view_named(view)
    assert isinstance(link, SiteView)
    return link.show(domain.courses, options, docname)


def _tables_of_contents(docname: str, env: BuildEnvironment) -> list[object]:
    """What they list: one that is in the section of a session is copied with it."""
    listed: dict[str, None] = {}
    pending = list(env.toctree_includes.get(docname, ()))
    while pending:
        name = pending.pop()
        if name not in listed and name in env.titles:
            listed[name] = None
            pending += env.toctree_includes.get(name, ())
    return [(name, env.titles[name].astext(), env.tocs[name].astext()) for name in listed]
