"""Short texts put on paper fast: each different text is measured, cut and encoded once a document."""

from __future__ import annotations

from typing import Any

from collabdesk.reporting import style_fonts as fonts
from collabdesk.reporting.pdf_paper import Paper

_MOST = 50_000


class Cells:
    """Cells in one font and size on one paper.

    The library's own drawString opens a text object, splits and escapes the string at every call; rows of a
    table repeat their partners, countries and currencies, so remembering pays.
    """

    def __init__(self, paper: Paper, font: str, size: float) -> None:
        self._paper, self._font, self._size = paper, font, size
        self._known: dict[tuple[str, float], tuple[str, float]] = {}

    def put(self, made: list[str], left: float, right: float, y: float, text: str, is_number: bool) -> None:
        """Add to `made` what shows `text` between `left` and `right`, cut with an ellipsis if it is wider."""
        key = (text, right - left)
        found = self._known.get(key)
        if found is None:
            if len(self._known) > _MOST:
                self._known.clear()
            cut = fonts.fitting(text, self._font, self._size, right - left)
            found = self._known[key] = self._paper.operators(fonts.clean(cut), self._font, self._size)
        shown, wide = found
        made.append(f"1 0 0 1 {right - wide if is_number else left:.2f} {y:.2f} Tm {shown}")


def cells_of(paper: Any, font: str, size: float) -> Cells:
    """The cells of this paper in this font and size, shared by its pages."""
    kept: dict[tuple[str, float], Cells] = paper.kept
    return kept.setdefault((font, size), Cells(paper, font, size))
