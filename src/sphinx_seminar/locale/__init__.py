"""Our words: every text that readers see and no author writes goes through `_` or `ngettext`.

After a change to any of them run ``python -m sphinx_seminar.locale.update``.
"""

from __future__ import annotations

from pathlib import Path

from sphinx import locale
from sphinx.application import Sphinx

from ..model.problem import Problem, Source
from .placeholders import fits
from .site_catalog import SiteCatalog, line_of, site_catalog

CATALOG = "sphinx_seminar"

_ = locale.get_translation(CATALOG)


def ready(text: str) -> str:
    """The translation of a word of ours that other code marks with ``to_translate``."""
    return locale.get_translator(CATALOG).gettext(text)


def ngettext(singular: str, plural: str, number: int) -> str:
    """The form of a text that goes with a number."""
    return locale.get_translator(CATALOG).ngettext(singular, plural, number)


def add_catalog(app: Sphinx) -> tuple[list[Problem], list[Problem]]:
    """Register the translations that are beside this file, behind the words of the site.

    Returns the problems of the site's files that cannot be read, and those of single words.
    """
    app.add_message_catalog(CATALOG, str(Path(__file__).parent))
    own = site_catalog(app, CATALOG)
    wrong = []
    if own.translations is not None:
        wrong = _wrong(own)
        own.translations.add_fallback(locale.get_translator(CATALOG))
        locale.translators["general", CATALOG] = own.translations
    # Some of our words are in the doctrees: where those of the site change, all is read again.
    app.add_config_value("seminar_words", own.digest, "env", types=(str,))
    return own.problems, wrong


def _wrong(own: SiteCatalog) -> list[Problem]:
    """What would break a text; it is left out, so that ours is shown."""
    problems = []
    for key, text in list(own.texts.items()):
        original = key if isinstance(key, str) else key[0]
        if original and not text:
            del own.texts[key]  # compiled by hand: gettext would show nothing
        elif original and not fits(original, text, is_plural=not isinstance(key, str)):
            del own.texts[key]
            message = (
                f"{original!r} is translated as {text!r}; "
                "write the same words in braces in both, or none"
            )
            path = own.paths[key]
            problems.append(Problem("words", message, Source(path, line_of(path, original))))
    return list(dict.fromkeys(problems))  # the forms of a plural may all be wrong in one way
