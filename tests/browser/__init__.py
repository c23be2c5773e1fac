"""Tests in a real browser: what readers see, wherever and whenever they look."""
