"""The ``seminar`` domain: facts by document, cross-references, inventory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from functools import cached_property
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.builders import Builder
from sphinx.domains import Domain, ObjType
from sphinx.environment import BuildEnvironment
from sphinx.roles import XRefRole
from sphinx.util.nodes import make_refnode

from .directives.announcements import Announcement, Announcements
from .directives.course_info import CourseInfo
from .directives.courses import CourseList
from .directives.deadline import DeadlineDirective
from .directives.deadlines import Deadlines
from .directives.details import Details
from .directives.edit_page import EditPage
from .directives.grading import GradingDirective
from .directives.my_presentations import MyPresentations
from .directives.person import PersonRole
from .directives.presenters import Presenters
from .directives.readings import Readings
from .directives.roles import Roles
from .directives.schedule import Schedule
from .directives.session import Session
from .directives.signups import Signups
from .directives.staff import Staff
from .directives.this_week import ThisWeek
from .directives.timetable import Timetable
from .doctree.document_facts import facts_of
from .doctree.left_out import leave_out
from .doctree.same_place import is_found_without_us
from .facts import DocumentFacts
from .locale import _
from .model.nearest import did_you_mean
from .plan.people import cards, find_card, missing_person
from .stamp import Digests

if TYPE_CHECKING:
    from .plan.courses import Courses, LoadedFile
    from .plan.planned_course import NameKind, PlannedCourse, PlannedSession


class SeminarDomain(Domain):
    """Sessions are its objects; what documents say of courses is its data."""

    name = "seminar"
    # For translators: what a search result is, such as "Seminar session"
    label = _("Seminar")
    object_types = {
        "session": ObjType(_("session"), "session"),
        "person": ObjType(_("person"), "person"),
    }
    directives = {
        "schedule": Schedule,
        "session": Session,
        "readings": Readings,
        "presenters": Presenters,
        "details": Details,
        "course-info": CourseInfo,
        "staff": Staff,
        "grading": GradingDirective,
        "deadline": DeadlineDirective,
        "deadlines": Deadlines,
        "this-week": ThisWeek,
        "timetable": Timetable,
        "announcements": Announcements,
        "announcement": Announcement,
        "courses": CourseList,
        "roles": Roles,
        "signups": Signups,
        "my-presentations": MyPresentations,
    }
    roles = {
        # A title is no code, which a cross-reference's text else is.
        "session": XRefRole(innernodeclass=nodes.inline, warn_dangling=True),
        "edit-page": EditPage(),
        "person": PersonRole(warn_dangling=True),
    }
    dangling_warnings = {"session": "no session is called %(target)r"}
    initial_data = {"documents": {}}
    # 1: documents by name, each a DocumentFacts; 2: with views, deadlines, announcements, people;
    # 3: with places of presenters, downloads, and the kinds of deadlines; 4: with own titles;
    # 5: with cross-references; 6: as named tuples; 7: with what a build may leave out
    data_version = 7

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self.builder: Builder | None = None
        """The builder of this build; not pickled."""
        self.digests: Digests = {}
        """What each page shows in this build; not pickled."""
        self.loaded: dict[str, LoadedFile] = {}
        """What each ``course.yml`` states; not pickled, and loaded anew by each build."""

    @cached_property
    def courses(self) -> Courses:
        """What is planned from it; not pickled."""
        from .plan.courses import Courses  # a site without courses need not wait for it

        return Courses(self.loaded)

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
                self.documents[docname] = left._replace(conditional=True)

    def speaking(self) -> dict[str, DocumentFacts]:
        """The documents that do more than link: those that courses are planned from.

        A file to download speaks where a course could want it withheld.
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
            for session in course.sessions:
                # The names of an inventory are unique; the ids of two courses need not be.
                name = f"{folder}/{session.id}" if several and folder else session.id
                yield (name, session.title, "session", session.docname, session.anchor, 1)
            for card in cards(course):
                if card.docname:
                    name = card.person.name
                    name = f"{folder}/{name}" if several and folder else name
                    yield (name, card.person.name, "person", card.docname, card.anchor, 1)

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
        if typ == "person":
            return self._person(fromdocname, builder, target, node, contnode)
        found = self._find(written_on(node, fromdocname), target)
        if found is None:
            return None
        if not node.get("refexplicit"):
            contnode = nodes.inline("", found.title)
        return make_refnode(builder, fromdocname, found.docname, found.anchor, contnode)

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
        found = self._find(written_on(node, fromdocname), target, by_title=False)
        if found is None or is_found_without_us(env, found, target, node):
            return []
        if not node.get("refexplicit"):
            contnode = nodes.inline("", found.title)
        reference = make_refnode(builder, fromdocname, found.docname, found.anchor, contnode)
        return [("seminar:session", reference)]

    def _person(
        self,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        card = find_card(self._near(written_on(node, fromdocname)), target)
        if card is None:
            return None
        if not node.get("refexplicit"):
            contnode = nodes.inline("", card.person.name)
        if card.docname:
            return make_refnode(builder, fromdocname, card.docname, card.anchor, contnode)
        url = card.person.url
        return nodes.reference("", "", contnode, refuri=url, internal=False) if url else None

    def shown_of_people(self, docname: str, names: Iterable[str]) -> list[object]:
        """What the cross-references of a document to people show."""
        found = ((name, find_card(self._near(docname), name)) for name in names)
        return [
            (name, card and (card.person.name, card.person.url, card.docname, card.anchor))
            for name, card in found
        ]

    def shown_of_references(
        self, docname: str, references: Iterable[tuple[str, bool]]
    ) -> list[object]:
        """What the cross-references of a document to sessions show."""
        found = [
            (name, self._find(docname, name, by_title=by_title)) for name, by_title in references
        ]
        return [
            (name, session.title, session.docname, session.anchor)
            for name, session in found
            if session is not None
        ]

    def missing(self, kind: str, fromdocname: str, target: str) -> str:
        """The message for a cross-reference of a kind that finds nothing."""
        if kind == "person":
            return missing_person(self._near(fromdocname), target)
        return self.missing_session(fromdocname, target)

    def missing_session(self, fromdocname: str, target: str) -> str:
        """The message for a cross-reference that finds no session."""
        ids = [session.id for course in self._near(fromdocname) for session in course.sessions]
        return f"no session is called {target!r}; {did_you_mean(target, ids)}"

    def _find(
        self, fromdocname: str, target: str, *, by_title: bool = True
    ) -> PlannedSession | None:
        near = list(self._near(fromdocname))
        folder, _slash, session_id = target.rpartition("/")
        if _slash and folder in self.courses.planned:
            near, target = [self.courses.planned[folder]], session_id
        kinds: tuple[NameKind, ...] = ("id", "own_title", "title") if by_title else ("id",)
        for kind in kinds:
            for course in near:
                if found := course.session_by(kind, target):
                    return found
        return None

    def _near(self, docname: str) -> Iterator[PlannedCourse]:
        """The course of a document first, then the others."""
        own = self.planned(docname)
        if own is not None:
            yield own
        yield from (course for course in self.courses.linkable if course is not own)


def written_on(node: pending_xref, fromdocname: str) -> str:
    """The document that a cross-reference was written on, whose course it means first.

    A view may show a copy of it on another, from where its address starts.
    """
    docname: str = node.get("seminar-origin", fromdocname)
    return docname
