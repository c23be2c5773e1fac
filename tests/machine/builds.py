"""Builds in processes of their own, which can be killed with all that they started."""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

AT_ONCE = 2
"""How many builds run side by side."""
LIMIT = 120
"""Seconds after which a build hangs."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When a build is killed: after a time, or at the n-th time that an event comes."""

    event: str | None
    count: int = 1
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Build:
    """A build that is to be run."""

    source: Path
    target: Path
    """The folder that holds the doctrees and a folder of output for each builder."""
    builder: str
    epoch: str
    parallel: int = 1
    killed: Moment | None = None
    only: tuple[str, ...] = ()
    """The files to build; all where there is none."""
    follows: frozenset[str] | None = None
    """The pages that a build of ours has written, and that this one is to write as well.

    A page that is written shows the navigation of its time, and may be stale from then on; so the
    control is held to write what ours wrote. If it is to be killed, it writes these pages alone.
    """
    number: int = 0
    """Which it is of several builds of the same at once."""

    @property
    def output(self) -> Path:
        """The folder of output."""
        return self.target / self.builder

    def file_of(self, docname: str) -> Path | None:
        """The file of a page; None where a builder makes one of all."""
        if self.builder == "dirhtml" and docname != "index":
            docname += "/index"
        ending = {"html": ".html", "dirhtml": ".html", "text": ".txt"}.get(self.builder)
        return self.output / f"{docname}{ending}" if ending else None

    @property
    def doctrees(self) -> Path:
        """The folder of doctrees, which the builders share."""
        return self.target / "doctrees"


@dataclass(slots=True)
class Finished:
    """How a build ended."""

    build: Build
    status: int
    seconds: float
    said: str = field(repr=False)

    @property
    def cannot_go_on(self) -> bool:
        """Whether Sphinx failed on what it left when it was killed.

        It does where it had written the last page and not yet its search index, and nothing is
        to be written now.
        """
        return self.status == 1 and "self.indexer.dump(" in self.said

    def check(self) -> None:
        """Raise where a build failed that nobody killed."""
        if self.status != 0 and self.build.killed is None:
            raise AssertionError(f"the build ended with {self.status}:\n{self.said[-4000:]}")


def warm_up(builds: Iterable[Build]) -> None:
    """Run builds in this process: forks of it have then all loaded that a build needs.

    Loading it takes several times as long as a build of a small site.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    for build in builds:
        build.target.mkdir(parents=True, exist_ok=True)
        with _log_of(build).open("w", encoding="utf-8") as stream:
            _build(build, stream)
    if epoch is None:
        del os.environ["SOURCE_DATE_EPOCH"]
    gc.collect()
    gc.freeze()  # forks do not touch, and so need not copy, what is there by now


def run(builds: Iterable[Build]) -> list[Finished]:
    """Run builds side by side; in their order, how each ended."""
    waiting = list(enumerate(builds))
    running: dict[int, tuple[int, Build, float, Path]] = {}
    finished: dict[int, Finished] = {}
    while waiting or running:
        while waiting and len(running) < AT_ONCE:
            number, build = waiting.pop(0)
            said = _log_of(build)
            pid = _start(build, said)
            running[pid] = (number, build, time.monotonic(), said)
        for pid, (number, build, started, said) in list(running.items()):
            status = _ended(pid, build, time.monotonic() - started)
            if status is not None:
                del running[pid]
                seconds = time.monotonic() - started
                text = said.read_text(encoding="utf-8", errors="replace")
                finished[number] = Finished(build, status, seconds, text)
        time.sleep(0.005)
    return [finished[number] for number in sorted(finished)]


def _log_of(build: Build) -> Path:
    build.target.mkdir(parents=True, exist_ok=True)
    return build.target / f"{build.builder}{build.number or ''}.log"


def _ended(pid: int, build: Build, seconds: float) -> int | None:
    moment = build.killed
    if moment is not None and moment.event is None and seconds >= moment.seconds:
        _kill(pid)
    elif seconds > LIMIT:
        _kill(pid)
        raise AssertionError(f"a build hangs: {build}")
    found, status = os.waitpid(pid, os.WNOHANG)
    if found == 0:
        return None
    _kill(pid)  # what it has started and left behind
    return os.waitstatus_to_exitcode(status)


def _kill(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


def _start(build: Build, said: Path) -> int:
    """A fork has all modules loaded, and is as mortal as any process."""
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        with contextlib.suppress(PermissionError, ProcessLookupError):
            os.setpgid(pid, pid)  # here too: the child may not have come to it yet
        return pid
    status = 1
    try:
        with contextlib.suppress(PermissionError):
            os.setpgid(0, 0)
        # It lives too short to need the collector. To count what is frozen, as a build of ours
        # does, took a sixth of a build in which nothing changed.
        gc.disable()
        gc.unfreeze()
        with said.open("w", encoding="utf-8") as stream:
            os.dup2(stream.fileno(), 1)
            os.dup2(stream.fileno(), 2)
            try:
                _build(build, stream)
                status = 0
            except BaseException:
                traceback.print_exc(file=stream)
    finally:
        os._exit(status)


def _build(build: Build, stream: Any) -> None:
    os.environ["SOURCE_DATE_EPOCH"] = build.epoch
    source = str(build.source)
    with patch_docutils(source), docutils_namespace():
        app = Sphinx(
            source,
            source,
            str(build.output),
            str(build.doctrees),
            build.builder,
            status=None,
            warning=stream,
            parallel=build.parallel,
        )
        if build.follows is not None:
            _follow(app, build.follows, is_killed=build.killed is not None)
        elif build.killed is not None and build.killed.event is not None:
            _die_at(app, build.killed)
        app.build(filenames=[Path(build.source, name) for name in build.only])


def _follow(app: Sphinx, pages: frozenset[str], *, is_killed: bool) -> None:
    if not is_killed:
        app.connect("env-updated", lambda app, env: sorted(pages & env.found_docs))
        return
    write: Callable[[set[str]], None] = app.builder.write_documents

    def write_some(docnames: set[str]) -> None:
        if docnames & pages:
            write(docnames & pages)
        os.killpg(os.getpgrp(), signal.SIGKILL)

    app.builder.write_documents = write_some  # type: ignore[method-assign,assignment]
    app.connect("env-updated", lambda app, env: sorted(pages & env.found_docs))


def _die_at(app: Sphinx, moment: Moment) -> None:
    """Let the process kill itself and its children at an event, the same in every run."""
    left = moment.count

    def die(*_arguments: object) -> None:
        nonlocal left
        left -= 1
        if left <= 0:
            os.killpg(os.getpgrp(), signal.SIGKILL)

    if moment.event == "half-written":
        _write_half(app, die)
    else:
        assert moment.event is not None
        app.connect(moment.event, die)


def _write_half(app: Sphinx, die: Callable[[], None]) -> None:
    """Cut a page of ours in its middle before dying: writing a page is not done at once."""

    def written(_app: Sphinx, page: str, *_arguments: object) -> None:
        domain: Any = app.env.domains["seminar"]
        path = Path(app.builder.get_outfilename(page))  # type: ignore[attr-defined]
        if page in domain.documents and domain.documents[page].draws and path.exists():
            text = path.read_bytes()
            path.write_bytes(text[: len(text) // 2])
            try:
                die()
            finally:
                path.write_bytes(text)

    app.connect("html-page-context", written)
