"""`python -m samples`: write all sample workbooks into resources/samples."""

from __future__ import annotations

import sys
from pathlib import Path

from samples import facility, horizon, network

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "samples"
WORKBOOKS = (horizon, facility, network)


def write_all(folder: Path) -> list[Path]:
    """Every sample workbook, written into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    return [workbook.write(folder) for workbook in WORKBOOKS]


if __name__ == "__main__":
    for path in write_all(FOLDER):
        print(path, file=sys.stderr)
