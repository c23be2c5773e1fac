"""What would tell names that a course does not show: page sources, files to download."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment

from ..domain import SeminarDomain
from ..model.problem import Problem
from .removed_file import remove_or_tell

if TYPE_CHECKING:
    from ..plan.planned_course import PlannedCourse


def source_tells_names(domain: SeminarDomain, docname: str) -> bool:
    """Whether the source of a document may have names of presenters that its page does not show.

    Every page of a course that shortens names may: a line that is wrong has them too.
    """
    own = domain.planned(docname) if domain.loaded else None
    if own and own.course.presenting.names != "full":
        return True
    facts = domain.documents.get(docname)
    slots = facts.slots if facts else ()
    if any("@" in name for slot in slots for name in slot.names):
        return True
    courses = [domain.planned(docname, named) for named in {slot.course for slot in slots}]
    return any(planned and planned.presenting.names.form != "full" for planned in courses)


def withhold_files(
    domain: SeminarDomain, env: BuildEnvironment, builder: Builder
) -> Iterator[Problem]:
    """Take back the copies of files that tell names, and tell of each.

    The sign-up sheet and the roster have the names of all, and addresses of mail. What another
    build withheld and this one may publish is given back.
    """
    for docname, facts in domain.documents.items():
        planned = domain.planned(docname) if facts.downloads else None
        if planned is None or planned.folder is None:
            continue
        for download in facts.downloads:
            reason = _reason(download.path, planned)
            if reason is None:
                env.dlfiles.add_file(docname, download.path)
                continue
            for known in [key for key in env.dlfiles if Path(key).as_posix() == download.path]:
                _docnames, copy = env.dlfiles.pop(known)
                # An earlier build may have published it.
                remove_or_tell(Path(builder.outdir, "_downloads", copy))
            yield Problem(
                "names", f"{reason}; it is not published: take the link out", download.source
            )


def _reason(path: str, planned: PlannedCourse) -> str | None:
    presenting = planned.course.presenting
    own = {
        posixpath.normpath(posixpath.join(planned.folder or "", name)): what
        for name, what in ((presenting.signups, "sign-up sheet"), (presenting.students, "roster"))
        if name
    }
    if own.get(path) == "roster" or (path in own and presenting.names != "full"):
        return f"the {own[path]} has names, or addresses of mail, that this course does not show"
    names = planned.presenting.names
    if names.form != "full" and names.are_told_by(posixpath.basename(path)):
        return "the name of this file has a student's name in it"
    return None
