"""Datasets: codes of use, the days until which they may be used, approvals, and export classes as recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from collabdesk.auditing.agreement_facts import AgreementFacts
from collabdesk.auditing.agreement_remarks import Remark, remark
from collabdesk.auditing.duo import MORATORIUM, TIME_LIMIT, words_of
from collabdesk.auditing.wording import day, listed
from collabdesk.domain.datasets import Dataset
from collabdesk.domain.dates import latest
from collabdesk.domain.told import told


def remarks(facts: AgreementFacts, as_of: date) -> Iterator[Remark]:
    """Remarks on each dataset. Nothing here says of an item what class it is of."""
    for d in facts.datasets:
        yield from _of_codes(d, facts)
        yield from _of_days(d, as_of)
        if d.export_class and not d.export_list:
            text = told("The export class {code} is recorded, but not of which list and date.", code=d.export_class)
            yield remark("export_list_missing", "dataset", d, "not_recorded", text, d.export_class)
        if d.approvals and not facts.is_proven("dataset", d):
            text = told("The approval {name} is recorded, but no document of it is kept.", name=d.approvals)
            yield remark("approval_unproven", "dataset", d, "not_recorded", text, d.approvals)


def _of_codes(d: Dataset, facts: AgreementFacts) -> Iterator[Remark]:
    codes = words_of(d.duo)
    unknown = [word for word in codes if facts.duo.find(word) is None]
    if unknown:
        text = told("Not in the list of the Data Use Ontology of {day}: {codes}.",
                    day=day(facts.duo.day), codes=listed(unknown, ", "))  # fmt: skip
        yield remark("duo_unlisted", "dataset", d, "contradicts", text, *unknown)
    short = {code.shorthand for word in codes if (code := facts.duo.find(word))}
    if short & {TIME_LIMIT, MORATORIUM} and not d.usable_until:
        text = told("Its codes set a limit of time ({codes}), but no day is recorded until which it holds.",
                    codes=", ".join(sorted(short & {TIME_LIMIT, MORATORIUM})))  # fmt: skip
        yield remark("dataset_expired", "dataset", d, "not_recorded", text, *sorted(short))


def _of_days(d: Dataset, as_of: date) -> Iterator[Remark]:
    if d.usable_until and latest(d.usable_until) < as_of:
        text = told("It was usable until {day}.", day=day(d.usable_until))
        yield remark("dataset_expired", "dataset", d, "expired", text, "usable", d.usable_until)
    if d.approval_expires and latest(d.approval_expires) < as_of:
        text = told("Its approval expired on {day}.", day=day(d.approval_expires))
        yield remark("dataset_expired", "dataset", d, "expired", text, "approval", d.approval_expires)
