from __future__ import annotations

import pytest

from ..conftest import Folder
from ..samples import COURSE


@pytest.mark.parametrize(
    "name",
    ["course.yaml", "Course.yml", "course.yml.txt", "COURSE.YAML", "course.txt", "courses.yml"],
)
@pytest.mark.parametrize("where", ["", "spring/"])
def test_a_file_that_is_almost_named_course_yml_is_told(
    name: str, where: str, folder: Folder
) -> None:
    folder.write({f"{where}{name}": COURSE, "index.md": "# Page\n"})
    (warning,) = folder.build("dummy").warnings
    told = f"the file is not read, as it is named '{name}'; rename it to 'course.yml'"
    assert f"{where}{name}:1: WARNING: {told} [seminar.course]" in warning


def test_a_near_name_is_told_in_the_folder_of_a_term_below_another_course(folder: Folder) -> None:
    folder.write({"course.yml": COURSE, "fall/course.yaml": COURSE, "index.md": "# Page\n"})
    assert [line.split(":")[0] for line in folder.build("dummy").warnings] == ["fall/course.yaml"]


def test_files_of_others_and_copies_beside_a_course_are_not_told(folder: Folder) -> None:
    files = {"course.yml": COURSE, "course copy.yml": COURSE, "course.yaml": COURSE}
    files |= {"data/courses.yml": "- title: x\n", "data/source.yml": "a: b\n", "_build/x.yml": ""}
    files |= {"api/course.md": "---\norphan: true\n---\n# Course\n", "index.md": "# Page\n"}
    folder.write(files)
    assert folder.build("dummy").warnings == []


@pytest.mark.parametrize("there", ["Signups.csv", "signup.csv", "signups.csv.txt"])
def test_a_file_that_course_yml_names_and_is_almost_so_named_is_told(
    there: str, folder: Folder
) -> None:
    course = COURSE + "  signups: ./signups.csv\n"
    folder.write({"course.yml": course, there: "date,Author\n", "index.md": "# Page\n"})
    (warning,) = folder.build("dummy").warnings
    assert f"'{there}' is there: write that, or rename it" in warning
