"""The annex of sources: from each figure's code to its rule, inputs, files, sheets and cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from collabdesk.domain.figures import Figure, Source
from collabdesk.reporting import style_fonts as fonts
from collabdesk.reporting.charts_bars import fitting
from collabdesk.reporting.pdf_annex import AnnexPage, Drawn, draw_title
from collabdesk.reporting.pdf_blocks import draw_text
from collabdesk.reporting.style import LEFT, LIGHT, LINE, PAGE, RIGHT, anchor
from collabdesk.reporting.wording import amount, counted, value_of

_TOP, _FOOT, _TITLE = 84.0, 66.0, 44.0
_LEADING, _SMALL = 9.6, 6.6
_CELLS_SHOWN = 480


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the annex: its height, how to draw it at a baseline, and whether the next must stay with it."""

    height: float
    draw: Drawn
    holds_next: bool = False


def files_of(figures: Sequence[Figure]) -> list[tuple[str, str]]:
    """(name, SHA-256) of every file that the figures rest on, in order of their names."""
    return sorted({(s.file, s.sha256) for f in figures for s in f.sources if s.file})


def source_pages(figures: Sequence[Figure], title: str) -> list[AnnexPage]:
    """The pages of the annex: first the files with their full hashes, then one entry for each figure."""
    rows = [*_file_rows(figures), *_figure_rows(figures)]
    pages: list[AnnexPage] = []
    page: list[_Row] = []
    room = PAGE[1] - _TOP - _FOOT - _TITLE
    for block in _blocks(rows):
        high = sum(r.height for r in block)
        if page and high > room:
            pages.append(_page(page, "" if pages else title))
            page, room = [], PAGE[1] - _TOP - _FOOT
        page += block
        room -= high
    if page or not pages:
        pages.append(_page(page, "" if pages else title))
    return pages


def _blocks(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    block: list[_Row] = []
    for row in rows:
        block.append(row)
        if not row.holds_next:
            yield block
            block = []
    if block:
        yield block


def _page(rows: Sequence[_Row], title: str) -> AnnexPage:
    def draw(canvas: Any) -> None:
        y = PAGE[1] - _TOP
        if title:
            draw_title(canvas, title, y)
            y -= _TITLE
        for row in rows:
            y -= row.height
            canvas.saveState()
            canvas.translate(0, y)
            row.draw(canvas)
            canvas.restoreState()

    return AnnexPage(PAGE, draw)


def _heading(text: str) -> _Row:
    def draw(canvas: Any) -> None:
        draw_text(canvas, LEFT, 8, text, fonts.SEMIBOLD, 10.5, "ink")

    return _Row(30, draw, holds_next=True)


def _line(text: str, indent: float = 0, role: str = "muted", font: str = fonts.REGULAR, *, holds: bool = False) -> _Row:
    def draw(canvas: Any) -> None:
        draw_text(canvas, LEFT + indent, 2.6, text, font, _SMALL, role)

    return _Row(_LEADING, draw, holds)


def _file_rows(figures: Sequence[Figure]) -> Iterator[_Row]:
    files = files_of(figures)
    yield _heading("Files")
    if not files:
        yield _line("No figure rests on an imported file.")
    for name, sha256 in files:
        yield _line(fitting(name, fonts.SEMIBOLD, _SMALL, LINE), role="ink", font=fonts.SEMIBOLD, holds=True)
        yield _line(f"SHA-256 {sha256}")
    yield _heading("Figures")
    if not figures:
        yield _line("This report has no figures.")


def _figure_rows(figures: Sequence[Figure]) -> Iterator[_Row]:
    for figure in figures:
        yield _Row(17, partial(_draw_first, figure), True)
        for text in _flowed(_about(figure), LINE):
            yield _line(text, holds=True)
        yield from _source_rows(figure)
        yield _Row(3.5, _draw_rule)


def _draw_first(figure: Figure, canvas: Any) -> None:
    canvas.bookmarkHorizontal(anchor(figure.id), 0, 16)
    value = value_of(figure)
    wide = draw_text(canvas, PAGE[0] - RIGHT, 3.5, value, fonts.SEMIBOLD, 8, "ink", right=True)
    code = fitting(figure.id, fonts.SEMIBOLD, 7.4, LINE * 0.45)
    x = LEFT + draw_text(canvas, LEFT, 3.5, code, fonts.SEMIBOLD, 7.4, "accent") + 9
    name = f"{figure.label}: {figure.detail}" if figure.detail and figure.detail not in figure.label else figure.label
    draw_text(canvas, x, 3.5, fitting(name, fonts.MEDIUM, 8, LINE + LEFT - x - wide - 12), fonts.MEDIUM, 8, "ink")


def _draw_rule(canvas: Any) -> None:
    canvas.setStrokeColor(LIGHT.of("rule"))
    canvas.setLineWidth(0.35)
    canvas.line(LEFT, 0.5, PAGE[0] - RIGHT, 0.5)


def _about(figure: Figure) -> str:
    inputs = ", ".join(f"{name} = {value}" for name, value in figure.inputs.items())
    note = f"{'not computed' if figure.value is None else 'note'}: {figure.note}" if figure.note else ""
    return "  \u00b7  ".join(part for part in (f"Rule {figure.rule}", inputs, note) if part)


def _source_rows(figure: Figure) -> Iterator[_Row]:
    if not figure.sources:
        yield _line("Source: no record", 10)
    for source in figure.sources:
        lines = _flowed(_place(source), LINE - 10)
        for i, text in enumerate(lines):
            yield _line(text, 10, "ink", holds=i == 0 and len(lines) > 1)


def _place(source: Source) -> str:
    total = f", sum {amount(source.total)}" if source.total is not None else ""
    records = counted(source.records, "record") + total
    if not source.file:
        return f"Typed by hand  \u00b7  {records}"
    where = source.cells if len(source.cells) <= _CELLS_SHOWN else _cut(source.cells)
    sheet = f"[{source.sheet}]" if source.sheet else ""
    return f"{source.file} {sheet} {where}  \u00b7  {records}  \u00b7  SHA-256 {source.sha256[:16]}\u2026"


def _cut(cells: str) -> str:
    shown = cells[:_CELLS_SHOWN].rpartition(",")[0]
    left = cells.count(",") - shown.count(",")
    return f"{shown} and {left:,} more ranges"


def _flowed(text: str, room: float) -> list[str]:
    lines: list[str] = []
    for word in text.split(" "):
        if lines and fonts.width(f"{lines[-1]} {word}", fonts.REGULAR, _SMALL) <= room:
            lines[-1] += f" {word}"
        else:
            lines += _broken(word, room)
    return lines


def _broken(word: str, room: float) -> list[str]:
    # A word wider than the line is cut into pieces that fit, so that nothing of it is lost.
    pieces = [""]
    for c in word:
        if pieces[-1] and fonts.width(pieces[-1] + c, fonts.REGULAR, _SMALL) > room:
            pieces.append("")
        pieces[-1] += c
    return pieces
