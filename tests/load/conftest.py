from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from sphinx_seminar.load import yaml_file
from sphinx_seminar.load.course_file import load_course
from sphinx_seminar.load.loaded_course import LoadedCourse

Load = Callable[[str | bytes], LoadedCourse]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Loads a course file with the given content, known to its author as ``course.yml``."""

    def write_and_load(content: str | bytes) -> LoadedCourse:
        path = tmp_path / "course.yml"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return load_course(path, "course.yml")

    return write_and_load


@pytest.fixture(params=["compiled", "pure"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs a test with libyaml and with PyYAML's own parser, as where no wheel was built."""
    if request.param == "pure":
        monkeypatch.setattr(yaml_file, "_LOADER", yaml.BaseLoader)
    elif not hasattr(yaml, "CBaseLoader"):
        pytest.skip("PyYAML was built without libyaml")
