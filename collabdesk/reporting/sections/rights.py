"""Background, results and publications: owners, terms of access, use, and open access as recorded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from collabdesk.domain.assets import Asset
from collabdesk.reporting.agreement_words import NONE, counts, figures_of, notes, state_words
from collabdesk.reporting.content import Block, Column, Table, Text
from collabdesk.reporting.inputs.agreement import Agreement
from collabdesk.reporting.language import t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import ROWS_SHOWN, Section, rest_note
from collabdesk.reporting.wording import day, quantity

_ACCESS = (Column("No.", 1.0), Column("Title", 3.0), Column("Owner", 1.5), Column("Access and restriction", 3.0))


def _compose(data: ReportData) -> Iterator[Block]:
    agreement = data.agreement
    if agreement is None or not agreement.assets:
        return
    yield from counts("Background, results and publications", figures_of(data, "assets", "results", "publications"))
    by_form = {form: [a for a in agreement.assets if a.form == form] for form in ("background", "result")}
    if by_form["background"]:
        columns = (*_ACCESS, Column("Protection", 1.8), Column("Record", 1.6))
        rows = tuple((*_access(a, agreement), (a.protection or NONE,), _state(a, agreement))
                     for a in by_form["background"][:ROWS_SHOWN])  # fmt: skip
        yield Table("Background brought in", columns, rows, note=rest_note(len(by_form["background"])))
    if by_form["result"]:
        yield _results(by_form["result"], agreement)
    others = [a for a in agreement.assets if a.form not in by_form]
    if others:
        yield _publications(others, agreement)
    yield from notes(agreement, "asset", "deliverable")


def _results(results: Sequence[Asset], agreement: Agreement) -> Table:
    columns = (*_ACCESS, Column("Produced", 1.8), Column("Use recorded", 2.6), Column("Record", 1.6))
    rows = tuple(
        (*_access(a, agreement), (day(a.produced_on),), (a.exploitation or NONE,), _state(a, agreement))
        for a in results[:ROWS_SHOWN]
    )  # fmt: skip
    return Table("Results", columns, rows, note=rest_note(len(results)))


def _publications(publications: Sequence[Asset], agreement: Agreement) -> Table:
    columns = (
        Column("No.", 1.0), Column("Title", 3.6), Column("Published", 1.7), Column("Open after", 1.5),
        Column("Licence", 1.7), Column("Repository", 1.9), Column("Record", 1.6),
    )  # fmt: skip
    rows = tuple(
        ((a.code or NONE,), (a.title or NONE,), (day(a.published_on),), (_embargo(a),), (a.licence or NONE,),
         (a.repository or NONE,), _state(a, agreement))
        for a in publications[:ROWS_SHOWN]
    )  # fmt: skip
    return Table("Publications", columns, rows, note=rest_note(len(publications)))


def _access(a: Asset, agreement: Agreement) -> tuple[Text, ...]:
    owner = a.owners or agreement.holders.get(a.partner_id or 0, "")
    exclusive = t("exclusive until {day}", day=day(a.exclusive_until)) if a.exclusive_until else ""
    access = "; ".join(part for part in (a.access, a.restriction, exclusive) if part)
    return ((a.code or NONE,), (a.title or NONE,), (owner or NONE,), (access or NONE,))


def _embargo(a: Asset) -> str:
    if a.embargo_days is None:
        return NONE
    return quantity(a.embargo_days, "days") if a.embargo_days else t("at once")


def _state(a: Asset, agreement: Agreement) -> Text:
    return (state_words(agreement.state("asset", a.id)),)


SECTION = Section("rights", "Background, results and publications", _compose)
