"""What xelatex makes of the output of the latex builder."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from ..tools import require_tools

_BODY = ["-x", "0", "-y", "75", "-W", "612", "-H", "652"]
"""The page, of US letter size as Sphinx sets it, without its running head and foot, in points."""


@dataclass(frozen=True)
class Pdf:
    """A document in print."""

    log: str
    text: str
    layout: str
    """The same, what is side by side in one line."""


def print_with_xelatex(outdir: Path, name: str) -> Pdf:
    """Compile ``name.tex``, and read it back."""
    require_tools("xelatex", "latexmk", "pdftotext")
    command = ["latexmk", "-xelatex", "-interaction=nonstopmode", "-halt-on-error", f"{name}.tex"]
    done = subprocess.run(command, cwd=outdir, capture_output=True, text=True, check=False)
    log = (outdir / f"{name}.log").read_text(encoding="utf-8", errors="replace")
    assert done.returncode == 0, log[-3000:]
    path = outdir / f"{name}.pdf"
    return Pdf(log, _text(path), _text(path, "-layout"))


def _text(path: Path, *options: str) -> str:
    command = ["pdftotext", *_BODY, "-nopgbrk", *options, str(path), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
