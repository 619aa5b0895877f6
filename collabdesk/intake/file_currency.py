"""A sheet without a currency: its amounts are in their project's, of the file or of the books, which is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from collabdesk.domain.problems import Problem, Severity
from collabdesk.intake.canonical import canonical
from collabdesk.intake.staged import KeptValue, StagedFile, StagedTable

_OF_BOOKS = frozenset({"budget", "cost", "contribution", "effort", "payment", "assessment", "contract", "work_package"})
_CODE = "project.code"
_NAMED = 4
"""Currencies that a note names."""

Books = Callable[[], Mapping[str, str]]
"""The currency of each project that the books know already, by code."""


def settle(file: StagedFile, files: Sequence[StagedFile] = (), project: str = "", books: Books = dict) -> None:
    """Give the sheets of the books that state no currency, or not in every row, the one of each row's project.

    It is what the lists of projects in this file and in `files` say, else what the books know. A row that names no
    project is of `project`, else in what all projects of the file are in. Never of amounts in a unit of account. Each
    sheet has a note, so that nobody takes it for what the sheet itself says. Done again it adds only what is new.
    """
    wanting = [t for t in file.tables if t.kind in _OF_BOOKS and _is_open(t)]
    if not wanting:
        return
    told = dict(_stated(t for f in (*files, file) for t in f.tables))
    known = {_plain(code): currency for code, currency in books().items()} | told
    of_file = {currency for _, currency in _stated(file.tables)}
    common = of_file.pop() if len(of_file) == 1 else ""
    for table in wanting:
        codes = [_plain(code) for code in table.values.get(_CODE) or [""] * table.records]
        unnamed = known.get(_plain(project), "") if project else common
        own = [known.get(code, "") if code else unnamed for code in codes]
        _keep(table, own, is_of_file=bool(told))


def _is_open(table: StagedTable) -> bool:
    """Does it hold amounts of which nothing says what they are in?"""
    if table.currency or not any(n in canonical() and canonical()[n].type == "amount" for n in table.values):
        return False
    name = _column(table)
    is_accounted = any(n.endswith(".unit_of_account") for n in table.values)
    return not is_accounted if name is None else not is_accounted and not all(table.values[name])


def _column(table: StagedTable) -> str | None:
    """The field that says each row's currency."""
    return next((n for n in table.values if n.endswith(".currency")), None)


def _plain(code: KeptValue) -> str:
    return str(code or "").strip().casefold()


def _stated(tables: Iterable[StagedTable]) -> Iterator[tuple[str, str]]:
    """Each project's code and currency, of those lists of projects that state one."""
    for table in tables:
        if table.kind == "project":
            codes, own = (table.values.get(n) or [""] * table.records for n in (_CODE, "project.currency"))
            for code, currency in zip(codes, own, strict=True):
                if said := str(currency or table.currency):
                    yield _plain(code), said


def _keep(table: StagedTable, own: Sequence[str], *, is_of_file: bool) -> None:
    name = _column(table)
    there = table.values[name] if name else [""] * table.records
    added = sorted({ours for said, ours in zip(there, own, strict=True) if ours and not said})
    if not added:
        return
    if name is None and len(added) == 1 and all(own):
        table.currency, table.currency_from = added[0], "file" if is_of_file else "project"
    else:
        table.values[name or f"{table.kind}.currency"] = [s or o for s, o in zip(there, own, strict=True)]
    where = "where a row states no currency, its" if name else "the sheet states no currency: its"
    told = ", ".join(added[:_NAMED]) + (" …" if len(added) > _NAMED else "")
    whose = "as the file's projects are" if is_of_file else "as its project is"
    whose = f"each row's {whose}" if len(added) > 1 else whose
    text = f"{where} amounts are taken to be in {told}, {whose}"
    table.problems.append(Problem("currency-of-the-file", text, "", Severity.NOTE))
