"""What is done to the doctree of a document once it is parsed, and what is read off it."""
