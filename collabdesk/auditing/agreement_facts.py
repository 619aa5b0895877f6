"""Facts of a project's agreement: clauses, decisions, rights, datasets, transfers, and the terms they stand under."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from collabdesk.auditing.agreement_terms import Terms
from collabdesk.auditing.duo import DuoList, published
from collabdesk.domain.assets import Asset
from collabdesk.domain.clauses import Clause
from collabdesk.domain.datasets import Dataset
from collabdesk.domain.decisions import Decision
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.transfers import Transfer


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFacts:
    """What is recorded; `proven` are the records (noun, name) of which a file with its hash is kept."""

    clauses: tuple[Clause, ...] = ()
    decisions: tuple[Decision, ...] = ()
    assets: tuple[Asset, ...] = ()
    datasets: tuple[Dataset, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    deliverables: tuple[Deliverable, ...] = ()
    terms: Terms = field(default_factory=Terms)
    proven: frozenset[tuple[str, str]] = frozenset()
    duo: DuoList = field(default_factory=published)

    @property
    def is_empty(self) -> bool:
        """Nothing of it is recorded."""
        return not (self.clauses or self.decisions or self.assets or self.datasets or self.transfers)

    def is_proven(self, noun: str, record: Any) -> bool:
        """Whether a file of the record is kept."""
        return (noun, name_of(record)) in self.proven

    def dataset_of(self, transfer: Transfer) -> Dataset | None:
        """The dataset that a transfer is of, by its id, its code or its title."""
        by_id = next((d for d in self.datasets if transfer.dataset_id and d.id == transfer.dataset_id), None)
        said = transfer.dataset.strip().casefold()
        if by_id or not said:
            return by_id
        named = (d for key in ("code", "title") for d in self.datasets if getattr(d, key).casefold() == said)
        return next(named, None)


def name_of(record: Any) -> str:
    """What a record is called: its code, else its title."""
    return str(record.code or record.title)
