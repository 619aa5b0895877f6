"""The one currency of a table's amounts: from its column, header, cells, funder or the person; never mixed silently."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from collabdesk.domain.problems import Severity
from collabdesk.intake.fields.column import Issue
from collabdesk.intake.fields.money_words import ALSO_WORDS, CODES, SYMBOLS
from collabdesk.intake.found import TableFound
from collabdesk.intake.funders import style_of
from collabdesk.intake.staged import StagedTable

if TYPE_CHECKING:
    from collabdesk.intake.stage import Column, StageOptions

_WORD = re.compile(r"[A-Z]{3}\b|[€£¥₹]")


def settle(staged: StagedTable, table: TableFound, columns: list[Column], options: StageOptions) -> None:
    """Set the table's currency and where it is known from; a cell in another currency is an error at that cell."""
    stated = [c for c in columns if c.asked.field.endswith(".currency")]
    if stated and _by_column(staged, stated[0]):
        return
    amounts = [c for c in columns if c.canonical.type == "amount"]
    if not amounts:
        return
    headers = Counter(c.mapped.currency for c in amounts if c.mapped.currency)
    cells = Counter(code for c in amounts for code in c.read.currencies.values())
    style = style_of((h.text for h in table.headers), options.funder)
    choices = (
        (_most(headers), "header"),
        (_most(cells), "cell"),
        (_in_words(table.context), "title"),
        (options.currency, "option"),
        (style.currency if style else "", "funder"),
    )
    staged.currency, staged.currency_from = next(((c, why) for c, why in choices if c), ("", ""))
    _refuse_others(amounts, staged.currency)


def _by_column(staged: StagedTable, column: Column) -> bool:
    said = [str(v or "").strip() for v in column.read.values]
    codes = [SYMBOLS.get(s.casefold(), s.upper()) for s in said]
    column.read.values = list(codes)
    present = {c for c in codes if c}
    if not present:
        return False
    staged.currency_from = "column"
    if len(present) == 1:
        staged.currency = present.pop()
    else:
        text = f"the amounts are in {', '.join(sorted(present))}: records keep their own, the control totals mix them"
        column.read.issues.append(Issue(0, "several-currencies", text, Severity.WARNING))
    return True


def _most(counted: Counter[str]) -> str:
    return counted.most_common(1)[0][0] if counted else ""


def _in_words(text: str) -> str:
    """The only currency that a title names, "" for none or several."""
    found = {SYMBOLS.get(w, w) for w in _WORD.findall(text)}
    known = found & (CODES - ALSO_WORDS)
    return known.pop() if len(known) == 1 else ""


def _refuse_others(amounts: list[Column], currency: str) -> None:
    for column in amounts:
        told = {i.index for i in column.read.issues}
        for i, code in column.read.currencies.items():
            if code != (column.mapped.currency or currency) and i not in told:
                text = f"the cell is in {code}, the table in {column.mapped.currency or currency}"
                column.read.issues.append(Issue(i, "other-currency", text, Severity.ERROR))
