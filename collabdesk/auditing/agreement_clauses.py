"""Clauses of the agreement: which are due for another look."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from collabdesk.auditing.agreement_facts import AgreementFacts
from collabdesk.auditing.agreement_remarks import Remark, remark
from collabdesk.auditing.wording import day
from collabdesk.domain.clauses import Clause
from collabdesk.domain.dates import latest
from collabdesk.domain.told import told


def is_due(clause: Clause, as_of: date) -> bool:
    """Whether its day of review has passed."""
    return clause.review_on is not None and latest(clause.review_on) < as_of


def remarks(facts: AgreementFacts, as_of: date) -> Iterator[Remark]:
    """Reviews that are due."""
    for c in facts.clauses:
        if c.review_on and is_due(c, as_of):
            text = told("Its review was due on {day}; no later one is recorded.", day=day(c.review_on))
            yield remark("clause_review_due", "clause", c, "expired", text, c.review_on)
