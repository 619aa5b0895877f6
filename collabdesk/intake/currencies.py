"""The currency of a table's amounts: from its column, header, cells, funder or the person; never mixed silently."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from collabdesk.domain.money_words import ALSO_WORDS, CODES, NAMES, SYMBOLS, UNITS_OF_ACCOUNT
from collabdesk.domain.problems import Severity
from collabdesk.domain.scales import places
from collabdesk.intake.fields.column import ColumnRead, Issue, is_null, shown
from collabdesk.intake.found import TableFound
from collabdesk.intake.funders import style_of
from collabdesk.intake.staged import KeptValue, StagedTable

if TYPE_CHECKING:
    from collabdesk.intake.stage import Column, StageOptions

_WORD = re.compile(r"[A-Z]{3}\b|[€£¥₹]")


def settle(
    staged: StagedTable, table: TableFound, columns: list[Column], options: StageOptions
) -> tuple[str, list[KeptValue]] | None:
    """Set the table's currency and where it is known from.

    Where cells name several, each record keeps what its own cells say: then the field and its value for each record.
    """
    stated = [c for c in columns if c.asked.field.endswith(".currency")]
    amounts = [c for c in columns if c.canonical.type == "amount"]
    if stated and _by_column(staged, stated[0], amounts):
        return None
    if not amounts:
        return None
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
    _leave_out_others(amounts, staged.currency)
    if set(cells) <= {staged.currency}:
        return None
    noun = amounts[0].asked.field.partition(".")[0]
    own = _own(amounts, staged.currency)
    if len(set(own)) == 1:
        staged.currency, staged.currency_from = own[0], "cell"
        return None
    for column in amounts:
        if parts := _sums(column, own):
            text = f"the amounts are in {parts}: records keep their own, the control total mixes them"
            column.read.issues.append(Issue(-1, "several-currencies", text, Severity.WARNING))
    staged.currency, staged.currency_from = "", "cell"
    return f"{noun}.currency", list(own)


def _leave_out_others(amounts: list[Column], currency: str) -> None:
    """A record has one currency: a column whose header names another is not kept, which is said."""
    for column in amounts:
        named = column.mapped.currency
        if named and named != currency:
            count = len(column.read.values)
            text = f"the column is in {named}, the table's records in {currency}: it was left out, map it by itself"
            column.read = ColumnRead([None] * count, [Issue(-1, "other-currency", text, Severity.WARNING)], count)


def _own(amounts: list[Column], currency: str) -> list[str]:
    """Each record's currency: what its cells name, else the table's. A cell that contradicts it is an error."""
    own = [currency] * len(amounts[0].read.values)
    named = set[int]()
    for column in amounts:
        for i, code in column.read.currencies.items():
            if i not in named:
                named.add(i)
                own[i] = code
            elif code != own[i]:
                text = f"the cell is in {code}, another amount of the same record in {own[i]}"
                column.read.issues.append(Issue(i, "other-currency", text, Severity.ERROR))
    return own


def _sums(column: Column, own: list[str]) -> str:
    """What the column comes to in each of its currencies, in words; "" when it is in one."""
    sums: dict[str, int] = {}
    for code, value in zip(own, column.read.values, strict=True):
        if isinstance(value, int):
            sums[code] = sums.get(code, 0) + value
    if len(sums) < 2:
        return ""
    scale = places(column.canonical.attribute)
    return " and ".join(f"{c or 'no currency'} {Decimal(n).scaleb(-scale):,.2f}" for c, n in sorted(sums.items()))


def _by_column(staged: StagedTable, column: Column, amounts: list[Column]) -> bool:
    """The currencies that the table's own column says; a cell that contradicts its row's is an error."""
    said = ["" if v is None else shown(v).strip() for v in column.cells]
    known = {s: _code(s) for s in set(said)}
    codes = [known[s] for s in said]
    column.read.values = list(codes)
    present = {c for c in codes if c}
    if not present:
        return False
    for i, (text, code) in enumerate(zip(said, codes, strict=True)):
        if text and not code and not is_null(text):
            sentence = f"{text[:40]!r} is no currency, left blank"
            column.read.issues.append(Issue(i, "not-a-currency", sentence, Severity.WARNING))
    for amount in amounts:
        for i, code in amount.read.currencies.items():
            if codes[i] and code != codes[i]:
                text = f"the cell is in {code}, the row's currency is {codes[i]}"
                amount.read.issues.append(Issue(i, "other-currency", text, Severity.ERROR))
    staged.currency_from = "column"
    if len(present) == 1:
        staged.currency = present.pop()
    else:
        parts = "; ".join(filter(None, (_sums(a, codes) for a in amounts))) or ", ".join(sorted(present))
        text = f"the amounts are in {parts}: records keep their own, the control totals mix them"
        column.read.issues.append(Issue(0, "several-currencies", text, Severity.WARNING))
    return True


def _code(said: str) -> str:
    """ISO 4217 for a code, sign or name; "" for other words."""
    word = " ".join(said.casefold().split())
    if word.upper() in CODES or word.upper() in UNITS_OF_ACCOUNT:
        return word.upper()
    if word in SYMBOLS or word in NAMES:
        return SYMBOLS.get(word) or NAMES[word]
    inside = {w for w in _WORD.findall(said) if w in CODES}  # "Euro (EUR)"
    return inside.pop() if len(inside) == 1 else ""


def _most(counted: Counter[str]) -> str:
    return counted.most_common(1)[0][0] if counted else ""


def _in_words(text: str) -> str:
    """The only currency that a title names, "" for none or several."""
    found = {SYMBOLS.get(w, w) for w in _WORD.findall(text)}
    known = found & (CODES - ALSO_WORDS)
    return known.pop() if len(known) == 1 else ""
