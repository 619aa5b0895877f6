"""Where rules come from: each source makes its rules, so that none names it in other words."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.rules import Rule

OWN = "CollabDesk's own definition"


@dataclass(frozen=True, slots=True)
class Source:
    """`code` is what a figure's rule carries behind the @; `reference` is the source in full."""

    code: str
    reference: str

    def rule(self, name: str, label: str, formula: str, unit: str = "money", reference: str = "") -> Rule:
        """A rule of this source; `reference` says more than the source's own where there is more to say."""
        return Rule(name, self.code, label, formula, unit, reference or self.reference)


own = Source("CD-1", OWN).rule
