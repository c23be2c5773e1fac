"""A command run in a fork of the test's process, which has everything imported already.

What the command registers, changes and raises stays in the fork, as in a process of its own, and
its start takes a hundredth of a new Python's. How a command is found and started is tested with a
new process where each command has its tests.
"""

from __future__ import annotations

import os
import sys
import traceback
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryFile
from typing import IO


def run_forked(
    command: Callable[[list[str]], int | None],
    arguments: list[str],
    *,
    cwd: Path | None = None,
    environ: Mapping[str, str] | None = None,
    pipe: str = "",
) -> CompletedProcess[str]:
    """What a command returns and writes, as of ``subprocess.run(…, capture_output=True)``.

    `environ` is added to the environment, without colors; `pipe` is the standard input. ::

        run_forked(main, ["check", "."], cwd=folder).stdout
    """
    with TemporaryFile() as given, TemporaryFile() as out, TemporaryFile() as err:
        given.write(pipe.encode())
        given.seek(0)
        with warnings.catch_warnings():
            # Python 3.12 warns of threads, which are those of the test runner: they hold no lock
            # that a command takes.
            warnings.simplefilter("ignore", DeprecationWarning)
            child = os.fork()
        if child == 0:
            status = 70
            try:
                for number, file in enumerate((given, out, err)):
                    os.dup2(file.fileno(), number)
                status = _run(command, arguments, cwd, environ or {})
            finally:
                os._exit(status)
        _, ended = os.waitpid(child, 0)
        return CompletedProcess(
            arguments, os.waitstatus_to_exitcode(ended), _written(out), _written(err)
        )


def _run(
    command: Callable[[list[str]], int | None],
    arguments: list[str],
    cwd: Path | None,
    environ: Mapping[str, str],
) -> int:
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    os.environ |= {"NO_COLOR": "1", **environ}
    # As a new process has them; the test runner makes errors of warnings.
    warnings.resetwarnings()
    for of_developers in (DeprecationWarning, PendingDeprecationWarning, ResourceWarning):
        warnings.simplefilter("ignore", of_developers)
    if cwd is not None:
        os.chdir(cwd)
    try:
        status = command(arguments)
    except SystemExit as stopped:
        if isinstance(stopped.code, str):
            sys.stderr.write(f"{stopped.code}\n")
            status = 1
        else:
            status = stopped.code
    except BaseException:
        traceback.print_exc()
        status = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return status or 0


def _written(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode()
