"""What people write for a name where nobody is named yet, in the languages of the package."""

from __future__ import annotations

import re

from .compared import compared

_WORDS = frozenset(
    (
        *("", "tba", "tbd", "tbc", "to be announced", "to be decided", "to be determined"),
        *("to be confirmed", "open", "vacant", "free", "none", "n/a", "na", "nobody", "no one"),
        *("n.n", "nn", "offen", "noch offen", "frei", "unbesetzt", "niemand", "keine", "keiner"),
        *("wird noch bekannt gegeben", "wird noch bekanntgegeben", "folgt", "wird nachgereicht"),
        *("libre", "à définir", "à préciser", "à déterminer", "à confirmer", "à venir"),
        *("à pourvoir", "personne", "aucun", "aucune"),
        *("vacante", "por definir", "por determinar", "por confirmar", "por anunciar"),
        *("por asignar", "a definir", "a confirmar", "nadie", "ninguno", "ninguna", "s/d"),
        *("未定", "空き", "なし", "無し", "募集中", "調整中"),
        *("شاغر", "شاغرة", "متاح", "لم يحدد", "لم يحدد بعد", "يحدد لاحقا", "يعلن لاحقا"),
        *("لا أحد", "لا يوجد", "غير محدد"),
    )
)
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_VOWELS = re.compile("[\u064b-\u0652\u0640]")
"""What Arabic may be written with or without."""


def is_nobody(text: str) -> bool:
    """Whether *text*, in place of a name, says that nobody is named yet: ``TBA``, ``n.n.``."""
    words = _EDGES.sub("", compared(text)).replace(". ", ".")
    return (words if words.isascii() else _VOWELS.sub("", words)) in _WORDS
