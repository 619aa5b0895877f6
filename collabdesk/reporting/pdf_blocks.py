"""Blocks of content to flowables of the PDF library: one function per kind of block."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from reportlab.graphics import renderPDF
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, Paragraph, Table, TableStyle

from collabdesk.reporting import charts, content
from collabdesk.reporting import style_fonts as fonts
from collabdesk.reporting.pdf_columns import GAP, fitted
from collabdesk.reporting.style import LIGHT, LINE, Pen, marked, styles

SIGN_LINE = 68.0
_TILES_A_ROW = 3
_CELL_LIMIT = 1500
_TERM = 104.0
_AFTER = 12.0
_CARD = 140.0
_FEW_ROWS = 5
_LONG_TEXT = 200


def flowables(block: content.Block, pen: Pen) -> list[Flowable]:
    """What the block puts on paper; annexes are drawn elsewhere and give nothing here."""
    maker = _MAKERS.get(type(block))
    return maker(block, pen) if maker else []


def _followed(found: list[Flowable], room: float = _AFTER) -> list[Flowable]:
    # Room after the last one, that may fall off the page's end; a spacer there would open an empty page.
    if found:
        found[-1].spaceAfter = room
    return found


def _paragraph(block: content.Paragraph, pen: Pen) -> list[Flowable]:
    bullet = "\u2013" if block.tone == "item" else None
    return [Paragraph(pen.markup(block.text, block.tone, limit=20_000), styles()[block.tone], bulletText=bullet)]


def _subheading(block: content.Subheading, _pen: Pen) -> list[Flowable]:
    style = styles()["h3"]
    return [CondPageBreak(120), Paragraph(marked(block.text, style.fontName, style.fontName), style)]


def start_height(block: content.Block | None) -> float:
    """How much of the page the block needs to begin on it: a heading above it waits for that much room."""
    if isinstance(block, content.ChartBlock):
        return _least(block) + 40
    return {content.Table: 90.0, content.FindingCard: _CARD, content.Tiles: 90.0}.get(type(block), 48.0)


def _caption(text: str) -> Flowable:
    style = styles()["caption"]
    return Paragraph(marked(text, style.fontName, style.fontName), style)


def _note(text: str) -> list[Flowable]:
    style = styles()["note"]
    return [Paragraph(marked(text, style.fontName, style.fontName), style)] if text else []


def _table(block: content.Table, pen: Pen) -> list[Flowable]:
    if not block.rows:
        return [_caption(block.caption), *_note(block.empty)]
    widths = fitted(block.columns, block.rows, LINE)
    rows: list[list[Flowable]] = [[_head(c) for c in block.columns]]
    for i, row in enumerate(block.rows):
        strong = "_strong" if i in block.strong_rows else ""
        rows.append([_cell(text, c, strong, pen) for text, c in zip(row, block.columns, strict=True)])
    # Rows of long texts may fill a page each: they are broken where they must be, and kept together by nothing.
    is_short = all(_length(text) <= _LONG_TEXT for row in block.rows for text in row)
    table = Table(rows, widths, repeatRows=1, splitInRow=int(not is_short), hAlign="LEFT")
    table.setStyle(_table_style(block.strong_rows, keeps_ends=is_short and len(rows) > _FEW_ROWS))
    below = _note(block.note)
    table.spaceAfter = 5 if below else _AFTER
    return [CondPageBreak(80), _caption(block.caption), table, *_followed(below)]


def _head(column: content.Column) -> Flowable:
    name = "head_number" if column.is_number else "head"
    return Paragraph(marked(column.title, fonts.SEMIBOLD, fonts.SEMIBOLD), styles()[name])


def _cell(text: content.Text, column: content.Column, strong: str, pen: Pen) -> Flowable:
    name = f"cell{strong}" + ("_number" if column.is_number else "")
    return Paragraph(pen.markup(text, name, limit=_CELL_LIMIT), styles()[name])


def _table_style(strong_rows: Sequence[int], *, keeps_ends: bool) -> TableStyle:
    rule, ink = LIGHT.of("rule"), LIGHT.of("ink")
    commands: list[tuple[Any, ...]] = [
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("VALIGN", (0, 1), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-2, -1), GAP),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 3.6),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4.2),
        ("LINEABOVE", (0, 0), (-1, 0), 1.1, ink),
        ("LINEBELOW", (0, 0), (-1, 0), 0.5, ink),
        ("LINEBELOW", (0, 1), (-1, -1), 0.35, rule),
        ("LINEBELOW", (0, -1), (-1, -1), 0.7, ink),
    ]
    commands += [("LINEABOVE", (0, i + 1), (-1, i + 1), 0.7, ink) for i in strong_rows]
    # No row stands alone on a page: the first two stay under the head, the last two together.
    commands += [("NOSPLIT", (0, 0), (-1, 2)), ("NOSPLIT", (0, -2), (-1, -1))] if keeps_ends else []
    return TableStyle(commands)


def _length(text: content.Text) -> int:
    return sum(
        len(s.code if isinstance(s, content.Cite) else s.text if isinstance(s, content.Strong) else s) for s in text
    )


def _chart(block: content.ChartBlock, _pen: Pen) -> list[Flowable]:
    return [CondPageBreak(_least(block) + 30), _caption(block.caption), _FittingChart(block)]


def _least(block: content.ChartBlock) -> float:
    """The height at which the chart's rows stand as close as they may."""
    return 28.0 + (block.height - 28.0) * 0.7


