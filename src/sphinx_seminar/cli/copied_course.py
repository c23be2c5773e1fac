"""The files of a course, to be copied into another folder of its site."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from posixpath import normpath

from sphinx.util.matching import get_matching_files

from ..assign.replaced_files import NewContent, NotReplaced
from ..load.path_inside import is_file, is_inside
from ..paths import governing_folder
from .site import LoadedSite

_OF_THE_SITE = {"conf.py", "requirements.txt"}
_OF_BUILDS = {"_build", "_site", "_doctrees", "__pycache__"}


class NotCopied(ValueError):
    """A folder that cannot take a course."""


def course_files(site: LoadedSite, folder: str, named: Iterable[str]) -> list[str]:
    """The files of the course in *folder*, by their paths below it.

    What Sphinx leaves out, what belongs to the site, and other courses are not among them; the
    files that the course has *named* are, wherever in *folder* they are.
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
    own = site.source / folder
    found += [normpath(name) for name in named if _is_file_in(own, name)]
    return sorted(set(found))


def left_files(site: LoadedSite, folder: str, taken: Iterable[str]) -> list[str]:
    """What else is in *folder* and is of its course, a folder of which nothing is *taken* as one.

    What belongs to the site, what a build writes, and what begins with a dot are not among it.
    """
    names = set(taken)
    inside = f"{folder}/" if folder else ""
    others = [other.removeprefix(inside) for other in site.courses.loaded if other != folder]
    apart = {str(up) for name in (*names, *others) for up in PurePosixPath(name, "x").parents}

    def left(at: str) -> Iterator[str]:
        for path in sorted((site.source / folder / at).iterdir()):
            name = f"{at}{path.name}"
            if path.name.startswith(".") or path.name in _OF_THE_SITE | _OF_BUILDS:
                continue
            if governing_folder(f"{inside}{name}/x", site.courses.loaded) != folder:
                continue
            if not path.is_dir():
                yield from () if name in names else (name,)
            elif name in apart:
                yield from left(f"{name}/")
            else:
                yield f"{name}/"

    return list(left(""))


def _is_file_in(folder: Path, name: str) -> bool:
    path = folder / name
    return is_inside(path, folder) and is_file(path)


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


@contextmanager
def whole_copy(source: Path, folder: str, originals: Mapping[Path, NewContent]) -> Iterator[Path]:
    """A new folder of the site, which is taken away again where the work on it fails.

    It stays where one of its *originals* is replaced already: nothing else has what that was.
    """
    target = source / folder
    above = [path for path in (target, *target.parents) if not path.exists()]
    try:
        yield target
    except BaseException as error:
        if not any(_is_replaced(path, content) for path, content in originals.items()):
            # The topmost folder that was not there has nothing else in it.
            shutil.rmtree(above[-1], ignore_errors=True)
        elif isinstance(error, NotReplaced):
            raise NotReplaced(f"{error}; the old term is in {folder} now") from None
        raise


def _is_replaced(path: Path, content: NewContent) -> bool:
    try:
        return path.read_bytes() == content.new
    except OSError:
        return True  # as far as one can tell


def copy_files(source: Path, target: Path, names: Iterable[str]) -> None:
    """Copy files into a folder that is not there yet. Raises `OSError`."""
    for name in names:
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / name, place)
