"""``python -m tests.machine --steps 300 --seed 7``: edit, build and compare at random."""

from __future__ import annotations

import argparse
import secrets
import sys
import tempfile
import time
from pathlib import Path

from ..repeated_work import done_once
from .builds import warm_up
from .driver import Fault, Machine


def main() -> int:
    """Run the machine; 1 where it finds a fault."""
    parser = argparse.ArgumentParser(prog="python -m tests.machine")
    parser.add_argument("--steps", type=int, default=300)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--keep", type=Path, help="an empty folder to work in, which stays")
    options = parser.parse_args()
    seed = secrets.randbelow(1_000_000) if options.seed is None else options.seed
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch, done_once():
        machine = Machine(options.keep or Path(scratch), seed, lambda line: print(line, flush=True))
        print(f"seed {seed}, {options.steps} steps", flush=True)
        warm_up(machine.first_builds())
        try:
            for _number in range(options.steps):
                machine.step()
        except Fault as fault:
            print(f"{fault}\n\nfound with --seed {seed} --steps {machine.number}")
            return 1
    print(f"seed {seed}: {options.steps} steps in {time.monotonic() - started:.0f} s, no fault")
    return 0


if __name__ == "__main__":
    sys.exit(main())
