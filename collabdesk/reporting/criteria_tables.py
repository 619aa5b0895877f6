"""The criteria of an audit as tables, by dimension: in the body while they are few, else in an annex."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.reporting.content import Block, Column, Table, Text
from collabdesk.reporting.inputs.criteria import AppliedCriteria, AppliedStandard
from collabdesk.reporting.language import retold, t

FEW = 15
"""So many criteria are read in the body; more would keep a reader from the results."""
_NONE = "\u2013"


def tables(applied: AppliedCriteria) -> Iterator[Block]:
    """What is checked, and what the team judges."""
    checked = [one for one in applied.standards if not one.is_judged]
    judged = [one for one in applied.standards if one.is_judged]
    if checked:
        yield _table("Criteria applied", checked, applied)
    if judged:
        yield _table("Criteria judged by the audit's team", judged, applied)


def are_few(applied: AppliedCriteria) -> bool:
    """Whether they stand in the body."""
    return len(applied.standards) <= FEW


def _table(caption: str, standards: list[AppliedStandard], applied: AppliedCriteria) -> Table:
    """The criteria by their dimensions, each headed by its word; within one as the set has them."""
    words = [word for word, _ in applied.dimensions]
    words += dict.fromkeys(one.dimension for one in standards if one.dimension not in words)
    rows: list[tuple[Text, ...]] = []
    heads = []
    for word in words:
        its = [one for one in standards if one.dimension == word]
        if its:
            heads.append(len(rows))
            rows += [((headed(word),), ("",), ("",))]
            rows += [((retold(one.title),), (retold(one.asks),), (_source(one),)) for one in its]
    columns = (Column("Criterion", 2.3), Column("What it asks", 4.3), Column("Source", 3.8))
    return Table(caption, columns, tuple(rows), strong_rows=tuple(heads))


def headed(word: str) -> str:
    """The word of a dimension as it heads its criteria."""
    spoken = retold(word)
    return spoken[:1].upper() + spoken[1:]


def _source(one: AppliedStandard) -> str:
    if not one.source:
        return _NONE
    if one.is_confirmed:
        return retold(one.source)
    return t("{source} (unconfirmed)", source=retold(one.source))
