"""What a spreadsheet writes where a formula has failed."""

from __future__ import annotations

import re

# Of Excel and Google Sheets in several languages, #N/A #REF! #NAME? #NV #¿NOMBRE?; of LibreOffice.
_ERROR = r"#[¡¿]?[^\W_]+(?:/[^\W_]+)?[!?]|#N/?[ADV]|#GETTING_DATA|Err:\d{3}"
_BEGINNINGS = ("#", "err:")


def is_spreadsheet_error(cell: str) -> bool:
    """Whether a cell is no more than that."""
    text = cell.strip()
    # Most cells are none, and the pattern need not be compiled for them.
    return (
        text[:4].casefold().startswith(_BEGINNINGS)
        and re.fullmatch(_ERROR, text, re.IGNORECASE) is not None
    )
