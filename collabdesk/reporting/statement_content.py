"""A statement as a report's content: what stands above the table, the table, its notes, and the annex of sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from collabdesk.domain.figures import Figure
from collabdesk.domain.rules import Rule
from collabdesk.domain.statements import Cell, Line, Statement
from collabdesk.reporting.content import (
    Block,
    Cite,
    Column,
    Pairs,
    Paragraph,
    Part,
    ReportContent,
    SourcesAnnex,
    Strong,
    Table,
    Text,
    say,
)
from collabdesk.reporting.wording import NOT_AVAILABLE, amount, day, number, value_of

_MANY = 2
"""From so many columns on codes stand in the annex alone, so that the amounts keep their room."""
_WIDE = 4
_INDENT = "\u00a0" * 4


def content_of(statement: Statement, rules: Mapping[str, Rule]) -> ReportContent:
    """The statement's pages; `rules` by their codes say how each figure was computed."""
    parts = [Part("statement", statement.title, tuple(_statement(statement)))]
    if statement.rates:
        parts.append(Part("rates", "Rates used", (_rates(statement),)))
    parts.append(Part("rules", "How the figures are computed", (_rules(statement, rules),)))
    parts.append(Part("sources", "Sources of the figures", (SourcesAnnex(),), is_annex=True))
    return ReportContent(
        title=statement.title,
        subject=statement.subject,
        as_of=statement.as_of,
        parts=tuple(parts),
        figures=statement.figures,
        outline=f"statement_{statement.kind}",
        kind=statement.title,
        cover=(*statement.facts, ("Rule pack", statement.rule_pack or "none")),
        project_id=statement.project_id,
        is_brief=True,
    )


def _statement(statement: Statement) -> Iterator[Block]:
    pairs = [(name, (text,)) for name, text in statement.facts]
    yield Pairs((*pairs, ("As of", (day(statement.as_of),)), ("Rule pack", (statement.rule_pack or "none",))))
    yield table(statement)
    for line in statement.lines:
        for figure in line.cells:
            if isinstance(figure, Figure) and figure.value is None:
                of = "" if len(statement.columns) == 1 else f", {figure.label.lower()}"
                yield Paragraph((f"{line.label}{of}: n/a, {figure.note or 'not recorded'}.",), "note")
    for note in statement.notes:
        yield say(note, "note")


def table(statement: Statement) -> Table:
    """The table of the statement; with one column of figures their codes stand beside them."""
    has_codes = len(statement.columns) < _MANY
    room = 2.0 if has_codes else 1.6
    columns = [Column(statement.first, 4.6 if has_codes else 2.0 if len(statement.columns) > _WIDE else 3.2)]
    columns += [Column(title, room, is_number=True) for title in statement.columns]
    columns += [Column("Code", 2.6)] if has_codes else []
    rows = tuple(
        _row(line, statement.currency, len(statement.columns), has_codes=has_codes) for line in statement.lines
    )
    strong = tuple(n for n, line in enumerate(statement.lines) if line.is_total)
    note = "" if has_codes else "The annex leads each figure, by its line and column, back to its cells."
    return Table(statement.title, tuple(columns), rows, strong_rows=strong, note=note)


def _row(line: Line, currency: str, width: int, *, has_codes: bool) -> tuple[Text, ...]:
    if line.is_heading:
        return ((Strong(line.label),), *(("",),) * (width + has_codes))
    label = _INDENT * line.level + line.label
    shown = [_shown(cell, currency) for cell in line.cells]
    # Totals are printed strong, and so their column is made wide enough for strong figures.
    cells: list[Text] = [(Strong(text),) if line.is_total else (text,) for text in shown]
    codes: list[Text] = [tuple(Cite(c.id) for c in line.cells if isinstance(c, Figure)) or ("",)] if has_codes else []
    return ((label,), *cells, *codes)


def _shown(cell: Cell, currency: str) -> str:
    """The amount alone: the heading names its currency. The project's own is printed to the cent."""
    if not isinstance(cell, Figure):
        return cell or "\u2013"
    if cell.value is None:
        return NOT_AVAILABLE
    if not cell.unit.isupper():
        return value_of(cell)
    return number(cell.value, 2) if cell.unit == currency else amount(cell.value)


def _rates(statement: Statement) -> Table:
    rows = tuple(((rate,),) for rate in statement.rates)
    return Table("Rates that converted amounts of other currencies", (Column("Rate, date and source", 1.0),), rows)


def _rules(statement: Statement, rules: Mapping[str, Rule]) -> Table:
    used = dict.fromkeys(figure.rule for figure in statement.figures)
    rows = tuple(
        ((code,), (rules[code].formula,), (rules[code].reference or rules[code].source,))
        for code in used
        if code in rules
    )
    return Table("Rules", (Column("Rule", 1.4), Column("Formula", 2.4), Column("Source", 2.6)), rows)
