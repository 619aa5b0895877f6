"""What a kind of table is: the record its rows become, the fields it may hold, and what it is known by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from collabdesk import discovery
from collabdesk.intake.canonical import canonical


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of table.

    `noun` is the record each row becomes. `nouns` are the prefixes of the canonical fields that may stand in
    such a table, its own first. `signs` says what it is known by: any one of the field groups must be mapped
    completely; any of `signs_where_named` too, but only on a sheet that is named after this kind. `typical` fields
    speak for this kind when several fit, `against` speak against it. `reads` turns what a header says into this
    kind's field: `*.name` (a bare word such as "Name") or another noun's field.
    `key` are the fields by which a record is known again. `many` are fields that several columns may fill
    together. `unlabelled` is what a column of numbers or codes without a header holds, `names`
    what the first column of varied texts holds where no header says it (the noun's title, where left out).
    """

    name: str
    noun: str
    nouns: tuple[str, ...]
    signs: tuple[tuple[str, ...], ...]
    key: tuple[str, ...]
    typical: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()
    reads: Mapping[str, str | None] = field(default_factory=dict)
    many: frozenset[str] = frozenset()
    signs_where_named: tuple[tuple[str, ...], ...] = ()
    unlabelled: str | None = None
    names: str = ""

    def resolve(self, said: str) -> str | None:
        """This kind's canonical field for what a header says, None where it has no such field."""
        prefix, _, attribute = said.partition(".")
        if said == "*.unlabelled":
            return self.unlabelled
        if said in self.reads:
            return self.reads[said]
        if prefix == "*":
            said = f"{self.nouns[0]}.{attribute}"
        elif prefix not in self.nouns:
            return None
        return said if said in canonical() else None

    @property
    def fields(self) -> tuple[str, ...]:
        """Every canonical field that such a table may hold, its own noun's first."""
        return tuple(name for noun in self.nouns for name in canonical() if name.partition(".")[0] == noun)


@cache
def kinds() -> dict[str, Kind]:
    """Every kind of table by name."""
    from collabdesk.intake import kinds as package

    return {kind.name: kind for kind in discovery.constants(package, "KIND")}
