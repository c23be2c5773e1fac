"""What the tests of incremental builds share."""

from __future__ import annotations

import pytest

from ..conftest import Folder
from .course import Course


@pytest.fixture
def course(folder: Folder) -> Course:
    return Course(folder)
