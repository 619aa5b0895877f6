"""Which moves of status each noun allows."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import cache
from importlib import import_module
from typing import Any

from collabdesk.domain.nouns import NOUNS
from collabdesk.domain.problems import Refused
from collabdesk.domain.records import Record
from collabdesk.domain.statuses import Moves


@cache
def moves_of(noun: str) -> Moves:
    """The noun's table of moves, which stands beside its dataclass."""
    moves = getattr(import_module(NOUNS[noun].__module__), "STATUSES", None)
    if not isinstance(moves, Moves):
        raise Refused(f"A {noun.replace('_', ' ')} has no status.", "no-status")
    return moves


def moved(record: Record, moves: Moves, status: str, reason: str = "") -> Record:
    """The record in its new status; `reason` goes where the noun keeps one (a dismissed finding)."""
    now: str = record.status  # type: ignore[attr-defined]
    moves.check(now, status)
    known = {f.name for f in fields(record)}
    new: dict[str, Any] = {"status": status}
    if reason and f"{status}_because" in known:
        new[f"{status}_because"] = reason
    return replace(record, **new)
