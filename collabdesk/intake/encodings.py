"""Which encoding a text file was written in, found from its bytes alone."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The letters beyond ASCII that texts of the encoding's languages are made of: where the decoded letters
# are mostly others, the bytes mean something else.
_EXPECTED = {
    "cp1252": "éèêëàâäáãåæçíìîïñóòôöõøœúùûüýßÉÈÀÂÄÁÅÆÇÍÎÑÓÖÔØÚÜŠšŽž€–—’‘“”„«»°·•…£§®º²³½´¿¡\xa0\xad",
    "cp1250": "ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽäľĺôŕÄĽöőüűÖŐÜŰăâîşţĂÂÎŞŢđß€–—’“”„«»°§\xa0",
    "cp1253": "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏ€–—’“”«»°·\xa0",
    "cp1251": "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґљњћџјђАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЫЬЭЮЯЁІЇЄ№€–—’“”„«»°\xa0",
    "cp1254": "çğıöşüÇĞİÖŞÜâîûéà€–—’“”«»°\xa0",
    "cp1257": "āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽąęėįųõäöüĄĘĖĮŲÕÄÖÜ€–—’“”„«»°\xa0",
    "mac_roman": "éèêëàâäáãåæçíìîïñóòôöõøœúùûüßÉÈÀÂÄÁÅÆÇÍÎÑÓÖÔØÚÜ€–—’‘“”„«»°·•…£§®\xa0",
}
_RARER = {"cp1250": 0.02, "cp1254": 0.05, "cp1257": 0.04, "mac_roman": 0.03}
_AROUND = re.compile(rb"[A-Za-z]*[\x80-\xff]+[A-Za-z\x80-\xff]*")
_SAMPLE = 20_000


def encoding_of(content: bytes) -> str:
    """The Python name of the encoding; "" when the bytes are no text at all."""
    for mark, name in _BOMS:
        if content.startswith(mark):
            return name
    head = content[:4096]
    if b"\0" in head:
        return _utf16(head)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as wrong:
        if not (wrong.end >= len(content) and "unexpected end" in wrong.reason):
            return _single_byte(content)
    return "utf-8"


def _utf16(head: bytes) -> str:
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > half * 0.4 and even < half * 0.1:
        return "utf-16-le"
    if even > half * 0.4 and odd < half * 0.1:
        return "utf-16-be"
    return ""


def _single_byte(content: bytes) -> str:
    words = _AROUND.findall(content)[:_SAMPLE]
    scores = {name: _score(words, name) for name in _EXPECTED}
    best = max(scores, key=lambda name: scores[name] - _RARER.get(name, 0.0))
    return best if scores[best] > float("-inf") else "cp1252"


def _score(words: list[bytes], name: str) -> float:
    """How much the words look like texts of the encoding's languages: 1 is perfect."""
    expected = _EXPECTED[name]
    points = count = 0.0
    for raw in words:
        word = raw.decode(name, errors="replace")
        before = ""
        for character in word:
            if ord(character) > 127:
                count += 1
                points += 1 if character in expected else -1
                if character == "\ufffd":
                    points -= 2
                if before.islower() and character.isupper():
                    points -= 1.5  # a capital amid a word: the byte means another letter
            before = character
        points -= _mixed(word)
    return points / count if count else 0.0


def _mixed(word: str) -> float:
    # Greek and Cyrillic words are whole in their script; accents that fill a Latin word are not Latin.
    accents = sum(ord(c) > 127 and c.isalpha() for c in word)
    latin = sum(c.isascii() for c in word)
    if any("\u0370" <= c <= "\u04ff" for c in word):
        return float(latin)
    return float(accents) if accents >= 3 and latin < accents else 0.0
