"""Cells for made-up records, by the type of their field."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from collabdesk.intake.canonical import canonical
from collabdesk.intake.grid import Value

_SYLLABLES = ("ba", "lor", "min", "te", "ro", "sal", "ven", "qui", "dor", "na", "ke", "stra", "pol", "mu", "rin")


def name(rnd: Random, least: int = 2, most: int = 4) -> str:
    """A text that is no word of any language."""
    size = rnd.randint(least, most)
    return " ".join("".join(rnd.choices(_SYLLABLES, k=rnd.randint(2, 3))) for _ in range(size)).capitalize()


def amount(rnd: Random) -> float | int:
    """An amount as budgets hold them: sometimes round, mostly to the cent."""
    return rnd.randint(1, 400) * 500 if rnd.random() < 0.4 else round(rnd.uniform(100, 900_000), 2)


def value(rnd: Random, field: str, number: int) -> Value:
    """A cell of this field for the record of this number."""
    kind = canonical()[field].type if field in canonical() else "text"
    if field.endswith((".code", ".programme_code")):
        return f"{rnd.choice('ABKPX')}{rnd.randint(10, 99)}-{number:04d}"
    if kind == "date":
        return date(2015, 1, 1) + timedelta(days=rnd.randint(0, 4000))
    if kind in ("amount", "quantity"):
        return amount(rnd)
    if kind == "rate":
        return rnd.choice((0.5, 0.75, 0.8, 0.85, 1))
    if kind == "bool":
        return rnd.choice(("Yes", "No"))
    if kind == "identifier":
        return f"{rnd.randint(10000, 99999)}"
    return name(rnd)
