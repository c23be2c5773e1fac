"""What spreadsheets export in their many ways: open cells are filled, and no other byte changes.

Each sheet is written with marks in its open cells. Without them it is what is read, with names in
their place what must be written.
"""

from __future__ import annotations

import codecs
from itertools import product

import pytest

from sphinx_seminar.assign.sheet import Change

from .test_sheet import NOOR, WEI, changed, slot

MARKS = {"@1": "Noor Haddad", "@2": "Wei Lindqvist", "@3": "Noor Haddad"}
CHANGES = (
    Change(slot("a", "Author"), new=(NOOR,)),
    Change(slot("a", "Reviewer"), new=(WEI,)),
    Change(slot("b", "Reviewer"), new=(NOOR,)),
)
PLAIN = "id;Author;Reviewer;Remark\na;@1;@2;x\nb;Jun;@3;y\n"
SHEETS = {
    "plain": PLAIN,
    "no end": PLAIN.rstrip("\n"),
    "blank lines": "\n\n" + PLAIN.replace("\nb", "\n\n;;;\n   \nb") + "\n;;\n",
    "every cell in quotes": '"id";"Author";"Reviewer"\n"a";"@1";"@2"\n"b";"J. ""x""";"@3"\n',
    "some cells in quotes": 'id;"Author";Reviewer;"R; S"\n"a";@1;"@2";"x\n;y ""z"""\nb;;@3;"" \n',
    "formulas": "id;Author;Reviewer;Sum;Link\n"
    'a;@1;@2;=COUNTA(B2:C2);"=HYPERLINK(""https://x.example"";""x"")"\n'
    "b;=B2;@3;+1;@SUM(1)\n",
    "trailing columns": "id;Author;Reviewer;;;\na;@1;@2;;;\nb;;@3;;;;;;\n;;;;;;;\n",
    "short rows": "id;Author;Reviewer;Remark\na;@1;@2\nb;;@3\n",
    "merged cells": "Sign-up;;;\nid;Author;Reviewer;Week\na;@1;@2;1\n;;;\nb;;@3;\n;;;2\n",
    "merged cells of papers": "id;paper;Author;Reviewer\na;;@1;@2\n;;;\nb;;;@3\n",
    "blanks": " id ; Author;Reviewer ; Remark\n a ;@1;@2;  x \n b; Jun Park ;@3; y \n",
    "told delimiter": "sep=;\n" + PLAIN,
    "other scripts": "id;Author;Reviewer;備考\na;@1;@2;é\u0301 🎓 \u200f\nb;Jun;@3;\u00a0\n",
    "control characters": "id;Author;Reviewer;x\na;@1;@2;\x0b\x0c\x1c\u2028\x85\nb;;@3;\x1d\n",
}
ENCODINGS = {
    "utf-8": (b"", "utf-8"),
    "utf-8 with a mark": (codecs.BOM_UTF8, "utf-8"),
    "utf-16-le": (codecs.BOM_UTF16_LE, "utf-16-le"),
    "utf-16-be": (codecs.BOM_UTF16_BE, "utf-16-be"),
}
ENDS = {"lf": "\n", "crlf": "\r\n", "cr": "\r"}


def with_marks(text: str, *, filled: bool) -> str:
    for mark, name in MARKS.items():
        text = text.replace(mark, name if filled else "")
    return text


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("name", SHEETS)
def test_the_open_cells_are_filled_and_no_other_byte_changes(name: str, delimiter: str) -> None:
    for (mark, encoding), end in product(ENCODINGS.values(), ENDS.values()):
        text = SHEETS[name].replace(";", delimiter).replace("\n", end)
        before, after = (
            mark + with_marks(text, filled=filled).encode(encoding) for filled in (False, True)
        )
        assert changed(before, *CHANGES) == after, (encoding, end)
        assert changed(before) == before
