"""Builds a site again and again, in processes of their own, and says what has changed."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field

from .one_build import ENDED, Answer, BuildFolders
from .warm_process import CAN_FORK

_PLACE = re.compile(r"(?P<file>[^:\n]+):(?:\d+:)? ")


@dataclass(frozen=True, slots=True)
class Built:
    """What a build has done."""

    failed: bool
    problems: tuple[str, ...]
    """All that are known of the site as it is, those of files that were not read again too."""
    notes: tuple[str, ...]
    pages: frozenset[str]
    """The pages whose content is another than before, relative to the output."""
    everywhere: bool
    """Whether a style or a script has changed, which every page may use."""


@dataclass
class Builder:
    """The process that builds, and what the builds before have said and written."""

    folders: BuildFolders
    _process: subprocess.Popen[bytes] | None = None
    _written: dict[str, tuple[int, str]] = field(default_factory=dict)
    _problems: dict[str, tuple[int, list[str]]] = field(default_factory=dict)

    def build(self, changed: Iterable[str]) -> Built:
        """Build what the files *changed* need. It takes as long as the build does."""
        answer = self._ask(json.dumps(sorted(changed)).encode() + b"\n")
        before = self._written
        self._written = dict(self._files(before))
        other = {
            name
            for name, (_, digest) in self._written.items()
            if name not in before or before[name][1] != digest
        }
        return Built(
            answer["failed"],
            tuple(self._known(answer["problems"], failed=answer["failed"])),
            tuple(answer["notes"]),
            frozenset(name for name in other if name.endswith(".html")),
            everywhere=any(name.startswith("_static/") for name in other),
        )

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            with suppress(BrokenPipeError):
                self._process.communicate()
            self._process = None

    def _ask(self, request: bytes) -> Answer:
        if self._process is not None and self._process.poll() is not None:
            self.close()
        if self._process is None:
            folders = (self.folders.source, self.folders.output, self.folders.doctrees)
            self._process = subprocess.Popen(  # noqa: S603 (it is this package itself)
                [sys.executable, "-m", f"{__package__}.warm_process", *map(str, folders)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
        assert self._process.stdin
        assert self._process.stdout
        try:
            self._process.stdin.write(request)
            self._process.stdin.flush()
            answer = self._process.stdout.readline()
        except BrokenPipeError:
            answer = b""
        if not CAN_FORK:
            self.close()
        if not answer:
            return ENDED
        found: Answer = json.loads(answer)
        return found

    def _files(self, before: dict[str, tuple[int, str]]) -> Iterable[tuple[str, tuple[int, str]]]:
        """The pages, styles and scripts that are there, with their time and digest."""
        for path in self.folders.output.rglob("*"):
            name = path.relative_to(self.folders.output).as_posix()
            is_asset = name.startswith("_static/") and path.suffix in {".css", ".js"}
            if not is_asset and path.suffix != ".html":
                continue
            time = path.stat().st_mtime_ns
            known = before.get(name)
            if known and known[0] == time:
                yield name, known
            else:
                yield name, (time, hashlib.sha1(path.read_bytes()).hexdigest())  # noqa: S324

    def _known(self, told: list[str], *, failed: bool) -> list[str]:
        """What is reported now, and what was told of files that have not changed since.

        Sphinx tells what is wrong with a page when it reads it. What is wrong with courses is
        reported at each build.
        """
        new: dict[str, list[str]] = {}
        for line in told:
            match = _PLACE.match(line)
            new.setdefault(match["file"] if match else "", []).append(line)
        for file, (time, lines) in self._problems.items():
            if file and file not in new and time == self._time(file):
                kept = [line for line in lines if "[seminar." not in line]
                if kept:
                    new[file] = kept
        if not failed:
            self._problems = {file: (self._time(file), lines) for file, lines in new.items()}
        return [line for lines in new.values() for line in lines]

    def _time(self, file: str) -> int:
        try:
            return (self.folders.source / file).stat().st_mtime_ns
        except OSError:
            return 0
