"""An error of the system in a line: which file it is about, and what is wrong."""

from __future__ import annotations


def told_error(error: OSError, otherwise: str) -> str:
    """The line; it is about *otherwise* where the error names no file.

    An error while a file is copied names two, and the copy is where there was no room.
    """
    return f"{error.filename2 or error.filename or otherwise}: {error.strerror or error}"
