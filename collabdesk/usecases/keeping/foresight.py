"""What a file will probably meet: read while the file itself is still being read in its own process.

A list that came before comes again: the records that its last version gave or met are what the new one is compared
with. They are read whole, field by field, in the seconds in which this process would only wait.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from collabdesk.domain.batches import SourceFile, SourceTable
from collabdesk.domain.problems import Cancelled
from collabdesk.intake.canonical import canonical
from collabdesk.usecases.keeping.records import KEYS
from collabdesk.usecases.keeping.values import Columns, types_of
from collabdesk.usecases.keeping.versions import family
from collabdesk.usecases.uncollected import uncollected
from collabdesk.usecases.workspace import Workspace

_MOST = 250_000
"""Records of a noun: more would fill memory and make a person who cancels wait."""
_CONCLUDED = ("status", "currency", "form", "role", "basis")


@dataclass(slots=True)
class Foreseen:
    """Every record of some nouns, as kept after the change of this number; each noun is handed out once."""

    change: int
    columns: dict[str, Columns]

    def take(self, noun: str, fields: Sequence[str]) -> Columns | None:
        """The columns of a noun's records, by id; None where they were not foreseen or lack a field."""
        found = self.columns.pop(noun, None)
        return found if found is not None and set(fields) <= found.keys() else None


def foresee(workspace: Workspace, name: str, is_cancelled: Callable[[], bool] | None) -> Foreseen | None:
    """What the next version of the file of this name will meet; None where none like it was imported."""

    def check() -> None:
        if is_cancelled is not None and is_cancelled():
            raise Cancelled

    try:
        with workspace.watched(check):
            return _foreseen(workspace, name)
    except Cancelled:
        return None


@uncollected()
def _foreseen(workspace: Workspace, name: str) -> Foreseen | None:
    before = workspace.last_change
    files = [f for f in cast("list[SourceFile]", workspace.find("source_file")) if family(f.name) == family(name)]
    if not files:
        return None
    foreseen = Foreseen(before, {})
    tables = cast("list[SourceTable]", workspace.find("source_table", file_id=files[-1].id))
    for noun, fields in _wanted(tables).items():
        if 0 < workspace.count(noun) <= min(_MOST, 2 * _rows(tables)):
            foreseen.columns[noun] = workspace.kept_columns(noun, fields)
    return foreseen if workspace.last_change == before else None


def _rows(tables: Sequence[SourceTable]) -> int:
    return max((json.loads(t.account)["rows"]["accepted"] for t in tables), default=0)


def _wanted(tables: Sequence[SourceTable]) -> dict[str, list[str]]:
    """The nouns that are known by keys, with the fields that these tables had, refer by, or gave rise to."""
    known = canonical()
    wanted: dict[str, list[str]] = {}
    for table in tables:
        read = [known[name] for name in json.loads(table.mapping) if name in known]
        names = {field.noun for field in read} | (
            {"participation"} if any(f.noun == "partner" for f in read) else set()
        )
        for noun in KEYS.keys() & names:
            fields = wanted.setdefault(noun, [n for n in types_of(noun) if n.endswith("_id") and n != "batch_id"])
            fields += [f.attribute for f in read if f.noun == noun and f.attribute not in fields]
            fields += [n for n in _CONCLUDED if n in types_of(noun) and n not in fields]
    return wanted
