"""The ids of figures: the same for the same project and rule, so that findings can cite what figures say."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from collabdesk.auditing.facts import Facts

_LONGEST = 32


def figure_id(facts: Facts, slug: str, detail: str = "", unit: str = "") -> str:
    """`F3-absorption-travel-usd`; the unit only where it is not the project's own currency."""
    number = facts.project.id if facts.project else 0
    suffix = unit.lower() if unit and unit != facts.home_currency else ""
    return "-".join(part for part in (f"F{number}", slug, detail, suffix) if part)


def delivery_slug(facts: Facts, unit: str) -> str:
    """The figure that says what was received in this unit: of pledges, or of calls where nobody pledged."""
    pledged = any(c.pledged is not None for c in facts.contributions if c.unit == unit)
    return "delivery" if pledged else "collection"


def slug_of(text: str) -> str:
    """A part of a figure's id from a word of the source; a digest where Latin letters cannot carry it."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_text.lower()).strip("-")
    if not 1 < len(slug) <= _LONGEST:
        slug = f"{slug[:24].strip('-')}-{hashlib.sha256(text.encode()).hexdigest()[:6]}".strip("-")
    return slug
