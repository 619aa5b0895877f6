"""What a person decided about an import after seeing how it compares with what is there."""

from __future__ import annotations

from dataclasses import dataclass, field

TableKey = tuple[int, int]
"""(file, table), both from 0, as they stand in the look."""


@dataclass(slots=True)
class Decisions:
    """Decisions beyond the options of the look; the empty one accepts everything and removes nothing.

    `left_out`: for a table, the records (their place in `source_rows`) that are not to be kept.
    `removed`: (noun, id) of records that the newer file has no more and that shall go.
    `same`: a partner's name and identifier as the files give them ("" where none) -> the partner that is meant.
    `different`: such a name and identifier with a partner that is not meant, so that nobody asks again.
    """

    left_out: dict[TableKey, set[int]] = field(default_factory=dict)
    removed: set[tuple[str, int]] = field(default_factory=set)
    same: dict[tuple[str, str], int] = field(default_factory=dict)
    different: set[tuple[str, str, int]] = field(default_factory=set)
