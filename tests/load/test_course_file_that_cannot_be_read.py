from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sphinx_seminar.load.course_file import load_course
from sphinx_seminar.model.course import Course

from .conftest import Load
from .messages import messages


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "1: the file is empty; write keys and values, such as title: My seminar"),
        (b"- title: x\n", "1: the file is a list; write keys and values"),
        (b"title: caf\xe9\n", "1: the byte 0xE9 is not UTF-8; save the file as UTF-8"),
        (b"title: x\n\tterm: y\n", "2: a tab is where YAML takes only spaces"),
        (b"title: ML: Systems\n", "1: a colon is where no key can"),
        (b"title: \xf0\x9f\x92\xa5" * 1_000_000, "1: the file is larger than 1,000,000 bytes"),
    ],
    ids=["empty", "list", "latin-1", "tab", "colon", "large"],
)
def test_a_file_that_is_no_mapping_gives_a_course_without_facts(
    load: Load, content: bytes, message: str
) -> None:
    loaded = load(content)
    assert loaded.course == Course(dates_known=False)
    assert len(loaded.problems) == 1
    assert messages(loaded)[0].startswith(message)


def test_repeated_keys_before_a_broken_line_are_told_too(load: Load) -> None:
    loaded = load("title: x\ntitle: y\nterm: a: b\n")
    assert [problem.source.line for problem in loaded.problems] == [2, 3]


def test_a_file_that_is_not_there_is_told_without_a_line(tmp_path: Path) -> None:
    loaded = load_course(tmp_path / "course.yml", "docs/course.yml")
    (problem,) = loaded.problems
    assert problem.message == "the file can't be read: No such file or directory"
    assert (problem.source.path, problem.source.line) == ("docs/course.yml", None)
    assert loaded.course == Course(dates_known=False)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (problem,) = load_course(tmp_path, "course.yml").problems
    assert problem.message == "the file can't be read: it is no regular file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "course.yml")
    (problem,) = load_course(tmp_path / "course.yml", "course.yml").problems
    assert problem.message == "the file can't be read: it is no regular file"


def test_the_validator_is_imported_only_where_a_file_is_read_and_pydantic_nowhere(
    tmp_path: Path,
) -> None:
    (tmp_path / "course.yml").write_text("title: x\n", encoding="utf-8")
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from sphinx_seminar.load.course_file import load_course\n"
        "load_course(Path(sys.argv[1], 'absent.yml'), '')\n"
        "assert 'pydantic_core' not in sys.modules\n"
        "assert not load_course(Path(sys.argv[1], 'course.yml'), '').problems\n"
        "assert 'pydantic_core' in sys.modules\n"
        "assert 'pydantic' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=True)
