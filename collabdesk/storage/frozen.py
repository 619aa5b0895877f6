"""What may never change again: a signed report, an approved version of a budget and its lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection

from collabdesk.domain.problems import Refused
from collabdesk.storage.shelf import find_rows, names

_SIGNED = ("signed", "superseded")
_APPROVED = ("approved", "superseded")
# Which partner a record means is no matter of its content: two partners that are one are merged everywhere.
_MAY_CHANGE = frozenset({"partner_id", "version"})


def refuse_if_frozen(noun: str, old: Sequence[Any], new: Sequence[Any] | None = None) -> None:
    """Refused when going from row `old` to `new` (None: deleted) would change or remove a signed report or an approved
    version of a budget.
    """
    if noun == "report" and _value(noun, old, "status") in _SIGNED and not _is_superseded(noun, old, new):
        raise Refused("A signed report never changes. Issue a new one that supersedes it.", "signed")
    if noun == "budget_version" and _value(noun, old, "status") in _APPROVED and not _is_superseded(noun, old, new):
        called = _value(noun, old, "code") or "This version"
        raise Refused(
            f"{called} was approved and does not change any more. Begin a new version from it.", "approved-version"
        )


def refuse_if_approved(
    connection: Connection, noun: str, changes: Iterable[tuple[Sequence[Any] | None, Sequence[Any] | None]]
) -> None:
    """Refused when one of the changes, each from an old row to a new one (None: there is none), is of a budget line
    whose version is no draft any more.
    """
    if noun != "budget":
        return
    touched = {
        version
        for old, new in changes
        for row in (old, new)
        if row is not None and (version := _value(noun, row, "budget_version_id")) and not _is_quiet(noun, old, new)
    }
    if not touched:
        return
    for row in find_rows(connection, "budget_version", {"id": sorted(touched)}):
        status, code = _value("budget_version", row, "status"), _value("budget_version", row, "code")
        if status in _APPROVED:
            raise Refused(
                f"The lines of {code}, which was approved, do not change any more. Begin a new version from it.",
                "approved-version",
            )
        if status == "proposed":
            raise Refused(
                f"{code} is proposed. Send it back to draft before its lines are changed.", "proposed-version"
            )


def _value(noun: str, row: Sequence[Any], field: str) -> Any:
    return row[names(noun).index(field)]


def _is_superseded(noun: str, old: Sequence[Any], new: Sequence[Any] | None) -> bool:
    allowed = list(old)
    allowed[names(noun).index("status")] = "superseded"
    return new is not None and list(new) == allowed


def _is_quiet(noun: str, old: Sequence[Any] | None, new: Sequence[Any] | None) -> bool:
    if old is None or new is None:
        return False
    changed = {name for name, a, b in zip(names(noun), old, new, strict=True) if a != b}
    return changed <= _MAY_CHANGE
