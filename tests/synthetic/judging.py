"""What is wrong with the tables found in a made-up sheet, in words; nothing when all is as it should be."""

from __future__ import annotations

from random import Random

from collabdesk.intake.found import Mapped, TableFound
from collabdesk.intake.mapping import understand
from collabdesk.intake.tables import find_tables
from synthetic.expected import ExpectedTable, Sheet
from synthetic.sheets import FAMILIES


def sheet_of(family: str, seed: int) -> Sheet:
    """The sheet of a family and seed; the same each time while the vocabularies stay the same."""
    return FAMILIES[family](Random(f"{family} {seed}"))


def faults(sheet: Sheet) -> list[str]:
    """What differs from the truth: tables missing or too many, rows taken wrongly, another kind."""
    found, why = find_tables(sheet.grid)
    if len(found) != len(sheet.tables):
        return [f"tables: {len(found)} found ({why}), {len(sheet.tables)} there"]
    said = []
    for mine, true in zip(found, sheet.tables, strict=True):
        said += _structure(mine, true) or _meaning(understand(mine, sheet.grid), mine, true)
    return said


def _structure(mine: TableFound, true: ExpectedTable) -> list[str]:
    said = []
    if mine.layout != true.layout:
        return [f"layout: {mine.layout} instead of {true.layout}"]
    if true.layout in ("rows", "matrix") and mine.header_rows != true.header_rows:
        said.append(f"header: {mine.header_rows} instead of {true.header_rows}")
    if true.layout != "key_value" and mine.anchors != true.anchors:
        more, less = sorted(set(mine.anchors) - set(true.anchors)), sorted(set(true.anchors) - set(mine.anchors))
        said.append(f"records: too many {more[:6]}, too few {less[:6]}")
    aside = {s.row: s.why for s in mine.set_aside}
    if true.layout in ("rows", "matrix") and aside != true.aside:
        wrong = {r: (aside.get(r), true.aside.get(r)) for r in aside.keys() | true.aside.keys()}
        said.append(f"aside: (found, true) { ({r: w for r, w in sorted(wrong.items()) if w[0] != w[1]}) }")
    texts = {h.label[1]: h.text for h in mine.headers}
    for column, text in true.headers.items():
        if texts.get(column) != text:
            said.append(f"header text: {texts.get(column)!r} instead of {text!r}")
            break
    return said


def _meaning(understood: Mapped, mine: TableFound, true: ExpectedTable) -> list[str]:
    said = []
    if true.kind and understood.kind != true.kind:
        said.append(f"kind: {understood.kind} instead of {true.kind}")
    elif true.kind and not understood.is_signed:
        said.append("kind: not signed")
    return said
