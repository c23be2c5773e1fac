"""Fills the open slots of a course: what is asked for, the solver, conflicts, and the sheet."""
