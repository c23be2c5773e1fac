"""The one place that knows what time it is."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

Today = Callable[[ZoneInfo | None], date]
"""What tells the day that a build takes for today, in a zone."""


def now() -> datetime:
    """The instant that a build takes for now, in UTC.

    ``SOURCE_DATE_EPOCH``, in seconds since 1970, holds where it is set, so that a build can be
    repeated (reproducible-builds.org/specs/source-date-epoch).
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)


def today(zone: ZoneInfo | None) -> date:
    """The day that a build takes for today, in *zone*; in UTC where that is not known."""
    return now().astimezone(zone or UTC).date()
