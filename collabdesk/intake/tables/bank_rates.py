"""The European Central Bank's own file of its rates: a row for each day, a column for each currency.

The layout of eurofxref-hist.csv: below `Date,USD,JPY,…,` each cell says what 1 euro was worth, `N/A` where the bank
fixed nothing. What is unsaid there is stated: the euro, and whose rates they are.
"""

from __future__ import annotations

import re

from collabdesk.domain.places import Place
from collabdesk.intake.found import Header, SetAside, TableFound
from collabdesk.intake.grid import Grid
from collabdesk.intake.tables import shape, sum_rows

_CURRENCY = re.compile(r"[A-Z]{3}")
_LEAST_COLUMNS, _FURTHEST = 2, 3
_STATED = {
    "exchange_rate.series": "ECB",
    "exchange_rate.base": "EUR",
    "exchange_rate.kind": "day",
    "exchange_rate.source": "European Central Bank, euro foreign exchange reference rates",
}


def find(grid: Grid) -> list[TableFound]:
    """The table, in the first rows of the sheet and with nothing but currencies beside its days; else none."""
    for head in range(1, min(_FURTHEST, len(grid.rows)) + 1):
        texts = shape.texts(grid, head)
        if texts and texts[0][1].strip().casefold() == "date":
            columns = [c for c, text in texts[1:] if _CURRENCY.fullmatch(text.strip())]
            is_whole = len(columns) == len(texts) - 1 >= _LEAST_COLUMNS
            return [_table(grid, head, texts[0][0], columns)] if is_whole else []
    return []


def _table(grid: Grid, head: int, days: int, columns: list[int]) -> TableFound:
    below = [r for r in range(head + 1, len(grid.rows) + 1) if shape.cells(grid, r)]
    dated = [r for r in below if grid.at(r, days) is not None]
    anchors: list[tuple[int, int | None]] = [
        (r, c) for r in dated for c in columns if sum_rows.amount(grid.at(r, c)) is not None
    ]  # fmt: skip
    filled = {r for r, _ in anchors}
    day = Header(str(grid.at(head, days)), Place(column=days), (head, days))
    currency = Header("Currency", Place(row=head), (head, columns[0]))
    rate = Header("1 EUR =", Place(), (head, columns[0]))
    return TableFound(
        sheet=grid.sheet,
        layout="matrix",
        header_rows=(head, head),
        first_row=head + 1,
        last_row=max(below, default=head),
        headers=[day, currency, rate],
        anchors=anchors,
        set_aside=[SetAside(r, "help") for r in below if r not in filled],
        context="exchange rates of the European Central Bank",
        said={day: "exchange_rate.start", currency: "exchange_rate.quote", rate: "exchange_rate.rate"},
        stated=_STATED,
    )
