"""The schedule of a course."""
