"""Where documents and courses are."""

from __future__ import annotations

import posixpath
from collections.abc import Collection
from pathlib import Path

from sphinx.environment import BuildEnvironment

COURSE_FILE = "course.yml"


def file_of_site(env: BuildEnvironment, name: str) -> Path | None:
    """The path that a page's *name* of a file leads to; None where it leads in a circle."""
    try:
        return Path(env.relfn2path(name)[1])
    except (OSError, RuntimeError, ValueError):
        return None


def relative_source(env: BuildEnvironment, path: str | None) -> str:
    """*path* relative to the sources, with slashes; absolute where it is not below them."""
    # docutils gives the path of an included file relative to the working directory.
    source = path or str(env.doc2path(env.docname))
    # Every directive asks, and resolving the links of a path takes many system calls.
    key = f"seminar_source:{source}"
    if key not in env.temp_data:
        env.temp_data[key] = _relative(Path(source).resolve(), Path(env.srcdir).resolve())
    relative: str = env.temp_data[key]
    return relative


def _relative(source: Path, folder: Path) -> str:
    try:
        return source.relative_to(folder).as_posix()
    except ValueError:
        return str(source)


def governing_folder(docname: str, folders: Collection[str]) -> str | None:
    """The nearest of *folders* above a document; ``""`` is the root of the sources."""
    folder = posixpath.dirname(docname)
    while folder not in folders:
        if not folder:
            return None
        folder = posixpath.dirname(folder)
    return folder


def named_folder(docname: str, name: str, folders: Collection[str]) -> str | None:
    """The one of *folders* that a ``:course:`` of a document names.

    Relative to the document's folder, or with a leading slash to the root of the sources.
    """
    return next((folder for folder in _meant(docname, name) if folder in folders), None)


def course_folder(docname: str, named: str | None, folders: Collection[str]) -> str | None:
    """The one of *folders* that a directive of a document speaks of: the one *named*, if any."""
    if named:
        return named_folder(docname, named, folders)
    return governing_folder(docname, folders)


def folders_below(docname: str, name: str, folders: Collection[str]) -> list[str]:
    """Those of *folders* that are the one which an ``:in:`` of a document names, or below it."""
    for top in _meant(docname, name):
        found = [folder for folder in folders if f"{folder}/".startswith(f"{top}/" if top else "")]
        if found:
            return found
    return []


def _meant(docname: str, name: str) -> tuple[str, ...]:
    """The folders that *name* may mean, the likelier one first."""
    from_document = posixpath.normpath(posixpath.join("/", posixpath.dirname(docname), name))[1:]
    from_root = posixpath.normpath(posixpath.join("/", name))[1:]
    return (from_root,) if name.startswith("/") else (from_document, from_root)
