"""Content of one page, right on another page that shows it too."""
