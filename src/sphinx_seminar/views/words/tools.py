"""The words of the tools that a script adds to a page."""

from __future__ import annotations

from ...locale import _


def tool_words() -> dict[str, str]:
    """Each under the name that the script knows; what it fills in is numbered."""
    label = _("{label}: {text}")
    return {
        "read": label.format(label=_("Mark as read"), text="{0}"),
        # For translators: how many readings of a week a reader has ticked, such as "3 of 5 read"
        "count": _("{done} of {all} read").format(done="{0}", all="{1}"),
        "link": label.format(label=_("Copy the link"), text="{0}"),
        "copied": _("Copied"),
        # For translators: before a list of weeks, kinds and speakers; the next word is in it
        "show": _("Show"),
        "all": _("All"),
        "week": _("Weeks"),
        "kind": _("Kinds"),
        "speaker": _("Speakers"),
        "presenter": _("Presenters"),
        # For translators: how many rows of a table a filter leaves
        "shown": _("Rows shown: {count}").format(count="{0}"),
        "expand": _("Expand all"),
        "markdown": _("Copy readings as Markdown"),
        "text": _("Copy readings as text"),
    }
