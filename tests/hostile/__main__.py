"""``python -m tests.hostile --examples 2000 --seed 7``: the fuzzers, for longer."""

from __future__ import annotations

import argparse
import os
import secrets
import sys
from pathlib import Path

import pytest

from . import EXAMPLES

FOLDER = Path(__file__).parent
FUZZERS = ("test_pages.py", "test_course_file.py", "test_sheets.py")


def main() -> int:
    """Run the fuzzers; 1 where one finds something."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile")
    parser.add_argument("--examples", type=int, default=1000, help="so many of each")
    parser.add_argument("--seed", type=int, default=None)
    options = parser.parse_args()
    seed = secrets.randbelow(1_000_000) if options.seed is None else options.seed
    print(f"seed {seed}, {options.examples} examples of each", flush=True)
    os.environ[EXAMPLES] = str(options.examples)
    files = [str(FOLDER / name) for name in FUZZERS]
    found = pytest.main(["-q", "-p", "no:cacheprovider", f"--hypothesis-seed={seed}", *files])
    if found:
        print(f"found with --seed {seed} --examples {options.examples}")
    return int(found)


if __name__ == "__main__":
    sys.exit(main())
