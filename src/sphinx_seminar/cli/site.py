"""Loads the courses of a site as a build does, without building pages."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sphinx.application import Sphinx
from sphinx.errors import SphinxError

from ..extension import seminar_domain
from ..plan.courses import Courses
from .listener import Listener
from .told_problem import ToldProblem


class NoSite(ValueError):
    """A folder that holds no site with seminars, or one that Sphinx cannot read."""


@dataclass(frozen=True, slots=True)
class LoadedSite:
    """A site as a build knows it."""

    source: Path
    courses: Courses
    problems: tuple[ToldProblem, ...]
    """What a build would tell of its courses, warnings and then notes."""


def load_site(srcdir: str) -> LoadedSite:
    """The site in the folder that ``sphinx-build`` takes. Raises `NoSite`."""
    source = Path(srcdir).resolve()
    if not (source / "conf.py").is_file():
        raise NoSite(f"{srcdir}: no conf.py is there; name the folder that sphinx-build takes")
    # What Sphinx says of pages that are none of a course is not our matter.
    listener, unheard = Listener(source), io.StringIO()
    try:
        with TemporaryDirectory() as scratch, listener.ours():
            # Builds nothing, but reads and resolves all that a build would.
            app = Sphinx(source, source, scratch, scratch, "dummy", status=unheard, warning=unheard)
            if "sphinx_seminar" not in app.extensions:
                raise NoSite(f"{srcdir}/conf.py: 'sphinx_seminar' is not among its extensions")
            for tag in ("html", "format_html", "builder_html"):
                app.tags.add(tag)  # what {only} shows in pages counts, though none are written
            with listener.others(app):
                app.build()
            courses = seminar_domain(app.env).courses
    except SphinxError as error:
        raise NoSite(f"{srcdir}: {error}") from None
    except OSError as error:
        # A full disk, a folder for temporary files that cannot be written, a page without rights.
        raise NoSite(f"{error.filename or srcdir}: {error.strerror or error}") from None
    return LoadedSite(source, courses, listener.problems)
