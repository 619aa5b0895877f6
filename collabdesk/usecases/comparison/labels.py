"""How a person knows a record: its own name, then its partner and its project."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from collabdesk.intake.staged import StagedTable
from collabdesk.usecases.keeping.values import field_names

_OWN = ("code", "title", "name", "short_name", "acronym", "label", "category", "description", "text")
_PARTNER = ("partner_name", "partner_short_name", "partner_code")
_PROJECT = ("project_code", "project_acronym", "project_title")
_STAGED = {
    "partner_name": ("partner.name", "project.coordinator"),
    "partner_short_name": ("partner.short_name",),
    "partner_code": ("partner.code",),
    "project_code": ("project.code",),
    "project_acronym": ("project.acronym",),
    "project_title": ("project.title",),
}
_LONG = 80


def label_of(noun: str, stated: Callable[[str], Any]) -> str:
    """A label of what `stated` gives for the names of a list's columns; "" where it gives nothing."""
    own = [v for name in _OWN if (v := stated(name)) not in (None, "")][:2]
    parts = [" ".join(str(v) for v in own)]
    if noun != "partner":
        parts.append(next((str(v) for name in _PARTNER if (v := stated(name))), ""))
    if noun != "project":
        parts.append(next((str(v) for name in _PROJECT if (v := stated(name))), ""))
    return " · ".join(_short(p) for p in parts if p)


def row_label(table: StagedTable, noun: str, index: int) -> str:
    """The label of a row that is to be kept, of what its cells say."""

    def stated(name: str) -> Any:
        for field in _STAGED.get(name, field_names(noun, name)):
            values = table.values.get(field)
            if values is not None and values[index]:
                return values[index]
        return ""

    return label_of(noun, stated) or f"{noun.replace('_', ' ')} in row {table.source_rows[index]}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONG else line[: _LONG - 1] + "…"
