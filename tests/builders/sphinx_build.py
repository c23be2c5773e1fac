"""One build as an author starts it, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path


def sphinx_build(
    source: Path,
    outdir: Path,
    builder: str,
    *options: str,
    doctrees: Path | None = None,
    environ: Mapping[str, str] | None = None,
) -> None:
    """Build with ``-W -n``; what the build says is the reason where it fails."""
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-n", "--keep-going", "-b", builder]
    command += ["-d", str(doctrees or outdir.parent / "doctrees"), *options]
    done = subprocess.run(
        [*command, str(source), str(outdir)],
        env={**os.environ, "NO_COLOR": "1", **(environ or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stderr
