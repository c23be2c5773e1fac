# ruff: noqa: RUF001 (full width punctuation is what is tested)
from __future__ import annotations

import re

import pytest

from sphinx_seminar.model.presenter_line import role_and_names
from sphinx_seminar.model.presenting_role import PresentingRole
from sphinx_seminar.model.vocabulary import VOCABULARIES, is_ready


@pytest.mark.parametrize(
    ("line", "role", "names"),
    [
        ("Author: Noor Haddad", "Author", "Noor Haddad"),
        ("  - Author : Noor, Wei ", "Author", "Noor, Wei"),
        ("Backup/Scribe:", "Backup/Scribe", ""),
        ("*Author*: Noor", "Author", "Noor"),
        ("Xylographer X: Noor", "Xylographer X", "Noor"),
        ("**Author:** Noor", "Author", "Noor"),
        ("**Author**: Noor", "Author", "Noor"),
        ("Discussion Leader (Group 2): Noor", "Discussion Leader (Group 2)", "Noor"),
        ("Author: [Noor](https://x.example/a)", "Author", "[Noor](https://x.example/a)"),
        ("担当：田中", "担当", "田中"),
        ("司会 ： 鈴木、佐藤", "司会", "鈴木、佐藤"),
        ("**発表者：**高橋", "発表者", "高橋"),
        ("討論者（第２組）﹕ 伊藤", "討論者（第２組）", "伊藤"),
        ("担当：", "担当", ""),
        ("Author: Noor: the second", "Author", "Noor: the second"),
    ],
)
def test_a_line_says_who_has_which_role(line: str, role: str, names: str) -> None:
    assert role_and_names(line) == (role, names)


@pytest.mark.parametrize("line", [" Noor Haddad ", "[Noor](https://x.example)", ": Noor", ""])
def test_a_line_without_a_role_is_told_what_to_write(line: str) -> None:
    says = f"{line.strip()!r} has no role; write the role, a colon, then the names: 'Author: Ada'"
    with pytest.raises(ValueError, match=f"^{re.escape(says)}$"):
        role_and_names(line)


def test_the_words_of_a_ready_role_are_ours_and_those_of_another_are_not() -> None:
    (author, *_) = VOCABULARIES["role-playing"]
    assert is_ready(author)
    assert not is_ready(PresentingRole(author.name, "What the course says it does."))
    assert not is_ready(PresentingRole(author.name))
