"""A sheet without a currency, in a file whose list of projects states one: its amounts are in that, which is said."""

from __future__ import annotations

from collabdesk.domain.problems import Problem, Severity
from collabdesk.intake.canonical import canonical
from collabdesk.intake.staged import StagedFile, StagedTable

_OF_BOOKS = frozenset({"budget", "cost", "contribution", "effort", "payment", "assessment", "contract", "work_package"})


def settle(file: StagedFile) -> None:
    """Give the sheets of the books that state no currency the one that the file's own projects are in.

    Only where all its projects are in one, and never to amounts in a unit of account. Each is noted as a problem of
    severity note, so that nobody takes it for what the sheet itself says.
    """
    stated = {t.currency for t in file.tables if t.kind == "project" and t.currency}
    if len(stated) != 1:
        return
    (currency,) = stated
    for table in file.tables:
        if table.kind in _OF_BOOKS and _is_open(table):
            table.currency, table.currency_from = currency, "file"
            text = (
                f"the sheet states no currency: its amounts are taken to be in {currency}, as the file's projects are"
            )
            table.problems.append(Problem("currency-of-the-file", text, "", Severity.NOTE))


def _is_open(table: StagedTable) -> bool:
    """Does it hold amounts, and say nothing of what they are in?"""
    names = table.values.keys()
    if table.currency or any(n.endswith((".currency", ".unit_of_account")) for n in names):
        return False
    return any(n in canonical() and canonical()[n].type == "amount" for n in names)
