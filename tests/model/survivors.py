"""Compare the mutants that survive with the list of those that change nothing.

To be run behind ``mutmut run``, as ``python -m tests.model.survivors``; `nox -s mutants` does both.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

LIST = Path(__file__).with_name("SURVIVORS.md")
CHANGED = re.compile(r"^([-+])(?![-+]{2} )[ ]*(.*\S)[ ]*$", re.MULTILINE)
"""A line that a diff takes out or puts in; not one that names a file."""


def main() -> int:
    """Print what is wrong; the status of the process, 0 where nothing is."""
    known = changes(re.findall(r"```diff\n(.*?)```", LIST.read_text(encoding="utf-8"), re.DOTALL))
    found = {name: mutmut("show", name) for name in survivors(mutmut("results"))}
    unknown = [diff for diff in found.values() if not changes([diff]) <= known]
    sys.stdout.write("\n".join(unknown))
    gone = known - changes(found.values())
    sys.stdout.writelines(f"listed, and does not survive: {sign} {line}\n" for sign, line in gone)
    sys.stdout.write(f"{len(found)} mutants survive, {len(unknown)} of them are not listed\n")
    return 1 if unknown or gone else 0


def mutmut(*arguments: str) -> str:
    """What mutmut says."""
    command = [sys.executable, "-m", "mutmut", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def survivors(results: str) -> Iterator[str]:
    """The names in a list of results, which leaves out what was killed."""
    for line in results.splitlines():
        name, _, status = line.strip().rpartition(": ")
        if status in {"survived", "no tests", "suspicious", "not checked"}:
            yield name


def changes(diffs: Iterable[str]) -> set[tuple[str, str]]:
    """The lines that diffs take out and put in."""
    return {(match[1], match[2]) for diff in diffs for match in CHANGED.finditer(diff)}


if __name__ == "__main__":
    raise SystemExit(main())
