"""Colours: those of the organisation made readable, and the palette that the report being drawn uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import cache

from reportlab.lib.colors import Color, HexColor

from collabdesk.reporting.content import Look

READABLE = 4.5
"""Contrast of text with its ground that WCAG 2.2, success criterion 1.4.3, asks for."""
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
# How light the three series of a chart are, so that they stay apart when printed in grey.
_DARK, _MIDDLE, _PALE = 0.12, 0.42, 0.80


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by role. Series differ in lightness, so that they stay apart when printed in grey."""

    paper: str
    ink: str
    muted: str
    rule: str
    tint: str
    accent: str
    series: tuple[str, str, str]
    alarm: str
    second: str = ""

    def of(self, role: str) -> Color:
        """The colour of a role as the PDF library wants it."""
        return HexColor(self.named(role))

    def named(self, role: str) -> str:
        """The colour of a role as `#RRGGBB`; the second colour is the accent where there is none."""
        return str(getattr(self, role)) or self.accent


LIGHT = Palette(
    "#FFFFFF", "#16212B", "#5A6672", "#D3DAE0", "#F3F6F8", "#0B4F6C", ("#0B3C5D", "#9CC3D5", "#E2EBF0"), "#A63A1E"
)
DARK = Palette(
    "#1B1F24", "#E8ECF0", "#9AA6B2", "#3A424B", "#242A31", "#7CC4DE", ("#7CC4DE", "#3D6F86", "#2C3A44"), "#F0886A"
)
_palette: ContextVar[Palette] = ContextVar("palette", default=LIGHT)


@contextmanager
def coloured(palette: Palette) -> Iterator[None]:
    """Inside, in this thread, everything is drawn in these colours."""
    token = _palette.set(palette)
    try:
        yield
    finally:
        _palette.reset(token)


def palette() -> Palette:
    """The colours of the report being drawn."""
    return _palette.get()


@cache
def palette_of(look: Look) -> Palette:
    """The organisation's colours, as dark as text on white must be; the usual ones for what it leaves open."""
    accent, second = (c if _COLOUR.fullmatch(c) else "" for c in (look.accent, look.second))
    if not accent and not second:
        return LIGHT
    shown = readable(accent) if accent else LIGHT.accent
    middle = second or accent
    return replace(
        LIGHT,
        accent=shown,
        second=readable(second) if second else "",
        tint=of_lightness(accent, 0.92) if accent else LIGHT.tint,
        series=(
            of_lightness(shown, min(luminance(shown), _DARK)) if accent else LIGHT.series[0],
            of_lightness(middle, _MIDDLE),
            of_lightness(accent or second, _PALE),
        ),
    )


def readable(colour: str) -> str:
    """The colour, darkened as little as is needed to be read on white and to carry white text."""
    while contrast(colour, "#FFFFFF") < READABLE:
        colour = _mixed(colour, "#000000", 0.06)
    return colour


def contrast(one: str, other: str) -> float:
    """The ratio of contrast of two colours, 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of `#RRGGBB`, 0 to 1, as WCAG 2.2 defines it."""
    parts = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in (v / 255 for v in _parts(colour)))
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def of_lightness(colour: str, wanted: float) -> str:
    """The colour mixed with white or black until its luminance is `wanted`."""
    towards = "#FFFFFF" if luminance(colour) < wanted else "#000000"
    low, high = 0.0, 1.0
    for _ in range(12):
        middle = (low + high) / 2
        is_short = (luminance(_mixed(colour, towards, middle)) < wanted) == (towards == "#FFFFFF")
        low, high = (middle, high) if is_short else (low, middle)
    return _mixed(colour, towards, high)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _mixed(colour: str, other: str, share: float) -> str:
    mixed = (round(a + (b - a) * share) for a, b in zip(_parts(colour), _parts(other), strict=True))
    return "#" + "".join(f"{part:02X}" for part in mixed)
