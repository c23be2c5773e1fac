"""Input that means harm, or means nothing: files, sheets and pages at random.

``python -m tests.hostile --examples 2000`` tries more of it, and other input each time.
"""

EXAMPLES = "SEMINAR_HOSTILE_EXAMPLES"
"""The variable by which that asks for more. Here, as pytest is to import hypothesis itself."""
