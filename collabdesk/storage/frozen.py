"""What may never change again: a signed report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from collabdesk.domain.problems import Refused
from collabdesk.storage.shelf import names

_SIGNED = ("signed", "superseded")


def refuse_if_frozen(noun: str, old: Sequence[Any], new: Sequence[Any] | None = None) -> None:
    """Refused when going from row `old` to `new` (None: deleted) would change or remove a signed report."""
    if noun != "report":
        return
    status = names(noun).index("status")
    if old[status] not in _SIGNED:
        return
    allowed = list(old)
    allowed[status] = "superseded"
    if new is None or list(new) != allowed:
        raise Refused("A signed report never changes. Issue a new one that supersedes it.", "signed")
