"""What is registered with Sphinx, and which event does what: a table of contents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.config import Config
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment
from sphinx.util.typing import ExtensionMetadata

from . import __version__
from .build.assets import add_static_files, ask_for_files
from .build.autodiscovery import add_news_link
from .build.build_lock import let_others_go_on, wait_for_others
from .build.copied_links import leave_copies_to_originals
from .build.cut_off_files import CutOffFiles
from .build.cut_off_note import mend_cut_off_note
from .build.digests import digests
from .build.draw_views import ResolveViews
from .build.missing_facts import missing_facts
from .build.myst_ids import note_ids
from .build.photo_files import add_photos
from .build.private_files import source_tells_names, withhold_files
from .build.removed_file import remove_or_tell
from .build.resting_collector import rest_collector
from .build.search_index import forget_words
from .build.unreleased_pages import copies, holds_back, take_back, to_read_anew
from .build.unwritable_folder import (
    tell_closed_doctrees,
    tell_closed_folders,
    tell_unwritable,
)
from .build.withheld_links import is_withheld
from .build.written_pages import Stamp
from .config import add_config, offers_feeds, seminar_config, unknown_feeds
from .domain import SeminarDomain
from .load.course_files import load_course_files
from .locale import add_catalog
from .model.problem import Problem, Source
from .pages.node_visitors import add_nodes
from .pages.read.document_order import toctree_order
from .pages.transforms.announcements_outside_lists import LoneAnnouncements
from .pages.transforms.label_titles import LabelTitles
from .pages.transforms.links import CheckLinks
from .pages.transforms.reading_items import ReadingItems
from .pages.transforms.reading_targets import ReadingTargets
from .pages.transforms.sessions_outside_schedules import LoneSessions
from .pages.transforms.suspicious_markup import UnreadMarkup, note_included, note_page
from .pages.transforms.withheld_sections import WithheldSections
from .report import report
from .today import now

if TYPE_CHECKING:
    from .pages.read.facts import DocumentFacts
    from .pages.read.listings import Listing


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register everything; called by Sphinx."""
    tell_closed_folders(app)
    app.setup_extension("sphinx_design")
    add_config(app)
    unreadable, wrong_words = add_catalog(app)
    add_nodes(app)
    app.add_domain(SeminarDomain)
    app.add_transform(LoneAnnouncements)
    app.add_transform(WithheldSections)
    app.add_transform(LoneSessions)
    app.add_transform(UnreadMarkup)
    app.add_transform(CheckLinks)
    app.add_transform(ReadingItems)
    app.add_transform(LabelTitles)
    app.add_post_transform(ResolveViews)
    app.add_post_transform(ReadingTargets)
    app.connect("config-inited", add_short_names)
    # No earlier: Sphinx cannot say where a warning belongs before it has an environment.
    app.connect("builder-inited", lambda app: report(unknown_feeds(app.config), app.confdir))
    app.connect("builder-inited", lambda app: load_courses(app, unreadable, wrong_words))
    app.connect("builder-inited", lambda app: rest_collector(app, seminar_domain(app.env)))
    app.connect("builder-inited", mend_cut_off_note)
    app.connect("env-get-outdated", find_outdated)
    # First, and to the very end: no other build may write what this one reads and writes.
    app.connect("env-before-read-docs", lambda app, *_: wait_for_others(app), priority=1)
    app.connect("env-before-read-docs", tell_closed_doctrees)
    cut_off = CutOffFiles()
    app.connect("env-before-read-docs", cut_off.listen)
    app.connect("build-finished", let_others_go_on, priority=999)
    # Last: as it is parsed, after what others make of it.
    app.connect("source-read", note_page, priority=900)
    app.connect("include-read", note_included, priority=900)
    app.connect("env-updated", plan_courses)
    app.connect("write-started", lambda app, builder: enter_objects(builder))
    app.connect("html-page-context", add_assets)
    app.connect("html-collect-pages", tidy_search_index)
    # Last: another site may have what is withheld here.
    app.connect("missing-reference", leave_withheld, priority=900)
    app.connect("warn-missing-reference", warn_missing_session)
    leave_copies_to_originals()
    app.connect("build-finished", tell_rest)
    app.connect("build-finished", leave_objects)
    app.connect("build-finished", cut_off.rest)
    app.connect("build-finished", lambda app, error: save_stamp(app, error, cut_off))
    app.connect("build-finished", write_files)
    app.connect("build-finished", tell_unwritable)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}


