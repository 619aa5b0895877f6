"""Concentration: how far contributions rest on few partners; a reference, no verdict."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.domain.figures import Figure
from collabdesk.reporting.content import Block, say
from collabdesk.reporting.language import t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section, figure_table
from collabdesk.reporting.wording import joined, number


def _compose(data: ReportData) -> Iterator[Block]:
    figures = data.of("concentration")
    if not figures:
        return
    yield figure_table("Concentration of contributions", figures)
    numbers = sorted({f.inputs["n"] for f in figures if f.inputs.get("n")}, key=int)
    whole = number(Decimal(10_000), 0)
    if numbers:
        text = t("The Herfindahl-Hirschman index runs from {whole} / n, when n partners hold equal shares (here n is "
                 "{numbers}), to {whole}, when one holds all.", whole=whole, numbers=joined(numbers))  # fmt: skip
    else:
        text = t("The Herfindahl-Hirschman index runs from {whole} / n, when n partners hold equal shares, to {whole}, "
                 "when one holds all.", whole=whole)  # fmt: skip
    yield say(f"{text}{_reference(figures)}", "note")


def _reference(figures: tuple[Figure, ...]) -> str:
    """The reference points that the rule pack states, where it states any."""
    points = next((told for f in figures if (told := f.inputs.get("reference points, no verdict"))), "")
    if not points:
        return ""
    text = t("Reference points: {points}; for a consortium they are a reference, not a verdict.", points=points)
    return f" {text}"


SECTION = Section("concentration", "Concentration", _compose, level=2)
