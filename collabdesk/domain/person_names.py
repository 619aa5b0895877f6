"""Whether two names as people write them may mean the same person."""

from __future__ import annotations

import re
import unicodedata

_TITLES = frozenset({"dr", "prof", "professor", "mr", "mrs", "ms", "miss", "herr", "frau", "mme", "sr", "sra", "ing"})
_WORD = re.compile(r"\w+")


def same_person(one: str, other: str) -> bool:
    """Whether the names may mean one person: `A. Revisor`, `Revisor, Anna` and `anna.revisor@example.org` do.

    Case, accents, titles and the order of the words do not count, an initial stands for any name that begins with it,
    and a single name for everybody who bears it: to say that two are different, write both names out. A name without
    a letter is nobody's.
    """
    first, second = sorted((_words(one), _words(other)), key=len)
    left = list(second)
    whole = False
    for word in sorted(first, key=len, reverse=True):
        met = next((w for w in left if _may_be(word, w)), None)
        if met is None:
            return False
        whole = whole or (word == met and len(word) > 1)
        left.remove(met)
    return whole


def _may_be(one: str, other: str) -> bool:
    return one == other or (1 in (len(one), len(other)) and one[0] == other[0])


def _words(name: str) -> list[str]:
    # What stands behind the @ of an address says where, not who; what stands in brackets is a role.
    bare = re.sub(r"\(.*?\)", " ", name.partition("@")[0])
    apart = unicodedata.normalize("NFKD", bare.casefold())
    plain = "".join(c for c in apart if not unicodedata.combining(c)).replace("_", " ")
    return [w for w in _WORD.findall(plain) if w not in _TITLES]
