"""``python -m tests.hostile.patterns``: every pattern of ours against texts that cost the most.

A process of its own, so that a pattern which backtracks without end can be stopped.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import sys
from collections.abc import Iterator
from typing import Any

import sphinx_seminar

LENGTH = 200
UNITS = (
    *("a", "A", "1", " ", "\t", "\n", ".", "-", "/", "(", ")", "[", "]", "<", "@", ":", ",", "'"),
    *("a ", "a.", "1 ", "1.", "[a", "(a", "](", "a@", "A1", "a, ", "a]", "-a", "1:1", "1-1", ") "),
    *("[a](", "[a](b c", "javascript:", "to ", "<!--", "A A ", "A'19 ", "**", ": ", "the ", "(a)"),
    *("Mon ", "and ", "week 1 ", "a day ", "ab.cd.", "[a](x:// ", "1 point ", "\x00"),
)
# The end that makes a match fail comes last.
ENDS = ("\x01", "x", "]", "")

# A pattern that is compiled where it is used is a text until then.
_USED = re.compile(r"\bre\.[a-z]+\(\s*(_[A-Z_]+)\b")


def patterns() -> Iterator[tuple[str, re.Pattern[Any]]]:
    """The patterns of all modules, by where they are."""
    for found in pkgutil.walk_packages(sphinx_seminar.__path__, "sphinx_seminar."):
        if not found.name.endswith("__main__"):
            try:
                module = importlib.import_module(found.name)
            except OSError as error:  # WeasyPrint is there, and the libraries that it needs are not
                print(f"{found.name} is left out: {error}", file=sys.stderr)
                continue
            for name, value in vars(module).items():
                if isinstance(value, re.Pattern):
                    yield f"{found.name}.{name}", value
            for name in dict.fromkeys(_USED.findall(inspect.getsource(module))):
                if isinstance(value := getattr(module, name, None), str):
                    yield f"{found.name}.{name}", re.compile(value, re.IGNORECASE)


def main() -> None:
    """Print each name before it is tried: the last one is the culprit."""
    for name, pattern in patterns():
        print(name, flush=True)
        for unit in UNITS:
            for end in ENDS:
                text = unit * (LENGTH // len(unit)) + end
                tried: Any = text if isinstance(pattern.pattern, str) else text.encode()
                pattern.match(tried)
                pattern.fullmatch(tried)


if __name__ == "__main__":
    main()
    print("done")
