"""Rows that could not be kept may be the very records that seem to be gone."""

from __future__ import annotations

from typing import Any

from collabdesk.intake.staged import StagedTable

_GROUPS = (
    ("code", "title", "name"),
    ("partner_code", "partner_name", "partner_short_name"),
    ("project_code", "project_acronym", "project_title"),
)


class Rejected:
    """The rejected rows of a table, asked whether one of them names a record."""

    def __init__(self, table: StagedTable, noun: str) -> None:
        names = {field.partition(".")[0] for field in table.values}
        self._groups = [g for g in _GROUPS if g[0] == "code" or g[0].partition("_")[0] in names - {noun}]
        self._rows = [(r.row, {t.strip() for t in r.texts}) for r in table.rejects]

    def why(self, record: dict[str, Any]) -> str:
        """Why a record is not taken for gone; "" where no rejected row names it."""
        if not self._rows:
            return ""
        wanted = [{v for name in group if (v := record.get(name))} for group in self._groups]
        wanted = [values for values in wanted if values]
        for row, texts in self._rows:
            if wanted and all(values & texts for values in wanted):
                return f"row {row} of the new file names it, but was rejected"
        return ""
