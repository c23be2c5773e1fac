"""``sphinx-seminar pdf``: a PDF with all that PDF/UA asks for, and a line for what it lacks."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pikepdf import Pdf

from sphinx_seminar.cli import main

from ..conftest import CONF
from ..docs.pages import code
from ..forked import run_forked
from ..languages.seminar import PICTURE
from ..samples import COURSE
from ..tools import skip_or_fail
from .tagged import elements, faults, unread_texts

pytestmark = pytest.mark.tools

PAGE = """\
# Tides & currents

:::{course-info}
:::

:::{this-week}
:::

## Schedule

:::::{schedule}
::::{session} First
:speaker: Ada Brook

:::{readings}
- [A paper](https://papers.example/1)
:::

:::{readings}
:optional:
- [Another](https://papers.example/2)
:::

:::{presenters}
Author: Wei Lindqvist
Reviewer: Mina Park
:::

:::{deadline} [Review](https://x.example)
:when: class
:::
::::
:::::

:::{deadlines}
:::

![High tide](tide.png)

![](low.png)

![Far](https://pictures.example/far.png)

![Out](../../secret.png)

```{math}
a^2
```

```python
print(1)
```

```{toctree}
second
```
"""
FILES: dict[str, str | bytes] = {
    "conf.py": f'{CONF}language = "de"\nhtml_theme = "furo"\n',
    "course.yml": COURSE,
    "index.md": PAGE,
    "second.md": "# Second page\n\n## Its part\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n",
    "tide.png": PICTURE,
    "low.png": PICTURE,
}


@dataclass
class Made:
    """What the command has said and written."""

    path: Path
    status: int
    said: list[str]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    folder = tmp_path_factory.mktemp("pdf")
    for name, content in FILES.items():
        raw = content if isinstance(content, bytes) else content.encode()
        (folder / name).write_bytes(raw)
    command = shlex.split(code("how-to/accessible-pdf.md", "sh")[0].splitlines()[1])
    ran = run_forked(main, command[1:], cwd=folder)
    if "install Pango" in ran.stderr:
        skip_or_fail(ran.stderr)
    yield Made(folder / command[-1], ran.returncode, ran.stdout.splitlines())
    shutil.rmtree(folder)


def test_it_has_all_that_a_program_can_find_of_pdf_ua(made: Made) -> None:
    assert faults(made.path) == []
    with Pdf.open(made.path) as pdf:
        assert str(pdf.Root.Lang) == "de"
        with pdf.open_metadata() as about:
            assert about["dc:title"] == "Tides & currents"
        found = [str(element.S) for element in elements(pdf)]
        heads = [kind for kind in found if kind[:2] == "/H"]
        assert heads == ["/H1", "/H2", "/H3", "/H3", "/H4"]
        assert {"/Table", "/THead", "/TH", "/TD", "/L", "/LI", "/Link", "/Figure"} <= set(found)
        with pdf.open_outline() as outline:
            assert [entry.title for entry in outline.root] == ["Tides & currents"]


def test_each_page_has_its_number_and_all_but_the_first_the_title_and_no_screen_reader_reads_them(
    made: Made,
) -> None:
    first, *others = unread_texts(made.path)
    assert first == 1
    # The last has the title of its own page of the site as well.
    assert [*others[:-1], others[-1] - 1] == [2] * len(others)
    assert made.said[0] == f"tides.pdf: {1 + len(others)} pages"


def test_it_says_what_its_author_has_to_add(made: Made) -> None:
    first, *problems = made.said
    assert first.startswith("tides.pdf: ")
    assert made.status == 1
    # What is outside of the site is not read, on this machine or elsewhere.
    assert problems.pop().endswith("/secret.png; put a copy beside the page")
    guide = code("how-to/accessible-pdf.md", "text")[0].splitlines()
    assert problems == [
        guide[0].replace("waves.png", "low.png"),
        guide[2].replace("3", "1"),
        guide[1],
    ]


@pytest.mark.parametrize(
    ("key", "fault"),
    [("/Lang", "it has no language"), ("/MarkInfo", "it is not marked as tagged")],
)
def test_the_check_finds_what_is_not_there(
    key: str, fault: str, made: Made, tmp_path: Path
) -> None:
    """The control of the first test."""
    with Pdf.open(made.path) as pdf:
        del pdf.Root[key]
        for element in elements(pdf):
            if str(element.S) == "/TH":
                del element.A
            if str(element.S) == "/Figure":
                del element.Alt
            if str(element.S) == "/H1":
                del element.K
        page = pdf.pages[0]
        page.contents_add(b"0 0 9 9 re f", prepend=True)
        pdf.save(tmp_path / "spoiled.pdf")
    found = faults(tmp_path / "spoiled.pdf")
    assert fault in found
    assert "a head of a table has no scope" in found
    assert "a picture has no text" in found
    assert "page 1: f is outside of all tags" in found
    assert "page 1: 1 tagged parts are not in the structure" in found


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["."], "no conf.py is there"),
        ([".", "--output", "x.txt"], "x.txt does not end in .pdf; write such as x.pdf"),
    ],
)
def test_what_cannot_be_written_is_told(
    arguments: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["pdf", *arguments]) == 2
    assert said in capsys.readouterr().err
