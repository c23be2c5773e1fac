"""Forty steps of the machine, always the same; ``python -m tests.machine`` goes on from there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SEED = int(os.environ.get("SEMINAR_MACHINE_SEED", "2022"))
STEPS = 40


@pytest.mark.skipif(sys.platform == "win32", reason="its builds are forks")
def test_after_every_edit_a_build_equals_a_clean_one() -> None:
    # A process of its own: its builds are forks of it, and no test may be in them.
    command = [sys.executable, "-m", "tests.machine", "--steps", str(STEPS), "--seed", str(SEED)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    sys.stdout.write(done.stdout)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-3000:]
    assert f"seed {SEED}: {STEPS} steps" in done.stdout
