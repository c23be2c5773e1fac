"""The photos of the staff, which course.yml names and pages show."""

from __future__ import annotations

from sphinx.environment import BuildEnvironment

from ..domain import SeminarDomain


def add_photos(domain: SeminarDomain, env: BuildEnvironment) -> None:
    """Let the builders copy the photos that pages show.

    Images are else collected when a page is read, when what course.yml has is not known.
    """
    for docname, facts in domain.documents.items():
        for view in facts.views:
            planned = domain.planned(docname, view.course) if view.view == "staff" else None
            for photo in planned.photos.values() if planned else ():
                env.images.add_file(docname, photo.path)
