"""The bundled fonts: registered for embedding, chosen per character, and asked which characters none of them has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from bidi.algorithm import get_display
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from collabdesk import paths
from collabdesk.reporting.style_arabic import joined_forms

REGULAR, MEDIUM, SEMIBOLD, BOLD, ITALIC = (
    f"InterTabular-{cut}" for cut in ("Regular", "Medium", "SemiBold", "Bold", "Italic")
)
SERIF, SERIF_BOLD = "NotoSerifDisplay-Regular", "NotoSerifDisplay-Bold"
MONO = "DejaVuSansMono"
_FALLBACKS = ("DejaVuSans", "DroidSansFallback")
_UNPRINTED = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb]"
)
_SPACES = re.compile("[\t\n\u2028\u2029]+")


@cache
def _face(name: str) -> TTFont:
    font = TTFont(name, str(paths.resources("fonts", f"{name}.ttf")))
    pdfmetrics.registerFont(font)
    return font


def register() -> None:
    """Make every bundled font known to the PDF library; cheap when done before."""
    for name in (REGULAR, MEDIUM, SEMIBOLD, BOLD, ITALIC, SERIF, SERIF_BOLD, MONO, *_FALLBACKS):
        _face(name)


@lru_cache(maxsize=32_768)
def logical(text: str) -> str:
    """One line in the order it is read: composed characters, no control characters, Arabic letters joined.

    Lines are cut out of this; each of them is then turned into the order of sight by `shown`. A character that no
    font has is written out as `[U+1F600]`.
    """
    if text.isascii() and text.isprintable():
        return text
    line = joined_forms(composed(text))
    if _characters(REGULAR).issuperset(line):
        return line
    return "".join(c if _font_for(c, REGULAR) else f"[U+{ord(c):04X}]" for c in line)


def composed(text: str) -> str:
    """The text in characters that can be written to any file, on one line, without control characters."""
    line = _SPACES.sub(" ", _UNPRINTED.sub("", unicodedata.normalize("NFC", text)))
    # Half of a surrogate pair cannot be written to any file.
    return line.encode("utf-8", "replace").decode("utf-8")


def shown(line: str, *, is_right_to_left: bool = False) -> str:
    """A line as it is drawn from left to right: what is read from right to left is turned round."""
    if line.isascii() or not any(map(_is_rtl, line)):
        return line
    return str(get_display(line, base_dir="R" if is_right_to_left else None))


def reads_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction is Hebrew, Arabic or the like."""
    if text.isascii():
        return False
    return next((_is_rtl(c) for c in text if _is_rtl(c) or unicodedata.bidirectional(c) == "L"), False)


def mostly_right_to_left(text: str) -> bool:
    """Whether more of the letters are Hebrew, Arabic or the like than are read from the left."""
    if text.isascii():
        return False
    return sum(map(_is_rtl, text)) > sum(unicodedata.bidirectional(c) == "L" for c in text)


def _is_rtl(c: str) -> bool:
    return c > "\u0590" and unicodedata.bidirectional(c) in ("R", "AL")


@lru_cache(maxsize=32_768)
def clean(text: str) -> str:
    """A whole line ready to be drawn: as `logical`, in the order of sight."""
    return shown(logical(text))


class _Widths(dict[str, float]):
    """Character -> width in thousandths of the size, looked up in the font once."""

    def __init__(self, font: str) -> None:
        super().__init__()
        face = _face(font).face
        self._widths, self._usual = face.charWidths, face.defaultWidth

    def __missing__(self, c: str) -> float:
        found = self[c] = float(self._widths.get(ord(c), self._usual))
        return found


@cache
def _widths(font: str) -> _Widths:
    return _Widths(font)


@cache
def _own_widths(font: str) -> dict[str, float]:
    """The widths of the characters that the font has itself, and of no others."""
    face = _face(font).face
    return {c: float(face.charWidths.get(ord(c), face.defaultWidth)) for c in _characters(font)}


@cache
def _characters(font: str) -> frozenset[str]:
    # Glyph 0 is the box of a font that lacks a character; a code that is none is mapped to it by some.
    glyphs = _face(font).face.charToGlyph.items()
    return frozenset(chr(code) for code, glyph in glyphs if glyph and (code & 0xFFFE) != 0xFFFE)


def runs(text: str, font: str) -> list[tuple[str, str]]:
    """The cleaned text cut into (font, piece); a character that no font has is written out as `[U+1F600]`."""
    return pieces(clean(text), font)


def pieces(text: str, font: str) -> list[tuple[str, str]]:
    """As `runs`, of a text that is clean already."""
    if _characters(font).issuperset(text):
        return [(font, text)] if text else []
    found: list[tuple[str, str]] = []
    for c in text:
        name = _font_for(c, font)
        piece = c if name else f"[U+{ord(c):04X}]"
        if found and found[-1][0] == (name or font):
            found[-1] = (found[-1][0], found[-1][1] + piece)
        else:
            found.append((name or font, piece))
    return found


def _font_for(c: str, font: str) -> str | None:
    return next((name for name in (font, *_FALLBACKS) if c in _characters(name)), None)


def width(text: str, font: str, size: float) -> float:
    """The width in points of the text as `runs` would draw it."""
    return clean_width(clean(text), font, size)


def clean_width(text: str, font: str, size: float) -> float:
    """As `width`, of a text that is clean already."""
    try:
        # The common case at the speed of one pass in C: each character is in the font itself.
        return sum(map(_own_widths(font).__getitem__, text)) * size / 1000
    except KeyError:
        return sum(sum(map(_widths(name).__getitem__, piece)) for name, piece in pieces(text, font)) * size / 1000


def fitting(text: str, font: str, size: float, room: float) -> str:
    """The text, cut with an ellipsis where it is wider than `room`."""
    if len(text) < 2000 and width(text, font, size) <= room:
        return text
    # Nothing is narrower than a fifth of the size on the whole, so what is far beyond is not measured.
    low, high = 0, min(len(text), int(room / size * 8) + 8)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width(text[:middle] + "\u2026", font, size) <= room else (low, middle - 1)
    return text[:low].rstrip() + "\u2026"


def without_glyph(texts: Iterable[str]) -> list[str]:
    """The characters in `texts` that no bundled font can print, in order of their code."""
    seen: set[str] = set()
    for text in texts:
        if not text.isascii():
            seen.update(composed(text))
    return sorted(c for c in seen if not c.isascii() and _font_for(c, REGULAR) is None)
