"""The files of a course, to be copied into another folder of its site."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from sphinx.util.matching import get_matching_files

from ..load.path_inside import is_inside
from ..paths import governing_folder
from .site import LoadedSite

_OF_THE_SITE = {"conf.py", "requirements.txt"}


class NotCopied(ValueError):
    """A folder that cannot take a course."""


def course_files(site: LoadedSite, folder: str) -> list[str]:
    """The files of the course in *folder*, by their paths below it.

    What Sphinx leaves out, what belongs to the site, and other courses are not among them.
    """
    found = []
    for path in get_matching_files(site.source, ("**",), site.excluded):
        parts = PurePosixPath(path).parts
        if governing_folder(path, site.courses.loaded) != folder:
            continue
        if any(part.startswith((".", "_")) for part in parts) or parts[-1] in _OF_THE_SITE:
            continue
        if is_inside(site.source / path, site.source):
            found.append(path.removeprefix(f"{folder}/") if folder else path)
    return sorted(found)


def free_folder(site: LoadedSite, name: str) -> str:
    """The folder of the site that an author names, which is not there yet. Raises `NotCopied`."""
    folder = PurePosixPath(name.replace("\\", "/")).as_posix().strip("/")
    path = site.source / folder
    if folder == "." or ".." in PurePosixPath(folder).parts or not is_inside(path, site.source):
        raise NotCopied(f"{name!r} is not in the folder of the site; write one such as fall-2030")
    if path.exists():
        raise NotCopied(f"{folder} is there already, and nothing is overwritten; name another one")
    if any(part.startswith((".", "_")) for part in PurePosixPath(folder).parts):
        raise NotCopied(f"{name!r} begins with a dot or a line; write one such as fall-2030")
    return folder


def copy_files(source: Path, target: Path, names: Iterable[str]) -> None:
    """Copy files into a folder that is not there yet. Raises `OSError`."""
    for name in names:
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / name, place)
