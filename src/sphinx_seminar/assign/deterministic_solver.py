"""A solver that gives the same answer everywhere: no clock decides when it ends."""

from __future__ import annotations

from ortools.sat.python import cp_model


def deterministic_solver(time: float, *, linearization: int, seed: int = 0) -> cp_model.CpSolver:
    """One worker that stops after *time* in the solver's own, deterministic units.

    These count work. A unit takes two to five seconds on a busy machine of two cores. The higher
    *linearization* is, from 0 to 2, the more of the model is in the linear relaxation.
    """
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = seed
    solver.parameters.linearization_level = linearization
    solver.parameters.max_deterministic_time = time
    return solver
