"""Lines of a program on paper: letters of one width, small enough that no line is broken, to be copied out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable

from collabdesk.reporting import content
from collabdesk.reporting import style_fonts as fonts
from collabdesk.reporting.pdf_flow import Words
from collabdesk.reporting.pdf_paper import draw_text
from collabdesk.reporting.style import STYLES
from collabdesk.reporting.style_palette import palette

_LARGEST = 7.4
_LEADING = 1.5
_PAD = 8.0
_KEPT = 120.0


class CodeLines(Flowable):  # type: ignore[misc]
    """The lines on a tinted ground; it breaks between lines where the page ends."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__()
        self.lines = tuple(lines)
        self.spaceAfter = 12
        self.size = _LARGEST

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        longest = max((fonts.width(line, fonts.MONO, 1) for line in self.lines), default=0.0)
        self.size = min(_LARGEST, (width - 2 * _PAD) / longest) if longest else _LARGEST
        self.width, self.height = width, len(self.lines) * self._leading + 2 * _PAD
        return width, self.height

    @property
    def _leading(self) -> float:
        return self.size * _LEADING

    def split(self, width: float, height: float) -> list[Flowable]:
        self.wrap(width, height)
        fit = int((height - 2 * _PAD) / self._leading)
        if fit >= len(self.lines):
            return [self]
        return [] if fit < 1 else [CodeLines(self.lines[:fit]), CodeLines(self.lines[fit:])]

    def draw(self) -> None:
        canvas = self.canv
        canvas.setFillColor(palette().of("tint"))
        canvas.rect(0, 0, self.width, self.height, stroke=0, fill=1)
        y = self.height - _PAD - self.size
        for line in self.lines:
            draw_text(canvas, _PAD, y, line, fonts.MONO, self.size, "ink")
            y -= self._leading


def code_block(block: content.Code, _setting: Any) -> list[Flowable]:
    """The caption with the lines below it."""
    return [CondPageBreak(_KEPT), Words((block.caption,), STYLES["caption"], whole=True), CodeLines(block.lines)]
