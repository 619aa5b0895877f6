"""What the program says in English, kept so that a report can say it in another language: a template and its values."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, Self


class Said(str):  # noqa: SLOT000 (what it was made with must stand somewhere)
    """Text of the program: a plain English string for whoever does not ask, and `parts` for whoever says it again.

    `parts` are what it was made with. Joining or formatting it gives a plain string, which stays English: build a
    sentence with `told`, a list with `Joined`.
    """

    parts: tuple[Any, ...]

    @classmethod
    def _made(cls, text: str, *parts: Any) -> Self:
        made = cls(text)
        made.parts = parts
        return made

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return _again, (type(self), str(self), self.parts)


def _again(cls: type[Said], text: str, parts: tuple[Any, ...]) -> Said:
    return cls._made(text, *parts)


class Told(Said):
    """A sentence: `parts` are its template and its values by name."""


class CountWords(Said):
    """`1 finding`, `3 findings`: `parts` are the number and the two forms, `{n}` standing for the number."""


class DayWords(Said):
    """A date in words: `parts` are its ISO text, as precise as it is known."""


class AmountWords(Said):
    """An amount with its currency: `parts` are the exact value, the ISO code ("" for none) and the decimals shown."""


class NumberWords(Said):
    """A number: `parts` are the value and the decimals shown."""


class ShareWords(Said):
    """A ratio as a percentage: `parts` are the ratio and the decimals shown."""


class Joined(Said):
    """Items in a row: `parts` are the items and the separator."""


def told(template: str, /, **values: Any) -> str:
    """The sentence with its values filled in; a value of the user's own data stays as it is in every language.

    `told("no {what} is recorded", what=told("budget"))`. A template is a whole sentence or phrase, for other languages
    order words otherwise; a count is a CountWords, so that its noun follows the number.
    """
    return Told._made(template.format(**values) if values else template, template, values)


def words(text: str) -> str:
    """The program's own text, as it is or to be said in another language where it is plain; never the user's data."""
    return text if isinstance(text, Said) else told(text)


def counted_words(n: int, one: str, many: str) -> CountWords:
    """`counted_words(3, "{n} finding", "{n} findings")`."""
    return CountWords._made((one if n == 1 else many).format(n=f"{n:,}"), n, one, many)


def day_words(text: str, iso: str) -> DayWords:
    """The date's English words with its ISO text."""
    return DayWords._made(text, iso)


def amount_words(text: str, value: Decimal, currency: str, places: int) -> AmountWords:
    """The amount's English words with what they say."""
    return AmountWords._made(text, value, currency, places)


def number_words(text: str, value: Decimal, places: int) -> NumberWords:
    """The number's English words with what they say."""
    return NumberWords._made(text, value, places)


def share_words(text: str, ratio: Decimal, places: int) -> ShareWords:
    """The percentage's English words with the ratio that they say."""
    return ShareWords._made(text, ratio, places)


def in_a_row(items: Iterable[str], separator: str = "; ") -> str:
    """The items joined by the separator."""
    kept = tuple(items)
    return Joined._made(separator.join(kept), kept, separator)


def items_of(text: str, separator: str = "; ") -> tuple[str, ...]:
    """What stands in a row again, each as it was said; plain text is parted at the separator."""
    if isinstance(text, Joined):
        return tuple(text.parts[0])
    return (text,) if isinstance(text, Said) else tuple(text.split(separator))
