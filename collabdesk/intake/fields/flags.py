"""Yes or no, in the words that funders' forms use."""

from __future__ import annotations

from collections.abc import Sequence

from collabdesk.domain.problems import Severity
from collabdesk.intake.fields.column import Asked, ColumnRead, Issue, is_null, short, types_of
from collabdesk.intake.grid import Value

_YES = frozenset({
    "yes", "y", "true", "t", "1", "x", "✓", "✔", "☒", "☑", "oui", "o", "vrai", "ja", "j", "wahr", "sí", "si", "s",
    "sì", "verdadero", "vero", "sim", "verdadeiro", "tak", "ano", "áno", "da", "igen", "kyllä", "ναι", "да", "jah",
    "jā", "taip", "evet", "так", "po", "jo", "sea", "igaz", "pravda", "prawda", "tosi", "はい", "是", "예", "네", "نعم",
    "हाँ", "✅", "on", "direct", "checked",
})  # fmt: skip
_NO = frozenset({
    "no", "n", "false", "f", "0", "non", "faux", "nein", "falsch", "nee", "não", "nao", "falso", "nie", "ne", "nem",
    "ei", "όχι", "οχι", "нет", "не", "nē", "nej", "nei",
    "nu", "hayır", "ні", "hamis", "nepravda", "fałsz", "väär", "epätosi", "いいえ", "否", "아니오",
    "لا", "नहीं", "✗", "❌", "off", "☐", "unchecked", "indirect",
})  # fmt: skip


def read_flags(values: Sequence[Value], _asked: Asked) -> ColumnRead:
    """1, 0, or None where nothing is said; a word that is neither is a warning and None."""
    if types_of(values) == {str}:
        once = {value: None if value is None else _flag(value) for value in set(values)}
        if all(flag is not None or value is None for value, flag in once.items()):  # the common case at speed
            kept = list(map(once.__getitem__, values))
            return ColumnRead(list(kept), blank=kept.count(None))
    read = ColumnRead([None] * len(values))
    known: dict[tuple[type, Value], int | None] = {}
    for i, value in enumerate(values):
        if value is None:
            read.blank += 1
            continue
        key = (type(value), value)
        if key not in known:
            known[key] = _flag(value)
        flag = known[key]
        if flag is not None:
            read.values[i] = flag
        elif isinstance(value, str) and is_null(value.strip()):
            read.blank += 1
        else:
            text = f"{short(value)!r} is neither yes nor no, left blank"
            read.issues.append(Issue(i, "not-a-flag", text, Severity.WARNING))
    return read


def _flag(value: Value) -> int | None:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int | float):
        return int(value) if value in (0, 1) else None
    word = str(value).strip().casefold()
    return 1 if word in _YES else 0 if word in _NO else None
