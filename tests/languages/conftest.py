"""The site with every directive, built once for each language and builder."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sphinx.testing.util import SphinxTestApp

from ..conftest import CONF, Folder, Site
from .seminar import FILES, TODAY

InLanguage = Callable[..., Site]
"""The type of the fixture `in_language`: ``in_language("de", "text")``."""

# Open slots lead to where the sheet can be edited.
_REPOSITORY = 'html_context = {"github_user": "schola", "github_repo": "seminarium"}\n'


@pytest.fixture(scope="session")
def in_language(tmp_path_factory: pytest.TempPathFactory) -> InLanguage:
    """Builds the site in a language the first time that it is asked for."""
    built: dict[tuple[str, str], Site] = {}

    def build(language: str, builder: str = "html") -> Site:
        if (language, builder) not in built:
            srcdir = tmp_path_factory.mktemp("site") / "source"
            srcdir.mkdir()
            folder = Folder(srcdir, SphinxTestApp)
            folder.write(FILES | {"conf.py": CONF + _REPOSITORY})
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("SOURCE_DATE_EPOCH", TODAY)
                site = folder.build(builder, confoverrides={"language": language})
            built[language, builder] = site
        return built[language, builder]

    return build
