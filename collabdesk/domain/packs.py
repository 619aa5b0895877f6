"""A rule pack: one dated set of a funder's rules, every value with its source and whether it was confirmed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from collabdesk.domain.problems import Refused

MODES = ("actual", "lump_sum")
# `A.1 Employees`, `6a Personnel`, `B: services`: the code stands before its title; a letter alone needs its mark.
_HEAD = re.compile(r"\s*([A-Za-z][.\s-]?[0-9]{1,2}|[0-9]{1,2}[A-Za-z]|[A-Za-z](?=\s*[.:)–-]))[\s.:)–-]+[^\W\d]")
Value = Decimal | str | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PackValue:
    """One percentage, threshold or choice. `confirmed` is False where no primary text was read; `note` says what of it.

    `since` and `until` are the award dates that it is for: the pack's own, unless it states others. `also` are other
    words for what the name ends with (an action type in full). `from_override` is True where a grant states it itself.
    """

    name: str
    value: Value
    source: str
    confirmed: bool
    note: str = ""
    since: str = ""
    until: str = ""
    also: tuple[str, ...] = ()
    from_override: bool = False


@dataclass(frozen=True, slots=True)
class Category:
    """A category of costs: `code` ("A.1"), its `kind`, whether indirect costs are counted on it, and words for it."""

    code: str
    title: str
    kind: str
    in_indirect_base: bool
    also: tuple[str, ...] = ()
    source: str = ""
    confirmed: bool = True
    note: str = ""


@dataclass(frozen=True)
class Pack:
    """`since` and `until` are ISO days ("" = open): the pack is for awards of these days. Packs of one `family` and
    `mode` follow one another. `mode` is one of MODES.
    """

    code: str
    family: str
    title: str
    version: str
    since: str
    until: str
    mode: str
    currency: str
    source: str = ""
    values: Mapping[str, PackValue] = field(default_factory=dict)
    categories: tuple[Category, ...] = ()

    @property
    def name(self) -> str:
        """Code and version, as figures and reports print it."""
        return f"{self.code} {self.version}".rstrip()

    def get(self, name: str) -> PackValue | None:
        """The value with this name, or None."""
        return self.values.get(name)

    def number(self, name: str) -> Decimal:
        """The number with this name; Refused, with what to do, when the pack gives none."""
        found = self.values.get(name)
        if found is None:
            raise Refused(
                f"The rule pack {self.code} gives no {name}: state the grant's own in its rules.", "no-pack-value"
            )
        if isinstance(found.value, tuple):
            span = " to ".join(found.value)
            raise Refused(
                f"The rule pack {self.code} gives {span} as {name}: state the grant's own in its rules.",
                "no-single-value",
            )
        if not isinstance(found.value, Decimal):
            raise Refused(f"{name} of the rule pack {self.code} is no number.", "no-number")
        return found.value

    def category(self, text: str) -> Category | None:
        """The category that a source's own word means: its code, its title, or one of its other words."""
        wanted = _folded(text)
        if not wanted:
            return None
        known = self._categories_by_word
        if wanted in known:
            return known[wanted]
        head = _HEAD.match(text)
        return known.get(_folded(head[1])) if head else None

    @cached_property
    def _categories_by_word(self) -> dict[str, Category]:
        found: dict[str, Category] = {}
        for words in (_codes, _titles, _others):
            for category in self.categories:
                for word in words(category):
                    found.setdefault(_folded(word), category)
        return found

    def of_action(self, prefix: str, action_type: str) -> PackValue | None:
        """The value of an action type: `funding_rate.RIA` for `HORIZON-RIA` or `Research and Innovation Action`."""
        tokens = set(re.split(r"[^A-Z0-9]+", action_type.upper()))
        for name, value in self.values.items():
            start, _, action = name.partition(".")
            if start == prefix and action and "." not in action:
                full = {_folded(word) for word in value.also}
                if action.upper() in tokens or _folded(action_type) in full:
                    return value
        return None


def _codes(category: Category) -> Iterator[str]:
    yield category.code


def _titles(category: Category) -> Iterator[str]:
    yield category.title


def _others(category: Category) -> Iterator[str]:
    yield from category.also


def _folded(text: str) -> str:
    """Letters and digits only, without case and accents, so that `C.1`, `c1` and `C 1` are one."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in plain if c.isalnum())
