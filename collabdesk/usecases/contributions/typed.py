"""What cannot be typed into a credit event: once it is credited or cancelled its value and its ties stay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

FINAL = ("credited", "cancelled")


def objections(before: Mapping[str, Any], values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(field, sentence) for each value that would change an event that is final; its title may be put right."""
    status = before.get("status")
    if status in FINAL:
        for field, value in values.items():
            if field != "title" and value != before.get(field):
                yield field, f"A credit event that is {status} does not change any more; undo takes the move back."
