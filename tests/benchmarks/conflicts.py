"""How long it takes to tell the conflicts of terms that have no assignment, and whether all is so.

``python -m tests.benchmarks.conflicts 40`` takes some minutes.
"""

from __future__ import annotations

import sys
import time

from ..assign.explained import check, check_lines, explained
from ..assign.infeasible_terms import infeasible_term


def main(terms: int) -> None:
    slowest = 0.0
    for seed in range(terms):
        term = infeasible_term(seed)
        start = time.process_time()
        conflicts, relaxation, lines = explained(term.problem)
        took = time.process_time() - start
        slowest = max(slowest, took)
        check(term.problem, conflicts, relaxation)
        check_lines(lines, term.told)
        least = "the fewest" if relaxation.is_least else "some"
        text = (
            f"{took:.1f} s of processor, {len(lines)} lines, {relaxation.changes} changes, {least}"
        )
        sys.stdout.write(f"{seed}: {text}\n")
        sys.stdout.flush()
    sys.stdout.write(f"the slowest took {slowest:.1f} s\n")


if __name__ == "__main__":
    main(int(sys.argv[1]))
