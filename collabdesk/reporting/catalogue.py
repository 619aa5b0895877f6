"""The translations of what the program prints, by their English sentences: one file of GNU gettext per language."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from gettext import c2py

from babel.messages.pofile import read_po

from collabdesk import paths


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Sentences, and counted ones by their singular; `plural` tells which form belongs to a whole number."""

    sentences: Mapping[str, str] = field(default_factory=dict)
    counted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    plural: Callable[[int], int] = lambda n: int(n != 1)

    def form(self, count: int | Decimal, one: str, many: str) -> str:
        """The form that belongs to the number; the English ones where there is no translation."""
        forms = self.counted.get(one) or (one, many)
        if not self.counted.get(one):
            return forms[int(abs(count) != 1)]
        return forms[min(self.plural(self._whole(count)), len(forms) - 1)]

    def _whole(self, count: int | Decimal) -> int:
        """The whole number that a number is counted like: 1.5 is one in French, and several elsewhere."""
        if count == int(count):
            return abs(int(count))
        is_like_one = self.plural(0) == self.plural(1)
        return abs(int(count)) if is_like_one else 2


ENGLISH = Catalogue()
"""Without a sentence: the English ones are the keys."""


@cache
def catalogue(name: str) -> Catalogue:
    """The translations into `de`, `fr` or `es`; none into English."""
    if name == "en":
        return ENGLISH
    known = read_po(io.BytesIO(paths.resources("translations", f"{name}.po").read_bytes()), locale=name)
    sentences: dict[str, str] = {}
    counted: dict[str, tuple[str, ...]] = {}
    for message in known:
        if isinstance(message.id, str):
            if message.id and message.string and not message.fuzzy:
                sentences[message.id] = str(message.string)
        elif isinstance(message.string, (tuple, list)) and all(message.string):
            counted[message.id[0]] = tuple(message.string)
    return Catalogue(sentences, counted, c2py(known.plural_expr))
