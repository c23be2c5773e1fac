"""Speed and memory, as ratios of paired builds: ``python -m tests.benchmarks``."""
