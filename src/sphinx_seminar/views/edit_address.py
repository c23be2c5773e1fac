"""Where a source file can be edited, by the repository settings of the theme."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sphinx.config import Config


def edit_address(config: Config, path: str) -> str | None:
    """The address that opens *path* (relative to the sources) for editing; None if not known.

    Settings of furo (``source_repository``), sphinx-book-theme (``repository_url``), and of
    pydata-sphinx-theme and sphinx-rtd-theme (``github_user`` and so on in ``html_context``).
    """
    options: Mapping[str, Any] = config.html_theme_options
    context: Mapping[str, Any] = config.html_context
    if options.get("source_repository"):
        repository = options["source_repository"]
        branch, folder = options.get("source_branch"), options.get("source_directory")
    elif options.get("repository_url"):
        repository = options["repository_url"]
        branch, folder = options.get("repository_branch"), options.get("path_to_docs")
    elif context.get("github_user") and context.get("github_repo"):
        host = str(context.get("github_url") or "https://github.com").rstrip("/")
        repository = f"{host}/{context['github_user']}/{context['github_repo']}"
        branch = context.get("github_version")
        folder = context.get("doc_path") or context.get("conf_py_path")
    else:
        return None
    parts = [str(repository).rstrip("/"), "edit", str(branch or "main"), str(folder or ""), path]
    return "/".join(
        part.strip("/") if number else part for number, part in enumerate(parts) if part
    )
