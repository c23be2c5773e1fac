"""The ``seminar`` domain: facts by document, cross-references, inventory."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace
from datetime import UTC, date
from functools import cached_property
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.builders import Builder
from sphinx.domains import Domain, ObjType
from sphinx.environment import BuildEnvironment
from sphinx.roles import XRefRole

from .locale import _
from .model.nearest import did_you_mean
from .model.problem import Problem, folded
from .pages.conditional_content import leave_out
from .pages.directives.announcements import Announcement, Announcements
from .pages.directives.course_info import CourseInfo
from .pages.directives.course_view import course_view_directive
from .pages.directives.deadline import DeadlineDirective
from .pages.directives.details import Details
from .pages.directives.edit_page import EditPage
from .pages.directives.person import PersonRole
from .pages.directives.presenters import Presenters
from .pages.directives.readings import Readings
from .pages.directives.release import Release
from .pages.directives.schedule import Schedule
from .pages.directives.session import Session
from .pages.read.document_facts import facts_of
from .pages.read.facts import DocumentFacts
from .plan.found_by_sphinx import is_found_without_us
from .plan.objects import find_object
from .plan.people import missing_person
from .report import report
from .today import now
from .views.registry import VIEWS, view_named
from .views.view import SiteView, View

if TYPE_CHECKING:
    from .load.loaded_file import LoadedFile
    from .plan.courses import Courses
    from .plan.planned_course import PlannedCourse


class SeminarDomain(Domain):
    """What a course has to link to is its objects; what documents say of courses is its data."""

    name = "seminar"
    # For translators: what a search result is, such as "Seminar session"
    label = _("Seminar")
    object_types = {
        "session": ObjType(_("session"), "session"),
        "reading": ObjType(_("reading"), "reading"),
        "person": ObjType(_("person"), "person"),
        "unit": ObjType(_("unit")),
        "deadline": ObjType(_("deadline")),
        "announcement": ObjType(_("announcement")),
        "week": ObjType(_("week")),
    }
    directives = {
        "schedule": Schedule,
        "session": Session,
        "readings": Readings,
        "presenters": Presenters,
        "details": Details,
        "course-info": CourseInfo,
        "deadline": DeadlineDirective,
        "release": Release,
        "announcements": Announcements,
        "announcement": Announcement,
        **{
            name: course_view_directive(name, view.options, view.orders)
            for name, view in VIEWS.items()
            if view.options
        },
    }
    roles = {
        # Sphinx shows the text of a cross-reference as code, which a title is not.
        "session": XRefRole(innernodeclass=nodes.inline, warn_dangling=True),
        "reading": XRefRole(innernodeclass=nodes.inline, warn_dangling=True),
        "edit-page": EditPage(),
        "person": PersonRole(warn_dangling=True),
    }
    dangling_warnings = {"session": "no session is called %(target)r"}
    initial_data = {"documents": {}}
    # One more whenever `DocumentFacts`, or what is in it, changes: Sphinx then reads every page
    # anew (`sphinx.domains.Domain.data_version`).
    data_version = 26

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self.builder: Builder | None = None
        """The builder of this build; not pickled."""
        self.digests: dict[str, str] = {}
        """What each page shows in this build, as a digest; not pickled."""
        self.shown: dict[object, object] = {}
        """What each view shows in this build; not pickled."""
        self.now = now()
        """What the build takes for now, once for all of its pages; not pickled."""
        self.copies: dict[str, set[str]] = {}
        """The files that each document brought before this build; not pickled."""
        self.index_before: dict[str, Any] | None = None
        """The entries of the site's index without ours, while a build writes; not pickled."""
        self.loaded: dict[str, LoadedFile] = {}
        """What each ``course.yml`` states; not pickled, and loaded anew by each build."""
        self.unreported: list[Problem] = []
        """What is wrong on the page that is read; not pickled."""

    @cached_property
    def courses(self) -> Courses:
        """What is planned from it; not pickled."""
        from .plan.courses import Courses  # a site without courses need not wait for it

        return Courses(self.loaded)

    @cached_property
    def withheld_labels(self) -> frozenset[str]:
        """What references may call something that is withheld, as digests; once all is read."""
        releases = (found for facts in self.documents.values() for found in facts.releases)
        return frozenset(label for found in releases for label in found.labels)

    def forget_plans(self) -> None:
        """Plan anew what was loaded from files."""
        for name in ("courses", "withheld_labels", "has_conditions"):
            self.__dict__.pop(name, None)

    @property
    def documents(self) -> dict[str, DocumentFacts]:
        """What each document says, by its name."""
        documents: dict[str, DocumentFacts] = self.data["documents"]
        return documents

    def clear_doc(self, docname: str) -> None:
        self.documents.pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        for docname in docnames:
            if docname in otherdata["documents"]:
                self.documents[docname] = otherdata["documents"][docname]

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        facts = facts_of(env, docname, document)
        if facts != DocumentFacts():
            self.documents[docname] = facts
        if self.unreported:
            self.tell()

    def tell(self) -> None:
        """Report what is wrong on the page that was read, or could not be."""
        report(folded(self.unreported, by_form=True), self.env.srcdir)
        self.unreported.clear()

    @cached_property
    def has_conditions(self) -> bool:
        """Whether this build may leave something out; asked once all is read."""
        return any(facts.conditional for facts in self.documents.values())

    def leave_out(self, builder: Builder) -> None:
        """Take what this build leaves out of the facts of documents that have conditions."""
        for docname, facts in self.documents.items():
            if facts.conditional:
                document = self.env.get_doctree(docname)
                leave_out(builder, document, docname)
                left = facts_of(self.env, docname, document, is_told=True)
                self.documents[docname] = replace(left, conditional=True, releases=facts.releases)

    def today(self, zone: ZoneInfo | None) -> date:
        """The day that the build takes for today, in *zone*; in UTC where that is not known."""
        return self.now.astimezone(zone or UTC).date()

    def speaking(self) -> dict[str, DocumentFacts]:
        """The documents that courses are planned from: those that do more than link.

        One that offers a file to download is among them where a course could withhold that.
        """
        return {
            name: facts
            for name, facts in self.documents.items()
            if not facts.only_links or (facts.downloads and self.loaded)
        }

    def planned(self, docname: str, course: str | None = None) -> PlannedCourse | None:
        """The course that governs a document, or the one that it names, with its schedule."""
        return self.courses.planned_for(docname, course)

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        if not self.speaking():
            return
        several = len(self.courses.planned) > 1
        for folder, course in sorted(self.courses.planned.items()):
            for found in course.objects:
                # The names of an inventory are unique; the ids of two courses need not be.
                name = f"{folder}/{found.name}" if several and folder else found.name
                yield (name, found.title, found.kind, found.docname, found.anchor, 1)

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        options = {"target": target, "by_title": True}
        return self._link(view_named(typ), options, fromdocname, builder, node, contnode)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        # By id alone: ``{any}`` and MyST's links ask every domain, and a title says little.
        options = {"target": target, "by_title": False}
        found = find_object(self.courses, written_on(node, fromdocname), target)
        if found is None or is_found_without_us(env, found, target, node):
            return []
        link = self._link(view_named("session"), options, fromdocname, builder, node, contnode)
        return [(f"seminar:{found.kind}", link)] if link is not None else []

    def _link(
        self,
        view: View[Any] | SiteView[Any],
        options: dict[str, object],
        fromdocname: str,
        builder: Builder,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        assert isinstance(view, SiteView)
        shown = view.show(self.courses, options, written_on(node, fromdocname))
        if shown is None:
            return None
        body = node.copy()
        body += contnode
        from .views.page import Page

        (link,) = view.draw(shown, body, Page(self.env, builder, fromdocname))
        assert isinstance(link, nodes.reference)
        return link

    def missing(self, kind: str, fromdocname: str, target: str) -> str:
        """The message for a cross-reference of a kind that finds nothing."""
        if kind == "person":
            return missing_person(self.courses.near(fromdocname), target)
        if kind == "reading":
            from .plan.readings import missing_reading

            return missing_reading(self.courses, fromdocname, target)
        return self.missing_session(fromdocname, target)

    def missing_session(self, fromdocname: str, target: str) -> str:
        """The message for a cross-reference that finds no session."""
        ids = [
            session.id for course in self.courses.near(fromdocname) for session in course.sessions
        ]
        return f"no session is called {target!r}; {did_you_mean(target, ids)}"


def written_on(node: pending_xref, fromdocname: str) -> str:
    """The document that a cross-reference was written on, whose course it means first.

    A view may show a copy of it on another, from where its address starts.
    """
    docname: str = node.get("seminar-origin", fromdocname)
    return docname
