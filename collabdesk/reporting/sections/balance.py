"""Balance of the consortium: geographical return, votes and leads by partner and country; no verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from collabdesk.domain.figures import Figure
from collabdesk.domain.told import told
from collabdesk.reporting.content import Block, say
from collabdesk.reporting.language import said, t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section, chart, detail_table, figure_table

_PAID = (("contributions", told("Contributions")), ("weighted contracts", told("Weighted contracts")))
_NOTE = told(
    "A coefficient is a country's share of the weighted contracts over its share of the contributions; the sum of "
    "contribution share x coefficient is 1 where all contracts lie in contributing countries."
)


def _compose(data: ReportData) -> Iterator[Block]:
    figures = data.of("geo_return")
    if figures:
        found = [f for f in figures if f.rule.startswith("georeturn.coefficient")]
        shown = [f for f in found if _kind(f) == _kind(found[0])]
        yield from chart("geo_return", "Geographical return by country", shown, len(shown))
        others = [f for f in figures if f not in found]
        if others:
            yield figure_table("Contracts and check of the return", others)
        for kind in dict.fromkeys(map(_kind, found)):
            its = [replace(f, detail=said(f.detail).rpartition(", ")[0]) for f in found if _kind(f) == kind]
            if kind[1]:
                caption = t("Geographical return by {kind} in {unit}", kind=t(kind[0]), unit=kind[1])
            else:
                caption = t("Geographical return by {kind}", kind=t(kind[0]))
            yield detail_table(caption, its, "Country", _PAID, "", "Coefficient")
        yield say(t(_NOTE), "note")
    voices = data.of("voices")
    if voices:
        yield figure_table("Votes and leads by partner and country", voices)


def _kind(figure: Figure) -> tuple[str, str]:
    """By which contributions, and in which unit they are."""
    return said(figure.detail).rpartition(", ")[2], figure.inputs.get("contributions are in", "")


SECTION = Section("balance", "Return, votes and leads", _compose, level=2)
