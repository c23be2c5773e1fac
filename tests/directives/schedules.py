"""What the tests of schedules share."""

from __future__ import annotations

from collections import Counter

from bs4 import Tag

from ..conftest import Site, words


def rows(site: Site, name: str = "index.html") -> list[Tag]:
    return site.page(name).select(".seminar-schedule > table > tbody > tr")


def lines(site: Site, name: str = "index.html") -> list[str]:
    """Each row in short: its date, and its title or what is in its place."""
    shown = []
    for row in rows(site, name):
        title = row.select_one(".seminar-title") or row.select("td")[-1]
        shown.append(f"{row.get('data-date', '-')} {words(title).removesuffix(' ¶')}")
    return shown


def ids(site: Site, name: str = "index.html") -> Counter[str]:
    return Counter(str(element["id"]) for element in site.page(name).select("[id]"))


FILLED = {
    "md": """
:::::{schedule}

::::{session} One
Hello.
::::

::::{session} Two
:date: 2022-02-14
::::

::::{session} Three
::::

:::::
""",
    "rst": """
.. schedule::

   .. session:: One

      Hello.

   .. session:: Two
      :date: 2022-02-14

   .. session:: Three
""",
}
