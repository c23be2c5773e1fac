"""One build of a site, in a process that does nothing after it."""

from __future__ import annotations

import re
import sys
import traceback
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypedDict

_COLOR = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True, slots=True)
class BuildFolders:
    """Where a site is, and where its pages and what Sphinx keeps are written."""

    source: Path
    output: Path
    doctrees: Path


class Answer(TypedDict):
    """What a build has to say, by lines; each begins with the file where it is about one."""

    failed: bool
    """Whether it ended before its end."""
    problems: list[str]
    notes: list[str]
    modules: list[str]
    """What it has imported."""


ENDED: Answer = {
    "failed": True,
    "problems": ["the build was ended from outside"],
    "notes": [],
    "modules": [],
}


@dataclass(slots=True)
class Told:
    """What a build says, a line at a time."""

    lines: list[str] = field(default_factory=list)
    _rest: str = ""

    def write(self, text: str) -> int:
        """Take a piece of text, as a file does."""
        *whole, self._rest = (self._rest + _COLOR.sub("", text)).split("\n")
        self.lines += [line for line in whole if line.strip()]
        return len(text)

    def flush(self) -> None:
        """Nothing is held back."""

    def isatty(self) -> bool:
        """It has no colors."""
        return False


def build(folders: BuildFolders, changed: Sequence[str]) -> Answer:
    """Build the pages that need it, those of the files *changed* in any case.

    Sphinx takes a file that was saved while it was read for one that it knows already. Nothing is
    raised.
    """
    from sphinx.application import Sphinx
    from sphinx.errors import SphinxError

    from ...build.unwritable_folder import unwritable

    status, warning = Told(), Told()
    failed = True
    app: Sphinx | None = None
    try:
        app = Sphinx(
            folders.source,
            folders.source,
            folders.output,
            folders.doctrees,
            "html",
            status=status,  # type: ignore[arg-type]
            warning=warning,  # type: ignore[arg-type]
        )
        app.connect("env-get-outdated", lambda _app, env, *_: list(_documents(env, changed)))
        app.build()
        failed = False
    except SphinxError as error:
        warning.write(f"{error.category}: {error}\n")
    except (Exception, SystemExit) as error:  # what conf.py and extensions raise is anything
        if app is None or not unwritable(app, error):  # which is told
            warning.write(f"{traceback.format_exc()}\n")
    source = f"{folders.source}/"
    return {
        "failed": failed,
        "problems": [line.replace(source, "") for line in warning.lines],
        "notes": [line.replace(source, "") for line in status.lines if ": NOTE: " in line],
        "modules": list(sys.modules),
    }


def _documents(env: Any, changed: Iterable[str]) -> Iterable[str]:
    """The documents that are written in the files *changed*, or that include them."""
    paths = {Path(path) for path in changed}
    for path in paths:
        docname = env.path2doc(path)
        if docname in env.all_docs and docname in env.found_docs:
            yield docname
    for docname, names in env.dependencies.items():
        if docname in env.found_docs and any(env.srcdir / name in paths for name in names):
            yield docname
