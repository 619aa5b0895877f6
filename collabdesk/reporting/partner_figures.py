"""Figures of one partner, as its own statement names them: the partner's name is not said again on every line."""

from __future__ import annotations

from collections.abc import Sequence

from collabdesk.domain.figures import Figure
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.reporting.content import Block, Cite, Column, Table, Text, Tile, Tiles
from collabdesk.reporting.language import t
from collabdesk.reporting.wording import read_off

_COLUMNS = (Column("Figure", 4.6), Column("Value", 2.6, is_number=True), Column("Code", 2.4))


def own_table(caption: str, figures: Sequence[Figure]) -> Table:
    """One a row: what, of which period or form, how much, and the code; what cannot be computed says why."""
    rows: tuple[tuple[Text, ...], ...] = tuple(((_said(f, figures),), (read_off(f),), (Cite(f.id),)) for f in figures)
    return Table(caption, _COLUMNS, rows)


def own_tiles(figures: Sequence[Figure]) -> list[Block]:
    """Headline numbers of the figures that have a value."""
    items = tuple(Tile(_named(f, figures), read_off(f), f.id) for f in figures if f.value is not None)
    return [Tiles(items)] if items else []


def _said(figure: Figure, among: Sequence[Figure]) -> str:
    named = _named(figure, among)
    if figure.value is None and figure.note:
        return t("{figure} ({reason})", figure=named, reason=figure.note)
    return named


def _named(figure: Figure, among: Sequence[Figure]) -> str:
    """Its label and the part of its detail that is not the partner; the currency where another is called the same."""
    part, comma, _ = figure.detail.rpartition(", ")
    words = [t(figure.label), part if comma else ""]
    twins = [f for f in among if (f.label, f.detail) == (figure.label, figure.detail)]
    if len(twins) > 1 and figure.unit.isupper() and figure.unit != NO_CURRENCY:
        words.append(figure.unit)
    return ", ".join(w for w in words if w)
