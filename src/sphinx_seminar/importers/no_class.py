"""Whether a short text says that there is no class, in the languages of the headers."""

from __future__ import annotations

import re

_MANY_WORDS = 8
_NO_CLASS = re.compile(
    r"\b(?:holidays?|(?:no|without) (?:class|classes|lecture|meeting|seminar|session)|break|recess"
    r"|vacation|thanksgiving|university closed|reading week|labou?r day|memorial day"
    r"|presidents['’]? day|veterans day|cancell?ed"
    r"|\w*feiertag|\w*ferien|\w*vorlesungsfrei\w*"
    r"|kein(?:e|en)? (?:seminar|sitzung|vorlesung|veranstaltung|unterricht|kurs)|f[äa]llt aus"
    r"|entf[äa]llt|(?:weihnachts|winter|oster|pfingst)pause|tag der arbeit|himmelfahrt"
    r"|fronleichnam|pfingstmontag|ostermontag|karfreitag"
    r"|jour f[ée]ri[ée]|f[ée]ri[ée]e?|vacances|pas de (?:cours|s[ée]ance|s[ée]minaire)"
    r"|cours annul[ée]|s[ée]ance annul[ée]e|rel[âa]che|semaine de lecture|toussaint"
    r"|feriado|festivo|vacaciones|(?:sin|no hay) (?:clases?|sesi[óo]n)|receso|semana santa|asueto"
    r"|clase (?:cancelada|suspendida)"
    r"|عطلة|إجازة|اجازة|لا توجد (?:محاضرة|جلسة)|لا (?:محاضرة|دراسة|درس))\b"
    r"|休講|休日|祝日|休業|夏休み|冬休み|春休み|授業なし",
    re.IGNORECASE,
)


def says_no_class(text: str) -> bool:
    """Whether a short text says that there is no class."""
    return bool(_NO_CLASS.search(text)) and len(text.split()) <= _MANY_WORDS
