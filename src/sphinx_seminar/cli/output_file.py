"""The one file that a command writes, as its author names it."""

from __future__ import annotations

from pathlib import Path

from .written_files import Refused


def output_file(named: str | None, srcdir: str, suffix: str, *, overwrite: bool) -> Path:
    """The file that is *named*, else one that is called as the folder of the site.

    Raises `Refused` where it cannot be written, or is there and may not be replaced.
    """
    path = Path(named or f"{Path(srcdir).resolve().name or 'course'}{suffix}")
    if path.is_dir():
        raise Refused(f"{path} is a folder; name a file, such as {path / f'course{suffix}'}")
    if path.suffix.casefold() != suffix:
        raise Refused(f"{path} does not end in {suffix}; write such as {path.stem}{suffix}")
    if path.exists() and not overwrite:
        raise Refused(f"{path} is there already; name another file, or add --overwrite")
    if not path.absolute().parent.is_dir():
        raise Refused(f"{path}: there is no folder {path.parent}; make it, or name another file")
    return path
