"""A process that has imported all that a build needs, and forks for each build.

It reads a line of JSON a build, the list of the changed files, and answers with a line. Where a
system has no fork, it builds once and ends. ``python -m …warm_process SOURCE OUTPUT DOCTREES``.
"""

from __future__ import annotations

import gc
import importlib.util
import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from .one_build import ENDED, Answer, BuildFolders, build

CAN_FORK = hasattr(os, "fork")


def main(arguments: list[str]) -> int:
    """Build at each line of the standard input, until it ends."""
    folders = BuildFolders(*(Path(argument) for argument in arguments))
    # What conf.py prints must not come between the answers.
    with os.fdopen(os.dup(1), "wb") as answers:
        os.dup2(2, 1)
        with suppress(KeyboardInterrupt):
            _import_site_tools()
            for line in sys.stdin.buffer:
                changed = json.loads(line)
                answer = _in_a_fork(folders, changed) if CAN_FORK else build(folders, changed)
                modules = answer["modules"]
                _write(answers, {**answer, "modules": []})
                _import(modules, folders.source)
    return 0


def _write(stream: BinaryIO, answer: Answer) -> None:
    stream.write(json.dumps(answer).encode() + b"\n")
    stream.flush()


def _import_site_tools() -> None:
    """What each build of a seminar imports, before the first one tells the rest."""
    import sphinx.application
    import sphinx.builders.html  # noqa: F401

    from ... import extension  # noqa: F401


def _import(names: Iterable[str], source: Path) -> None:
    """Import what a build has imported; an extension in the site's own folder is read each time."""
    known = sys.modules.keys()
    for name in names:
        if name in known or name.startswith("__"):
            continue
        with suppress(Exception):
            found = importlib.util.find_spec(name)
            origin = found.origin if found else None
            if origin and not Path(origin).is_relative_to(source):
                importlib.import_module(name)


def _in_a_fork(folders: BuildFolders, changed: list[str]) -> Answer:
    reading, writing = os.pipe()
    gc.freeze()  # the pages of memory stay shared
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.close(reading)
            with os.fdopen(writing, "wb") as stream:
                _write(stream, build(folders, changed))
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        told = stream.read()
    os.waitpid(child, 0)
    if not told:
        return ENDED
    answer: Answer = json.loads(told)
    return answer


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
