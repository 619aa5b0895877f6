"""Running text on paper: paragraphs that break between pages without orphans and widows, terms beside their texts."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from collabdesk.reporting.content import Text
from collabdesk.reporting.pdf_paper import Paper
from collabdesk.reporting.pdf_text import Line, at_most, lines_of
from collabdesk.reporting.style import STYLES, Style

_LABEL_GAP = 8.0
_MOST_WHOLE, _MOST_LABEL = 12, 20


class Words(Flowable):  # type: ignore[misc]
    """A text in a style; beside an indented one stands a label: a term, or the dash of an item."""

    def __init__(self, text: Text, style: Style, *, label: str = "", whole: bool = False) -> None:
        super().__init__()
        self.text, self.style, self.label, self.whole = text, style, label, whole
        self.spaceBefore, self.spaceAfter = style.before, style.after
        self._lines: list[Line] = []
        self._label_lines: list[Line] = []
        self._cut_for = -1.0

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        if self._cut_for != width:
            self._cut_for = width
            found = lines_of(self.text, self.style, width - self.style.indent)
            self._lines = at_most(found, _MOST_WHOLE) if self.whole else found
            if self.label:
                room = self.style.indent - _LABEL_GAP
                self._label_lines = at_most(lines_of((self.label,), STYLES["term"], room, 300), _MOST_LABEL)
        self.width = width
        self.height = max(len(self._lines), len(self._label_lines)) * self.style.leading
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        self.wrap(width, height)
        count, fit = len(self._lines), int(height / self.style.leading)
        # Two lines at least on each side: no orphan below, no widow above.
        fit = min(fit, count - 2)
        if self.whole or fit < max(2, len(self._label_lines)):
            return []
        return [
            self._part(self._lines[:fit], self._label_lines, self.spaceBefore, 0.0),
            self._part(self._lines[fit:], [], 0.0, self.spaceAfter),
        ]

    def _part(self, lines: Sequence[Line], label: list[Line], before: float, after: float) -> Words:
        made = Words(self.text, self.style, label=self.label)
        made._lines, made._label_lines, made._cut_for = list(lines), label, self._cut_for
        made.spaceBefore, made.spaceAfter = before, after
        return made

    def draw(self) -> None:
        paper: Paper = self.canv
        indent = self.style.indent
        paper.set_lines(self._label_lines, 0 if self.label != "\u2013" else 1, self.height, STYLES["term"], indent)
        paper.set_lines(self._lines, indent, self.height, self.style, self.width - indent)
