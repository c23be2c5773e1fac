"""What a spreadsheet writes where a formula has failed."""

from __future__ import annotations

import re

# Of Excel and Google Sheets in several languages, #N/A #REF! #NAME? #NV #¿NOMBRE?; of LibreOffice.
_ERROR = re.compile(
    r"#[¡¿]?[^\W_]+(?:/[^\W_]+)?[!?]|#N/?[ADV]|#GETTING_DATA|Err:\d{3}", re.IGNORECASE
)


def is_spreadsheet_error(cell: str) -> bool:
    """Whether a cell is no more than that."""
    return _ERROR.fullmatch(cell.strip()) is not None
