"""Blocks of content to flowables of the PDF library: one function per kind of block."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from reportlab.graphics import renderPDF
from reportlab.platypus import CondPageBreak, Flowable

from collabdesk.reporting import charts, content
from collabdesk.reporting import style_fonts as fonts
from collabdesk.reporting.language import t
from collabdesk.reporting.pdf_code import code_block
from collabdesk.reporting.pdf_columns import fitted
from collabdesk.reporting.pdf_flow import Words
from collabdesk.reporting.pdf_grid import all_of, groups, sheet
from collabdesk.reporting.pdf_paper import draw_text
from collabdesk.reporting.pdf_text import Line, at_most, plain_lines
from collabdesk.reporting.pdf_tiles import TileRow
from collabdesk.reporting.style import FRAME, LINE, STYLES, WIDE_FRAME
from collabdesk.reporting.style_palette import palette

SIGN_LINE = 68.0
_AFTER = 12.0
_CARD, _TAIL = 140.0, 48.0
_TITLE_LIMIT = 600
_MOST_CAPTION = 6


@dataclass(slots=True)
class Setting:
    """What the blocks of one report share: the numbers of its tables and charts, and how wide the page is now."""

    has_numbers: bool = True
    tables: int = 0
    charts: int = 0
    is_wide: bool = False

    @property
    def room(self) -> float:
        return WIDE_FRAME[2] if self.is_wide else LINE

    @property
    def full(self) -> float:
        return WIDE_FRAME[3] if self.is_wide else FRAME[3]

    def table(self, caption: str) -> tuple[str, str]:
        """The caption with the next number, and what stands on the pages that follow."""
        self.tables += 1
        if not self.has_numbers:
            return caption, caption
        return (
            t("Table {n}: {caption}", n=self.tables, caption=caption),
            t("Table {n}, continued", n=self.tables),
        )

    def chart(self, caption: str) -> str:
        self.charts += 1
        return t("Figure {n}: {caption}", n=self.charts, caption=caption) if self.has_numbers else caption


def flowables(block: content.Block, setting: Setting) -> list[Flowable]:
    """What the block puts on paper; annexes are drawn elsewhere and give nothing here."""
    maker = _MAKERS.get(type(block))
    return maker(block, setting) if maker else []


def start_height(block: content.Block | None) -> float:
    """How much of the page the block needs to begin on it: a heading above it waits for that much room."""
    if isinstance(block, content.ChartBlock):
        return _least(block) + 40
    return {content.Table: 90.0, content.FindingCard: _CARD, content.Tiles: 90.0}.get(type(block), 48.0)


def _followed(found: list[Flowable], room: float = _AFTER) -> list[Flowable]:
    # Room after the last one, that may fall off the page's end; a spacer there would open an empty page.
    if found:
        found[-1].spaceAfter = room
    return found


def _paragraph(block: content.Paragraph, _setting: Setting) -> list[Flowable]:
    return [Words(block.text, STYLES[block.tone], label="\u2013" if block.tone == "item" else "")]


def _subheading(block: content.Subheading, _setting: Setting) -> list[Flowable]:
    heading = Words((block.text[:_TITLE_LIMIT],), STYLES["h3"], whole=True)
    heading.bookmark = block.text
    return [CondPageBreak(120), heading]


def _table(block: content.Table, setting: Setting) -> list[Flowable]:
    caption, continued = setting.table(block.caption)
    if not block.rows:
        head = Words((caption[:_TITLE_LIMIT],), replace(STYLES["caption"], before=6, after=5), whole=True)
        note = [Words((block.empty,), STYLES["note"])] if block.empty else []
        return [CondPageBreak(40), head, *_followed([*note, *_note(block)])]
    return [flowable for part in _parts(block, caption, setting) for flowable in _grid(part, continued, setting)]


def _note(block: content.Table) -> list[Flowable]:
    return [Words((block.note,), STYLES["note"])] if block.note else []


def _parts(block: content.Table, caption: str, setting: Setting) -> Iterator[content.Table]:
    """The table, or, where its columns do not fit side by side, groups of them with the first column repeated."""
    found = groups(block.columns, block.rows, setting.room)
    for number, wanted in enumerate(found, start=1):
        if len(found) > 1:
            said = t("{caption}, part {n} of {total}", caption=caption, n=number, total=len(found))
        else:
            said = caption
        yield replace(
            block,
            caption=said,
            columns=tuple(block.columns[i] for i in wanted),
            rows=tuple(tuple(row[i] for i in wanted) for row in block.rows) if len(found) > 1 else block.rows,
            note=block.note if number == len(found) else "",
        )


def _grid(block: content.Table, continued: str, setting: Setting) -> list[Flowable]:
    widths = fitted(block.columns, block.rows, setting.room)
    return [CondPageBreak(80), all_of(sheet(block, block.caption, continued, widths, setting.full))]


def _chart(block: content.ChartBlock, setting: Setting) -> list[Flowable]:
    return [CondPageBreak(_least(block) + 30), _FittingChart(block, setting.chart(block.caption))]


def _least(block: content.ChartBlock) -> float:
    """The height at which the chart's rows stand as close as they may."""
    return 28.0 + (block.height - 28.0) * 0.7


