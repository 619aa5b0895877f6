"""Which encoding a text file was written in, found from its bytes alone."""

from __future__ import annotations

import codecs
import re
from collections import Counter

from collabdesk.intake import encodings_asian
from collabdesk.intake.alphabets import ALPHABETS, LANGUAGES, RARER, VOWELS

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MARKS = frozenset("€–—’‘“”„«»°·•…£§®º²³½´¿¡ªµ±©№\xa0\xad")
_MIXED_LANGUAGES = 0.2
_USUAL_VOWELS = 0.43
_AROUND = re.compile(rb"[A-Za-z]*[\x80-\xff]+[A-Za-z\x80-\xff]*")
_SAMPLE = 20_000
_DIFFERENT = 800
_HEAD = 4096
_CONTROLS = bytes(b for b in range(1, 32) if b not in b"\t\n\r\x0b\x0c\x1a\x1b")


def encoding_of(content: bytes) -> str:
    """The Python name of the encoding; "" when the bytes are no text at all."""
    for mark, name in _BOMS:
        if content.startswith(mark):
            return name
    head = content[:_HEAD]
    if b"\0" in head and (wide := _wide(head)):
        return wide
    # Some programs pad with zero bytes, which are dropped; what has many other controls is no text.
    if len(head.translate(None, _CONTROLS)) < len(head) * 0.98 or head.count(0) > len(head) * 0.3:
        return ""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as wrong:
        if not (wrong.end >= len(content) and "unexpected end" in wrong.reason):
            return encodings_asian.encoding_of(content) or _single_byte(content)
    return "utf-8"


def _wide(head: bytes) -> str:
    """UTF-16 or UTF-32 without a mark, told by the separators, line ends and digits that every table has."""
    if len(head) >= 8 and head[1:4] == b"\0\0\0" and head[5:8] == b"\0\0\0":
        return "utf-32-le"
    if len(head) >= 8 and head[:3] == head[4:7] == b"\0\0\0":
        return "utf-32-be"
    whole = head[: len(head) // 2 * 2]
    plain = {}
    for name in ("utf-16-le", "utf-16-be"):
        text = whole.decode(name, "replace")
        plain[name] = sum("\t" <= c <= "~" for c in text) - 4 * text.count("\0")
    best = max(plain, key=lambda name: plain[name])
    return best if plain[best] > len(whole) / 2 * 0.05 and plain[best] > 3 * max(0, min(plain.values())) else ""


def _single_byte(content: bytes) -> str:
    words = _AROUND.findall(content)[:_SAMPLE]
    counted = Counter(words).most_common(_DIFFERENT)
    scores = {name: _score(counted, name) - RARER.get(name, 0.0) for name in LANGUAGES}
    return max(scores, key=lambda name: scores[name])


def _score(words: list[tuple[bytes, int]], name: str) -> float:
    """How much the words look like texts of one of the encoding's languages: 1 is perfect."""
    letters: Counter[str] = Counter()
    penalty = 0.0
    for raw, often in words:
        word = raw.decode(name, errors="replace")
        penalty += often * _oddness(word)
        for character in word:
            if ord(character) > 127:
                letters[character] += often
    count = letters.total() or 1
    marks = sum(n for c, n in letters.items() if c in _MARKS)
    known = [sum(n for c, n in letters.items() if c in ALPHABETS[one]) for one in LANGUAGES[name]]
    every = frozenset[str]().union(*(ALPHABETS[one] for one in LANGUAGES[name]))
    share = max(*known, sum(n for c, n in letters.items() if c in every) - _MIXED_LANGUAGES * count)
    others = sum(n for c, n in letters.items() if "\u0370" <= c <= "\u04ff")
    if others:
        vowels = sum(n for c, n in letters.items() if c in VOWELS)
        penalty += others * abs(vowels / others - _USUAL_VOWELS)
    return (2 * (share + marks) - count - penalty) / count


def _oddness(word: str) -> float:
    """What no language writes: capitals and signs amid a word, two scripts in one, letters that do not exist."""
    odd = 2.0 * word.count("\ufffd") + sum(1.0 for c in word if "\x80" <= c <= "\x9f")
    for before, character, after in zip(word, word[1:], word[2:] + " ", strict=False):
        is_sign = before.isalpha() and after.isalpha() and not character.isalpha() and character not in "’-\xad"
        odd += 1.5 * (is_sign or (before.islower() and character.isupper()))
    return odd + _mixed(word)


def _mixed(word: str) -> float:
    # Greek and Cyrillic words are whole in their script; accents that fill a Latin word are not Latin.
    accents = sum(ord(c) > 127 and c.isalpha() for c in word)
    latin = sum(c.isascii() for c in word)
    if any("\u0370" <= c <= "\u04ff" for c in word):
        return float(latin)
    return float(accents) if accents >= 4 and 2 * latin < accents else 0.0
