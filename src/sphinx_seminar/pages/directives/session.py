"""``{session}``: one class meeting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes

from ...load.path_inside import is_file
from ...model.material import OWN_MATERIALS
from ...model.notation import is_date, parse_date, parse_times
from ...model.session import OPTIONS
from ...paths import file_of_site
from ..nodes import (
    seminar_link,
    seminar_session,
    seminar_session_head,
    seminar_speaker,
    seminar_title,
)
from ..words_of import words_of
from .base import SeminarDirective, misspelt_release

if TYPE_CHECKING:
    from ...model.fixed_day import FixedDay
    from ..withheld import Withheld

_STATUSES = {"held": "held", "cancelled": "cancelled", "canceled": "cancelled"}


class Session(SeminarDirective):
    """With a title it is a session; without title and body it adopts the section it is in."""

    optional_arguments = 1
    final_argument_whitespace = True
    known_options = (*OPTIONS, *(material.option for material in OWN_MATERIALS))
    filled_options = ("course", "id", "unit")

    def keeps_option(self, name: str) -> bool:
        """Which materials a course has is said in its course.yml, which no page asks."""
        if misspelt_release(name) is None:
            return True
        from .materials import material_meant  # few are like it

        return "-" in name and material_meant(name, self.options) is not None

    def run(self) -> list[nodes.Node]:
        """Make a `seminar_session`, or the head of the section to adopt."""
        self.check_options()
        withheld = self.withheld("session")
        content = withheld.note() if withheld else self.parse_content_of_course()
        node = self._node(withheld, has_body=bool(content))
        self.set_source_info(node)
        for option, wrapper in (("speaker", seminar_speaker), ("link", seminar_link)):
            if withheld and (option == "link" or withheld.is_silent):
                continue
            if text := self.options.get(option):
                line = self.option_line(option)
                if option == "link" and not any(sign in text for sign in ("](", "`", "]\uff08")):
                    address = self._link_to(text)
                    link = wrapper("", "", address)
                    link.source = address.source = self.get_source_info()[0]
                    link.line = address.line = line
                    node.append(link)
                else:
                    node.append(self.inline(wrapper(), text, line))
        if materials := [name for name in self.options if name not in OPTIONS]:
            from .materials import materials_of  # many sessions have none

            node.append(materials_of(self, materials, is_withheld=withheld is not None))
        if self.arguments:
            node.extend(content)
            return [node]
        return [node, *content]

    def _node(self, withheld: Withheld | None, *, has_body: bool) -> nodes.Element:
        facts = self._facts()
        if withheld and withheld.is_silent:
            facts["unit_name"] = ""  # a heading would tell that there is something
        if self.arguments:
            title = self.inline(seminar_title(), self.arguments[0])
            if withheld:
                from ..withheld import withhold_title  # few pages withhold something

                withheld.name_it(words_of(title))
                facts |= withhold_title(title, is_untold=withheld.is_silent)
            return seminar_session("", title, **facts)
        if withheld:
            # What is in its section is read all the same, and taken out of it.
            facts |= {"withheld": withheld.number, "is_untold": withheld.is_silent}
        elif has_body:
            self.problem(
                "option",
                "{session} has a body and no title; write the title behind {session}, "
                "or move the body into the section",
            )
        return seminar_session_head("", **facts)

    def _link_to(self, address: str) -> nodes.Element:
        """A link to an address; to a file of the site as one to download."""
        path = file_of_site(self.env, address) if ":" not in address else None
        if path and is_file(path):
            return addnodes.download_reference(
                "", address, refdomain="", refdoc=self.env.docname, reftarget=address
            )
        return nodes.reference("", address, refuri=address)

    def _facts(self) -> dict[str, Any]:
        date_text = self.options.get("date", "")
        undated = date_text.casefold() in {"none", "tba", "tbd"}
        pinned, fixed = (None, None) if undated else self._day(date_text)
        times = self._read("time", parse_times)
        return {
            "docname": self.env.docname,
            "session_id": self.options.get("id"),
            "course": self.options.get("course"),
            "written_at": self.source(),
            "pinned": pinned,
            "fixed": fixed,
            # A date that cannot be read must not make the session flow into another's meeting.
            "undated": undated or ("date" in self.options and not (pinned or fixed)),
            "times": times,
            "where": self.options.get("where"),
            "unit_name": " ".join(self.options["unit"].split()) if "unit" in self.options else "",
            "kinds": self.kinds() if "kind" in self.options else (),
            "status": self._status(),
            "moved_from": self._read("moved-from", parse_date),
            "changed_on": self._changed_on() if "changed-on" in self.options else None,
            "on_break": self.says_yes("on-break"),
        }

    def _day(self, text: str) -> tuple[date | None, FixedDay | None]:
        """A date, or a day of the term."""
        if "date" not in self.options or is_date(text):
            return self._read("date", parse_date), None
        from ...model.fixed_day import parse_fixed_day  # few sessions have one

        return None, self._read("date", parse_fixed_day)

    def _status(self) -> str:
        text = self.options.get("status", "held")
        if text.casefold() not in _STATUSES:
            self.problem(
                "option",
                f"':status: {text}' is not known; write cancelled, or held (the default)",
                self.option_line("status"),
            )
        return _STATUSES.get(text.casefold(), "held")

    def _changed_on(self) -> date | None:
        day: date | None = self._read("changed-on", parse_date)
        if "moved-from" in self.options or self._status() == "cancelled":
            return day
        text = self.options["changed-on"]
        self.problem(
            "option",
            f"':changed-on: {text}' is on a session that is neither moved nor cancelled; "
            "write ':moved-from:' or ':status: cancelled' too, or take it out",
            self.option_line("changed-on"),
        )
        return None

    def _read(self, option: str, parse: Callable[[str], Any]) -> Any:
        if option not in self.options:
            return None
        try:
            return parse(self.options[option])
        except ValueError as error:
            self.problem("date", f"':{option}:' {error}", self.option_line(option))
            return None
