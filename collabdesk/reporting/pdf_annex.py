"""Annexes of many lines, drawn straight on the canvas: one pass, linear in the number of lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from collabdesk.reporting import style_fonts as fonts
from collabdesk.reporting.content import Column, LinesAnnex
from collabdesk.reporting.pdf_cells import cells_of
from collabdesk.reporting.pdf_columns import sampled
from collabdesk.reporting.pdf_paper import draw_text
from collabdesk.reporting.style import LEFT, RIGHT, WIDE
from collabdesk.reporting.style_palette import palette

_TOP, _FOOT, _TITLE = 72.0, 62.0, 46.0
_ROW, _SIZE, _HEAD = 12.4, 6.9, 18.0
_GAP = 8.0

Drawn = Callable[[Any], None]


@dataclass(frozen=True, slots=True)
class AnnexPage:
    """One page of an annex: its size, and what is drawn on it below the running head."""

    size: tuple[float, float]
    draw: Drawn


@dataclass(frozen=True, slots=True)
class _Edge:
    """One column on paper: where its text begins, or ends when it is a number."""

    column: Column
    left: float
    right: float


def line_pages(annex: LinesAnnex, title: str) -> list[AnnexPage]:
    """The pages of an annex of lines, the first with the title above its rows."""
    edges = _edges(annex)
    full = int((WIDE[1] - _TOP - _FOOT - _HEAD) / _ROW)
    first = int((WIDE[1] - _TOP - _FOOT - _HEAD - _TITLE) / _ROW)
    starts = [0, *range(first, len(annex.rows), full)]
    ends = [*starts[1:], len(annex.rows)]
    return [
        _page(annex, edges, start, end, title if start == 0 else "") for start, end in zip(starts, ends, strict=True)
    ]


def _page(annex: LinesAnnex, edges: Sequence[_Edge], start: int, end: int, title: str) -> AnnexPage:
    def draw(canvas: Any) -> None:
        top = WIDE[1] - _TOP
        if title:
            draw_title(canvas, title, top)
            top -= _TITLE
        _draw_head(canvas, edges, top)
        if not annex.rows:
            draw_text(canvas, LEFT, top - _HEAD - 8, "Nothing is recorded.", fonts.REGULAR, 8.2, "muted")
        _draw_rows(canvas, edges, annex.rows[start:end], top - _HEAD)

    return AnnexPage(WIDE, draw)


def draw_title(canvas: Any, title: str, top: float) -> None:
    """The heading of an annex at the top of its first page."""
    draw_text(canvas, LEFT, top - 18, title, fonts.SERIF_BOLD, 20, "accent")


def _edges(annex: LinesAnnex) -> list[_Edge]:
    widths = sampled(annex.columns, annex.rows, WIDE[0] - LEFT - RIGHT, _SIZE)
    edges, x = [], LEFT
    for i, (column, width) in enumerate(zip(annex.columns, widths, strict=True)):
        edges.append(_Edge(column, x, x + width - (_GAP if i < len(widths) - 1 else 0)))
        x += width
    return edges


def _draw_head(canvas: Any, edges: Sequence[_Edge], top: float) -> None:
    canvas.setStrokeColor(palette().of("ink"))
    canvas.setLineWidth(1.0)
    canvas.line(LEFT, top, WIDE[0] - RIGHT, top)
    canvas.setLineWidth(0.5)
    canvas.line(LEFT, top - _HEAD + 4, WIDE[0] - RIGHT, top - _HEAD + 4)
    for edge in edges:
        x = edge.right if edge.column.is_number else edge.left
        draw_text(canvas, x, top - 10, edge.column.title, fonts.SEMIBOLD, _SIZE, "muted", right=edge.column.is_number)


def _draw_rows(canvas: Any, edges: Sequence[_Edge], rows: Sequence[tuple[str, ...]], top: float) -> None:
    cells = cells_of(canvas, fonts.REGULAR, _SIZE)
    made = [f"BT {canvas.colour('ink')}"]
    y = top - 5.0
    for row in rows:
        for edge, text in zip(edges, row, strict=True):
            if text:
                cells.put(made, edge.left, edge.right, y, text, edge.column.is_number)
        y -= _ROW
    # The paper keeps its operators in this list; there is no public way to add ready ones.
    canvas._code.append("\n".join([*made, "ET"]))
    _draw_rules(canvas, len(rows), top)


def _draw_rules(canvas: Any, rows: int, top: float) -> None:
    canvas.setStrokeColor(palette().of("rule"))
    canvas.setLineWidth(0.3)
    lines = [(LEFT, y, WIDE[0] - RIGHT, y) for y in (top - 5.0 - 3.6 - _ROW * i for i in range(rows))]
    canvas.lines(lines)
