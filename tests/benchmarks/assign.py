"""How long a term takes to assign: ``python -m tests.benchmarks.assign``."""

from __future__ import annotations

import sys
import time

from sphinx_seminar.assign.solver import solve

from ..assign.checker import all_takes, broken
from ..assign.term import a_term


def main() -> None:
    """Assign 30 sessions, 4 roles and 45 students, a fifth of the places taken."""
    problem = a_term()
    wall, cpu = time.perf_counter(), time.process_time()
    solution = solve(problem)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    assert broken(problem, all_takes(problem, solution.given)) == set()
    sys.stdout.write(f"| assign a term | {wall:.1f} s, {cpu:.1f} s of one core | 10 s |\n")


if __name__ == "__main__":
    main()
