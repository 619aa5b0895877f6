"""Charts for the window: the same drawings that the report prints, each as a PDF page of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from collabdesk.domain.figures import Figure
from collabdesk.reporting import charts


@dataclass(frozen=True, slots=True)
class ChartName:
    """What a chart is called in code and by its title."""

    name: str
    title: str


CHARTS = tuple(ChartName(c.name, c.title) for c in charts.CHARTS)


def chart_pdf(name: str, figures: Sequence[Figure], width: float, height: float, dark: bool = False) -> bytes:
    """The chart drawn from these figures as a one-page PDF, `width` by `height` points, in light or dark colours.

    The figures may be all of a project's: a chart takes its own. KeyError for a name not in CHARTS.
    """
    return charts.chart_page(name, figures, width, height, dark=dark)


def has_rows(name: str, figures: Sequence[Figure]) -> bool:
    """The chart has something to show; a window may leave out one that has not."""
    return charts.has_rows(name, figures)


def natural_height(name: str, figures: Sequence[Figure]) -> float:
    """The height in points at which every row of the chart is comfortable to read."""
    return charts.natural_height(name, figures)
