from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sphinx_seminar.load.csv_file import NotCsv, read_csv
from sphinx_seminar.load.roster_file import read_roster
from sphinx_seminar.load.signups_file import read_signups
from sphinx_seminar.model.person_name import mentions
from sphinx_seminar.model.presenting_role import PresentingRole
from sphinx_seminar.model.roster import Roster, Student
from sphinx_seminar.plan.presenter_names import PresenterNames

ROLES = (PresentingRole("Author"), PresentingRole("Reviewer"))
CELLS = st.sampled_from(
    ["date", "Author", "Reviewer", "role", "name", "paper", "1/24", "", "x", '"', "\n", "=1", "é"]
)
SHEETS = st.lists(st.lists(CELLS, max_size=5).map(",".join), max_size=6).map("\n".join)


@given(st.one_of(st.binary(max_size=300), SHEETS.map(str.encode)))
def test_a_file_of_nonsense_is_read_or_refused(content: bytes) -> None:
    try:
        file = read_csv(content)
    except NotCsv:
        return
    for problem in (*read_signups(file, ROLES, "x.csv")[1], *read_roster(file, "x.csv")[1]):
        assert problem.message
        assert "\n" not in problem.message


@given(st.text(max_size=80))
def test_a_cell_of_nonsense_names_somebody_or_nobody(cell: str) -> None:
    names = PresenterNames("initials", Roster((Student("Noor Haddad"), Student("Wei Li"))))
    names.read([cell])
    for named in names.of(cell):
        assert isinstance(names.show(named), str)
    assert all("@" not in mention.name for mention in mentions(cell) if mention.mail)
