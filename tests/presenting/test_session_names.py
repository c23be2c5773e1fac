from __future__ import annotations

from datetime import date

import pytest
from babel import Locale

from sphinx_seminar.model.meeting import Meeting
from sphinx_seminar.model.problem import Source
from sphinx_seminar.model.schedule import SessionRow
from sphinx_seminar.model.session import Session
from sphinx_seminar.model.session_name import NamedSession, SessionFinder, dates_of
from sphinx_seminar.model.signup import SessionKey


def session(
    name: str, day: date | None, number: int | None, title: str | None = None
) -> NamedSession:
    title = title or f"On {name}"
    facts = Session(name, title, Source("index.md", 1))
    row = SessionRow(facts, Meeting(day) if day else None, None, number)
    return NamedSession(name, title, row)


@pytest.fixture
def finder() -> SessionFinder:
    return SessionFinder(
        [
            session("alpha", date(2021, 12, 13), 1),
            session("beta", date(2022, 1, 31), 2),
            session("gamma", date(2022, 2, 3), 3),
            session("delta", date(2022, 2, 3), 4),
            session("Epsilon-1", None, None, "Epsilon"),
            session("zeta", None, None, "Epsilon"),
        ]
    )


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2022-01-31",
            "2022-1-31",
            "1/31/2022",
            "1/31/22",
            "01/31",
            "31.01.2022",
            "31.1.",
            "31/1",
        ),
        *("31-Jan", "31-Jan-22", "31-Jan-2022", "Mon 31-Jan", "31 Jan 22"),  # as Excel writes them
        *("Jan 31", "January 31, 2022", "31 Jan", "Mon, Jan 31", "Monday 1/31", "2022/01/31"),
        *("2022-01-31 00:00:00", "1/31/2022 13:00", "2", "#2", "Session 2", "beta", "BETA"),
        "  on  Beta ",
    ],
)
def test_a_session_is_named_by_date_number_id_or_title(text: str, finder: SessionFinder) -> None:
    assert finder.find([("session", text)]).id == "beta"


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("id", "BETA"),
        ("title", "on beta"),
        ("number", "2"),
        ("number", "No. 2"),
        ("date", "31 January"),
    ],
)
def test_a_column_of_one_kind_names_a_session_by_that(
    key: SessionKey, text: str, finder: SessionFinder
) -> None:
    assert finder.find([(key, text)]).id == "beta"


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("id", "on beta"),
        ("id", "2"),
        ("number", "2022-01-31"),
        ("number", "beta"),
        ("date", "2"),
        ("date", "beta"),
        ("number", "9"),
    ],
)
def test_a_column_of_one_kind_names_no_session_by_another(
    key: SessionKey, text: str, finder: SessionFinder
) -> None:
    with pytest.raises(LookupError, match="is no session"):
        finder.find([(key, text)])


def test_a_missing_year_is_that_of_the_term(finder: SessionFinder) -> None:
    assert finder.find([("date", "12/13")]).id == "alpha"


def test_an_id_in_capitals_is_found_too(finder: SessionFinder) -> None:
    assert finder.find([("id", "epsilon-1")]).id == "Epsilon-1"


def test_several_columns_may_name_one_session(finder: SessionFinder) -> None:
    assert finder.find([("date", "1/31"), ("number", "2"), ("title", "On beta")]).id == "beta"


def test_a_title_that_tells_nothing_is_passed_over_for_what_does(finder: SessionFinder) -> None:
    assert finder.find([("title", "Elsewhere"), ("number", "2")]).id == "beta"
    assert finder.find([("number", "2"), ("title", "Epsilon")]).id == "beta"


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        (
            [("date", "2022-03-01")],
            (
                "'2022-03-01' is no session; write its date, number or id; "
                "known here: alpha, beta, gamma, delta, Epsilon-1, zeta"
            ),
        ),
        ([("date", "2/3")], "'2/3' is 2 sessions; write the id of one: gamma, delta"),
        ([("session", "Epsilon")], "'Epsilon' is 2 sessions; write the id of one: Epsilon-1, zeta"),
        (
            [("id", "beat")],
            "'beat' is no session; write its date, number or id; did you mean 'beta'?",
        ),
        (
            [("date", "1/31"), ("number", "1")],
            "'1/31' is session 'On beta' and '1' is session 'On alpha'; correct one of the two",
        ),
        (
            [("number", "2"), ("number", "2"), ("number", "1")],
            "'2' is session 'On beta' and '1' is session 'On alpha'; correct one of the two",
        ),
        (
            [("title", "Elsewhere")],
            (
                "'Elsewhere' is no session; write its date, number or id; "
                "known here: alpha, beta, gamma, delta, Epsilon-1, zeta"
            ),
        ),
        ([], "no session is named"),
        (
            [("number", "2"), ("id", "beat"), ("id", "alpa")],
            "'beat' is no session; write its date, number or id; did you mean 'beta'?",
        ),
    ],
)
def test_a_name_that_finds_no_session_or_two_says_so(
    keys: list[tuple[SessionKey, str]], says: str, finder: SessionFinder
) -> None:
    with pytest.raises(LookupError) as caught:
        finder.find(keys)
    assert str(caught.value) == says


def test_a_course_without_sessions_has_nothing_to_name() -> None:
    with pytest.raises(LookupError) as caught:
        SessionFinder([]).find([("date", "1/31")])
    assert str(caught.value) == "'1/31' is no session: the course has none yet"


