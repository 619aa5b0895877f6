"""The grid and the type scale: all distances are multiples of four, all sizes come from here."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont

GAP_XS, GAP_S, GAP_M, GAP_L, GAP_XL, GAP_XXL = 4, 8, 12, 16, 24, 32
PAGE_MARGIN = 32
ROW_HEIGHT = 40
HEADER_HEIGHT = 36
CONTROL_HEIGHT = 34
SIDE_WIDTH = 216
RADIUS = 8
RADIUS_SMALL = 6
ICON = 18
ICON_SMALL = 16


@dataclass(frozen=True, slots=True)
class Face:
    """One step of the type scale: pixels and weight (400 regular, 500 medium, 600 semi-bold)."""

    size: int
    weight: int
    spacing: float = 0.0


TYPE = {
    "display": Face(24, 600, -0.3),
    "title": Face(22, 600, -0.2),
    "heading": Face(15, 600),
    "body": Face(13, 400),
    "strong": Face(13, 600),
    "small": Face(12, 400),
    "label": Face(12, 500),
}


def font(step: str = "body", *, tabular: bool = False) -> QFont:
    """The interface font at one step of the scale; `tabular` gives figures of one width for columns."""
    face = TYPE[step]
    made = QFont()
    made.setPixelSize(face.size)
    made.setWeight(QFont.Weight(face.weight))
    if face.spacing:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, face.spacing)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
