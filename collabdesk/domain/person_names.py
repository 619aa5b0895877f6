"""Whether two names as people write them may mean the same person."""

from __future__ import annotations

import re
import unicodedata

_TITLES = frozenset({"dr", "prof", "professor", "mr", "mrs", "ms", "miss", "herr", "frau", "mme", "sr", "sra", "ing"})
_WORD = re.compile(r"\w+")
_INITIALS = re.compile(r"[^\W\d_]{2,4}")
# Letters that Unicode does not take apart, and those that are written out in a plain alphabet.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


def same_person(one: str, other: str) -> bool:
    """Whether the names may mean one person: `A. Revisor`, `Revisor, Anna` and `anna.revisor@example.org` do.

    Case, accents, blanks, titles and the order of the words do not count, `ü` may be written `u` or `ue`; an initial
    stands for any name that begins with it, initials alone for who has them all, and a single name for everybody who
    bears it: to say that two are different, write both names out. A name without a letter is nobody's.
    """
    return any(_same(a, b) for a in _readings(one) for b in _readings(other))


def _same(one: list[str], other: list[str]) -> bool:
    if one and "".join(one) == "".join(other):
        return True
    first, second = sorted((one, other), key=len)
    left = list(second)
    whole = len(first) == len(second) > 1 and any(all(len(w) == 1 for w in words) for words in (first, second))
    for word in sorted(first, key=len, reverse=True):
        met = next((w for w in left if _may_be(word, w)), None)
        if met is None:
            return False
        whole = whole or (word == met and len(word) > 1)
        left.remove(met)
    return whole


def _may_be(one: str, other: str) -> bool:
    return one == other or (1 in (len(one), len(other)) and one[0] == other[0])


def _readings(name: str) -> list[list[str]]:
    """The words of the name, as they are and with umlauts written out; `AR` is read as initials too."""
    # What stands behind the @ of an address says where, not who; what stands in brackets is a role.
    bare = re.sub(r"\(.*?\)", " ", name.partition("@")[0]).strip()
    folded = unicodedata.normalize("NFC", bare.casefold())
    found = [_words(folded), _words(folded.translate(_WRITTEN_OUT))]
    if bare.isupper() and _INITIALS.fullmatch(bare):
        found.append(list(_words(folded)[0]))
    return found


def _words(folded: str) -> list[str]:
    apart = unicodedata.normalize("NFKD", folded)
    plain = "".join(c for c in apart if not unicodedata.combining(c)).translate(_PLAIN).replace("_", " ")
    return [w for w in _WORD.findall(plain) if w not in _TITLES]
