"""Short texts put on the canvas fast: each different text is measured, cut and encoded once a document."""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfmetrics

from collabdesk.reporting import style_fonts as fonts
from collabdesk.reporting.charts_bars import fitting

_MOST = 50_000
_of_canvas: WeakKeyDictionary[Any, dict[tuple[str, float], Cells]] = WeakKeyDictionary()


class Cells:
    """Cells in one font and size on one canvas.

    The library's own drawString opens a text object, splits and escapes the string at every call; rows of a
    table repeat their partners, countries and currencies, so remembering pays.
    """

    def __init__(self, canvas: Any, font: str, size: float) -> None:
        self._canvas, self._font, self._size = canvas, font, size
        self._known: dict[tuple[str, float], tuple[str, float]] = {}

    @classmethod
    def on(cls, canvas: Any, font: str, size: float) -> Cells:
        """The cells of this canvas, shared by its pages."""
        return _of_canvas.setdefault(canvas, {}).setdefault((font, size), cls(canvas, font, size))

    def put(self, pen: Any, left: float, right: float, y: float, text: str, is_number: bool) -> None:
        """Add `text` to the text object `pen` between `left` and `right`, cut with an ellipsis if it is wider."""
        key = (text, right - left)
        found = self._known.get(key)
        if found is None:
            if len(self._known) > _MOST:
                self._known.clear()
            found = self._known[key] = self._made(text, right - left)
        shown, wide = found
        x = right - wide if is_number else left
        # The text object keeps its operators in this list; there is no public way to add a ready one.
        pen._code.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm {shown}")

    def _made(self, text: str, room: float) -> tuple[str, float]:
        cut = fitting(text, self._font, self._size, room)
        operators = []
        for name, piece in fonts.runs(cut, self._font):
            font = pdfmetrics.getFont(name)
            for subset, codes in font.splitString(piece, self._canvas._doc):
                inner = font.getSubsetInternalName(subset, self._canvas._doc)
                operators.append(f"{inner} {self._size:g} Tf ({self._canvas._escape(codes)}) Tj")
        return " ".join(operators), fonts.width(cut, self._font, self._size)
