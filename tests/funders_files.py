"""The real funders' files beside this checkout; they are read there and never copied."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
FILES = sorted(p for p in FOLDER.glob("*/*") if p.suffix in {".xlsx", ".xlsm", ".xls", ".ods", ".csv"})
