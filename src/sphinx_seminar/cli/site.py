"""Loads the courses of a site as a build does, without building pages."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from sphinx.application import Sphinx
from sphinx.errors import SphinxError

from ..extension import seminar_domain
from ..model.listed import listed
from ..model.nearest import did_you_mean
from ..pages.read.document_order import toctree_order
from ..pages.read.facts import DocumentFacts
from ..plan.courses import Courses
from ..plan.planned_course import PlannedCourse
from .listener import Listener
from .source_folder import NoSite, refuse_without_seminars, source_folder
from .stopped_build import why_stopped
from .told_error import told_error
from .told_problem import ToldProblem


@dataclass(frozen=True, slots=True)
class LoadedSite:
    """A site as a build knows it."""

    source: Path
    courses: Courses
    problems: tuple[ToldProblem, ...]
    """What a build would tell of its courses, warnings and then notes."""
    documents: Mapping[str, DocumentFacts] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    """Its documents, as its tables of contents have them."""
    excluded: tuple[str, ...] = ()
    """Patterns of the paths that Sphinx does not look at."""
    suppressed: tuple[str, ...] = ()
    """The types of problems that conf.py leaves out."""

    def course_in(self, folder: str) -> PlannedCourse:
        """The course in a folder that an author names. Raises `NoSite`."""
        courses = self.courses.planned
        name = "" if folder.strip("/") in {"", "."} else folder.strip("/").removeprefix("./")
        if name not in courses:
            known = [found or "." for found in courses]
            raise NoSite(f"no course.yml is in {folder!r}; {did_you_mean(folder, known)}")
        return courses[name]

    def course_of_sheet(self, folder: str | None) -> PlannedCourse | None:
        """The course in *folder*; else the one that names a sign-up sheet, None where none does.

        Raises `NoSite` where several do.
        """
        if folder is not None:
            return self.course_in(folder)
        named = [p for p in self.courses.planned.values() if p.course.presenting.signups]
        if len(named) > 1:
            names = listed(planned.folder or "." for planned in named)
            raise NoSite(f"several courses have a sheet; name one with --course: {names}")
        return named[0] if named else None


def load_site(srcdir: str) -> LoadedSite:
    """The site in the folder that ``sphinx-build`` takes. Raises `NoSite`."""
    source = source_folder(srcdir)
    # What Sphinx says of pages without a course is left to a build.
    listener, unheard = Listener(source), io.StringIO()
    try:
        with TemporaryDirectory() as scratch, listener.ours():
            # Builds nothing, but reads and resolves all that a build would.
            app = Sphinx(source, source, scratch, scratch, "dummy", status=unheard, warning=unheard)
            refuse_without_seminars(app, srcdir)
            for tag in ("html", "format_html", "builder_html"):
                app.tags.add(tag)  # what {only} shows in pages counts, though none are written
            with listener.others(app):
                app.build()
            domain, order = seminar_domain(app.env), tuple(toctree_order(app.env))
            courses, documents = domain.courses, domain.speaking()
            excluded = (*app.config.exclude_patterns, *app.config.templates_path)
            suppressed = tuple(app.config.suppress_warnings)
    except SphinxError as error:
        raise NoSite(f"{srcdir}: {why_stopped(error)}") from None
    except OSError as error:
        # A full disk, a folder for temporary files that cannot be written, a page without rights.
        raise NoSite(told_error(error, gettempdir())) from None
    return LoadedSite(source, courses, listener.problems, documents, order, excluded, suppressed)
