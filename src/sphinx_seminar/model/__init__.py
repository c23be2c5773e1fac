"""What a seminar is: course, term and dates, sessions, readings, presenting.

Frozen dataclasses and pure functions. Nothing here knows Sphinx or docutils, and a test proves it.
"""
