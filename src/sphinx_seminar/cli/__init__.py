"""The command ``sphinx-seminar``."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from .. import __version__


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit status."""
    parser = argparse.ArgumentParser(prog="sphinx-seminar", description="Tools for seminar sites.")
    parser.add_argument("--version", action="version", version=f"sphinx-seminar {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    check = commands.add_parser(
        "check",
        help="print the problems of a site, the date of every session, and what is pinned",
    )
    check.add_argument("srcdir", nargs="?", default=".", help="the folder with conf.py")
    chosen = parser.parse_args(arguments)
    from .check import check as run_check

    return run_check(chosen.srcdir)
