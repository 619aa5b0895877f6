"""Certificates on the financial statements that the rules ask for and of which none is recorded."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.eligibility import of_partners
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import computed, day, listed, money, number
from collabdesk.domain.dates import latest
from collabdesk.domain.told import counted_words, told


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    grant, project = facts.grant, facts.project
    if grant is None or project is None or facts.books is None or not project.end:
        return
    threshold = grant.pack.get("certificate_threshold")
    is_asked = threshold is not None and grant.pack.mode == "actual" and not grant.pack.get("subaward_cap")
    # It is handed in with the final report: before the end nothing is missing yet.
    if not is_asked or (facts.as_of - latest(project.end)).days <= settings["days"]:
        return
    partners = [p for p in of_partners(grant) if p.certificate is not None]
    due = [p for p in partners if p.certificate]
    if not threshold or len(due) <= facts.books.certificates:
        return
    unit = grant.currency
    lines = [
        told("{partner}: {amount}", partner=p.party.name, amount=computed(p.requested.value, unit))
        for p in due
        if p.requested.value is not None
    ]
    yield Draft(
        title=told("Certificates on the financial statements are not on record"),
        criteria=told(
            "A partner that requests {threshold} or more hands in a certificate on its financial statements ({pack})",
            threshold=money(grant.pack.number("certificate_threshold"), unit), pack=grant.pack.name,
        ),
        condition=told(
            "{due} of {every} reached the threshold by {day}: {list}. Of their certificates, {there} on record.",
            due=counted_words(len(due), "{n} partner", "{n} partners"), every=number(len(partners)),
            day=day(facts.as_of.isoformat()), list=listed(lines),
            there=counted_words(facts.books.certificates, "{n} is", "{n} are"),
        ),
        effect=told("Without its certificate a partner's costs may not be paid in full."),
        seen=(*(f"{p.party.partner_id}" for p in due), f"{facts.books.certificates}"),
        figures=(figure_id(facts, "certificates", unit=unit),),
    )  # fmt: skip


CRITERION = Criterion(
    "certificate_missing", "Certificates on the financial statements", ("days",), _check, is_of_project=True
)
