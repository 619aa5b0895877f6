"""Criteria sets: which criteria an audit uses, with thresholds and sources; those that are bundled, and any text's."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from collabdesk.auditing.criterion import Criterion, Settings
from collabdesk.domain.problems import Refused
from collabdesk.paths import resources


@dataclass(frozen=True, slots=True)
class Grade:
    """One word of a rating scale, and what it means."""

    word: str
    legend: str


@dataclass(frozen=True, slots=True)
class Dimension:
    """What a set looks at: effectiveness, sustainability …; `about` says it in a sentence."""

    word: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Standard:
    """One criterion of a set: checked by the program, or, without a `check`, judged by a person alone."""

    title: str
    settings: Settings
    check: Criterion | None = None


@dataclass(frozen=True, slots=True)
class CriteriaSet:
    """A named, dated set; `standards` in the order in which it lists them.

    `scale` is what it is rated with, the best first, and `scale_note` who made that scale; no scale, no rating.
    """

    key: str
    title: str
    version: str
    source: str
    standards: tuple[Standard, ...]
    dimensions: tuple[Dimension, ...] = ()
    scale: tuple[Grade, ...] = ()
    scale_note: str = ""

    @property
    def criteria(self) -> tuple[tuple[Criterion, Settings], ...]:
        """The criteria that the program checks, with their part of the set."""
        return tuple((one.check, one.settings) for one in self.standards if one.check is not None)

    def legend(self, word: str) -> str:
        """What a word of the scale means; "" for one that is none of it."""
        return next((grade.legend for grade in self.scale if grade.word == word), "")


def names() -> list[str]:
    """The keys of the bundled sets."""
    return sorted(path.stem for path in resources("criteria").glob("*.toml"))


def text_of(key: str) -> str:
    """The file of a bundled set, as it is handed on. Refused when there is none."""
    if key not in names():
        raise Refused(f"There is no criteria set {key!r}. There are: {', '.join(names())}.", "no-criteria-set")
    return resources("criteria", f"{key}.toml").read_text("utf-8")


@cache
def load(key: str) -> CriteriaSet:
    """The bundled set with this key. Refused when there is none, or when something is wrong with its file."""
    from collabdesk.auditing.criteria_files import parse

    chosen, problems = parse(text_of(key), is_own=False)
    if chosen is None:
        raise Refused(f"{key}.toml, {problems[0].cell}: {problems[0].text}.", "bad-criteria-set")
    return chosen
