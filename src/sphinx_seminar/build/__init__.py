"""What a build decides: which pages are written anew, and what is not published."""