class _FittingChart(Flowable):  # type: ignore[misc]
    """A chart below its caption that closes its rows up, within reason, rather than leave a page's rest empty."""

    def __init__(self, block: content.ChartBlock, caption: str) -> None:
        super().__init__()
        self.block, self.caption = block, caption
        self.spaceBefore, self.spaceAfter = 6, 14
        self._lines: list[Line] = []

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self._lines = at_most(plain_lines(self.caption, STYLES["caption"], width, _TITLE_LIMIT), _MOST_CAPTION)
        above = self._above()
        chart = max(min(self.block.height, height - above), _least(self.block))
        # A page is as high as it is, whatever was asked for.
        self.width, self.height = width, min(above + chart, FRAME[3])
        return self.width, self.height

    def _above(self) -> float:
        return len(self._lines) * STYLES["caption"].leading + 7.0

    def draw(self) -> None:
        self.canv.set_lines(self._lines, 0, self.height, STYLES["caption"], self.width)
        chart = charts.chart(self.block.name)
        drawing = chart.draw(self.block.figures, self.width, self.height - self._above(), palette())
        renderPDF.draw(drawing, self.canv, 0, 0)


def _tiles(block: content.Tiles, setting: Setting) -> list[Flowable]:
    return TileRow.rows(block.items, setting.room)


def _pairs(block: content.Pairs, _setting: Setting) -> list[Flowable]:
    return _followed([_term(term, text) for term, text in block.items])


def _term(term: str, text: content.Text) -> Flowable:
    return Words(text, STYLES["pair"], label=term)


def _finding(block: content.FindingCard, setting: Setting) -> list[Flowable]:
    tags = "  \u00b7  ".join(w for w in (block.code, block.severity, block.status) if w)
    title = Words((block.title[:_TITLE_LIMIT],), STYLES["h2_tight"], whole=True)
    title.bookmark = " ".join(w for w in (block.code, block.title) if w)
    head = [_Rule(), Words((tags,), STYLES["eyebrow"], whole=True), title]
    terms = [_term(*element) for element in block.elements]
    return _followed([CondPageBreak(_CARD), *head, *_closed(terms, setting.room)], 16)


def _closed(terms: list[Flowable], room: float) -> list[Flowable]:
    """The terms with the last few kept together: no line or two of a finding stand alone on the page that follows."""
    high, first = 0.0, len(terms)
    while first > 0 and high < _TAIL:
        more = terms[first - 1].wrap(room, FRAME[3])[1] + terms[first - 1].spaceAfter
        if high + more > _CARD:
            break
        high, first = high + more, first - 1
    return [*terms[:first], CondPageBreak(high), *terms[first:]]


class _Rule(Flowable):  # type: ignore[misc]
    """A line over a finding."""

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = width
        return width, 9.0

    def draw(self) -> None:
        self.canv.setStrokeColor(palette().of("accent"))
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
        self.canv.setStrokeColor(palette().of("ink"))
        self.canv.setLineWidth(0.6)
        self.canv.line(0, 26, split, 26)
        self.canv.line(split + 22, 26, self.width, 26)
        shown = fonts.fitting(self.name or self.role, fonts.MEDIUM, 8.4, split)
        draw_text(self.canv, 0, 15, shown, fonts.MEDIUM, 8.4, "ink")
        if self.name:
            draw_text(self.canv, 0, 4, fonts.fitting(self.role, fonts.REGULAR, 7.4, split), fonts.REGULAR, 7.4, "muted")
        draw_text(self.canv, split + 22, 15, t("Date"), fonts.REGULAR, 7.4, "muted")


def _sign_off(block: content.SignOff, _setting: Setting) -> list[Flowable]:
    return [_SignLine(role, name) for role, name in block.lines]


_MAKERS: dict[type, Callable[[Any, Setting], list[Flowable]]] = {
    content.Paragraph: _paragraph,
    content.Subheading: _subheading,
    content.Table: _table,
    content.ChartBlock: _chart,
    content.Tiles: _tiles,
    content.Pairs: _pairs,
    content.FindingCard: _finding,
    content.SignOff: _sign_off,
    content.Code: code_block,
}
