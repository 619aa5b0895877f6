"""The pages of a report: cover, contents, running heads and feet, and what their layout has to know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.platypus import Flowable

from collabdesk.reporting import style_fonts as fonts
from collabdesk.reporting.content import Part, ReportContent
from collabdesk.reporting.language import t
from collabdesk.reporting.pdf_logo import draw_logo
from collabdesk.reporting.pdf_paper import Paper, draw_text
from collabdesk.reporting.style import LEFT, PAGE, RIGHT, anchor
from collabdesk.reporting.style_fonts import fitting
from collabdesk.reporting.style_palette import palette
from collabdesk.reporting.wording import day

_BAND = 0.53
_CLOSEST = 0.76
"""The share of its usual height to which a line of the contents may be closed up."""


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
            number = t("Annex {letter}", letter=letters(annex))
            annex += 1
        elif part.level == 1:
            chapter, section = chapter + 1, 0
            number = str(chapter)
        else:
            section += 1
            number = f"{chapter}.{section}"
        entries.append(Entry(number, part))
    return entries


def letters(number: int) -> str:
    """A, B, … Z, AA, AB, … for 0, 1, …"""
    found = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


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
    canvas.setFillColor(palette().of("paper"))
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
    canvas.addOutlineEntry(t("Cover"), "cover", 0)


def _band(canvas: Any, foot: float, wide: float, high: float) -> None:
    canvas.saveState()
    canvas.setFillColor(palette().of("accent"))
    canvas.rect(0, foot, wide, high - foot, stroke=0, fill=1)
    if palette().second:
        canvas.setFillColor(palette().of("second"))
        canvas.rect(0, foot - 5, wide, 5, stroke=0, fill=1)
    clip = canvas.beginPath()
    clip.rect(0, foot, wide, high - foot)
    canvas.clipPath(clip, stroke=0, fill=0)
    canvas.setStrokeColor(palette().of("paper"))
    canvas.setLineWidth(0.6)
    for i in range(9):
        canvas.setStrokeAlpha(0.34 - i * 0.03)
        canvas.circle(wide + 6, high + 6, 62 + i * 27, stroke=1, fill=0)
    canvas.restoreState()


def _spaced(canvas: Any, x: float, y: float, text: str) -> None:
    canvas._code.append("1.5 Tc")
    draw_text(canvas, x, y, text, fonts.SEMIBOLD, 8.4, "paper")
    canvas._code.append("0 Tc")


def _white(canvas: Any, x: float, y: float, text: str, font: str, size: float) -> None:
    draw_text(canvas, x, y, text, font, size, "paper")


def _cover_terms(canvas: Any, content: ReportContent, foot: float) -> None:
    y, half = foot - 52, (PAGE[0] - LEFT - RIGHT) / 2
    issued = ((t("Issued"), day(content.issued_at[:10])),) if content.issued_at else ()
    terms = ((t("Report"), content.code or t("Draft, not issued")), *content.cover, *issued)
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
    wide = draw_logo(canvas, LEFT, 112, 170, 54)
    if content.look.organisation:
        room = PAGE[0] - LEFT - RIGHT - wide - 16
        name = fitting(content.look.organisation, fonts.MEDIUM, 10.4, room)
        draw_text(canvas, LEFT + (wide + 16 if wide else 0), 118, name, fonts.MEDIUM, 10.4, "ink")
    canvas.setStrokeColor(palette().of("rule"))
    canvas.setLineWidth(0.6)
    canvas.line(LEFT, 96, PAGE[0] - RIGHT, 96)
    draw_text(canvas, LEFT, 80, t("Digest of content and figures (SHA-256)"), fonts.MEDIUM, 7.2, "muted")
    draw_text(canvas, LEFT, 67, content.digest, fonts.REGULAR, 7.6, "ink")
    told = t(
        "A copy of this file can be checked against the database that issued it with the command: {command}",
        command="collabdesk verify",
    )
    draw_text(canvas, LEFT, 50, told, fonts.REGULAR, 7, "muted")


def draw_running(canvas: Any, content: ReportContent, section: str, size: tuple[float, float] = PAGE) -> None:
    """Head and foot of an inner page: subject and section above, report, day and page number below."""
    wide, high = size
    canvas.saveState()
    top, foot = high - 50, 44
    x = LEFT + draw_logo(canvas, LEFT, top - 4, 90, 15)
    x += 8 if x > LEFT else 0
    half = (wide - LEFT - RIGHT) / 2 - 8
    name = content.title if content.subject in content.title else f"{content.subject}  \u00b7  {content.title}"
    draw_text(canvas, x, top, fitting(name, fonts.MEDIUM, 7.2, half - x + LEFT), fonts.MEDIUM, 7.2, "muted")
    shown = fitting(section, fonts.REGULAR, 7.2, half)
    draw_text(canvas, wide - RIGHT, top, shown, fonts.REGULAR, 7.2, "muted", right=True)
    canvas.setStrokeColor(palette().of("rule"))
    canvas.setLineWidth(0.5)
    canvas.line(LEFT, top - 8, wide - RIGHT, top - 8)
    about = "  \u00b7  ".join(w for w in (content.code, t("As of {day}", day=day(content.as_of))) if w)
    draw_text(canvas, LEFT, foot, about, fonts.REGULAR, 7.2, "muted")
    page = canvas.getPageNumber()

    def number(paper: Paper) -> None:
        # How many there are is known when the last one is drawn.
        pages = t("Page {page} of {total}", page=page, total=paper.getPageNumber() - 1)
        draw_text(paper, wide - RIGHT, foot, pages, fonts.MEDIUM, 7.2, "ink", right=True)

    canvas.later(number)
    canvas.restoreState()


def contents_lines(entries: Sequence[Entry], pages: Mapping[str, int], room: float) -> list[ContentsLine]:
    """The lines of the contents; a few too many for `room` stand closer, rather than alone on a second page."""
    lines = [ContentsLine(entry, pages) for entry in entries]
    high = sum(line.wrap(0.0, room)[1] for line in lines)
    if high * _CLOSEST <= room < high:
        for line in lines:
            line.closeness = room / high * 0.999  # a sum of many parts may differ in its last digit
    return lines


class ContentsLine(Flowable):  # type: ignore[misc]
    """One line of the contents: number, title, page; a click leads there. `pages` is filled while parts are drawn."""

    def __init__(self, entry: Entry, pages: Mapping[str, int]) -> None:
        super().__init__()
        self.entry, self.pages, self.closeness = entry, pages, 1.0
        self.is_chapter = entry.part.level == 1

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, (25.0 if self.is_chapter else 16.5) * self.closeness
        return self.width, self.height

    def draw(self) -> None:
        font, size = (fonts.SEMIBOLD, 9.8) if self.is_chapter else (fonts.REGULAR, 9)
        indent = 56.0
        role = "ink" if self.is_chapter else "muted"
        draw_text(self.canv, 0, 5, self.entry.number, fonts.MEDIUM, size, "accent" if self.is_chapter else "muted")
        title = fitting(self.entry.part.title, font, size, self.width - indent - 40)
        draw_text(self.canv, indent, 5, title, font, size, role)
        self.canv.later(
            lambda paper: draw_text(
                paper, self.width, 5, str(self.pages.get(self.entry.key, "")), fonts.MEDIUM, size, role, right=True
            )
        )
        if self.is_chapter:
            self.canv.setStrokeColor(palette().of("rule"))
            self.canv.setLineWidth(0.4)
            self.canv.line(0, self.height - 3.5, self.width, self.height - 3.5)
        self.canv.linkRect("", self.entry.key, (0, 0, self.width, self.height - 4), relative=1, thickness=0)
