"""A statement as a report's content: what stands above the table, the table, its notes, and the annex of sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from collabdesk.domain.figures import Figure
from collabdesk.domain.rules import Rule
from collabdesk.domain.statements import Cell, Line, Statement
from collabdesk.domain.told import told
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
from collabdesk.reporting.furniture import furnished
from collabdesk.reporting.language import LOCALES, language, retold, t, writing
from collabdesk.reporting.wording import NOT_AVAILABLE, amount, day, number, value_of

_MANY = 2
"""From so many columns on codes stand in the annex alone, so that the amounts keep their room."""
_WIDE = 4
_INDENT = "\u00a0" * 4


def content_of(statement: Statement, rules: Mapping[str, Rule], spoken: str = "en") -> ReportContent:
    """The statement's pages in the language; `rules` by their codes say how each figure was computed."""
    with writing(spoken):
        return _content_of(statement, rules, LOCALES[spoken].replace("_", "-"))


def _content_of(statement: Statement, rules: Mapping[str, Rule], locale: str) -> ReportContent:
    title = t(statement.title)
    parts = [Part("statement", title, furnished(_statement(statement)))]
    if statement.rates:
        parts.append(Part("rates", t("Rates used"), furnished((_rates(statement),))))
    parts.append(Part("rules", t("How the figures are computed"), furnished((_rules(statement, rules),))))
    parts.append(Part("sources", t("Sources of the figures"), (SourcesAnnex(),), is_annex=True))
    return ReportContent(
        title=title,
        subject=statement.subject,
        as_of=statement.as_of,
        parts=tuple(parts),
        figures=statement.figures,
        outline=f"statement_{statement.kind}",
        kind=title,
        language=locale,
        cover=(
            *((t(name), retold(text)) for name, text in statement.facts),
            (t("Rule pack"), statement.rule_pack or t("none")),
        ),
        project_id=statement.project_id,
        is_brief=True,
    )


def _statement(statement: Statement) -> Iterator[Block]:
    pairs = [(name, (text,)) for name, text in statement.facts]
    yield Pairs((*pairs, ("As of", (day(statement.as_of),)), ("Rule pack", (statement.rule_pack or t("none"),))))
    yield table(statement)
    for line in statement.lines:
        for figure in line.cells:
            if isinstance(figure, Figure) and figure.value is None:
                yield Paragraph((_why(line, figure, is_one=len(statement.columns) == 1),), "note")
    for note in statement.notes:
        yield say(retold(note), "note")


def _why(line: Line, figure: Figure, *, is_one: bool) -> str:
    """Why a figure is not there; of several columns it says which."""
    label, why = retold(line.label), figure.note or told("not recorded")
    if is_one:
        return t("{line}: n/a, {why}.", line=label, why=why)
    return t("{line}, {column}: n/a, {why}.", line=label, column=_in_the_line(retold(figure.label)), why=why)


def _in_the_line(title: str) -> str:
    """A column's title within a sentence; a German noun keeps its capital."""
    return title if language() == "de" else title.lower()


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
    note = "" if has_codes else told("The annex leads each figure, by its line and column, back to its cells.")
    return Table(statement.title, tuple(columns), rows, strong_rows=strong, note=note)


def _row(line: Line, currency: str, width: int, *, has_codes: bool) -> tuple[Text, ...]:
    if line.is_heading:
        return ((Strong(line.label),), *(("",),) * (width + has_codes))
    label = _INDENT * line.level + retold(line.label)
    shown = [_shown(cell, currency) for cell in line.cells]
    # Totals are printed strong, and so their column is made wide enough for strong figures.
    cells: list[Text] = [(Strong(text),) if line.is_total else (text,) for text in shown]
    codes: list[Text] = [tuple(Cite(c.id) for c in line.cells if isinstance(c, Figure)) or ("",)] if has_codes else []
    return ((label,), *cells, *codes)


def _shown(cell: Cell, currency: str) -> str:
    """The amount alone: the heading names its currency. The project's own is printed to the cent."""
    if not isinstance(cell, Figure):
        return retold(cell) or "\u2013"
    if cell.value is None:
        return t(NOT_AVAILABLE)
    if not cell.unit.isupper():
        return value_of(cell)
    return number(cell.value, 2) if cell.unit == currency else amount(cell.value)


def _rates(statement: Statement) -> Table:
    rows = tuple(((rate,),) for rate in statement.rates)
    return Table("Rates that converted amounts of other currencies", (Column("Rate, date and source", 1.0),), rows)


def _rules(statement: Statement, rules: Mapping[str, Rule]) -> Table:
    used = dict.fromkeys(figure.rule for figure in statement.figures)
    rows = tuple(
        ((code,), (t(rules[code].formula),), (t(rules[code].reference or rules[code].source),))
        for code in used
        if code in rules
    )
    return Table("Rules", (Column("Rule", 1.4), Column("Formula", 2.4), Column("Source", 2.6)), rows)
