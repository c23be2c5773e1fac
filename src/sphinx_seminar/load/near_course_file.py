"""Files that were meant to be a course.yml, and are not read as their names differ."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..model.nearest import nearest
from ..model.problem import Problem, Source

NEAR_NAMES = ("**[yY]*[mM][lL]*", "**[cC][oO][uU][rR][sS][eE].[tT][xX][tT]")
"""Patterns of all that `near_course_files` can tell of, as Sphinx matches paths."""

_YAML = re.compile(r"(?P<stem>[^.]+)(?:\.ya?ml|\.txt)+", re.IGNORECASE)
# A name alone does not tell whose file it is, unless it is ours but for its ending or its case.
_OWN_KEY = r"^(?:timezone|meetings|presenting|breaks)[ \t]*:"
_READ = 20_000


def near_course_files(
    paths: Iterable[str], folders: Iterable[str], name: str, srcdir: Path
) -> Iterator[Problem]:
    """A problem for each folder without the file *name* that has one almost so named.

    *paths* are relative to *srcdir*; *folders* have a file that is read.
    """
    told = set(folders)
    for path in sorted(paths):
        folder, own = posixpath.split(path)
        if folder not in told and own != name and _is_near(own, name, srcdir / path):
            told.add(folder)
            text = f"the file is not read, as it is named {own!r}; rename it to {name!r}"
            yield Problem("course", text, Source(path))


def _is_near(own: str, name: str, path: Path) -> bool:
    match = _YAML.fullmatch(own)
    wanted = name.partition(".")[0]
    if match is None:
        return False
    stem = match["stem"].casefold().strip(" _-")
    if stem == wanted:
        return True
    if nearest(stem, [wanted]) is None and not stem.startswith(wanted):
        return False
    try:
        with path.open(encoding="utf-8", errors="replace") as stream:
            return re.search(_OWN_KEY, stream.read(_READ), re.MULTILINE) is not None
    except OSError:
        return False
