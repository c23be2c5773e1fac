"""The parser of the command line, which names what a misspelt word most likely means.

`argparse` does so itself from Python 3.14 on, for values alone.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from ..model.nearest import did_you_mean


class Parser(argparse.ArgumentParser):
    """Ends the program with 2 and one line for an unknown option, command or value."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As that of the base class; an unknown option ends the program at once.

        Else its value would be taken for a folder, and the first line would be about that.
        """
        known = self._option_string_actions
        for name in self._options_of(sys.argv[1:] if args is None else list(args)):
            if not any(option.startswith(name) for option in known):
                names = [option for option in known if option.startswith("--")]
                self.error(f"{name!r} is no option here; {did_you_mean(name, names)}")
        return super().parse_known_args(args, namespace)

    def _options_of(self, arguments: Sequence[str]) -> Iterator[str]:
        """The long options among *arguments*, without their values, before any command."""
        has_commands = self._subparsers is not None
        for argument in arguments:
            if argument == "--" or (has_commands and not argument.startswith("-")):
                return
            name = argument.partition("=")[0]
            if name.startswith("--") and " " not in name:
                yield name

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is None or value in action.choices:
            return
        what = "no command" if action.dest == "command" else "none of its values"
        names = [str(choice) for choice in action.choices]
        raise argparse.ArgumentError(
            action, f"{value!r} is {what}; {did_you_mean(str(value), names)}"
        )