def seminar_domain(env: BuildEnvironment) -> SeminarDomain:
    """Our domain of an environment."""
    domain = env.domains["seminar"]
    assert isinstance(domain, SeminarDomain)
    return domain


def add_short_names(app: Sphinx, config: Config) -> None:
    """Make ``{session}`` work beside ``{seminar:session}``, and so on."""
    if not seminar_config(config).short_names:
        return
    for name, directive in SeminarDomain.directives.items():
        app.add_directive(name, directive)
    for name, role in SeminarDomain.roles.items():
        app.add_role(name, _with_full_name(f"seminar:{name}", role))


def _with_full_name(full_name: str, role: Any) -> Any:
    # A cross-reference role learns its domain from the name that it is called by.
    def short(name: str, *args: Any, **kwargs: Any) -> Any:
        return role(full_name, *args, **kwargs)

    return short


def load_courses(
    app: Sphinx, unreadable: Iterable[Problem] = (), wrong_words: Iterable[Problem] = ()
) -> None:
    """Load what files state, before anything is read.

    What is wrong with catalogs was found before: *unreadable* are not compiled.
    """
    domain = seminar_domain(app.env)
    courses, problems = load_course_files(app, domain.today)
    problems = [*unreadable, *problems]
    if any(Path(app.srcdir, folder).is_dir() for folder in app.config.locale_dirs):
        from .locale.compiled_catalogs import compile_catalogs

        told = {problem.source.path for problem in problems if problem.kind == "words"}
        problems += compile_catalogs(app, told)
    problems = [*wrong_words, *problems]
    domain.builder = app.builder
    domain.loaded.clear()  # not another mapping: what is planned looks into this one
    domain.loaded.update(courses)
    report(problems, app.srcdir, app.config.suppress_warnings)


def find_outdated(app: Sphinx, env: BuildEnvironment, *_known: object) -> list[str]:
    """Name the pages that have to be read anew, though their files are as they were.

    Those of which more, or less, is out than when they were read, and those that name an entry of
    a bibliography where it is another one than it was.
    """
    domain = seminar_domain(env)
    domain.now = now()
    domain.copies = copies(env, app.builder)
    released = list(to_read_anew(domain))
    citing = [docname for docname, facts in domain.documents.items() if facts.cited]
    if not citing:
        return released
    from .build.changed_entries import of_changed_entries  # few sites have a bibliography

    return [*released, *of_changed_entries(domain, citing)]