class _FittingChart(Flowable):  # type: ignore[misc]
    """A chart that closes its rows up, within reason, rather than leave the rest of a page empty."""

    def __init__(self, block: content.ChartBlock) -> None:
        super().__init__()
        self.block = block
        self.spaceBefore, self.spaceAfter = 2, 14

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, max(min(self.block.height, height), _least(self.block))
        return self.width, self.height

    def draw(self) -> None:
        drawing = charts.chart(self.block.name).draw(self.block.figures, LINE, self.height)
        renderPDF.draw(drawing, self.canv, 0, 0)


def _tiles(block: content.Tiles, pen: Pen) -> list[Flowable]:
    cells = [_tile(item, pen) for item in block.items]
    rows = [cells[i : i + _TILES_A_ROW] for i in range(0, len(cells), _TILES_A_ROW)]
    found: list[Flowable] = []
    gap = 12.0
    wide = (LINE - gap * (_TILES_A_ROW - 1)) / _TILES_A_ROW
    for row in rows:
        line: list[Any] = []
        for cell in row:
            line += [cell, ""]
        line += [""] * (2 * _TILES_A_ROW - len(line))
        table = Table([line[:-1]], ([wide, gap] * _TILES_A_ROW)[:-1], hAlign="LEFT")
        table.setStyle(_tile_style(len(row)))
        table.spaceAfter = _AFTER
        found.append(table)
    return found


def _tile(item: content.Tile, pen: Pen) -> list[Flowable]:
    shape = styles()
    size = 19.0
    while fonts.width(item.value, fonts.SERIF_BOLD, size) > 124 and size > 9:
        size -= 1
    value = ParagraphStyle("tile_fit", parent=shape["tile_value"], fontSize=size)
    made: list[Flowable] = [
        Paragraph(marked(item.label, fonts.MEDIUM, fonts.MEDIUM), shape["tile_label"]),
        Paragraph(marked(item.value, fonts.SERIF_BOLD, fonts.SERIF_BOLD), value),
    ]
    note: content.Text = (item.note, content.Cite(item.code)) if item.note else (content.Cite(item.code),)
    return [*made, Paragraph(pen.markup(note, "tile_note").removeprefix("&#160;"), shape["tile_note"])]


