"""Who presents in which role."""
