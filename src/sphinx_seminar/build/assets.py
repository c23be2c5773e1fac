"""Which pages need which of our files."""

from __future__ import annotations

from ..config import offers_feeds, seminar_config
from ..domain import SeminarDomain
from ..pages.read.facts import DocumentFacts
from .shown import shown_by


def subscribes(domain: SeminarDomain, facts: DocumentFacts) -> bool:
    """Whether a page lets readers subscribe to a calendar."""
    views = [view for view in facts.views if view.view == "schedule"]
    if not views or domain.builder is None:
        return False
    from ..plan.calendars import CALENDAR
    from ..views.schedule.rows import ShownSchedule

    config = seminar_config(domain.builder.config)
    if CALENDAR not in config.feeds or not offers_feeds(domain.builder):
        return False
    shown = (shown_by(view, domain) for view in views)
    return any(isinstance(each, ShownSchedule) and each.calendars for each in shown)
