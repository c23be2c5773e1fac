"""Write the files that are shipped: `python -m assets`."""

from __future__ import annotations

from .minified import minified

for path, text in minified():
    path.write_text(text, encoding="utf-8", newline="\n")
