"""The annex of sources: from each figure's code to its rule, inputs, files, sheets and cells, and back to the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import Any

from collabdesk.domain.figures import Edit, Figure, Source
from collabdesk.reporting import style_fonts as fonts
from collabdesk.reporting.language import n, t
from collabdesk.reporting.pdf_annex import AnnexPage, draw_title
from collabdesk.reporting.pdf_paper import Paper, draw_text
from collabdesk.reporting.pdf_text import Line, at_most, plain_lines
from collabdesk.reporting.style import LEFT, LINE, PAGE, RIGHT, Style, anchor
from collabdesk.reporting.style_fonts import fitting
from collabdesk.reporting.style_palette import palette
from collabdesk.reporting.wording import amount, day, quantity, value_of

_TOP, _FOOT, _TITLE = 84.0, 66.0, 44.0
_LEADING, _SMALL = 9.6, 6.6
_CELLS_SHOWN = 480
_QUIET = Style(fonts.REGULAR, _SMALL, _LEADING, "muted")
_PLAIN = Style(fonts.REGULAR, _SMALL, _LEADING, "ink")
_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?")


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the annex: its height, how to draw it at a baseline, and whether the next must stay with it."""

    height: float
    draw: Callable[[Any, float], None]
    holds_next: bool = False


def files_of(figures: Sequence[Figure]) -> list[tuple[str, str]]:
    """(name, SHA-256) of every file that the figures rest on, in order of their names."""
    return sorted({(s.file, s.sha256) for f in figures for s in f.sources if s.file})


def source_pages(figures: Sequence[Figure], title: str) -> list[AnnexPage]:
    """The pages of the annex: first the files with their full hashes, then one entry for each figure."""
    pages: list[AnnexPage] = []
    page: list[_Row] = []
    room = PAGE[1] - _TOP - _FOOT - (_TITLE if title else 0.0)
    for block in _blocks([*_file_rows(figures), *_figure_rows(figures)]):
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
            row.draw(canvas, y)

    return AnnexPage(PAGE, draw)


def _heading(text: str) -> _Row:
    def draw(canvas: Any, y: float) -> None:
        draw_text(canvas, LEFT, y + 8, text, fonts.SEMIBOLD, 10.5, "ink")

    return _Row(30, draw, holds_next=True)


def _set(line: Line, style: Style = _QUIET, indent: float = 0.0, *, holds: bool = False) -> _Row:
    def draw(paper: Paper, y: float) -> None:
        # The line's letters stand 2.6 points above its foot.
        paper.set_lines([line], LEFT + indent, y + 2.6 + style.size, style, LINE - indent)

    return _Row(_LEADING, draw, holds)


def _line(text: str, indent: float = 0, role: str = "muted", font: str = fonts.REGULAR, *, holds: bool = False) -> _Row:
    def draw(canvas: Any, y: float) -> None:
        draw_text(canvas, LEFT + indent, y + 2.6, text, font, _SMALL, role)

    return _Row(_LEADING, draw, holds)


def _file_rows(figures: Sequence[Figure]) -> Iterator[_Row]:
    files = files_of(figures)
    yield _heading(t("Files"))
    if not files:
        yield _line(t("No figure rests on an imported file."))
    for name, sha256 in files:
        yield _line(fitting(name, fonts.SEMIBOLD, _SMALL, LINE), role="ink", font=fonts.SEMIBOLD, holds=True)
        yield _line(f"SHA-256 {sha256}")
    yield _heading(t("Figures"))
    if not figures:
        yield _line(t("This report has no figures."))


def _figure_rows(figures: Sequence[Figure]) -> Iterator[_Row]:
    for figure in figures:
        yield _Row(17, partial(_draw_first, figure), True)
        about = plain_lines(_about(figure), _QUIET, LINE, 6000)
        for line in about:
            yield _set(line, holds=True)
        yield from _source_rows(figure)
        yield _Row(3.5, _draw_rule)


