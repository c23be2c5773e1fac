"""All edits of a site. Those of another kind of file get a module of their own, and a line here."""

from __future__ import annotations

from random import Random

from . import edit_courses, edit_pages, edit_sessions, edit_settings
from .edit_pages import Edit
from .site import Site

# Sign-ups are not edited yet: their CSV is a file of the site (`Site.with_file`), and `CourseFile`
# names it. Their edits belong into ``edit_signups.py``, and its EDITS into this line.
EDITS: tuple[Edit, ...] = (
    *edit_pages.EDITS,
    *edit_sessions.EDITS,
    *edit_courses.EDITS,
    *edit_settings.EDITS,
)


def edit(site: Site, chance: Random) -> tuple[Site, str]:
    """The site after an edit that changes something, and the name of the edit."""
    while True:
        change = chance.choice(EDITS)
        changed = change(site, chance)
        if changed is not None and changed != site:
            return changed, change.__name__
