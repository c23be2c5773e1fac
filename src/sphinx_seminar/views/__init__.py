"""Model to docutils nodes: what readers see."""
