"""Programs that a test needs and Python does not bring: LaTeX, epubcheck, pdftotext."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest


def require_tools(*names: str) -> None:
    """Skip the test without one of them, or fail where ``SEMINAR_REQUIRE_TOOLS`` is set."""
    missing = [name for name in names if shutil.which(name) is None]
    if not missing:
        return
    skip_or_fail(f"not installed: {', '.join(missing)}")


def skip_or_fail(reason: str) -> None:
    """Skip the test, or fail where ``SEMINAR_REQUIRE_TOOLS`` is set."""
    if os.environ.get("SEMINAR_REQUIRE_TOOLS"):
        pytest.fail(f"{reason}, and SEMINAR_REQUIRE_TOOLS is set")
    pytest.skip(reason)


def epubcheck() -> list[str]:
    """The command that checks a book."""
    require_tools("epubcheck", "java")
    path = shutil.which("epubcheck")
    assert path is not None
    # Debian installs the archive itself, which runs by its name only where the kernel knows how.
    is_archive = Path(path).read_bytes()[:2] == b"PK"
    return ["java", "-jar", path] if is_archive else [path]
