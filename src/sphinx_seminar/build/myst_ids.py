"""MyST finds the id in ``[](page.md#id)`` among those of headings: ours are there, too."""

from __future__ import annotations

from sphinx.environment import BuildEnvironment

from ..domain import SeminarDomain

_NOTED = "myst_ids"


def note_ids(domain: SeminarDomain, env: BuildEnvironment) -> None:
    """Let MyST find the objects of all courses, and those of the build before no more."""
    slugs: dict[str, tuple[int | None, str, str]] = {}
    for docname, anchor in domain.data.pop(_NOTED, ()):
        if docname in env.metadata:
            env.metadata[docname].get("myst_slugs", {}).pop(anchor, None)
    if not domain.documents:
        return  # a site without anything of ours need not wait for what plans courses
    noted = []
    docname = ""
    # No call for each object: a course may have hundreds of readings.
    for planned in domain.courses.planned.values():
        for found in planned.objects:
            if found.docname != docname:
                docname = found.docname
                slugs = env.metadata[docname].setdefault("myst_slugs", {})
            if found.anchor not in slugs:
                slugs[found.anchor] = (None, found.anchor, found.title)
                noted += [(docname, found.anchor)]
    if noted:
        domain.data[_NOTED] = noted