def _tile_style(filled: int) -> TableStyle:
    commands: list[tuple[Any, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 10),
        ("RIGHTPADDING", (0, 0), (-1, -1), 8),
        ("TOPPADDING", (0, 0), (-1, -1), 8),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 9),
    ]
    for i in range(filled):
        at = (2 * i, 0)
        commands += [("BACKGROUND", at, at, LIGHT.of("tint")), ("LINEABOVE", at, at, 1.6, LIGHT.of("accent"))]
    return TableStyle(commands)


def _pairs(block: content.Pairs, pen: Pen) -> list[Flowable]:
    return _followed([_term(term, text, pen) for term, text in block.items])


def _term(term: str, text: content.Text, pen: Pen) -> Flowable:
    base = styles()["body"]
    style = ParagraphStyle(
        "term", parent=base, leftIndent=_TERM, bulletIndent=0, bulletFontName=fonts.MEDIUM, bulletFontSize=8,
        bulletColor=LIGHT.of("muted"), spaceAfter=5,
    )  # fmt: skip
    return Paragraph(pen.markup(text, "body", limit=20_000), style, bulletText=term)


def _finding(block: content.FindingCard, pen: Pen) -> list[Flowable]:
    shape = styles()
    tags = "  \u00b7  ".join(
        w for w in (block.code, f"{block.severity} severity" if block.severity else "", block.status) if w
    )
    head = [
        _Rule(),
        Paragraph(marked(tags, fonts.SEMIBOLD, fonts.SEMIBOLD), shape["eyebrow"]),
        Paragraph(marked(block.title, fonts.SEMIBOLD, fonts.SEMIBOLD), shape["h2_tight"]),
    ]
    terms = [_term(label, text, pen) for label, text in block.elements]
    return _followed([CondPageBreak(_CARD), *head, *terms], 16)


class _Rule(Flowable):  # type: ignore[misc]
    """A line over a finding."""

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = width
        return width, 9.0

    def draw(self) -> None:
        self.canv.setStrokeColor(LIGHT.of("accent"))
        self.canv.setLineWidth(1.4)
        self.canv.line(0, 8, self.width, 8)


class _SignLine(Flowable):  # type: ignore[misc]
    """One place to sign: a line with role and name, and one for the date."""

    def __init__(self, role: str, name: str) -> None:
        super().__init__()
        self.role, self.name = role, name

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = width
        return width, SIGN_LINE

    def draw(self) -> None:
        split = self.width * 0.64
        self.canv.setStrokeColor(LIGHT.of("ink"))
        self.canv.setLineWidth(0.6)
        self.canv.line(0, 26, split, 26)
        self.canv.line(split + 22, 26, self.width, 26)
        draw_text(self.canv, 0, 15, self.name or self.role, fonts.MEDIUM, 8.4, "ink")
        if self.name:
            draw_text(self.canv, 0, 4, self.role, fonts.REGULAR, 7.4, "muted")
        draw_text(self.canv, split + 22, 15, "Date", fonts.REGULAR, 7.4, "muted")


def draw_text(
    canvas: Any, x: float, y: float, text: str, font: str, size: float, role: str, *, right: bool = False
) -> float:
    """Draw one line with fallback fonts where needed; returns its width."""
    total = fonts.width(text, font, size)
    x -= total if right else 0
    canvas.setFillColor(LIGHT.of(role))
    for name, piece in fonts.runs(text, font):
        canvas.setFont(name, size)
        canvas.drawString(x, y, piece)
        x += fonts.width(piece, name, size)
    return total


def _sign_off(block: content.SignOff, _pen: Pen) -> list[Flowable]:
    return [_SignLine(role, name) for role, name in block.lines]


_MAKERS: dict[type, Callable[[Any, Pen], list[Flowable]]] = {
    content.Paragraph: _paragraph,
    content.Subheading: _subheading,
    content.Table: _table,
    content.ChartBlock: _chart,
    content.Tiles: _tiles,
    content.Pairs: _pairs,
    content.FindingCard: _finding,
    content.SignOff: _sign_off,
}
