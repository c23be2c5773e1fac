"""Addresses of a source, as the new course links to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from posixpath import normpath
from urllib.parse import parse_qs, unquote, urljoin, urlsplit

from ..load.course_path import file_in
from ..model.address import is_safe, scheme_of

_PAGES = {".md", ".markdown", ".rst", ".html", ".htm"}


def is_redirect(address: str) -> bool:
    """Whether Google has put an address of its own before the one that is meant."""
    if not address.startswith(("https://www.google.com/url?", "http://www.google.com/url?")):
        return False
    meant = parse_qs(urlsplit(address).query).get("q", [""])[0]
    return meant.startswith(("https://", "http://"))


@dataclass(slots=True)
class Addresses:
    """What relative addresses of a source lead to."""

    folder: Path
    """The folder of the source."""
    base: str | None = None
    """The address of the site that the source is from, if it is known."""
    root: Path | None = None
    """The folder of the site that the source is of, which addresses with a slash start from."""
    baseurl: str = ""
    """What such addresses have before the path in that folder."""
    files: dict[str, Path] = field(default_factory=dict)
    """The files beside the source that it links to, by their path, to be copied."""

    def resolve(self, address: str) -> str:
        """*address* as it can be written. Raises `ValueError` with the reason where it cannot."""
        if not is_safe(address):
            raise ValueError("an address that a page cannot link to")
        if is_redirect(address):
            address = parse_qs(urlsplit(address).query)["q"][0]
            return self.resolve(address) if not is_redirect(address) else address
        if scheme := scheme_of(address):
            if scheme != "mailto" and not urlsplit(address).netloc:
                raise ValueError("an address that leads nowhere")
            return address
        if address.startswith("//"):
            return f"https:{address}"
        if self.base:
            return urljoin(self.base, address)
        if self.baseurl and address.startswith(f"{self.baseurl}/"):
            address = address.removeprefix(self.baseurl)
        name = normpath(unquote(address.lstrip("/")))
        folder = (self.root or self.folder) if address.startswith("/") else self.folder
        try:
            path = file_in(folder, name, "file")
        except ValueError:
            raise ValueError(
                "an address with no file beside the source; put the file there, or name the "
                "address of the old page with --base"
            ) from None
        if path.suffix.casefold() in _PAGES:
            raise ValueError(
                "an address of another page; name the address of the old page (--base)"
            )
        self.files[name] = path
        return name
