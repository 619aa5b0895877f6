"""Text cut into lines: words of several fonts and scripts, with the codes of figures that are cited."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from collabdesk.reporting import style_fonts as fonts
from collabdesk.reporting.content import Cite, Strong, Text
from collabdesk.reporting.language import t
from collabdesk.reporting.style import Style

_NBSP = "\u00a0"
_SMALL_CODE, _LEAST_CODE = 0.72, 5.8
# Between letters of these scripts a line may end anywhere, but not before a closing mark.
_IDEOGRAPH = "\u2e80-\u2fff\u3040-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff21-\uff3a\uff41-\uff5a"
_CLOSING = "\u3001\u3002\u3009\u300b\u300d\u300f\u3011\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\u30fc)\\].,;:!?"
_UNITS = re.compile(f"[{_IDEOGRAPH}][{_CLOSING}]*|[^{_IDEOGRAPH}]+")
_HAS_IDEOGRAPH = re.compile(f"[{_IDEOGRAPH}]")
_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")


class Piece(NamedTuple):
    """A run of one font in a line, in the order it is read; `code` is that of a cited figure."""

    text: str
    font: str
    size: float
    role: str
    wide: float
    code: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its pieces in the order they are read, their width, and whether it is read from the right."""

    pieces: tuple[Piece, ...]
    wide: float
    is_right_to_left: bool = False


class _Word(NamedTuple):
    """What stays on one line; `gap` is the space before it, `is_first` begins a line in any case."""

    pieces: tuple[Piece, ...]
    wide: float
    gap: float
    is_first: bool = False


def lines_of(text: Text, style: Style, room: float, limit: int = 20_000) -> list[Line]:
    """The lines of the text, none wider than `room`; a text longer than `limit` characters is cut, visibly."""
    if len(text) == 1 and isinstance(text[0], str) and len(text[0]) < 200:
        line = _whole(text[0], style)
        if line is not None and line.wide <= room:
            return [line]
    said = _first_words(text)
    # A sentence of the program that begins with a name in Arabic reads from the left all the same.
    is_rtl = fonts.reads_right_to_left(said) if len(text) == 1 else fonts.mostly_right_to_left(said)
    lines: list[list[_Word]] = []
    at = 0.0
    for word in _fitting(_words(text, style, limit), room):
        if not lines or word.is_first or at + word.gap + word.wide > room:
            lines.append([word._replace(gap=0.0)])
            at = word.wide
        else:
            lines[-1].append(word)
            at += word.gap + word.wide
    return [_line(words, is_rtl) for words in lines] or [Line((), 0.0)]


def plain_lines(text: str, style: Style, room: float, limit: int = 20_000) -> list[Line]:
    """As `lines_of`, of words without codes."""
    return lines_of((text,), style, room, limit)


def at_most(lines: list[Line], most: int) -> list[Line]:
    """The first lines; the last of them ends in an ellipsis where more were left out."""
    if len(lines) <= most:
        return lines
    kept, last = lines[: most - 1], lines[most - 1]
    if not last.pieces:
        return [*kept, last]
    *before, end = last.pieces
    dots = end.text.rstrip()[:-1] + "\u2026" if len(end.text) > 2 else "\u2026"
    cut = end._replace(text=dots, wide=fonts.clean_width(dots, end.font, end.size))
    return [*kept, Line((*before, cut), sum(p.wide for p in (*before, cut)), last.is_right_to_left)]


@lru_cache(maxsize=16_384)
def _whole(text: str, style: Style) -> Line | None:
    """A short plain text on one line: most cells of most tables."""
    if not (text.isascii() and text.isprintable()):
        return None
    wide = fonts.clean_width(text, style.font, style.size)
    return Line((Piece(text, style.font, style.size, style.role, wide),), wide)


def _first_words(text: Text) -> str:
    return "".join(s if isinstance(s, str) else s.text for s in text if not isinstance(s, Cite))[:400]


def _words(text: Text, style: Style, limit: int) -> Iterator[_Word]:
    """The words in order; a code stays with the word before it."""
    space = fonts.clean_width(" ", style.font, style.size)
    pieces: list[Piece] = []
    gap, is_first = 0.0, False
    for kind, piece in _tokens(text, style, limit):
        if piece is not None:
            pieces.append(_code(piece.code, style, is_glued=bool(pieces)) if piece.code else piece)
            continue
        if pieces or kind == "line":
            yield _Word(tuple(pieces), sum(p.wide for p in pieces), gap, is_first)
            pieces, is_first = [], kind == "line"
        gap = space if kind == "space" else 0.0
    if pieces:
        yield _Word(tuple(pieces), sum(p.wide for p in pieces), gap, is_first)


