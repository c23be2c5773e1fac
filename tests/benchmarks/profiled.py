"""Where a build of ours spends its time, by its functions: ``python -m tests.benchmarks.profiled``.

A profiler slows every call, so its seconds are no measure of a build: shares and calls are.
"""

from __future__ import annotations

import argparse
import pstats
import subprocess
import sys
import tempfile
from pathlib import Path

from .forms import write_site

Function = tuple[str, int, str]
"""A file, a line and a name, as `pstats` has them."""


def profile(folder: Path) -> pstats.Stats:
    """The profile of a serial build of the site in *folder* from nothing, in a fresh process."""
    found = folder.with_suffix(".profile")
    build = ["-m", "sphinx", "-q", "-E", "-a", "-b", "html", str(folder), str(folder / "_build")]
    subprocess.run([sys.executable, "-m", "cProfile", "-o", str(found), *build], check=True)
    return pstats.Stats(str(found))


def calls(stats: pstats.Stats) -> int:
    """How many calls of functions a build takes: with the same versions hardly one differs."""
    return int(vars(stats)["total_calls"])


def main() -> None:
    """Print the functions of ours in which most of a build is spent, what they call included."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.profiled")
    parser.add_argument("--sessions", type=int, default=300)
    parser.add_argument("--functions", type=int, default=40)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "ours")
        write_site(folder, "ours", options.sessions, 15)
        stats = profile(folder)
    whole = vars(stats)["total_tt"]
    rows: dict[Function, tuple[int, int, float, float, object]] = vars(stats)["stats"]
    ours = {place: row for place, row in rows.items() if "sphinx_seminar" in place[0]}
    itself = sum(row[2] for row in ours.values())
    print(f"{calls(stats):,} calls; in functions of ours themselves {itself / whole:.1%}\n")
    print("| with what it calls | itself | calls | function |\n| --- | --- | --- | --- |")
    by_time = sorted(ours.items(), key=lambda found: found[1][3], reverse=True)
    for (file, line, name), (_primitive, count, own, below, _callers) in by_time[
        : options.functions
    ]:
        place = f"{file.rpartition('sphinx_seminar/')[2]}:{line} {name}"
        print(f"| {below / whole:.1%} | {own / whole:.1%} | {count:,} | {place} |")


if __name__ == "__main__":
    main()
