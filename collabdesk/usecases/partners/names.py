"""Names of organisations made plain: what is left says who is meant, in whatever language and legal form."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from collabdesk import paths

_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "æ": "a", "œ": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_UMLAUTS = re.compile(r"(?<=[aou])e(?=\w)")  # Muenchen is München
_DOTTED = re.compile(r"\b(?:\w\.)+\w?\b\.?")
_WORD = re.compile(r"\w+")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_ACRONYM = re.compile(r"[A-ZÀ-ÞΑ-ΩА-Я][\w.&-]{0,7}[A-ZÀ-ÞΑ-ΩА-Я\d]")
_LONGEST_PHRASE = 5
_LEAST_ACRONYM = 3


@dataclass(frozen=True, slots=True)
class PlainName:
    """`words` say who is meant, each once; equal `key` means the same words in whatever order. `acronyms` are what it
    may be called for short: its initials, and what stood in brackets."""

    words: tuple[str, ...]
    acronyms: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return " ".join(sorted(self.words))

    @property
    def solid(self) -> str:
        """The words as one: Forschungs Zentrum is Forschungszentrum."""
        return "".join(self.words)


@lru_cache(maxsize=8192)
def plain_name(name: str) -> PlainName:
    """The name without accents, case, legal form, articles; words for the same thing in many languages made one."""
    aside: list[str] = []
    if "(" in name or "[" in name:
        name = _IN_BRACKETS.sub(lambda m: _beside(m, aside), name)
    words = _without_legal_forms(plain_words(name))
    joining = _known().joining
    told = words if joining.isdisjoint(words) else [w for w in words if w not in joining] or words
    acronyms = [a for a in aside if len(a) >= _LEAST_ACRONYM]
    acronyms += ["".join([w[0] for w in some]) for some in _each_once(told, words) if len(some) >= _LEAST_ACRONYM]
    return PlainName(tuple(dict.fromkeys(_translated(told))), tuple(dict.fromkeys(acronyms)))


def solid_name(name: str) -> str:
    """As `plain_name(name).solid`; quicker for what is one word, as short names are."""
    words = plain_words(name)
    return "".join(_translated(words)) if len(words) == 1 else plain_name(name).solid


def _each_once(some: list[str], others: list[str]) -> tuple[list[str], ...]:
    return (some,) if some is others else (some, others)


def _beside(found: re.Match[str], aside: list[str]) -> str:
    text = (found[1] or found[2] or "").strip()
    short = "".join(plain_words(text))
    if _ACRONYM.fullmatch(text) and _is_short_for(short, plain_words(found.string[: found.start()])):
        aside.append(short)
        return " "
    return f" {text} "


def _is_short_for(short: str, words: list[str]) -> bool:
    """Whether its letters come in this order in the words, the first and the last at the beginning of one."""
    letters = iter("".join(words))
    begins = {w[0] for w in words}
    return (
        bool(words and short) and short[0] == words[0][0] and short[-1] in begins and all(c in letters for c in short)
    )


def plain_words(text: str) -> list[str]:
    """The words of a text in small letters, without accents and punctuation; S.p.A. is one word."""
    flat = text.casefold()
    if not flat.isascii():
        flat = unicodedata.normalize("NFKD", flat.translate(_LETTERS))
        flat = "".join([c for c in flat if not unicodedata.combining(c)])
    if "." in flat:
        flat = _DOTTED.sub(lambda m: f"{m[0].replace('.', '')} ", flat)
    return _WORD.findall(_UMLAUTS.sub("", flat.replace("_", " ")))


def _without_legal_forms(words: list[str]) -> list[str]:
    forms = _known().forms
    while True:
        for size in range(min(_LONGEST_PHRASE, len(words) - 1), 0, -1):
            if tuple(words[-size:]) in forms:
                words = words[:-size]
                break
            # In front only what no name begins with by chance: SARL, OOO, Stichting, not "la" or "as".
            if tuple(words[:size]) in forms and len(words[0]) > _SHORT:
                words = words[size:]
                break
        else:
            return words


_SHORT = 2


def _translated(words: list[str]) -> list[str]:
    """Each phrase by its one word, the longest phrases first."""
    phrases, beginnings = _known().phrases, _known().beginnings
    if beginnings.isdisjoint(words):
        return words
    told: list[str] = []
    i = 0
    while i < len(words):
        for size in range(min(_LONGEST_PHRASE, len(words) - i), 0, -1):
            one = phrases.get(tuple(words[i : i + size]))
            if one is not None:
                told += one
                i += size
                break
        else:
            told.append(words[i])
            i += 1
    return told


@dataclass(frozen=True, slots=True)
class _Known:
    forms: frozenset[tuple[str, ...]]
    joining: frozenset[str]
    phrases: Mapping[tuple[str, ...], tuple[str, ...]]
    beginnings: frozenset[str]


@cache
def _known() -> _Known:
    told = tomllib.loads(paths.resources("names", "organisations.toml").read_text("utf-8"))
    phrases: dict[tuple[str, ...], tuple[str, ...]] = {}
    for one, spellings in (told["words"] | told["places"]).items():
        for spelling in spellings:
            phrases[_phrase(spelling)] = tuple(one.split())
    return _Known(
        frozenset(_phrase(form) for form in told["legal_forms"]),
        frozenset(word for said in told["joining"] for word in plain_words(said)),
        phrases,
        frozenset(phrase[0] for phrase in phrases if phrase),
    )


def _phrase(text: str) -> tuple[str, ...]:
    return tuple(plain_words(text))
