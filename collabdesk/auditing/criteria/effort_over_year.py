"""Persons with more days in a year than the funder's rules let be declared, over all projects on record."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id, slug_of
from collabdesk.auditing.grant_facts import PersonYear
from collabdesk.auditing.wording import listed, number
from collabdesk.domain.told import counted_words, told


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    limit = facts.grant.pack.get("max_days_per_person") if facts.grant else None
    if facts.grant is None or limit is None or not isinstance(limit.value, Decimal):
        return
    most, years = limit.value, facts.grant.person_years
    over = sorted((y for y in years if y.days > most + settings["days"]), key=lambda y: (-y.days, y.person, y.year))
    if not over:
        return
    beyond = sum((y.days - most for y in over), Decimal(0))
    yield Draft(
        title=told("More days are recorded of a person than a year allows"),
        criteria=told(
            "At most {most} days of a person can be declared in a calendar year over all projects ({pack}: {source})",
            most=number(most), pack=facts.grant.pack.name, source=limit.source,
        ),
        condition=told(
            "{over} of {every} exceed it: {list}.",
            over=counted_words(len(over), "{n} person-year", "{n} person-years"),
            every=number(len(years)),
            list=listed([_line(facts, one) for one in over]),
        ),
        effect=told("{days} days cannot be declared.", days=number(beyond)),
        seen=tuple(f"{y.partner_id} {y.person} {y.year} {y.days} {most}" for y in over),
        figures=tuple(
            figure_id(facts, "person-days", f"p{y.partner_id or 0}-{slug_of(y.person or 'person not named')}-{y.year}")
            for y in over
        ),
    )  # fmt: skip


def _line(facts: Facts, one: PersonYear) -> str:
    return told(
        "{person} ({partner}), {year}: {days} days, {here} of them in this project",
        person=one.person or told("person not named"), partner=facts.partner_name(one.partner_id), year=one.year,
        days=number(one.days), here=number(one.days_here),
    )  # fmt: skip


CRITERION = Criterion("effort_over_year", "Days of a person in a year", ("days",), _check, is_of_project=True)
