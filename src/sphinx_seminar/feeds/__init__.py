"""A planned course into files beside its pages, for readers and other programs to take away."""
