"""What a person can say of a table by hand: which fields and kinds there are, and whether a word is one of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from collabdesk.domain.problems import Refused
from collabdesk.intake.canonical import canonical
from collabdesk.intake.kind import kinds


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


def _near(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), 3)
    return f" Did you mean {' or '.join(near)}?" if near else ""
