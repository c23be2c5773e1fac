"""What authors write in pages: directives, and what is read from them."""
