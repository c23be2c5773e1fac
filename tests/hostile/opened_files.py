"""``python -m tests.hostile.opened_files SOURCE OUTPUT``: build, then print what was opened.

A process of its own: what listens to Python's audit events cannot be taken away again.
"""

from __future__ import annotations

import os
import sys

from sphinx.cmd.build import main

opened: set[str] = set()


def note(event: str, args: tuple[object, ...]) -> None:
    if event == "open" and isinstance(args[0], str | bytes | os.PathLike):
        opened.add(os.path.realpath(os.fsdecode(args[0])))


if __name__ == "__main__":
    sys.addaudithook(note)
    status = main(["-q", "-E", "-b", "html", *sys.argv[1:]])
    sys.stdout.write("\n".join(sorted(opened)))
    sys.exit(status)
