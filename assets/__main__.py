"""Write what is shipped of the sources: ``python -m assets``.

With ``--check`` nothing is written: the files that are not what their sources give are listed, and
the exit code is 1 if there are any.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import minify
import rcssmin

from . import PACKAGE, SOURCES


def shipped() -> Iterator[tuple[Path, str]]:
    """Each file that is shipped, and what it has to say.

    The one minifier makes the smaller scripts, the other one the smaller styles.
    """
    for source in sorted(SOURCES.glob("*.css")):
        folder = "static_rtl" if source.stem.endswith("-rtl") else "static"
        text = rcssmin.cssmin(source.read_text(encoding="utf-8"))
        yield PACKAGE / folder / source.name, f"{text}\n"
    for source in sorted(SOURCES.glob("*.js")):
        text = minify.string("application/javascript", source.read_text(encoding="utf-8"))
        yield PACKAGE / "static" / source.name, f"{text}\n"


def others(made: dict[Path, str]) -> Iterator[Path]:
    """The files that are not what is made of the sources."""
    there = {path for folder in {path.parent for path in made} for path in folder.iterdir()}
    for path in sorted(there | made.keys()):
        if path not in there or path.read_text(encoding="utf-8") != made.get(path):
            yield path


def main() -> int:
    """Write, or check."""
    made = dict(shipped())
    if "--check" in sys.argv[1:]:
        found = [path.relative_to(PACKAGE).as_posix() for path in others(made)]
        sys.stdout.writelines(f"{name}: run `python -m assets`\n" for name in found)
        return bool(found)
    for path, text in made.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return 0


sys.exit(main())
