"""Exchange rates of the manager's own: one row is one rate with its days and source."""

from __future__ import annotations

from collabdesk.intake.kind import Kind

KIND = Kind(
    name="exchange_rate",
    noun="exchange_rate",
    nouns=("exchange_rate",),
    signs=(("exchange_rate.base", "exchange_rate.quote", "exchange_rate.rate"),),
    key=(
        "exchange_rate.series",
        "exchange_rate.base",
        "exchange_rate.quote",
        "exchange_rate.kind",
        "exchange_rate.start",
    ),
    typical=frozenset({"exchange_rate.base", "exchange_rate.quote", "exchange_rate.rate"}),
    reads={
        "*.date": "exchange_rate.start",
        "*.start": "exchange_rate.start",
        "*.end": "exchange_rate.end",
        "project.start": "exchange_rate.start",
        "project.end": "exchange_rate.end",
        "*.type": "exchange_rate.kind",
        "*.period_start": "exchange_rate.start",
        "*.period_end": "exchange_rate.end",
    },
)
