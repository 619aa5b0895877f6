"""An issued report says for ever what it said, and a signed one stands: asked at the end of every step."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection

from collabdesk.domain.problems import Refused
from collabdesk.storage.touched import Fields, Touch, touched_in_bulk, touches

_SIGNED = ("signed", "superseded")
_BACKWARDS = frozenset({"undo", "redo", "revert"})
# The way from draft to signed is written on the record; what the report says is not.
_MAY_CHANGE = frozenset({"status", "reviewed_by", "signed_by", "signed_at", "signature"})


def refuse(connection: Connection, step_id: int, act: str, changed: Collection[str]) -> None:
    """Refused where the step alters what an issued report says, or alters or removes a signed one, whatever its way.

    A signed report may only be superseded; an undo does not take that back either.
    """
    if "report" not in changed:
        return
    for t in (*touches(connection, step_id, "report"), *touched_in_bulk(connection, step_id, "report")):
        if t.before is None:
            continue
        if t.before["status"] in _SIGNED and not _is_superseded(t):
            raise Refused(_signed(t.before, act), "signed")
        if t.changed - _MAY_CHANGE:
            raise Refused(f"Report {t.before['code']} was issued and says what it says. Issue another one.", "issued")


def _is_superseded(t: Touch) -> bool:
    return bool(t.after and t.before and t.after["status"] == "superseded" and t.changed <= {"status"})


def _signed(report: Fields, act: str) -> str:
    if act in _BACKWARDS:
        return f"Report {report['code']} is signed, and nothing takes that back. A later report may supersede it."
    return f"Report {report['code']} is signed and never changes. Issue a new one that supersedes it."
