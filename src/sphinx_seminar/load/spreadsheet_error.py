"""What is said of a cell in which a CSV file has the error of a formula that failed."""

from __future__ import annotations

from .fault import Fault, quoted

SPREADSHEET_ERRORS = "correct the formulas, and export the file anew"
"""The cause of all of them."""


def error_in_cell(text: str, what: str) -> Fault:
    """A problem with a cell; *what* it is not, such as "names nobody"."""
    message = (
        f"{quoted(text)} is an error of the spreadsheet, and {what}; "
        "correct its formula there, or write what it stands for"
    )
    return Fault((), message, "signups", cause=SPREADSHEET_ERRORS)
