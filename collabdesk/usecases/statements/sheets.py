"""A statement as sheets of a workbook, their words in the language being written."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from collabdesk.domain.figures import Figure, Source
from collabdesk.domain.statements import Statement
from collabdesk.domain.told import told
from collabdesk.reporting.language import retold, t


def sheets(statement: Statement) -> list[tuple[str, tuple[str, ...], Iterator[Any]]]:
    """The statement itself, what it is about, and the source cells of its figures: name, headers and rows of each."""
    sources = (
        t("Figure"), t("What"), t("Subject"), t("Value"), t("Unit"), t("Rule"), t("Inputs"), t("Note"), t("File"),
        t("SHA-256"), t("Sheet"), t("Cells"), t("Records"), t("Sum"),
    )  # fmt: skip
    return [
        (t("Statement"), tuple(map(retold, (statement.first, *statement.columns))), _rows(statement)),
        (t("About"), (t("What"), t("Says")), _about(statement)),
        (t("Sources"), sources, _sources(statement)),
    ]


def _rows(statement: Statement) -> Iterator[list[Any]]:
    for line in statement.lines:
        yield [f"{'   ' * line.level}{retold(line.label)}", *(_value(cell) for cell in line.cells)]


def _value(cell: Figure | str) -> Any:
    """A number where the figure has one, so that a spreadsheet adds it; else why there is none."""
    if not isinstance(cell, Figure):
        return retold(cell)
    return cell.value if cell.value is not None else t("n/a: {why}", why=cell.note or told("not recorded"))


def _about(statement: Statement) -> Iterator[tuple[str, str]]:
    yield t("Statement"), t(statement.title)
    yield from ((t(name), retold(text)) for name, text in statement.facts)
    yield t("As of"), statement.as_of.isoformat()
    yield t("Rule pack"), statement.rule_pack or t("none")
    for rate in statement.rates:
        yield t("Rate used"), retold(rate)
    for note in statement.notes:
        yield t("Note"), retold(note)


def _sources(statement: Statement) -> Iterator[list[Any]]:
    for figure in statement.figures:
        inputs = "; ".join(f"{retold(name)}: {retold(value)}" for name, value in figure.inputs.items())
        said: list[Any] = [
            figure.id, retold(figure.label), retold(figure.detail), figure.value, figure.unit, figure.rule, inputs,
            retold(figure.note or ""),
        ]  # fmt: skip
        for source in figure.sources or (Source("", "", "", "", 0),):
            yield [*said, source.file or t("typed by hand") if source.records else "", *_place(source)]


def _place(source: Source) -> tuple[str, str, str, int, Decimal | None]:
    return source.sha256, source.sheet, source.cells, source.records, source.total
