from __future__ import annotations

import pytest

from sphinx_seminar.load.yaml_file import read_yaml

pytestmark = pytest.mark.usefixtures("parser")

COLON = "a second ': ' is in a text between "
COMMENT = "' #' begins a comment, and "
QUOTE = "a text goes on behind its quotation mark "


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: x\nb: {d: x, title: Ascension: no class}\n", 2, COLON + "'{' and '}'"),
        ("b: [Ada: x: y]\n", 1, COLON + "'[' and ']'"),
        ("b: {t: President's: day}\n", 1, COLON),
        ("b: {s: x,\n  t: Q: x}\nc: {d: e}\n", 2, COLON),
        ("b: {t: C#, d: http://x: y}\n", 1, COLON),
        ("b:\n  - {d: x, t: Talk #3}\n  - {d: y}\nc: d\n", 2, COMMENT + "'{' stays open"),
        ("b: [x, Room #3]\nc: d\n", 1, COMMENT + "'[' stays open"),
        ("b: {s: x,\n  t: y #3}\n\nc: d\n", 2, COMMENT),
        ("b: {t: 'Ada's day', b: c}\n", 1, QUOTE + "'; put the whole text in quotes, an apostr"),
        ('b: {t: "Ada" Brook, b: c}\n', 1, QUOTE + '"; put the whole text in quotes'),
        ("b: ['x' y]\n", 1, QUOTE),
        ("b: {t: [Draft] talk}\n", 1, "a text has ']' in it; put the whole text in quotes"),
        ("b: {t: talk [draft] x}\n", 1, "a text has '[' in it"),
        ("b: {t: x]}\n", 1, "']' is where '}' closes the brace"),
        ("b: [x, y}\n", 1, "'}' is where ']' closes the bracket"),
        ("b: {t: x\n  u: y}\nc: d\n", 1, "a comma is missing at the end of this line"),
        ("b: {t: x # later\n", 1, "the brace '{' of line 1 is not closed by '}'"),
        ("b: {t: 'x #3}', u: y\nc: d\n", 1, "the brace '{' of line 1 is not closed by '}'"),
        ("b:\n  - {t: x\n  - {t: y}\n", 2, "the brace '{' of line 2 is not closed"),
    ],
)
def test_within_braces_and_brackets_the_true_cause_is_told(
    text: str, line: int, message: str
) -> None:
    (fault,) = read_yaml(text).faults
    assert (fault.line, fault.message[: len(message)]) == (line, message)
