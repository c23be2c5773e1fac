# ruff: noqa: RUF001 (letters of several scripts)
from __future__ import annotations

import pytest

from sphinx_seminar.model.alphabet import alphabetical


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["adam", "Ångström", "Émile", "Łucja", "Lund", "Oskar", "Øyvind", "Özge", "Zoë"]),
        ("de", ["Ärmel", "Arndt", "Strasser", "Straßmann", "Übel", "Ueland"]),
        ("sv", ["Adam", "Zoë", "Åberg", "Ärlig", "Öberg"]),
        ("nb_NO", ["Adam", "Zoë", "Ærlig", "Ødegård", "Ålund", "Aasen"]),
        ("pl", ["Lis", "Luto", "Łucja", "Mak", "Zuk", "Żak"]),
        ("cs", ["Cyril", "Čapek", "Hus", "Chvála", "Iva", "Rys", "Říha"]),
        ("es", ["Nuria", "Ñandú", "Óscar", "Pérez"]),
        ("tr", ["Cem", "Çelik", "Hale", "Işık", "İpek", "Oya", "Özge"]),
        ("hu", ["Cukor", "Csaba", "Odor", "Öcsi", "Sütő", "Szabó"]),
        ("uk", ["Гнат", "Ґалаґан", "Ева", "Єва", "Ирина", "Іван", "Їжак", "Йосип"]),
        ("ar", ["أحمد", "بدر", "نور"]),
    ],
)
def test_names_are_in_the_order_of_the_language(language: str, names: list[str]) -> None:
    assert sorted(set(names), key=lambda name: alphabetical(name, language)) == names
