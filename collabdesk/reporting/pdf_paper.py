"""The paper: a canvas that knows where each figure's code was printed, and fills in at the end what was unknown."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from collabdesk.reporting import style_fonts as fonts
from collabdesk.reporting.pdf_text import Line
from collabdesk.reporting.style import Style, anchor
from collabdesk.reporting.style_palette import palette

_MOST = 50_000
# Every reader takes binary streams; to write them in letters makes files a quarter larger and slower to write.
rl_config.useA85 = 0


@dataclass(frozen=True, slots=True)
class FigurePlace:
    """Where a figure's code or value is printed: page from 0; left, top, width, height in points."""

    page: int
    rect: tuple[float, float, float, float]
    code: str


class Paper(Canvas):  # type: ignore[misc]
    """A canvas on which text is written fast, codes are links, and totals are filled in when the last page is drawn."""

    def __init__(self, *args: Any, linked: Collection[str] = (), **more: Any) -> None:
        self._operators: dict[tuple[str, str, float], tuple[str, float]] = {}
        self._colours: dict[str, str] = {}
        self._late: list[tuple[int, str, Callable[[Paper], None]]] = []
        self.linked = linked
        self.places: list[FigurePlace] = []
        self.mentions: dict[str, int] = {}
        self.is_annex = False
        self.kept: dict[Any, Any] = {}
        super().__init__(*args, **more)

    def operators(self, text: str, font: str, size: float) -> tuple[str, float]:
        """What shows a text that is clean, and its width; each different one is encoded once a document."""
        found = self._operators.get((text, font, size))
        if found is None:
            if len(self._operators) > _MOST:
                self._operators.clear()
            found = self._operators[text, font, size] = self._encoded(text, font, size)
        return found

    def _encoded(self, text: str, font: str, size: float) -> tuple[str, float]:
        made = []
        for name, piece in fonts.pieces(text, font):
            face = pdfmetrics.getFont(name)
            for subset, codes in face.splitString(piece, self._doc):
                inner = face.getSubsetInternalName(subset, self._doc)
                made.append(f"{inner} {size:g} Tf ({self._escape(codes)}) Tj")
        return " ".join(made), fonts.clean_width(text, font, size)

    def colour(self, role: str) -> str:
        """What makes the fill that of the role."""
        found = self._colours.get(role)
        if found is None:
            c = palette().of(role)
            found = self._colours[role] = f"{c.red:.4g} {c.green:.4g} {c.blue:.4g} rg"
        return found

    def put(self, x: float, y: float, text: str, font: str, size: float, role: str, *, right: bool = False) -> float:
        """Draw one line, however its letters run; returns its width."""
        shown, wide = self.operators(fonts.clean(text), font, size)
        x -= wide if right else 0.0
        self._code.append(f"BT {self.colour(role)} 1 0 0 1 {x:.2f} {y:.2f} Tm {shown} ET")
        return wide

    def set_lines(self, lines: Sequence[Line], x: float, top: float, style: Style, room: float) -> None:
        """Draw lines one below the other, the first one's letters just below `top`."""
        made, role = ["BT"], ""
        y = top - style.size
        for line in lines:
            to_right = style.align == "right" or line.is_right_to_left
            at = x + room - line.wide if to_right else x
            for piece in reversed(line.pieces) if line.is_right_to_left else line.pieces:
                text = fonts.shown(piece.text, is_right_to_left=line.is_right_to_left)
                shown, _ = self.operators(text, piece.font, piece.size)
                if piece.role != role:
                    role = piece.role
                    made.append(self.colour(role))
                made.append(f"1 0 0 1 {at:.2f} {y:.2f} Tm {shown}")
                if piece.code:
                    self.cite(piece.code, (at, y - 2.0, at + piece.wide, y + piece.size))
                at += piece.wide
            y -= style.leading
        self._code.append(" ".join([*made, "ET"]))

    def cite(self, code: str, rect: tuple[float, float, float, float]) -> None:
        """Here a figure's code or value stands: in the text a link to the annex, which leads back to the first."""
        x0, y0, x1, y1 = self._absRect(rect, 1)
        page = self._pageNumber - 1
        self.places.append(FigurePlace(page, (x0, self._pagesize[1] - y1, x1 - x0, y1 - y0), code))
        if code not in self.linked:
            return
        if not self.is_annex:
            if code not in self.mentions:
                self.mentions[code] = page + 1
                self.bookmarkHorizontalAbsolute(mention(code), y1 + 40, left=0)
            self.linkRect("", anchor(code), rect, relative=1, thickness=0)
        elif code in self.mentions:
            self.linkRect("", mention(code), rect, relative=1, thickness=0)

    def later(self, draw: Callable[[Paper], None]) -> None:
        """Keep this place for what is known only when all pages are drawn, such as how many there are."""
        token = f"% later {len(self._late)} %"
        self._code.append(token)
        self._late.append((self._pageNumber - 1, token, draw))

    def settle(self) -> None:
        """Draw what had to wait; all pages are closed."""
        pages = self._doc.Pages.pages
        for page, token, draw in self._late:
            made: list[str] = []
            self._code = made
            draw(self)
            pages[page].stream = pages[page].stream.replace(token, " ".join(["q", *made, "Q"]), 1)
        # What is left here would be taken for one more page.
        self._code = []


def mention(code: str) -> str:
    """The name of the place where a figure's code is printed first."""
    return f"mention-{anchor(code)}"


def draw_text(
    canvas: Any, x: float, y: float, text: str, font: str, size: float, role: str, *, right: bool = False
) -> float:
    """Draw one line with fallback fonts where needed; returns its width."""
    return Paper.put(canvas, x, y, text, font, size, role, right=right)
