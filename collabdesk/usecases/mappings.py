"""Mappings that a person made by hand: checked, saved under a name, and found again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from collabdesk.domain.problems import Refused
from collabdesk.intake.canonical import canonical
from collabdesk.intake.kind import kinds
from collabdesk.usecases.workspace import Workspace


def field_names() -> tuple[str, ...]:
    """Every canonical field that a header can be mapped to."""
    return tuple(canonical())


def kind_names() -> tuple[str, ...]:
    """Every kind of table."""
    return tuple(kinds())


def check_fields(overrides: Mapping[str, str]) -> None:
    """Refused for a field that does not exist."""
    for header, field in overrides.items():
        if field and field not in canonical():
            raise Refused(f"There is no field {field!r} to map {header!r} to.{_near(field, canonical())}", "no-field")


def check_kind(kind: str | None) -> None:
    """Refused for a kind of table that does not exist."""
    if kind is not None and kind not in kinds():
        raise Refused(f"There is no kind of table {kind!r}. There are: {', '.join(kinds())}.", "no-kind")


def load(workspace: Workspace | None, name: str) -> Mapping[str, str]:
    """How an earlier import understood a file: `Sheet!header` to canonical field, "" where a header was left out.

    The mapping's name is the file's, with or without its ending; the latest import of that name counts. Refused
    when there is none.
    """
    files = workspace.find("source_file") if workspace is not None else []
    named = [f for f in files if name in (f.name, f.name.rpartition(".")[0])]  # type: ignore[attr-defined]
    if workspace is None or not named:
        raise Refused(f"There is no saved mapping {name!r}: no file of that name was imported.", "no-mapping")
    found: dict[str, str] = {}
    for table in workspace.find("source_table", file_id=named[-1].id):
        told = json.loads(table.account)  # type: ignore[attr-defined]
        for column in told["columns"] + told["unmapped"]:
            found[f"{told['sheet']}!{column['header']}"] = column.get("field", "")
    return found


def _near(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), 3)
    return f" Did you mean {' or '.join(near)}?" if near else ""
