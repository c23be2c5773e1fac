"""What takes long says what it does."""

from __future__ import annotations

import time

import pytest

from sphinx_seminar.assign.progress import Progress


def test_what_takes_long_says_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress("assign", after=0.01) as progress:
        progress.step("filling the slots")
        time.sleep(0.2)
    assert capsys.readouterr().err.startswith("assign: filling the slots (0 s)\n")


def test_what_is_quick_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress("assign", after=60) as progress:
        progress.step("filling the slots")
    assert capsys.readouterr().err == ""