def plan_courses(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Plan every course, and name the pages that show something else than before."""
    domain = seminar_domain(env)
    domain.leave_out(app.builder)
    speaking = domain.speaking()
    domain.forget_plans()  # an application may build more than once
    if speaking:
        from .plan.planning import plan  # a site without courses need not wait for it

        order = toctree_order(env)
        domain.courses.listings = _listings(env, speaking)
        problems = plan(domain.courses, speaking, order, domain.today)
        domain.shown.clear()
        problems += missing_facts(domain, order)
        report(problems, app.srcdir, app.config.suppress_warnings)
    note_ids(domain, env)
    add_static_files(domain, app)
    add_photos(domain, env)
    report(withhold_files(domain, env, app.builder), app.srcdir)
    take_back(domain, env, app.builder, domain.copies)
    stamp = Stamp(app.builder)
    if speaking or domain.loaded or stamp.path.exists():
        # Where nothing of ours is any more, what is in the output may still link to it.
        domain.digests = digests(domain, env)
    is_unknown = bool(speaking or domain.loaded) and stamp.is_missing
    stale = stamp.stale(domain.digests)
    if is_unknown:
        return list(env.found_docs)
    return [docname for docname in stale if docname in env.found_docs]


def _listings(
    env: BuildEnvironment, documents: Mapping[str, DocumentFacts]
) -> Mapping[str, Listing]:
    """Where documents are listed, if a schedule makes units of that."""
    views = [view for facts in documents.values() for view in facts.views]
    if not [view for view in views if ("units", "all") in view.settings]:
        return {}
    from .pages.read.listings import listings  # few sites have units

    holders = {docname for docname, facts in documents.items() if facts.schedules}
    return listings(env, holders)


def enter_objects(builder: Builder) -> None:
    """Add to the index what courses have."""
    domain = seminar_domain(builder.env)
    if domain.documents or domain.loaded:
        from .build.index_entries import enter  # a site without courses need not wait for it

        enter(domain, builder)


def leave_objects(app: Sphinx, exception: Exception | None) -> None:
    """Leave the index as it was read: a later build of the application adds them anew."""
    domain = seminar_domain(app.env)
    if domain.index_before is not None:
        from .build.index_entries import leave

        leave(domain)


def add_assets(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Hide sources that tell too much, name the news, and ask for the files that a page needs."""
    domain = seminar_domain(app.env)
    if holds_back(domain, pagename) or source_tells_names(domain, pagename):
        remove_source(app, context.get("sourcename"))
        context["sourcename"] = ""  # its source would tell what the page does not
    if doctree is not None and domain.loaded:
        context["metatags"] = add_news_link(domain, app, pagename, context.get("metatags", ""))
    ask_for_files(domain, app, pagename, context)


def remove_source(app: Sphinx, name: str | None) -> None:
    """Remove the copy of a page's source that an earlier build has left."""
    if name:
        remove_or_tell(Path(app.outdir, "_sources", name))


def tidy_search_index(app: Sphinx) -> Iterable[tuple[str, dict[str, Any], str]]:
    """Add no page: the event is the only one between the last page and the search index."""
    if seminar_domain(app.env).loaded:
        forget_words(app)
    return ()


def leave_withheld(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, content: nodes.Element
) -> nodes.Element | None:
    """Take the words alone for a reference to something that is withheld: that is no problem."""
    return content if is_withheld(seminar_domain(env), node["reftarget"]) else None


def warn_missing_session(app: Sphinx, domain: Domain | None, node: pending_xref) -> bool | None:
    """Warn of a cross-reference of ours that finds nothing; once, not for copies."""
    if node.get("seminar-copy"):
        return True
    if not isinstance(domain, SeminarDomain):
        return None
    docname = node.get("refdoc", app.env.current_document.docname)
    message = domain.missing(node["reftype"], docname, node["reftarget"])
    source = Source(node.source or str(app.env.doc2path(docname)), node.line)
    report([Problem("link", message, source)], app.srcdir)
    return True


def tell_rest(app: Sphinx, exception: Exception | None) -> None:
    """Tell what is wrong on a page that stopped the build: it may be the reason."""
    domain = seminar_domain(app.env)
    if domain.unreported:
        domain.tell()


def save_stamp(app: Sphinx, exception: Exception | None, cut_off: CutOffFiles) -> None:
    """Note what the pages show now, once they are written, and all of them whole."""
    if exception is None and not cut_off.found:
        domain, found = seminar_domain(app.env), app.env.found_docs
        Stamp(app.builder).finish(domain.digests, found, has_courses=bool(domain.loaded))


def write_files(app: Sphinx, exception: Exception | None) -> None:
    """Write what readers take away, beside the pages of each course."""
    if exception is None and offers_feeds(app.builder):
        from .feeds.write_feeds import write_feeds

        write_feeds(app, seminar_domain(app.env))
