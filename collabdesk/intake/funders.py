"""What a file says of its funder by its headers, and the currency that this funder reports in."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from collabdesk import paths


@dataclass(frozen=True, slots=True)
class FunderStyle:
    """One funder's way of writing: `together` of `headers` must be there for a file to be taken as its own."""

    name: str
    currency: str
    also: tuple[str, ...] = ()
    headers: frozenset[str] = frozenset()
    together: int = 1


@cache
def styles() -> tuple[FunderStyle, ...]:
    """Every funder's style, from the bundled resources: one file each."""
    found = []
    for file in sorted(paths.resources("funders").glob("*.toml")):
        told = tomllib.loads(file.read_text("utf-8"))
        found.append(
            FunderStyle(
                told["name"],
                told["currency"],
                tuple(told.get("also", ())),
                frozenset(_plain(h) for h in told["headers"]),
                told.get("together", 1),
            )
        )
    return tuple(found)


def style_of(headers: Iterable[str], funder: str | None = None) -> FunderStyle | None:
    """The style of the funder that the person named, else of the one whose headers these are, else None."""
    if funder:
        wanted = _plain(funder)
        named = (s for s in styles() if wanted in (_plain(s.name), *map(_plain, s.also)))
        if (style := next(named, None)) is not None:
            return style
    present = {_plain(part) for h in headers for part in (h, h.rpartition(" / ")[2])}
    scored = [(len(s.headers & present), s) for s in styles()]
    best, style = max(scored, key=lambda pair: pair[0], default=(0, None))
    return style if style is not None and best >= style.together else None


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
