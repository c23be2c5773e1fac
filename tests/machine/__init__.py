"""A machine that edits a course at random and holds every build against a clean one.

``python -m tests.machine --steps 300 --seed 7`` runs it; what it does is in `driver`.
"""
