"""What the package ships of the sources: without comments, and without space that says nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import rcssmin
import rjsmin

SOURCES = Path(__file__).parent
PACKAGE = SOURCES.parent / "src" / "sphinx_seminar"


def minified() -> Iterator[tuple[Path, str]]:
    """Each file that is shipped, and what it has to say.

    No name is shortened: an error that a reader reports names what the source names.
    """
    for source in sorted(SOURCES.glob("*.css")):
        folder = "static_rtl" if source.stem.endswith("-rtl") else "static"
        text = rcssmin.cssmin(source.read_text(encoding="utf-8"))
        yield PACKAGE / folder / source.name, f"{text}\n"
    for source in sorted(SOURCES.glob("*.js")):
        text = rjsmin.jsmin(source.read_text(encoding="utf-8"))
        yield PACKAGE / "static" / source.name, f"{text}\n"
