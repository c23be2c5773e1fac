"""``python -m sphinx_seminar``: the command ``sphinx-seminar``."""

from __future__ import annotations

import sys

from .cli import main

sys.exit(main())
