"""Which files are versions of one list by their names."""

from __future__ import annotations

import re
from pathlib import PurePath


def family(name: str) -> str:
    """A file's name without its ending, numbers and dates: `Projects 2024-03.xlsx` and `projects_2025.csv` are one."""
    return re.sub(r"[\W\d_]+", " ", PurePath(name).stem).strip().casefold()
