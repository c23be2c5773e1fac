"""A date is written anew in the form that it has."""

from __future__ import annotations

from datetime import date

import pytest

from sphinx_seminar.model.redated import redated
from sphinx_seminar.model.session_name import DateOrder, dates_of

OLD, NEW = date(2022, 1, 31), date(2023, 2, 6)


@pytest.mark.parametrize(
    ("written", "order", "new"),
    [
        ("2022-01-31", "month", "2023-02-06"),
        ("2022/01/31", "month", "2023/02/06"),
        ("01/31/2022", "month", "02/06/2023"),
        ("01/31/22", "month", "02/06/23"),
        ("01/31", "month", "02/06"),
        ("31.01.2022", "day", "06.02.2023"),
        ("31.01.", "day", "06.02."),
        ("31-01", "day", "06-02"),
        ("Jan 31", "month", "Feb 06"),
        ("31-Jan", "month", "06-Feb"),
        ("January 31, 2022", "month", "February 06, 2023"),
        ("31st JAN 22", "month", "06 FEB 23"),
        ("Mon 31 january", "month", "Mon 06 february"),
        ("Mon, Jan 31", "day", "Mon, Feb 06"),
        ("2022-01-31 00:00:00", "month", "2023-02-06 00:00:00"),
    ],
)
def test_a_date_is_written_in_its_form(written: str, order: DateOrder, new: str) -> None:
    assert redated(written, OLD, NEW, order) == new
    assert next(dates_of(new, [NEW], order)) == NEW


def test_a_sheet_without_leading_zeros_gets_none() -> None:
    assert redated("1/31/2022", OLD, NEW, "month", padded=False) == "2/6/2023"
    assert redated("31.1.", OLD, NEW, "day", padded=False) == "6.2."


def test_short_and_long_names_of_may_are_not_taken_for_each_other() -> None:
    assert redated("Mon May 2", date(2022, 5, 2), date(2022, 9, 6), "month") == "Tue Sep 6"
    assert redated("June 6", date(2022, 6, 6), date(2022, 9, 5), "month") == "September 5"
    assert redated("Sept 5", date(2022, 9, 5), date(2022, 6, 6), "month") == "June 6"


def test_what_stands_for_a_month_or_a_day_is_its_first_three_letters() -> None:
    tuesday, friday = date(2022, 9, 6), date(2023, 10, 6)
    assert redated("Tues, Sept. 6", tuesday, friday, "month") == "Fri, Oct. 6"
    assert redated("Tuesday, September 6", tuesday, friday, "month") == "Friday, October 6"
    assert redated("Tues, Sept. 6", tuesday, date(2022, 9, 13), "month") == "Tues, Sept. 13"


def test_a_form_that_is_not_known_becomes_year_month_day() -> None:
    assert redated("31 Enero", OLD, NEW, "day") == "2023-02-06"
    assert redated("week 2", OLD, NEW, "month") == "2023-02-06"
    assert redated("3/1", OLD, NEW, "month") == "2023-02-06"
