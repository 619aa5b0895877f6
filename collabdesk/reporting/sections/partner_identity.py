"""Who the partner is and what part it has in the project."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.domain.figures import Figure
from collabdesk.reporting.content import Block, Pairs, Text, say
from collabdesk.reporting.language import t
from collabdesk.reporting.partner_figures import own_tiles
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section
from collabdesk.reporting.wording import day, percent, spoken

_TILES = ("contribution.share", "contribution.delivery", "grant.eligible", "grant.distribution")


def _compose(data: ReportData) -> Iterator[Block]:
    partner, project, facts = data.partner, data.project, data.partner_facts
    if partner is None or project is None or facts is None:
        return
    yield say(
        t("This statement says what is recorded of {partner} in {project} as of {day}.",
          partner=partner.name, project=project.acronym or project.code, day=day(data.as_of)),
        "lead",
    )  # fmt: skip
    heads = [f for rule in _TILES if (f := _first(data, rule)) is not None]
    yield from own_tiles(heads)
    roles = ", ".join(dict.fromkeys(spoken(p.role) for p in facts.participations if p.role))
    statuses = ", ".join(dict.fromkeys(spoken(p.status) for p in facts.participations))
    rates = ", ".join(
        dict.fromkeys(percent(p.funding_rate) for p in facts.participations if p.funding_rate is not None)
    )
    town = f"{partner.postcode} {partner.city}".strip()
    place = ", ".join(w for w in (partner.street, town, partner.country) if w)
    terms = (
        ("Partner", partner.name), ("Short name", partner.short_name), ("Identifier", partner.code),
        ("Address", place), ("Role", roles), ("Participation", statuses), ("Funding rate", rates),
        ("Contact", partner.contact), ("Grant number", project.code), ("Project", project.title),
        ("Funder", project.funder),
    )  # fmt: skip
    kept: tuple[tuple[str, Text], ...] = tuple((term, (value,)) for term, value in terms if value)
    yield Pairs(kept)


def _first(data: ReportData, rule: str) -> Figure | None:
    return next((f for f in data.by_rule(rule) if f.value is not None), None)


SECTION = Section("partner_identity", "The partner", _compose)