def _tokens(text: Text, style: Style, limit: int) -> Iterator[tuple[str, Piece | None]]:
    """Pieces, and between them what may end a line: a `space`, a `line` that ends, a place to `part`."""
    left = limit
    for span in text:
        if isinstance(span, Cite):
            yield "", _code(span.code, style, is_glued=False)
            continue
        said, font = (span.text, fonts.SEMIBOLD) if isinstance(span, Strong) else (span, style.font)
        for number, line in enumerate(_LINE_ENDS.split(_cut(said, left))):
            if number:
                yield "line", None
            yield from _line_tokens(fonts.logical(line), font, style)
        left -= len(said)
        if left < 0:
            return


def _line_tokens(line: str, font: str, style: Style) -> Iterator[tuple[str, Piece | None]]:
    for nth, word in enumerate(line.split(" ")):
        if nth:
            yield "space", None
        for unit_no, unit in enumerate(_units(word)):
            if unit_no:
                yield "part", None
            yield "", _piece(unit, font, style.size, style.role)


def _cut(said: str, left: int) -> str:
    return said if len(said) <= left else said[: max(left, 0)] + t(" \u2026 [cut here; the record holds the full text]")


def _units(word: str) -> Sequence[str]:
    if not word:
        return ()
    return _UNITS.findall(word) if not word.isascii() and _HAS_IDEOGRAPH.search(word) else (word,)


@lru_cache(maxsize=32_768)
def _piece(text: str, font: str, size: float, role: str) -> Piece:
    return Piece(text, font, size, role, fonts.clean_width(text, font, size))


def _code(code: str, style: Style, *, is_glued: bool) -> Piece:
    size = max(_LEAST_CODE, style.size * _SMALL_CODE)
    shown = (_NBSP if is_glued else "") + fonts.logical(code)
    return Piece(shown, fonts.MEDIUM, size, "accent", fonts.clean_width(shown, fonts.MEDIUM, size), code)


def _fitting(words: Iterator[_Word], room: float) -> Iterator[_Word]:
    for word in words:
        if word.wide <= room:
            yield word
        else:
            for part in _without_codes(word):
                yield from (part,) if part.wide <= room else _broken(part, room)


def _without_codes(word: _Word) -> Iterator[_Word]:
    """A word wider than the line leaves its codes to the next one."""
    kept: list[Piece] = []
    gap, is_first = word.gap, word.is_first
    for piece in word.pieces:
        if piece.code and kept:
            yield _Word(tuple(kept), sum(p.wide for p in kept), gap, is_first)
            shown = piece.text.removeprefix(_NBSP)
            wide = fonts.clean_width(shown, piece.font, piece.size)
            kept, gap, is_first = [piece._replace(text=shown, wide=wide)], piece.wide - wide, False
        else:
            kept.append(piece)
    yield _Word(tuple(kept), sum(p.wide for p in kept), gap, is_first)


def _broken(word: _Word, room: float) -> Iterator[_Word]:
    """A word wider than the line in parts that fit, so that nothing of it is lost; accents stay with their letters."""
    parts: list[Piece] = []
    at, gap, is_first = 0.0, word.gap, word.is_first
    for piece in word.pieces:
        begin, wide = 0, 0.0
        for i, c in enumerate(piece.text):
            one = fonts.clean_width(c, piece.font, piece.size)
            if one and at + wide + one > room and (at or wide):
                if i > begin:
                    parts.append(piece._replace(text=piece.text[begin:i], wide=wide))
                yield _Word(tuple(parts), at + wide, gap, is_first)
                parts, at, gap, is_first, begin, wide = [], 0.0, 0.0, False, i, 0.0
            wide += one
        parts.append(piece._replace(text=piece.text[begin:], wide=wide))
        at += wide
    yield _Word(tuple(parts), at, gap, is_first)


def _line(words: Sequence[_Word], is_rtl: bool) -> Line:
    """The words joined: neighbours that look the same become one piece with the spaces between them."""
    pieces: list[Piece] = []
    for word in words:
        for nth, piece in enumerate(word.pieces):
            gap = word.gap if nth == 0 else 0.0
            last = pieces[-1] if pieces else None
            if last is None:
                pieces.append(piece)
            elif not last.code and not piece.code and last[1:4] == piece[1:4]:
                joined = f"{last.text} {piece.text}" if gap else last.text + piece.text
                pieces[-1] = last._replace(text=joined, wide=last.wide + gap + piece.wide)
            elif gap:
                pieces[-1] = last._replace(text=last.text + " ", wide=last.wide + gap)
                pieces.append(piece)
            else:
                pieces.append(piece)
    return Line(tuple(pieces), sum(p.wide for p in pieces), is_rtl)
