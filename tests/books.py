"""What the books say, whatever the order in which it was written: records without ids, their references followed."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

from collabdesk.domain.nouns import NOUNS
from collabdesk.domain.records import Record
from collabdesk.usecases.workspace import Workspace

_OF_THE_ROW = set(Record.__dataclass_fields__)
_OF_THE_IMPORT = {"batch", "source_file", "source_table", "profile", "report"}

Said = tuple[Any, ...]


def books(workspace: Workspace) -> dict[str, Counter[Said]]:
    """Noun -> how often each record is there, told by its own fields and by what it refers to."""
    records = {noun: {r.id: r for r in workspace.find(noun)} for noun in NOUNS if noun not in _OF_THE_IMPORT}

    @cache
    def said(noun: str, number: int) -> Said:
        record = records[noun][number]
        told = []
        for name in type(record).__dataclass_fields__:
            if name in _OF_THE_ROW:
                continue
            value = getattr(record, name)
            other = name.removesuffix("_id")
            if value is not None and name.endswith("_id") and other in records:
                value = said(other, value)
            if value is not None and value != "":
                told.append((name, value))
        return tuple(told)

    return {noun: Counter(said(noun, number) for number in some) for noun, some in records.items()}
