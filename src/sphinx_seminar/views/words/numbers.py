"""Numbers in the language of the site, by Babel."""

from __future__ import annotations

from decimal import Decimal

from babel.numbers import format_decimal, format_percent

from .dates import locale_of, range_pattern


def number_text(number: Decimal, language: str) -> str:
    """``1,234.5``."""
    return format_decimal(
        number.normalize(), locale=locale_of(language), decimal_quantization=False
    )


def percent_text(number: Decimal, language: str) -> str:
    """``12.5%``, of 12.5."""
    return format_percent(
        (number / 100).normalize(), locale=locale_of(language), decimal_quantization=False
    )


def number_range(low: str, high: str, language: str) -> str:
    """``80–89``, of two numbers in words."""
    return low + range_pattern(language).format("", "").strip() + high


def plural_number(number: Decimal) -> int:
    """The whole number that has the same form of a plural; a fraction takes that of many."""
    return int(number) if number == int(number) else 100
