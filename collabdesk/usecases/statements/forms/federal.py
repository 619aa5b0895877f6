"""The Federal Financial Report SF-425: lines a to o, cumulative, in the form's order and words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from collabdesk.auditing.facts import Facts
from collabdesk.domain.dates import in_words
from collabdesk.domain.figures import Figure
from collabdesk.domain.statements import Line, Statement
from collabdesk.domain.told import in_a_row, told
from collabdesk.usecases import figures
from collabdesk.usecases.rates.choosing import choice_of
from collabdesk.usecases.rules import chosen
from collabdesk.usecases.statements.asking import Asked, Kind

_PARTS = (
    (told("Federal Cash"), "abc"),
    (told("Federal Expenditures and Unobligated Balance"), "defgh"),
    (told("Recipient Share"), "ijk"),
    (told("Program Income"), "lmno"),
)
_TOTALS = frozenset("cghko")
_INCOME = "lmn"


def _why_not(facts: Facts) -> str:
    return "" if facts.sf425 else "it is under no rules of the United States, and no cost is paid by the recipient"


def _make(asked: Asked) -> Statement:
    facts, project = asked.facts, asked.project
    assert facts.sf425 is not None
    by_letter = {f.id.rpartition("-")[2]: f for f in figures.of_facts(facts, only=("sf425",))}
    lines: list[Line] = []
    for title, letters in _PARTS:
        lines.append(Line(title))
        lines += [_line(by_letter[letter], letter) for letter in letters]
    span = in_a_row((in_words(day) for day in (project.start, project.end) if day), " to ")
    if project.start and project.end:
        span = told("{start} to {end}", start=in_words(project.start), end=in_words(project.end))
    return STATEMENT.statement(
        asked,
        facts=(
            (told("Federal agency"), project.funder or told("not recorded")),
            (told("Grant number"), project.code or told("not recorded")),
            (told("Recipient"), project.coordinator or told("not recorded")),
            (told("Project period"), span or told("not recorded")),
            (told("Reporting period end"), in_words(asked.as_of.isoformat())),
            *_rules(asked),
        ),
        first=told("Transactions (cumulative)"),
        columns=(told("Cumulative, {currency}", currency=facts.sf425.currency),),
        lines=lines,
        notes=(*_notes(by_letter), *_unconfirmed(asked)),
        rule_pack=facts.sf425.rule_pack,
        rates=facts.sf425.rates,
    )


def _notes(by_letter: Mapping[str, Figure]) -> Iterator[str]:
    """What is to be known of lines with a value; that no income is recorded goes without saying."""
    for letter, figure in by_letter.items():
        if figure.note and figure.value is not None and letter not in _INCOME:
            yield told("Line {letter}: {note}.", letter=letter, note=figure.note)


def _rules(asked: Asked) -> Iterator[tuple[str, str]]:
    """Why these rules and not those before or after them: the day of the award, or an amendment's."""
    if asked.facts.sf425 and asked.facts.sf425.rule_pack:
        yield told("Rules"), chosen(asked.workspace, asked.project, asked.as_of).why


def _unconfirmed(asked: Asked) -> Iterator[str]:
    """Amounts in other currencies rest on the pack's choice of a rate, which may be unconfirmed."""
    note = choice_of(asked.workspace, asked.project, asked.as_of).note
    if note and asked.facts.sf425 and asked.facts.sf425.rates:
        yield told("Of the rules: {note}.", note=note)


def _line(figure: Figure, letter: str) -> Line:
    return Line(figure.label, (figure,), is_total=letter in _TOTALS, level=1)


STATEMENT = Kind("sf425", told("Federal Financial Report (SF-425)"), 20, _make, _why_not)
