"""What kinds of change there are, and what one did."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """What kind of change a step is."""

    EDIT = "edit"
    IMPORT = "import"
    AUDIT = "audit"
    REPORT = "report"
    UNDO = "undo"
    REDO = "redo"
    REVERT = "revert"
    RESTORE = "restore"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Change:
    """What a step did: views of these nouns look again. `id` is the journal's number, 0 when nothing changed."""

    id: int = 0
    label: str = ""
    nouns: frozenset[str] = frozenset()
    batch_id: int | None = None
