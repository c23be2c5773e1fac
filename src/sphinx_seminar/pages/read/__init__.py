"""The finished doctree of a page into facts."""
