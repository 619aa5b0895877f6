"""The look of a report on paper: page geometry and the type scale."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from reportlab.lib.pagesizes import A4, landscape

from collabdesk.reporting import style_fonts as fonts

PAGE = A4
WIDE = landscape(A4)
LEFT, RIGHT, TOP, BOTTOM = 70.0, 56.0, 88.0, 74.0
LINE = PAGE[0] - LEFT - RIGHT
WIDE_LINE = WIDE[0] - LEFT - RIGHT
Box = tuple[float, float, float, float]
FRAME: Box = (LEFT, BOTTOM, LINE, PAGE[1] - TOP - BOTTOM)
WIDE_FRAME: Box = (LEFT, BOTTOM, WIDE_LINE, WIDE[1] - TOP - BOTTOM)


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: its font, sizes in points, the role of its colour, the room around it."""

    font: str
    size: float
    leading: float
    role: str = "ink"
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    align: Literal["left", "right"] = "left"


_NUMBER: Literal["right"] = "right"
_HEAD = Style(fonts.SEMIBOLD, 7.3, 9.6, "muted")
_CELL = Style(fonts.REGULAR, 8.2, 11.2)
_STRONG = Style(fonts.SEMIBOLD, 8.2, 11.2)
STYLES = {
    "body": Style(fonts.REGULAR, 9.4, 14.2, after=7),
    "lead": Style(fonts.REGULAR, 11.2, 17, after=12),
    "note": Style(fonts.REGULAR, 7.8, 11.4, "muted", after=7),
    "item": Style(fonts.REGULAR, 9.4, 14.2, after=4, indent=13),
    "pair": Style(fonts.REGULAR, 9.4, 14.2, after=5, indent=104),
    "term": Style(fonts.MEDIUM, 8, 14.2, "muted"),
    "h1": Style(fonts.SERIF_BOLD, 23, 28, "accent", before=22, after=16),
    "h2": Style(fonts.SEMIBOLD, 13, 17, before=16, after=7),
    "h2_tight": Style(fonts.SEMIBOLD, 11.6, 15.5, after=7),
    "h3": Style(fonts.SEMIBOLD, 9.8, 14, before=9, after=4),
    "eyebrow": Style(fonts.SEMIBOLD, 7.4, 10, "muted", after=3),
    "caption": Style(fonts.SEMIBOLD, 8.4, 11.5),
    "continued": Style(fonts.MEDIUM, 7.4, 11.5, "muted"),
    "head": _HEAD,
    "head_number": replace(_HEAD, align=_NUMBER),
    "cell": _CELL,
    "cell_number": replace(_CELL, align=_NUMBER),
    "cell_strong": _STRONG,
    "cell_strong_number": replace(_STRONG, align=_NUMBER),
    "tile_label": Style(fonts.MEDIUM, 7.6, 10, "muted"),
    "tile_value": Style(fonts.SERIF_BOLD, 19, 24, "accent"),
    "tile_note": Style(fonts.REGULAR, 7, 9.4, "muted"),
}


def anchor(code: str) -> str:
    """The name of a figure's place in the annex, safe inside a link."""
    return "figure-" + "".join(c if c.isascii() and (c.isalnum() or c in "-_.") else f"_{ord(c):x}_" for c in code)
