"""The words of what a builder wrote."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

from bs4 import BeautifulSoup

_NOT_CONTENT = {"genindex", "search", "nav"}


def letters(text: str) -> str:
    """Text without what a format may set differently: blanks, hyphens, rules, quotes, markup.

    A PDF may set an accent by itself, with a blank after it.
    """
    text = unicodedata.normalize("NFC", text)
    return re.sub(r"[\s|\u00ad*_’‘´`'-]", "", text.replace("…", "...")).casefold()


def words_of(outdir: Path, builder: str) -> str:
    """All text that a builder wrote for readers."""
    return _READERS[builder](outdir)


def _html(outdir: Path) -> str:
    paths = [path for path in sorted(outdir.rglob("*.html")) if path.stem not in _NOT_CONTENT]
    return "\n".join(_text(path.read_text(encoding="utf-8")) for path in paths)


def _epub(outdir: Path) -> str:
    [book] = outdir.glob("*.epub")
    with zipfile.ZipFile(book) as opened:
        names = [name for name in opened.namelist() if name.endswith(".xhtml")]
        names = [name for name in names if Path(name).stem not in _NOT_CONTENT]
        return "\n".join(_text(opened.read(name).decode()) for name in names)


def _text(markup: str) -> str:
    soup = BeautifulSoup(markup, "html.parser")
    for hidden in soup.select("head, script, .link-target, .sphinxsidebar, .headerlink"):
        hidden.decompose()
    return soup.get_text()


def _plain(outdir: Path) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(outdir.rglob("*.txt")))


def _man(outdir: Path) -> str:
    text = (outdir / "examples.1").read_text(encoding="utf-8")
    text = re.sub(r"\\X'[^']*'|\\f[A-Z]|\\%|\\&|\\:", "", text)
    return text.replace("\\-", "-").replace("\\(aq", "'").replace("\\(dq", '"')


def _latex(outdir: Path) -> str:
    text = (outdir / "examples.tex").read_text(encoding="utf-8")
    text = text.replace("\\sphinxhyphen{}", "-").replace("{}", "")
    text = re.sub(r"\\sphinxhref\{[^}]*\}|\\(?:sphinxstyle)?(?:emphasis|strong)", "", text)
    return re.sub(r"[{}]", "", re.sub(r"\\([&#%$_{}])", r"\1", text))


def _texinfo(outdir: Path) -> str:
    text = (outdir / "examples.texi").read_text(encoding="utf-8")
    text = re.sub(r"@uref\{[^,}]*,([^}]*)\}", r"\1", text)
    text = re.sub(r"@(?:strong|emph|code)\{([^}]*)\}", r"\1", text)
    return re.sub(r"@([@{}])", r"\1", text).replace("@comma{}", ",")


def _xml(outdir: Path) -> str:
    trees = (ET.parse(path) for path in sorted(outdir.rglob("*.xml")))
    return "\n".join("".join(tree.getroot().itertext()) for tree in trees)


_READERS = {
    "html": _html,
    "dirhtml": _html,
    "singlehtml": _html,
    "epub": _epub,
    "text": _plain,
    "man": _man,
    "latex": _latex,
    "texinfo": _texinfo,
    "xml": _xml,
}
