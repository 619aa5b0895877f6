"""How the progress of a work package is measured: the four techniques, by the words that sheets use for them."""

from __future__ import annotations

import re

ZERO_HUNDRED = "0/100"
FIFTY_FIFTY = "50/50"
MILESTONES = "milestones"
PERCENT = "percent complete"
TECHNIQUES = (ZERO_HUNDRED, FIFTY_FIFTY, MILESTONES, PERCENT)

_WORDS = {
    ZERO_HUNDRED: {"0/100", "0%/100%", "zero/hundred", "fixed 0/100", "0/100 rule"},
    FIFTY_FIFTY: {"50/50", "50%/50%", "fifty/fifty", "fixed 50/50", "50/50 rule"},
    MILESTONES: {"milestone", "milestones", "weighted milestone", "weighted milestones", "milestone weights"},
    PERCENT: {"percent complete", "percentage complete", "percent", "%", "% complete", "% completed"},
}  # fmt: skip


def technique_of(text: str) -> str | None:
    """The technique that the words mean: one of TECHNIQUES; "" where nothing is said, None for unknown words."""
    words = " ".join(text.casefold().replace("_", " ").split())
    if not words:
        return ""
    slashed = re.sub(r"(?<=[\d%o]) ?[-\u2013:/] ?(?=[\dhf])", "/", words)
    return next((t for t, known in _WORDS.items() if words in known or slashed in known), None)
