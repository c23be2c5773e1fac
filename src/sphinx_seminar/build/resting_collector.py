"""While a course is built, Python's garbage collector leaves alone what was loaded before.

Everything that is imported, and the application, stay until the build ends. To go through them
again and again took a sixth of the time of a build of 300 sessions.
https://docs.python.org/3/library/gc.html#gc.freeze
"""

from __future__ import annotations

import gc

from sphinx.application import Sphinx

from ..domain import SeminarDomain


def rest_collector(app: Sphinx, domain: SeminarDomain) -> None:
    """Let it rest to the end of the build.

    Only where a site has a course, and where nobody else has told the collector what to leave.
    """
    if domain.loaded and hasattr(gc, "freeze") and not gc.get_freeze_count():
        gc.freeze()
        # What a build has made stays as well, once its last page is written. Files are written
        # beside the pages after that, and nobody goes through the doctrees for them again.
        app.connect("build-finished", lambda app, exception: gc.freeze(), priority=100)
        # Another build in this process has other objects.
        app.connect("build-finished", lambda app, exception: gc.unfreeze(), priority=900)
