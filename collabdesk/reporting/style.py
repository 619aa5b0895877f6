"""The look of a report on paper: page geometry, colours, paragraph styles, and text turned into safe markup."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle

from collabdesk.reporting import style_fonts as fonts
from collabdesk.reporting.content import Cite, Strong, Text

PAGE = A4
LEFT, RIGHT, TOP, BOTTOM = 70.0, 56.0, 88.0, 74.0
LINE = PAGE[0] - LEFT - RIGHT


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

    def of(self, role: str) -> Color:
        """The colour of a role as the PDF library wants it."""
        return HexColor(getattr(self, role))


LIGHT = Palette(
    "#FFFFFF", "#16212B", "#5A6672", "#D3DAE0", "#F3F6F8", "#0B4F6C", ("#0B3C5D", "#9CC3D5", "#E2EBF0"), "#A63A1E"
)
DARK = Palette(
    "#1B1F24", "#E8ECF0", "#9AA6B2", "#3A424B", "#242A31", "#7CC4DE", ("#7CC4DE", "#3D6F86", "#2C3A44"), "#F0886A"
)


@cache
def styles() -> dict[str, ParagraphStyle]:
    """The paragraph styles by name; one type scale for the whole report."""
    ink, muted, accent = LIGHT.of("ink"), LIGHT.of("muted"), LIGHT.of("accent")

    def made(name: str, font: str, size: float, leading: float, color: Color = ink, **more: object) -> ParagraphStyle:
        return ParagraphStyle(
            name,
            fontName=font,
            fontSize=size,
            leading=leading,
            textColor=color,
            splitLongWords=1,
            allowWidows=0,
            allowOrphans=0,
            **more,
        )

    found = (
        made("body", fonts.REGULAR, 9.4, 14.2, spaceAfter=7),
        made("lead", fonts.REGULAR, 11.2, 17, spaceAfter=12),
        made("note", fonts.REGULAR, 7.8, 11.4, muted, spaceAfter=7),
        made("item", fonts.REGULAR, 9.4, 14.2, leftIndent=13, bulletIndent=1, spaceAfter=4),
        made("h1", fonts.SERIF_BOLD, 23, 28, accent, spaceAfter=16),
        made("h2", fonts.SEMIBOLD, 13, 17, ink, spaceBefore=16, spaceAfter=7),
        made("h2_tight", fonts.SEMIBOLD, 11.6, 15.5, ink, spaceAfter=7),
        made("h3", fonts.SEMIBOLD, 9.8, 14, ink, spaceBefore=9, spaceAfter=4),
        made("eyebrow", fonts.SEMIBOLD, 7.4, 10, muted, spaceAfter=3),
        made("caption", fonts.SEMIBOLD, 8.4, 11.5, ink, spaceBefore=6, spaceAfter=5),
        made("head", fonts.SEMIBOLD, 7.3, 9.6, muted, alignment=TA_LEFT),
        made("head_number", fonts.SEMIBOLD, 7.3, 9.6, muted, alignment=TA_RIGHT),
        made("cell", fonts.REGULAR, 8.2, 11.2),
        made("cell_number", fonts.REGULAR, 8.2, 11.2, alignment=TA_RIGHT),
        made("cell_strong", fonts.SEMIBOLD, 8.2, 11.2),
        made("cell_strong_number", fonts.SEMIBOLD, 8.2, 11.2, alignment=TA_RIGHT),
        made("tile_label", fonts.MEDIUM, 7.6, 10, muted),
        made("tile_value", fonts.SERIF_BOLD, 19, 24, accent),
        made("tile_note", fonts.REGULAR, 7, 9.4, muted),
    )
    return {style.name: style for style in found}


@dataclass(frozen=True, slots=True)
class Pen:
    """Turns Text into the paragraph markup of the PDF library; links only to figures that the annex has."""

    linked: Collection[str] = ()

    def markup(self, text: Text, style: str = "body", *, limit: int = 6000) -> str:
        """Escaped markup; a text longer than `limit` characters is cut, visibly."""
        used, left = [], limit
        for span in text:
            used.append(self._span(span, styles()[style], left))
            left -= len(span if isinstance(span, str) else "")
            if left <= 0:
                break
        return "".join(used)

    def _span(self, span: str | Strong | Cite, style: ParagraphStyle, limit: int) -> str:
        if isinstance(span, Cite):
            return self._cite(span.code, style.fontSize)
        if isinstance(span, Strong):
            return marked(span.text, fonts.SEMIBOLD, style.fontName)
        if len(span) > limit:
            span = span[:limit] + " \u2026 [cut here; the record holds the full text]"
        return marked(span, style.fontName, style.fontName)

    def _cite(self, code: str, size: float) -> str:
        small = max(5.8, size * 0.72)
        shown = f'<font name="{fonts.MEDIUM}" size="{small:.2f}" color="{LIGHT.accent}">{escape(code)}</font>'
        return f'&#160;<a href="#{anchor(code)}">{shown}</a>' if code in self.linked else f"&#160;{shown}"


def marked(text: str, font: str, usual: str) -> str:
    """Escaped markup of one string, with a font tag where it is not drawn in the paragraph's own font."""
    pieces = []
    for name, piece in fonts.runs(text, font):
        safe = escape(piece)
        pieces.append(safe if name == usual else f'<font name="{name}">{safe}</font>')
    return "".join(pieces)


def anchor(code: str) -> str:
    """The name of a figure's place in the annex, safe inside a link."""
    return "figure-" + "".join(c if c.isascii() and (c.isalnum() or c in "-_.") else f"_{ord(c):x}_" for c in code)
