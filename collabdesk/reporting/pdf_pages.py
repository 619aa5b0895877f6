"""The pages of a report: cover, contents, running heads and feet, and what their layout has to know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.platypus import Flowable

from collabdesk.reporting import style_fonts as fonts
from collabdesk.reporting.charts_bars import fitting
from collabdesk.reporting.content import Part, ReportContent
from collabdesk.reporting.pdf_blocks import draw_text
from collabdesk.reporting.style import BOTTOM, LEFT, LIGHT, PAGE, RIGHT, TOP, anchor
from collabdesk.reporting.wording import day

_BAND = 0.53


@dataclass(frozen=True, slots=True)
class Entry:
    """A part with its number as printed (`3.2`, `Annex A`)."""

    number: str
    part: Part

    @property
    def key(self) -> str:
        return anchor(f"part-{self.part.key}")


def numbered(parts: Sequence[Part]) -> list[Entry]:
    """The parts with their numbers: chapters 1, 2, …, sections 1.1, …, annexes A, B, …"""
    entries, chapter, section, annex = [], 0, 0, 0
    for part in parts:
        if part.is_annex:
            number = f"Annex {chr(ord('A') + annex)}"
            annex += 1
        elif part.level == 1:
            chapter, section = chapter + 1, 0
            number = str(chapter)
        else:
            section += 1
            number = f"{chapter}.{section}"
        entries.append(Entry(number, part))
    return entries


@dataclass(frozen=True, slots=True)
class Layout:
    """What one pass over the report found: the page of each part, and how many pages there are."""

    pages: Mapping[str, int]
    total: int


def wrapped(text: str, font: str, size: float, room: float, most: int) -> list[str]:
    """The text in at most `most` lines no wider than `room`; what is left over ends in an ellipsis."""
    lines: list[str] = []
    # Cut before it is cleaned for drawing: that puts Arabic in the order of sight, and twice would undo it.
    for word in text.split():
        if lines and fonts.width(f"{lines[-1]} {word}", font, size) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    kept = lines[:most]
    if len(lines) > most:
        kept[-1] = " ".join(lines[most - 1 :])
    return [fitting(line, font, size, room) for line in kept]


def draw_cover(canvas: Any, content: ReportContent) -> None:
    """The first page: title on a band of colour, and below it what names this issue of the report."""
    wide, high = PAGE
    foot = high * (1 - _BAND)
    _band(canvas, foot, wide, high)
    canvas.setFillColor(LIGHT.of("paper"))
    y = high - 92
    _spaced(canvas, LEFT, y, content.kind.upper())
    size = 36.0 if len(content.title) < 60 else 29.0
    lines = wrapped(content.title, fonts.SERIF_BOLD, size, wide - LEFT - RIGHT - 40, 4)
    y = foot + 92 + (len(lines) - 1) * size * 1.16
    for line in lines:
        _white(canvas, LEFT, y, line, fonts.SERIF_BOLD, size)
        y -= size * 1.16
    y += size * 0.42
    for line in wrapped(content.subtitle, fonts.REGULAR, 12, wide - LEFT - RIGHT - 40, 3):
        y -= 17
        _white(canvas, LEFT, y, line, fonts.REGULAR, 12)
    _cover_terms(canvas, content, foot)
    _cover_foot(canvas, content)
    canvas.bookmarkPage("cover")
    canvas.addOutlineEntry("Cover", "cover", 0)


def _band(canvas: Any, foot: float, wide: float, high: float) -> None:
    canvas.saveState()
    canvas.setFillColor(LIGHT.of("accent"))
    canvas.rect(0, foot, wide, high - foot, stroke=0, fill=1)
    clip = canvas.beginPath()
    clip.rect(0, foot, wide, high - foot)
    canvas.clipPath(clip, stroke=0, fill=0)
    canvas.setStrokeColor(LIGHT.of("paper"))
    canvas.setLineWidth(0.6)
    for i in range(9):
        canvas.setStrokeAlpha(0.34 - i * 0.03)
        canvas.circle(wide + 6, high + 6, 62 + i * 27, stroke=1, fill=0)
    canvas.restoreState()


def _spaced(canvas: Any, x: float, y: float, text: str) -> None:
    pen = canvas.beginText(x, y)
    pen.setFont(fonts.SEMIBOLD, 8.4)
    pen.setCharSpace(1.5)
    pen.textOut(fonts.clean(text))
    pen.setCharSpace(0)
    canvas.drawText(pen)


def _white(canvas: Any, x: float, y: float, text: str, font: str, size: float) -> None:
    draw_text(canvas, x, y, text, font, size, "paper")


def _cover_terms(canvas: Any, content: ReportContent, foot: float) -> None:
    y, half = foot - 52, (PAGE[0] - LEFT - RIGHT) / 2
    issued = (("Issued", day(content.issued_at[:10])),) if content.issued_at else ()
    terms = (("Report", content.code or "Draft, not issued"), *content.cover, *issued)
    for i in range(0, len(terms), 2):
        deepest = 0
        for side, (term, value) in enumerate(terms[i : i + 2]):
            x = LEFT + side * half
            draw_text(canvas, x, y, term, fonts.MEDIUM, 7.6, "muted")
            lines = wrapped(value, fonts.MEDIUM, 10.4, half - 22, 2) or ["\u2013"]
            for n, line in enumerate(lines):
                draw_text(canvas, x, y - 16 - 14 * n, line, fonts.MEDIUM, 10.4, "ink")
            deepest = max(deepest, len(lines))
        y -= 32 + 14 * deepest


def _cover_foot(canvas: Any, content: ReportContent) -> None:
    canvas.setStrokeColor(LIGHT.of("rule"))
    canvas.setLineWidth(0.6)
    canvas.line(LEFT, 96, PAGE[0] - RIGHT, 96)
    draw_text(canvas, LEFT, 80, "Digest of content and figures (SHA-256)", fonts.MEDIUM, 7.2, "muted")
    draw_text(canvas, LEFT, 67, content.digest, fonts.REGULAR, 7.6, "ink")
    told = "A copy of this file can be checked against the database that issued it with the command: collabdesk verify"
    draw_text(canvas, LEFT, 50, told, fonts.REGULAR, 7, "muted")


def draw_running(
    canvas: Any, content: ReportContent, section: str, total: int, size: tuple[float, float] = PAGE
) -> None:
    """Head and foot of an inner page: subject and section above, report, day and page number below."""
    wide, high = size
    canvas.saveState()
    top, foot = high - 50, 44
    half = (wide - LEFT - RIGHT) / 2 - 8
    name = content.title if content.subject in content.title else f"{content.subject}  \u00b7  {content.title}"
    draw_text(canvas, LEFT, top, fitting(name, fonts.MEDIUM, 7.2, half), fonts.MEDIUM, 7.2, "muted")
    shown = fitting(section, fonts.REGULAR, 7.2, half)
    draw_text(canvas, wide - RIGHT, top, shown, fonts.REGULAR, 7.2, "muted", right=True)
    canvas.setStrokeColor(LIGHT.of("rule"))
    canvas.setLineWidth(0.5)
    canvas.line(LEFT, top - 8, wide - RIGHT, top - 8)
    about = "  \u00b7  ".join(w for w in (content.code, f"As of {day(content.as_of)}") if w)
    draw_text(canvas, LEFT, foot, about, fonts.REGULAR, 7.2, "muted")
    pages = f"Page {canvas.getPageNumber():,} of {total:,}"
    draw_text(canvas, wide - RIGHT, foot, pages, fonts.MEDIUM, 7.2, "ink", right=True)
    canvas.restoreState()


class ContentsLine(Flowable):  # type: ignore[misc]
    """One line of the contents: number, title, page; a click leads there."""

    def __init__(self, entry: Entry, page: int | None) -> None:
        super().__init__()
        self.entry, self.page = entry, page
        self.is_chapter = entry.part.level == 1

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, 25.0 if self.is_chapter else 16.5
        return self.width, self.height

    def draw(self) -> None:
        font, size = (fonts.SEMIBOLD, 9.8) if self.is_chapter else (fonts.REGULAR, 9)
        indent = 56.0
        role = "ink" if self.is_chapter else "muted"
        draw_text(self.canv, 0, 5, self.entry.number, fonts.MEDIUM, size, "accent" if self.is_chapter else "muted")
        title = fitting(self.entry.part.title, font, size, self.width - indent - 40)
        draw_text(self.canv, indent, 5, title, font, size, role)
        draw_text(self.canv, self.width, 5, str(self.page or ""), fonts.MEDIUM, size, role, right=True)
        if self.is_chapter:
            self.canv.setStrokeColor(LIGHT.of("rule"))
            self.canv.setLineWidth(0.4)
            self.canv.line(0, self.height - 3.5, self.width, self.height - 3.5)
        self.canv.linkRect("", self.entry.key, (0, 0, self.width, self.height - 4), relative=1, thickness=0)


FRAME = (LEFT, BOTTOM, PAGE[0] - LEFT - RIGHT, PAGE[1] - TOP - BOTTOM)
