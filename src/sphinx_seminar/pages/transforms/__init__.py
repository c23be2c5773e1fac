"""What is put right in the doctree of a page once it is parsed."""
