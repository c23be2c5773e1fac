"""Fills the open places of a course: what is asked for, the solver, conflicts, and the sheet."""
