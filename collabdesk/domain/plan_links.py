"""What an entry of a plan waits for: codes separated by `;`, each with days of waiting where some are stated."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINK = re.compile(r"(?P<code>.*?\S)\s*(?P<lag>[+\u2212-]\s*\d{1,4})\s*d(?:ays?)?", re.IGNORECASE)
_BETWEEN = re.compile(r"[;\n]")


@dataclass(frozen=True, slots=True)
class Link:
    """The entry with this `code` has to be finished `lag` days before; a negative lag lets both overlap."""

    code: str
    lag: int = 0

    def __str__(self) -> str:
        return f"{self.code}{self.lag:+d}d" if self.lag else self.code


def links(text: str) -> tuple[Link, ...]:
    """`T1.2+10d; MS3` as links; a code named twice is one link with the longer wait."""
    found: dict[str, int] = {}
    for part in _BETWEEN.split(text):
        if not part.strip():
            continue
        match = _LINK.fullmatch(part.strip())
        code = match["code"].strip() if match else part.strip()
        lag = int(match["lag"].replace(" ", "").replace("\u2212", "-")) if match else 0
        found[code] = max(lag, found.get(code, lag))
    return tuple(Link(code, lag) for code, lag in found.items())
