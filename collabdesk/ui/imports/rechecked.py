"""What a new look at a table changed, in one sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from collabdesk.domain.problems import Severity
from collabdesk.ui.imports.words import attribute_text, kind_text, sum_text
from collabdesk.ui.texts import number_text
from collabdesk.usecases.staged import StagedTable

translate = QCoreApplication.translate


def changes_text(old: StagedTable, new: StagedTable) -> str:
    """`Checked again: rows imported 96 → 99, problems 17 → 3.`; that nothing else changed where it did not."""
    parts = []
    if old.kind != new.kind:
        parts.append(f"{kind_text(old.kind)} → {kind_text(new.kind)}")
    counts = (
        (translate("Imports", "rows imported"), old.rows_accepted, new.rows_accepted),
        (translate("Imports", "rejected"), old.rows_rejected, new.rows_rejected),
        (translate("Imports", "problems and warnings"), _matters(old), _matters(new)),
    )
    parts += [f"{words} {number_text(one)} → {number_text(two)}" for words, one, two in counts if one != two]
    for field in dict.fromkeys((*old.totals, *new.totals)):
        one, two = old.totals.get(field), new.totals.get(field)
        if (one.sum if one else None) != (two.sum if two else None):
            said = [sum_text(field, t.sum, new.currency) if t else "–" for t in (one, two)]
            parts.append(f"{attribute_text(field)} {said[0]} → {said[1]}")
    if not parts:
        return translate("Imports", "Checked again: rows, problems and sums are as before.")
    return translate("Imports", "Checked again: {changes}.").format(changes=", ".join(parts))


def _matters(table: StagedTable) -> int:
    return sum(1 for p in table.problems if p.severity != Severity.NOTE)
