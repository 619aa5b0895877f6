"""What a section is, and the blocks that several sections share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from collabdesk.domain.figures import Figure
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.reporting.content import Block, ChartBlock, Cite, Column, Paragraph, Table, Text, Tile, Tiles
from collabdesk.reporting.language import number, retold, said, t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.wording import NOT_AVAILABLE, quantity, read_off, to_the_cent

ROWS_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Section:
    """One section: pure, from the report's facts to blocks. Without blocks it is left out of the report."""

    key: str
    title: str
    compose: Callable[[ReportData], Iterable[Block]]
    level: int = 1
    starts_page: bool = False
    is_annex: bool = False


def figure_table(caption: str, figures: Sequence[Figure]) -> Table:
    """Whole figures, one a row: what, how much, and the code that leads to the sources."""
    columns = (Column("Figure", 4.6), Column("Value", 2.6, is_number=True), Column("Code", 2.4))
    rows: list[tuple[Text, ...]] = [(_named(f, figures), (read_off(f),), (Cite(f.id),)) for f in figures[:ROWS_SHOWN]]
    return Table(caption, columns, tuple(rows), note=rest_note(len(figures)))


def full_name(figure: Figure, among: Sequence[Figure]) -> str:
    """What the figure is and of what; where another is called the same, also the currency it was computed in."""
    name = said(figure.label)
    if figure.detail:
        name = t("{figure}, {of}", figure=name, of=figure.detail)
    same = sum((f.label, f.detail) == (figure.label, figure.detail) for f in among)
    currency = figure.id.rpartition("-")[2]
    if same < 2 or not currency.isalpha() or len(currency) != 3:
        return name
    return t("{figure}, {of}", figure=name, of=in_words(currency.upper()))


def in_words(currency: str) -> str:
    """The currency's code, or that none is stated."""
    return t("currency not stated") if currency == NO_CURRENCY else currency


def _named(figure: Figure, among: Sequence[Figure]) -> Text:
    name = full_name(figure, among)
    if figure.value is None and figure.note:
        return (t("{figure} ({why})", figure=name, why=figure.note),)
    return (name,)


def detail_table(
    caption: str, figures: Sequence[Figure], of: str, inputs: Sequence[tuple[str, str]], unit: str, result: str
) -> Table:
    """Figures of one rule for each partner, category …: its inputs in `unit`, its value and its code.

    Titles are told(), or literal and so known to the catalogue.
    """
    numbers = tuple(Column(with_unit(title, unit), 2.0, is_number=True) for _, title in inputs)
    columns = (Column(of, 3.4), *numbers, Column(result, 1.5, is_number=True), Column("Code", 2.1))
    rows: list[tuple[Text, ...]] = []
    for f in figures[:ROWS_SHOWN]:
        values: list[Text] = [(_input(f, name, unit),) for name, _ in inputs]
        rows.append(((retold(f.detail) if f.detail else said(f.label),), *values, (read_off(f),), (Cite(f.id),)))
    return Table(caption, columns, tuple(rows), note=rest_note(len(figures)))


def with_unit(title: str, unit: str) -> str:
    """A title with the currency of its numbers, where one is stated."""
    return t("{title}, {unit}", title=t(title), unit=unit) if unit and unit != NO_CURRENCY else t(title)


def _input(figure: Figure, name: str, unit: str) -> str:
    text = figure.inputs.get(name)
    if text is None:
        return t(NOT_AVAILABLE)
    try:
        value = Decimal(text)
    except InvalidOperation:
        return retold(text)
    return to_the_cent(value) if unit else quantity(value)


def rest_note(total: int, shown: int = ROWS_SHOWN) -> str:
    """What is said below a table that does not list all its rows."""
    if total <= shown:
        return ""
    return t("The first {shown} of {total} rows; all of them stand in the annex of sources.", shown=shown,
             total=number(Decimal(total), 0))  # fmt: skip


def tiles(figures: Sequence[Figure]) -> list[Block]:
    """Headline numbers of the figures that have a value."""
    shown = [f for f in figures if f.value is not None]
    items = tuple(Tile(full_name(f, shown), read_off(f), f.id) for f in shown)
    return [Tiles(items)] if items else []


def chart(name: str, caption: str, figures: Sequence[Figure], rows: int) -> list[Block]:
    """The chart, high enough for its rows; nothing when there is no row to draw."""
    height = 28.0 + min(max(rows, 1), 16) * 19.0
    return [ChartBlock(name, caption, tuple(figures), height)] if rows else []


def nothing(text: str) -> list[Block]:
    """A section that has nothing to show says so."""
    return [Paragraph((text,), "note")]
