"""Concentration: how far contributions rest on few partners; a reference, no verdict."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.domain.figures import Figure
from collabdesk.reporting.content import Block, say
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section, figure_table
from collabdesk.reporting.wording import joined


def _compose(data: ReportData) -> Iterator[Block]:
    figures = data.of("concentration")
    if not figures:
        return
    yield figure_table("Concentration of contributions", figures)
    numbers = sorted({f.inputs["n"] for f in figures if f.inputs.get("n")}, key=int)
    among = f" (here n is {joined(numbers)})" if numbers else ""
    yield say(
        f"The Herfindahl-Hirschman index runs from 10,000 / n, when n partners hold equal shares{among}, "
        f"to 10,000, when one holds all.{_reference(figures)}",
        "note",
    )


def _reference(figures: tuple[Figure, ...]) -> str:
    """The reference points that the rule pack states, where it states any."""
    points = next((told for f in figures if (told := f.inputs.get("reference points, no verdict"))), "")
    return f" Reference points: {points}; for a consortium they are a reference, not a verdict." if points else ""


SECTION = Section("concentration", "Concentration", _compose, level=2)
