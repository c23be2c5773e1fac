"""``python -m tests.hostile.coverage_guided -max_total_time=60``: bytes that reach new code.

Needs atheris (Linux and macOS), and takes the options of libFuzzer. It finds what is too particular
for chance, such as a sheet that ends behind ``sep=``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["sphinx_seminar", "yaml"]):
    from sphinx_seminar.load.course_entries import read_entries
    from sphinx_seminar.load.csv_file import NotCsv, read_csv
    from sphinx_seminar.load.roster_file import read_roster
    from sphinx_seminar.load.signups_file import read_signups
    from sphinx_seminar.load.yaml_file import read_yaml
    from sphinx_seminar.model.presenting_role import PresentingRole

from ..samples import COURSE

ROLES = (PresentingRole("Author"),)
SEEDS = (COURSE, "date,Author\n1/24,Noor Haddad\n", "sep=;\nid;name\ns1;Noor Haddad\n")


def read_as_anything(content: bytes) -> None:
    """Read bytes as course.yml, as a sheet and as a roster."""
    file = read_yaml(content)
    if file.data is not None:
        read_entries(file.data)
    try:
        sheet = read_csv(content)
    except NotCsv:
        return
    read_signups(sheet, ROLES, "signups.csv")
    read_roster(sheet, "students.csv")


def main() -> None:
    """Fuzz; libFuzzer ends the process, with 77 where something is raised."""
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(SEEDS):
            (Path(corpus) / str(number)).write_text(seed, encoding="utf-8")
        atheris.Setup([*sys.argv, "-max_len=4096", corpus], read_as_anything)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
