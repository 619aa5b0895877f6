"""What is known of a project's costs in other currencies than its own."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.conversions import InHome


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversionFacts:
    """`costs` are all cost items, each by its rate; `rule_pack` chose how; `note` is what it leaves open."""

    costs: InHome
    rule_pack: str
    note: str | None = None
