"""Header texts made comparable: folded words, compact keys, and the pieces a header may be read by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from collabdesk.intake import scripts

_SPECIAL = scripts.LETTERS | str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ς": "σ",
     "№": " no ", "#": " no ",
     "°": " ", "º": " ", "ª": " ", "’": "'", "\u00ad": "", "\u200b": "", "\u00a0": " ", "\u202f": " "}
)  # fmt: skip
_CAMEL = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])|(?<=[A-Z])(?=[A-Z](?!s(?![a-z]))[a-z])")
_SPLIT_WORD = re.compile(r"(?<=[^\W\d_])[-‐‑]\s*(?=[a-zà-ÿ])|(?<=[^\W\d_])[-‐‑](?=[^\W\d_])")
_WORD = re.compile(r"[^\W_]+")
# German files write ü as ue; both sides lose the e, so both spellings meet.
_UMLAUT = re.compile(r"(?<=[aou])e(?!u)")
_ENUMERATOR = re.compile(r"^(?:\(?\d{1,2}[.)]\s*|\(?[a-zA-Z][.)]\s+|~\s*|\d{1,2}\s*[-–]\s+|_+)(?=\S)")
_FOOTNOTE = re.compile(r"(?:(?<=[^\W\d_])\s?\d{1,2}\)|(?<=[^\W\d_)])\s+\d|[*:/\s])$")
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d{2}(?:\s*[-/–]\s*\d{2,4})?(?!\d)")
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_MANNER = re.compile(
    r"(?:brief|short|free|full|long|kurze?|brève|courte)?\s*(?:description|summary|text|beschreibung)$", re.IGNORECASE
)
_HALVES = re.compile(r"\s*(?:\s/\s|/|\s[-–—]+\s|\||\n|--|\s[-–](?=[^\W\d_])|\s{3,}|\t)\s*")
# What follows is the rule that the column obeys, not what it holds.
_ACCORDING = re.compile(
    r"\W+(?:in accordance with|according to|pursuant to|as per|gem(?:äß|\.|aess)|laut|nach maßgabe|conform[ée]?ment"
    r"|selon|conforme|de conformidad|nos termos|ai sensi|in base a|overeenkomstig|zgodnie z|podle|v súlade|v skladu"
    r"|u skladu|în conformitate|i henhold til|i enlighet med|i overensstemmelse|vastavalt|saskaņā|pagal|σύμφωνα"
    r"|съгласно)\b.*",
    re.IGNORECASE | re.DOTALL,
)
# The currency that a header states says nothing of what its amounts are.
_IN_MONEY = re.compile(
    r"\W+(?:in|en|i|w|v|σε|в)\s+(?:euro'?s?|eur|€|zł|pln|huf|czk|sek|dkk|gbp|£|usd|\$|ευρώ|евро)$|\W+(?:eur|€|£|\$|pln)$",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*\Z")  # words with one space between them: nothing to cut off
HALF = 0.96  # how much of a header in two languages one of them says
_PATH = re.compile(r"^[^\W\d_]\w*(?:\.[^\W\d]\w*)+$")


@dataclass(frozen=True, slots=True)
class Piece:
    """One way to read a header: a text and how much of the header's meaning it carries (1 is all)."""

    text: str
    weight: float


def fold(text: str) -> str:
    """Lower case without accents; ü, ue and u become the same letter."""
    text = text.casefold().translate(_SPECIAL)
    if not text.isascii():
        text = scripts.plain(text)
    return _UMLAUT.sub("", text) if "e" in text else text


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """The folded words of a header; camelCase, snake_case and dotted names are split, split-word hyphens joined."""
    if "_" not in text and not text.isalpha():
        text = _SPLIT_WORD.sub("", text)
    if not text.islower():
        text = _CAMEL.sub(" ", text)
    return tuple(_WORD.findall(fold(text)))


def key(text: str) -> str:
    """The folded words without spaces: `Postleit-zahl`, `postleitZahl` and `Postleitzahl` have one key."""
    return "".join(words(text))


def bare(text: str) -> str:
    """A header without its enumerator (`1.`, `a.`) and without footnote marks at its end."""
    if _PLAIN.match(text):
        return text
    shorter = _ENUMERATOR.sub("", text.strip())
    while True:
        cut = _FOOTNOTE.sub("", shorter).rstrip()
        if cut == shorter:
            return shorter or text.strip()
        shorter = cut


def _halves(text: str) -> list[str]:
    parts = [p for p in (bare(p) for p in _HALVES.split(text)) if len(words(p)) > 0]
    return parts if len(parts) > 1 else []


def _lowest_line(whole: str) -> list[Piece]:
    """The lowest line of a header of several rows says most."""
    line = whole.rsplit(" / ", 1)[-1]
    if line == whole or not line.strip():
        return []
    return [Piece(bare(line), 0.975), Piece(bare(_BRACKETS.sub(" ", line)), 0.965)]


def _in_brackets(whole: str) -> list[Piece]:
    parts = [p for inside in _BRACKETS.findall(whole) for p in re.split(r"[,;/]", inside[0] or inside[1])]
    return [Piece(part.strip(), 0.86) for part in parts if len(key(part)) > 5 and not _MANNER.match(part.strip())]


def _without_rules(whole: str) -> tuple[Piece, ...]:
    """The ways to read a header of plain words."""
    found = {key(whole): Piece(whole, 1.0)}
    for rule in (_ACCORDING, _IN_MONEY):
        shorter = bare(rule.sub("", whole))
        if shorter != whole and words(shorter):
            found.setdefault(key(shorter), Piece(shorter, 0.95))
    return tuple(found.values())


@lru_cache(maxsize=16384)
def pieces(text: str) -> tuple[Piece, ...]:
    """The ways to read a header, the whole first: without brackets, by bilingual halves, by what brackets hold."""
    text = text if text.isascii() else text.translate(scripts.WIDE)
    before, number, after = text.partition("#")
    if number and len(key(after)) > 1:  # a label of a numbered group: what follows the number says more
        text = after
    whole = bare(text)
    if _PLAIN.match(whole) and not number:
        return _without_rules(whole)
    found = [Piece(whole, 1.0)]
    if number and text != after and key(before):
        found.append(Piece(bare(before), 0.9))
    outside = bare(_BRACKETS.sub(" ", whole))
    if outside != whole and words(outside):
        found.append(Piece(outside, 0.98))
    found += _lowest_line(whole)
    timeless = _YEARS.sub(" ", outside)
    if timeless != outside and words(timeless):
        found.append(Piece(bare(timeless), 0.95))
    for rule in (_ACCORDING, _IN_MONEY):
        shorter = bare(rule.sub("", outside))
        if shorter != outside and words(shorter):
            found.append(Piece(shorter, 0.95))
    halves = _halves(outside)
    found += [Piece(half, HALF) for half in halves]
    if _PATH.match(whole):
        parts = whole.split(".")
        found += [Piece(" ".join(parts[i:]), 0.97 - 0.02 * i) for i in range(1, len(parts))]
    if not halves and ", " in outside:
        found += [Piece(bare(p), 0.9) for p in outside.split(", ")[:1] if words(p)]
    found += _in_brackets(whole)
    seen: dict[str, Piece] = {}
    for piece in found:
        seen.setdefault(key(piece.text), piece)
    return tuple(seen.values())
