"""One build in a fresh process: its processor time and its peak memory."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process used."""

    cpu: float
    """User and system time, in seconds."""
    peak: int
    """The largest resident set, in kilobytes (on Linux)."""


def build(folder: Path, *, fresh: bool = True) -> Cost:
    """Build the site in *folder* into ``_build``, serially."""
    options = ["-E", "-a"] if fresh else []
    arguments = ["-q", *options, "-b", "html", str(folder), str(folder / "_build")]
    return run([sys.executable, "-m", "sphinx", *arguments])


def run(command: list[str]) -> Cost:
    """Run a command to its end; raises `RuntimeError` where it fails."""
    # What is installed has its byte code beside it, and so has what is measured here.
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    pid = os.posix_spawn(command[0], command, environment)
    _pid, status, usage = os.wait4(pid, 0)
    if status:
        raise RuntimeError(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