def _draw_first(figure: Figure, paper: Paper, y: float) -> None:
    paper.bookmarkHorizontal(anchor(figure.id), 0, y + 16)
    value = value_of(figure)
    wide = draw_text(paper, PAGE[0] - RIGHT, y + 3.5, value, fonts.SEMIBOLD, 8, "ink", right=True)
    code = fitting(figure.id, fonts.SEMIBOLD, 7.4, LINE * 0.45)
    x = LEFT + draw_text(paper, LEFT, y + 3.5, code, fonts.SEMIBOLD, 7.4, "accent")
    paper.cite(figure.id, (LEFT, y + 1, x, y + 11))
    if figure.id in paper.mentions:
        back = t("page {n}", n=paper.mentions[figure.id])
        x += 5 + draw_text(paper, x + 5, y + 3.5, back, fonts.REGULAR, _SMALL, "muted")
    x += 9
    label, detail = t(figure.label), t(figure.detail)
    name = f"{label}: {detail}" if detail and detail not in label else label
    shown = fitting(name, fonts.MEDIUM, 8, max(LINE + LEFT - x - wide - 12, 30.0))
    draw_text(paper, x, y + 3.5, shown, fonts.MEDIUM, 8, "ink")


def _draw_rule(canvas: Any, y: float) -> None:
    canvas.setStrokeColor(palette().of("rule"))
    canvas.setLineWidth(0.35)
    canvas.line(LEFT, y + 0.5, PAGE[0] - RIGHT, y + 0.5)


def _about(figure: Figure) -> str:
    inputs = ", ".join(f"{t(name).replace('_', ' ')} = {_input(value)}" for name, value in figure.inputs.items())
    note = ""
    if figure.note:
        said = t(figure.note)
        note = t("not computed: {why}", why=said) if figure.value is None else t("note: {note}", note=said)
    return "  \u00b7  ".join(part for part in (t("Rule {rule}", rule=figure.rule), inputs, note) if part)


def _input(said: str) -> str:
    """An input as people read it: a day in words, a number with its separators, everything else as it is."""
    if _DAY.fullmatch(said):
        return day(said)
    try:
        value = Decimal(said)
    except InvalidOperation:
        return t(said)
    return quantity(value) if value.is_finite() and "e" not in said.lower() else said


def _source_rows(figure: Figure) -> Iterator[_Row]:
    if not figure.sources:
        yield _line(t("Source: no record"), 10)
    for source in figure.sources:
        lines = plain_lines(_place(source), _PLAIN, LINE - 10, 6000)
        for i, line in enumerate(lines):
            yield _set(line, _PLAIN, 10, holds=i == 0 and len(lines) > 1)
        for edit in source.edits:
            for line in at_most(plain_lines(_changed(edit), _QUIET, LINE - 20, 600), 3):
                yield _set(line, _QUIET, 20)


def _changed(edit: Edit) -> str:
    old, new = (_input(said) if said else "\u2013" for said in (edit.old, edit.new))
    return t("Changed on {day} by {person}: {old} became {new}", day=day(edit.at[:10]), person=edit.person or "\u2013",
             old=old, new=new)  # fmt: skip


def _place(source: Source) -> str:
    records = n(source.records, "{n} record", "{n} records")
    if source.total is not None:
        records = t("{records}, sum {amount}", records=records, amount=amount(source.total))
    if not source.file:
        return f"{t('Typed by hand')}  \u00b7  {records}"
    where = source.cells if len(source.cells) <= _CELLS_SHOWN else _cut(source.cells)
    sheet = f"[{source.sheet}]" if source.sheet else ""
    return f"{source.file} {sheet} {where}  \u00b7  {records}  \u00b7  SHA-256 {source.sha256[:16]}\u2026"


def _cut(cells: str) -> str:
    shown = cells[:_CELLS_SHOWN].rpartition(",")[0]
    left = cells.count(",") - shown.count(",")
    return t("{cells} and {n} more ranges", cells=shown, n=left)
