"""Students are listed by family name, as the language of the course puts names in order."""

from __future__ import annotations

import pytest

from ..conftest import Folder, words
from .seminar import site

SHEET = "date,Author\n2022-01-24,Dr. Zoe Abel\n2022-01-31,\n2022-02-07,\n"
ROSTER = "given,family\nAda,Öhman\nBea,Zander\nZoe,Abel\nCai,Ohlin\n"


@pytest.mark.parametrize(
    ("names", "language", "roster", "listed"),
    [
        ("full", "en", ROSTER, ["Zoe Abel", "Cai Ohlin", "Ada Öhman", "Bea Zander"]),
        ("full", "sv", ROSTER, ["Zoe Abel", "Cai Ohlin", "Bea Zander", "Ada Öhman"]),
        # The order of short names tells nothing that they do not.
        ("given", "en", ROSTER, ["Ada", "Bea", "Cai", "Zoe"]),
        (
            "full",
            "en",
            'name\n"Öhman, Ada"\n"Zander, Bea"\n"Abel, Dr. Zoe"\n"Ohlin, Cai"\n',
            ["Dr. Zoe Abel", "Cai Ohlin", "Ada Öhman", "Bea Zander"],
        ),
        (
            "full",
            "en",
            "name\nAda Öhman\nBea Zander\nZoe Abel\nDr. Cai Ohlin\n",
            ["Ada Öhman", "Bea Zander", "Dr. Cai Ohlin", "Zoe Abel"],
        ),
    ],
)
def test_students_are_listed_in_this_order(
    names: str, language: str, roster: str, listed: list[str], folder: Folder
) -> None:
    files = site(f"roles: [Author]\nnames: {names}", SHEET)
    page = "# Page\n\n::::{schedule}\n:::{session} Alpha\n:::\n:::{session} Beta\n:::\n"
    page += ":::{session} Gamma\n:::\n::::\n\n:::{signups}\n:::\n"
    folder.write({**files, "students.csv": roster, "index.md": page})
    built = folder.build(confoverrides={"language": language})
    assert built.warnings == []
    table = built.page().select("table")[-1]
    assert [words(row.select("td, th")[0]) for row in table.select("tbody tr")] == listed
