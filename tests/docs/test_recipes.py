"""The recipes of the documentation do what they promise: what is run here is in its pages."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from ..conftest import Folder
from ..tools import require_tools
from .pages import PAGES, README, code, file
from .recipes import COURSE, SHEET, SITE, run, server

READ_THE_DOCS = "how-to/read-the-docs.md"
GITHUB_PAGES = "how-to/github-pages.md"
CONFS = {
    "README.md": file("README.md", "conf.py"),
    "install.md": code("install.md", "python")[0],
    "first-course.md": file("first-course.md", "conf.py"),
}


def read_the_docs(folder: Folder) -> subprocess.CompletedProcess[str]:
    """Build as Read the Docs does with the settings of its page."""
    sphinx = yaml.safe_load(file(READ_THE_DOCS, ".readthedocs.yaml"))["sphinx"]
    assert (folder.srcdir / sphinx["configuration"]).is_file()
    options = "-W --keep-going" if sphinx["fail_on_warning"] else ""
    command = f"sphinx-build -T {options} -b html -d ../doctrees . ../output"
    return run(command, folder.srcdir)


def test_every_recipe_in_yaml_is_yaml() -> None:
    texts = [text for page in (README.name, *PAGES) for text in code(page, "yaml")]
    assert len(texts) > 10
    for text in texts:
        is_comment = all(line.startswith("#") for line in text.splitlines())
        assert is_comment or isinstance(yaml.safe_load(text), dict | list), text


@pytest.mark.parametrize("page", CONFS)
def test_what_people_have_yet_to_do_is_told_and_stops_no_build(page: str, folder: Folder) -> None:
    folder.write({**SITE, "conf.py": CONFS[page]})
    built = read_the_docs(folder)
    assert built.returncode == 0, built.stdout + built.stderr
    assert "students.csv:4: NOTE: Late Student has no slots" in built.stdout
    assert re.search(r"index\.md:\d+: NOTE: .+ \[seminar\.stale\]", built.stdout)
    assert built.stderr == ""


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("course.yml", "start:", "strat:"),
        ("course.yml", "end: 2027", "end: 2026"),
        ("signups.csv", "06.04.", "07.04."),
        ("signups.csv", "Noor", "Norr"),
        ("index.md", ":speaker:", ":speeker:"),
    ],
)
def test_what_is_wrong_stops_a_build(name: str, right: str, wrong: str, folder: Folder) -> None:
    folder.write({**SITE, "conf.py": CONFS["install.md"]})
    folder.write({name: SITE[name].replace(right, wrong)})
    assert read_the_docs(folder).returncode == 1


def test_a_misspelt_name_stops_no_build_where_the_sheet_is_left_to_students(folder: Folder) -> None:
    [line] = [text for text in code("publish.md", "python") if "suppress_warnings" in text]
    folder.write({**SITE, "conf.py": CONFS["install.md"] + line})
    folder.write({"signups.csv": SHEET.replace("Noor", "Norr")})
    assert read_the_docs(folder).returncode == 0
    folder.write({"course.yml": COURSE.replace("start:", "strat:")})
    assert read_the_docs(folder).returncode == 1


BESIDE = {
    "README.md": "# My course repository\n",
    "fall/README.md": "# A folder of it\n",
    "_build/html/_downloads/README.md": "# A README that an earlier build published\n",
    ".venv/lib/python3.12/site-packages/a-1.0.dist-info/licenses/LICENSE.md": "# License\n",
    "env/Lib/site-packages/b/docs/index.rst": "Title\n==\n",
    "env/Lib/site-packages/b/course.yml": "titel: of somebody else\n",
}


@pytest.mark.parametrize("page", CONFS)
def test_what_lies_beside_a_site_is_no_part_of_it(page: str, folder: Folder) -> None:
    folder.write({**SITE, **BESIDE, "conf.py": CONFS[page]})
    built = read_the_docs(folder)
    assert built.returncode == 0, built.stderr
    checked = run("sphinx-seminar check .", folder.srcdir)
    assert "README" not in checked.stdout
    assert "problems: 2" in checked.stdout  # the two notes


def test_the_page_about_a_readme_has_the_line_of_the_others() -> None:
    [line] = [text for text in code("publish.md", "python") if "exclude_patterns" in text]
    assert line in CONFS["install.md"]
    assert line in CONFS["first-course.md"]


def test_the_workflow_of_pages_builds_what_it_publishes_and_no_more(folder: Folder) -> None:
    workflow = yaml.safe_load(file(GITHUB_PAGES, ".github/workflows/site.yml"))
    # YAML 1.1, which GitHub does not read, takes `on` for a truth value.
    assert "schedule" in workflow[True]
    steps = workflow["jobs"]["build"]["steps"]
    [command] = [step["run"] for step in steps if "sphinx-build" in step.get("run", "")]
    [published] = [step["with"]["path"] for step in steps if "upload" in step.get("uses", "")]
    assert command in code("publish.md", "sh")[0]
    folder.write({**SITE, "conf.py": CONFS["install.md"]})
    for _ in range(2):  # the second one with what the first one left there
        assert run(command, folder.srcdir).returncode == 0
    assert (folder.srcdir / published / "index.html").is_file()
    assert not list((folder.srcdir / published).rglob("*.doctree"))


@pytest.mark.tools
def test_the_daily_workflow_asks_read_the_docs_for_a_build(tmp_path: Path) -> None:
    require_tools("curl")
    workflow = yaml.safe_load(file(READ_THE_DOCS, ".github/workflows/daily.yml"))
    assert workflow[True]["schedule"]
    [step] = workflow["jobs"]["ask"]["steps"]
    path = "/api/v3/projects/my-course/versions/latest/builds/"
    assert set(step["env"]) == {"PROJECT", "RTD_TOKEN"}
    environ = {"PROJECT": "my-course", "RTD_TOKEN": "secret"}
    host = "https://app.readthedocs.org"
    assert host in step["run"]
    with server({path: b"{}"}) as (address, asked):
        done = run(step["run"].replace(host, address), tmp_path, **environ)
        assert done.returncode == 0, done.stderr
        [(method, asked_path, headers)] = asked
        assert (method, asked_path) == ("POST", path)
        assert headers["Authorization"] == "Token secret"
        environ["PROJECT"] = "another"
        assert run(step["run"].replace(host, address), tmp_path, **environ).returncode != 0