def test_a_meeting_without_a_session_yet_is_no_wrong_date() -> None:
    finder = SessionFinder([], open_days={date(2022, 2, 7)})
    with pytest.raises(LookupError) as caught:
        finder.find([("date", "2/7/2022")])
    assert str(caught.value) == (
        "'2/7/2022' has no session yet; add a {session} for that day to a page, or take it out here"
    )


TERM = [date(2021, 12, 13), date(2022, 1, 31), date(2021, 12, 20)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2023-02-01", ["2023-02-01"]),
        ("2023/2/1", ["2023-02-01"]),
        ("2023.12.31", ["2023-12-31"]),
        # A slash or a hyphen is American first, a period European.
        ("2/3/2023", ["2023-02-03", "2023-03-02"]),
        ("2-3-2023", ["2023-02-03", "2023-03-02"]),
        ("2.3.2023", ["2023-03-02", "2023-02-03"]),
        ("2/3/23", ["2023-02-03", "2023-03-02"]),
        ("13/1/2023", ["2023-01-13"]),
        ("29/2/2023", []),
        # Without a year, each year of the term, once.
        ("1/31", ["2021-01-31", "2022-01-31"]),
        ("Jan 31", ["2021-01-31", "2022-01-31"]),
        ("31. Januar", ["2021-01-31", "2022-01-31"]),
        ("Jan 31, 2023", ["2023-01-31"]),
        ("31st January 2023", ["2023-01-31"]),
        ("Dec 1st", ["2021-12-01", "2022-12-01"]),
        ("Mon, Feb 30", []),
        ("Wednesday", []),
        ("Foo 31", []),
        # What a spreadsheet adds.
        ("2023-02-01 00:00:00", ["2023-02-01"]),
        ("2023-02-01T13:00", ["2023-02-01"]),
        ("Wed 2/1/2023 1:00 PM", ["2023-02-01", "2023-01-02"]),
    ],
)
def test_a_date_as_spreadsheets_write_it_may_mean_these_days(text: str, days: list[str]) -> None:
    assert [str(day) for day in dates_of(text, TERM)] == days


# Feb 25, 2030 is a Monday.
ELSEWHERE = {
    "de": ["Mo, 25.02.2030", "25. 2. 2030", "Montag, 25. Februar 2030", "25.02.30, 13:00"],
    "fr": ["lundi 25 février 2030", "lun. 25 févr. 2030", "25/02/2030 13h15"],
    "es": ["lunes, 25 de febrero de 2030", "25-feb.-2030"],
    "pl": ["25 lutego 2030", "pon., 25 lut 2030"],
    "cs": ["pondělí 25. února 2030", "25. 2."],
    "hu": ["2030.02.25.", "2030. február 25., hétfő"],
    "ru": ["25 февраля 2030 \u0433.", "пн, 25.02.2030"],
    "ja": ["2030年2月25日(月)", "2月25日", "\uff12\uff0f\uff12\uff15(月)"],
    "ko": ["2030. 2. 25.", "2030년 2월 25일 월요일", "2030-02-25(월)"],
    "zh": ["2030年2月25日 星期一"],
    "ar": ["الاثنين، 25 فبراير 2030", "٢٥/٠٢/٢٠٣٠"],
    "en": ["25th of February", "Feb 25 (Mon)", "2/25 Mon", "25FEB2030", "2030-Feb-25", "W 2/25"],
    "signs": ["25\u20112\u20112030", "2030\u221202\u221225", "25 / 02 / 2030", "20300225"],
}


@pytest.mark.parametrize("text", [text for texts in ELSEWHERE.values() for text in texts])
def test_a_date_of_another_language_is_one(text: str) -> None:
    assert date(2030, 2, 25) in dates_of(text, [date(2030, 3, 4)])


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("mar. 5 mars", ["2030-03-05"]),  # a Tuesday
        ("25 marraskuuta", ["2030-11-25"]),  # which begins as March does
        ("25 lis 2030", ["2030-10-25", "2030-11-25"]),  # Croatian, and Polish
        ("4. Mrz 2030", ["2030-03-04"]),
    ],
)
def test_a_month_that_looks_like_another_one_is_not_taken_for_it(
    text: str, days: list[str]
) -> None:
    assert [str(day) for day in dates_of(text, [date(2030, 3, 4)])] == days


@pytest.mark.parametrize(
    "text",
    [
        *("GPT-3", "Feb-25", "Part II 3", "47539", "3 - 4", "2030-02-25T23:00:00.000Z"),
        *(
            "Group 2/25",
            "Mai",
            "25. 13. 2030",
            "2030年13月1日",
            "1. 2. 3. 4.",
        ),
    ],
)
def test_what_is_no_date_in_any_language_is_none(text: str) -> None:
    assert list(dates_of(text, [date(2030, 3, 4)])) == []


def test_a_month_of_persian_is_read_with_and_without_its_sign() -> None:
    for name in ("ژانویه", "ژانویه\u0654"):
        assert next(iter(dates_of(f"3 {name} 2030", ()))) == date(2030, 1, 3)


@pytest.mark.parametrize("language", ["de", "fr", "pl", "uk", "tr", "el", "fa", "hi"])
def test_names_of_months_are_those_of_the_library(language: str) -> None:
    names = Locale(language).months["format"]["wide"]
    found = [next(iter(dates_of(f"3 {names[number]} 2030", ())), None) for number in (1, 5, 9)]
    assert found == [date(2030, number, 3) for number in (1, 5, 9)]
