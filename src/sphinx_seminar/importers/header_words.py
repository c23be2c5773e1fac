"""Words by which the header of a column, or a label, says what follows, in six languages.

Accents, letter case and the Arabic article are left out before words are compared; Japanese has
no blanks between words, so there the last known word of a header counts, as its head comes last.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Literal, get_args

Kind = Literal[
    "date",
    "time",
    "where",
    "week",
    "title",
    "speaker",
    "readings",
    "optional",
    "presenter",
    "due",
    "materials",
    "kind",
    "notes",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
Language = Literal["en", "de", "fr", "es", "ja", "ar"]

# Where a header has words of several kinds, the first of them is what it says.
_HEADERS: Mapping[Kind, Mapping[Language, str]] = {
    "date": {
        "en": "date dates when day days",
        "de": "datum termin termine tag tage wann sitzungstermin",
        "fr": "date dates jour jours quand",
        "es": "fecha fechas dia dias cuando",
        "ja": "日付 月日 日程 日時 開催日 実施日 授業日 発表日 曜日",
        "ar": "تاريخ يوم ايام موعد مواعيد",
    },
    "time": {
        "en": "time times hour hours",
        "de": "uhrzeit zeit zeiten uhr",
        "fr": "heure heures horaire horaires",
        "es": "hora horas horario horarios",
        "ja": "時間 時刻 時限",
        "ar": "وقت ساعة توقيت",
    },
    "where": {
        "en": "room where location place venue",
        "de": "ort raum horsaal wo",
        "fr": "salle lieu amphi amphitheatre ou local",
        "es": "aula sala lugar donde",
        "ja": "場所 教室 会場",
        "ar": "قاعة مكان غرفة",
    },
    "week": {
        "en": "week weeks wk # no nr number",
        "de": "woche wochen kw nr nummer",
        "fr": "semaine semaines n numero",
        "es": "semana semanas no n num numero",
        "ja": "週 回 回数 番号",
        "ar": "اسبوع اسابيع رقم",
    },
    "optional": {
        "en": "optional further additional supplementary supplemental extra recommended",
        "de": "fakultativ fakultative freiwillig freiwillige weiterfuhrend weiterfuhrende "
        "zusatzlich zusatzliche zusatzlekture zusatzliteratur erganzend erganzende vertiefung "
        "vertiefende empfohlen empfohlene",
        "fr": "facultatif facultatifs facultative facultatives optionnel optionnels optionnelle "
        "optionnelles complementaire complementaires supplementaire supplementaires recommandee "
        "recommandees",
        "es": "opcional opcionales complementaria complementarias complementario complementarios "
        "adicional adicionales recomendada recomendadas",
        "ja": "任意 補足 追加文献 推薦図書 参考図書",
        "ar": "اختياري اختيارية اضافي اضافية",
    },
    "readings": {
        "en": "reading readings paper papers literature references read",
        "de": "literatur lekture lekturen pflichtlekture pflichtliteratur grundlagenliteratur text "
        "texte artikel aufsatz aufsatze lesen",
        "fr": "lecture lectures bibliographie article articles texte textes references litterature "
        "lire",
        "es": "lectura lecturas bibliografia articulo articulos texto textos referencias "
        "literatura leer",
        "ja": "文献 論文 課題図書 読み物 教科書 テキスト リーディング",
        "ar": "قراءات قراءة مراجع مرجع نصوص مقالات بحث ابحاث",
    },
    "due": {
        "en": "due deadline deadlines",
        "de": "abgabe abgaben abgabetermin abgabetermine abgabefrist frist fristen fallig",
        "fr": "echeance echeances remise rendu rendus rendre delai",
        "es": "entrega entregas plazo plazos vencimiento limite",
        "ja": "締切 締め切り 〆切 提出 期限 提出日 提出物",
        "ar": "تسليم تسليمات نهائي نهائية",
    },
    "materials": {
        "en": "slides slide recording recordings video videos materials material links link "
        "code handout handouts resources notebook notebooks",
        "de": "folien material materialien unterlagen aufzeichnung aufzeichnungen video videos "
        "link links handout handouts skript ressourcen code",
        "fr": "diapositives diapositive diapos transparents materiel support supports video videos "
        "enregistrement enregistrements lien liens ressources code",
        "es": "diapositivas transparencias material materiales grabacion grabaciones video videos "
        "enlace enlaces recursos codigo",
        "ja": "スライド 資料 教材 動画 録画 リンク コード",
        "ar": "شرائح مواد روابط رابط تسجيل تسجيلات فيديو مرفقات",
    },
    "kind": {
        "en": "kind type",
        "de": "art typ format",
        "fr": "type genre nature",
        "es": "tipo modalidad",
        "ja": "種別 種類 形式 区分",
        "ar": "نوع",
    },
    "speaker": {
        "en": "speaker speakers guest guests lecturer lecturers instructor invited",
        "de": "dozent dozentin dozenten dozierende sprecher sprecherin gast gaste lehrende "
        "lehrperson leitung",
        "fr": "intervenant intervenante intervenants intervenantes conferencier conferenciere "
        "orateur oratrice invite invitee invites enseignant enseignante enseignants professeur "
        "professeure",
        "es": "profesor profesora profesores docente docentes conferenciante conferencista "
        "invitado invitada invitados orador oradora",
        "ja": "講師 講演者 教員 ゲスト 登壇者",
        "ar": "متحدث متحدثة محاضر استاذ ضيف مدرس",
    },
    "presenter": {
        "en": "presenter presenters presenting presentation reviewer reviewers scribe scribes "
        "backup author authors skeptic skeptics archaeologist hacker lead leads leader leaders "
        "discussant discussants shepherd student students blogger diagrammer critic researcher "
        "team",
        "de": "referent referentin referenten referentinnen referierende referat referate vortrag "
        "vortrage vortragende vortragender prasentation prasentationen prasentierende moderation "
        "moderator moderatorin diskussionsleitung protokoll protokollant protokollantin gutachten "
        "gutachter gutachterin studierende studierender studenten verantwortlich verantwortliche",
        "fr": "presentateur presentatrice presentateurs presentation presentations expose exposes "
        "responsable responsables etudiant etudiante etudiants rapporteur rapporteuse animateur "
        "animatrice animation discutant discutante discutants relecteur relectrice evaluateur "
        "secretaire",
        "es": "ponente ponentes presenta presentador presentadora presentadores presentacion "
        "expositor expositora expositores exponente responsable responsables relator relatora "
        "estudiante estudiantes alumno alumna alumnos moderador moderadora revisor revisora acta",
        "ja": "発表者 発表 担当者 担当 報告者 司会 査読者 書記 記録係 討論者 指定討論者 学生 "
        "レビュアー コメンテーター",
        "ar": "مقدم مقدمو مقدمون عرض عروض طالب طالبة طلاب مراجع مقرر",
    },
    "title": {
        "en": "topic topics title subject theme content contents lecture lectures session sessions "
        "class classes module talk talks agenda unit",
        "de": "thema themen titel inhalt inhalte gegenstand sitzung veranstaltung vorlesung "
        "seminarthema vortragsthema einheit",
        "fr": "theme themes sujet sujets titre contenu seance seances cours module",
        "es": "tema temas titulo contenido contenidos asunto sesion sesiones clase clases unidad",
        "ja": "テーマ 題目 内容 タイトル トピック 演題 主題 単元 講義 授業",
        "ar": "موضوع مواضيع عنوان محتوى جلسة درس وحدة محاضرة",
    },
}
_LANGUAGES: tuple[Language, ...] = get_args(Language)
_FALSE_FRIENDS = (
    "lectures lecture art tag tage local nature genre expose exposes ort ou n invite gast support "
    "supports text remise format wo"
)
_ONLY_BESIDE_OTHERS = frozenset(_FALSE_FRIENDS.split())
"""Words that an English table may have, in another meaning."""
_WORD = re.compile(r"[\w#]+")
_ARTICLE = "ال"
_NOT_SPACED = re.compile("[\u3040-\u30ff\u3005\u3006\u4e00-\u9fff]")


@lru_cache(maxsize=1024)
def kinds_said(text: str, language: Language = "en", *, others: bool = True) -> tuple[Kind, ...]:
    """What a header or a label says, the likeliest first; none where its words say nothing.

    *language* is asked first, and then the *others*.
    """
    said = _said_in(text, language)
    if said or not others:
        return said
    for other in _LANGUAGES:
        if other != language and (said := _said_in(text, other, _ONLY_BESIDE_OTHERS)):
            return said
    return ()


def language_of(headers: Iterable[str]) -> Language:
    """The language of which most headers are; English where several are as likely."""
    filled = [header for header in headers if header]
    return max(_LANGUAGES, key=lambda one: sum(bool(_said_in(text, one)) for text in filled))


def _said_in(
    text: str, language: Language, without: frozenset[str] = frozenset()
) -> tuple[Kind, ...]:
    known = _words_of(language)
    if language == "ja":
        kind = _head(unicodedata.normalize("NFKC", text), known)
        return (kind,) if kind else ()
    words = {_plain(word) for word in _WORD.findall(text)} - without
    return tuple(kind for kind in _HEADERS if any(kind in known.get(word, ()) for word in words))


@lru_cache(maxsize=8)
def _words_of(language: Language) -> Mapping[str, Sequence[Kind]]:
    kinds: dict[str, list[Kind]] = {}
    for kind, words in _HEADERS.items():
        for word in words[language].split():
            kinds.setdefault(word if language == "ja" else _plain(word), []).append(kind)
    return kinds


def _head(text: str, known: Mapping[str, Sequence[Kind]]) -> Kind | None:
    """The kind of the word that ends last, the longest of those; one sign alone is all of it."""
    if not _NOT_SPACED.search(text):
        return None
    whole = text.strip()
    if whole in known:
        return known[whole][0]
    ends = [(text.rfind(w) + len(w), len(w), w) for w in known if len(w) > 1 and w in text]
    return known[max(ends)[2]][0] if ends else None


def _plain(word: str) -> str:
    """A word without letter case, accents and the Arabic article."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return plain.removeprefix(_ARTICLE) if len(plain) > len(_ARTICLE) + 1 else plain
