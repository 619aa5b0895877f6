"""Transfers: where they go and whether that is on the dataset's list, their mechanism, licence and its day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from collabdesk.auditing.agreement_facts import AgreementFacts
from collabdesk.auditing.agreement_remarks import Remark, remark
from collabdesk.auditing.country_lists import code_of, holds
from collabdesk.auditing.wording import day, listed
from collabdesk.domain.datasets import Dataset
from collabdesk.domain.dates import latest
from collabdesk.domain.told import told
from collabdesk.domain.transfers import Transfer

_DOCUMENTED = {"scc": told("standard contractual clauses"), "bcr": told("binding corporate rules")}
OPEN = ("recorded", "approved")
"""Not done, and not refused."""


def expired_by(transfer: Transfer, on: date) -> bool:
    """Whether its approval had expired on the day."""
    return transfer.expires is not None and latest(transfer.expires) < on


def remarks(facts: AgreementFacts, as_of: date) -> Iterator[Remark]:
    """Remarks on each transfer that was not refused; whether it is lawful is not said."""
    for t in facts.transfers:
        if t.status == "refused":
            continue
        dataset = facts.dataset_of(t)
        if dataset is not None:
            yield from _of_dataset(t, dataset)
        elif t.dataset:  # an item that is no dataset has no list to be compared with
            text = told("No dataset {name} is recorded, so nothing can be compared.", name=t.dataset)
            yield remark("transfer_unproven", "transfer", t, "not_recorded", text, t.dataset)
        yield from _of_approval(t, facts, as_of)


def _of_dataset(t: Transfer, dataset: Dataset) -> Iterator[Remark]:
    if t.to_country and holds(dataset.permitted, t.to_country) is False:
        text = told("It goes to {country}; the countries recorded for {dataset} are {permitted}.",
                    country=code_of(t.to_country), dataset=dataset.code or dataset.title,
                    permitted=dataset.permitted)  # fmt: skip
        yield remark("transfer_outside", "transfer", t, "contradicts", text, t.to_country, dataset.permitted)
    if dataset.is_personal and not t.mechanism and code_of(t.from_country) != code_of(t.to_country):
        text = told("Personal data go to {country}, and no mechanism is recorded.", country=code_of(t.to_country))
        yield remark("transfer_mechanism_missing", "transfer", t, "not_recorded", text, t.to_country)


def _of_approval(t: Transfer, facts: AgreementFacts, as_of: date) -> Iterator[Remark]:
    named = [word for word in (t.licence, _DOCUMENTED.get(t.mechanism, "")) if word]
    if named and not facts.is_proven("transfer", t):
        text = told("No document is kept of {names}.", names=listed(named, ", "))
        yield remark("transfer_unproven", "transfer", t, "not_recorded", text, *named)
    if t.status in OPEN and expired_by(t, as_of):
        text = told("Its approval expired on {day}, and it is not done.", day=day(t.expires or ""))
        yield remark("transfer_expired", "transfer", t, "expired", text, t.expires)
    elif t.status == "done" and t.date and expired_by(t, latest(t.date)):
        text = told("It was done on {done}; its approval had expired on {day}.",
                    done=day(t.date), day=day(t.expires or ""))  # fmt: skip
        yield remark("transfer_expired", "transfer", t, "contradicts", text, t.date, t.expires)
