"""One directive a file: markup in, nodes out. Directives parse and record, and decide nothing."""
