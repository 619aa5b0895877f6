"""The contributions of a project as a window shows them: by partner, the scale with assessments and arrears, match."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import cast

from collabdesk.auditing.assessing import Key, MemberYear, assessed, member, member_years, scales
from collabdesk.auditing.facts import ContributionSum, Facts, total
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.domain.figures import Figure
from collabdesk.domain.projects import Project
from collabdesk.measures.assessed import decimal
from collabdesk.measures.delivery import shortfall
from collabdesk.usecases import figures
from collabdesk.usecases.facts import gather
from collabdesk.usecases.workspace import Workspace

GROUPS = ("pledges", "credits", "assessments", "match")


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """One partner in one currency or unit of account; `received` counts what credit events credited."""

    partner: str
    country: str
    currency: str
    amount: Decimal | None
    pledged: Decimal | None
    called: Decimal | None
    received: Decimal | None
    credited: Decimal | None
    short: Decimal | None
    late_days: Decimal | None

    @property
    def delivery(self) -> Decimal | None:
        """Received of what was pledged, or called where nothing is pledged."""
        promised = self.called if self.pledged is None else self.pledged
        return (self.received or Decimal(0)) / promised if promised else None


@dataclass(frozen=True, slots=True)
class YearRow:
    """One member in one year; `running` is what is in arrears after that year, from the first on."""

    year: str
    member: str
    share: Decimal | None
    assessed: Decimal | None
    received: Decimal | None
    arrears: Decimal | None
    running: Decimal | None
    currency: str


@dataclass(frozen=True, slots=True)
class View:
    """Everything that the window shows of a project's contributions besides the records themselves."""

    partners: tuple[PartnerRow, ...]
    years: tuple[YearRow, ...]
    figures: tuple[Figure, ...]
    problems: tuple[tuple[str, str], ...]
    """The group of figures, and a sentence."""

    def problems_of(self, *groups: str) -> list[str]:
        """What is to be put right in these groups, each once."""
        return list(dict.fromkeys(text for group, text in self.problems if group in groups))

    def of(self, group: str) -> list[Figure]:
        """The figures of one group."""
        return [f for f in self.figures if f.group == group]


def view(workspace: Workspace, project_id: int, as_of: date) -> View | None:
    """The view as known by a day; None when the project is gone."""
    project = workspace.get("project", project_id)
    if project is None:
        return None
    facts = gather(workspace, cast(Project, project), as_of, only=("pledges",))
    made = figures.of_facts(facts, only=GROUPS)
    return View(_partners(facts, made), _years(facts), tuple(made), tuple(_problems(made)))


def _partners(facts: Facts, made: list[Figure]) -> tuple[PartnerRow, ...]:
    late = {f.id: f.value for f in made if f.group == "pledges"}
    by_key: dict[tuple[int | None, str], list[ContributionSum]] = defaultdict(list)
    for c in facts.contributions:
        by_key[c.partner_id, c.unit].append(c)
    rows = []
    for (partner, unit), its in by_key.items():
        due = [d for d in facts.due if (d.partner_id, d.unit) == (partner, unit)]
        credited = [c.credited for c in facts.credits if (c.partner_id, c.unit) == (partner, unit)]
        known = facts.partners.get(partner or 0)
        rows.append(
            PartnerRow(
                partner=facts.partner_name(partner),
                country=known.country if known else "",
                currency=unit,
                amount=total([c.amount for c in its]),
                pledged=total([c.pledged for c in its]),
                called=total([c.called for c in its]),
                received=total([c.received for c in its]),
                credited=total([*credited]),
                short=total([shortfall(d.pledged, d.received) for d in due]),
                late_days=late.get(figure_id(facts, "late-days", f"p{partner}")),
            )
        )
    return tuple(
        sorted(rows, key=lambda r: (r.currency, -(r.amount or r.pledged or r.called or Decimal(0)), r.partner))
    )


def _years(facts: Facts) -> tuple[YearRow, ...]:
    if facts.pledges is None:
        return ()
    known = facts.pledges
    shares = {
        (year.year, member(line)): decimal(share)
        for year in scales(known.scale).values()
        for line, share in zip(year.lines, year.scale.shares, strict=True)
        if share is not None
    }
    running: dict[tuple[str, Key], Decimal] = defaultdict(Decimal)
    rows = []
    for one in member_years(known, assessed(known, facts.home_currency, facts.as_of), facts.partners):
        running[one.unit, one.key] += one.arrears or Decimal(0)
        rows.append(_year(facts, one, shares.get((one.year, one.key)), running[one.unit, one.key]))
    placed = {(row.year, row.member) for row in rows}
    for (year, key), share in shares.items():
        if (year, _name(facts, key)) not in placed:
            rows.append(YearRow(year, _name(facts, key), share, None, None, None, None, facts.home_currency))
    return tuple(sorted(rows, key=lambda r: (r.year, -(r.share or Decimal(0)), r.member)))


def _year(facts: Facts, one: MemberYear, share: Decimal | None, running: Decimal) -> YearRow:
    is_due = one.due is not None
    return YearRow(
        year=one.year,
        member=_name(facts, one.key),
        share=share,
        assessed=one.assessed,
        received=one.received,
        arrears=one.arrears,
        running=running if is_due else None,
        currency=one.unit,
    )


def _name(facts: Facts, key: Key) -> str:
    return facts.partner_name(key[0]) if key[0] is not None else key[1]


def _problems(made: list[Figure]) -> Iterator[tuple[str, str]]:
    """What keeps figures from being computed or is to be put right, with the group of figures it concerns."""
    for f in made:
        rule = f.rule.split("@")[0]
        if f.note and rule == "assessment.scale-sum":
            yield f.group, f"{f.detail}: {f.note}"
        elif f.note and (f.id.partition("-")[2] == "credit-unplaced" or rule == "contribution.in-one-unit"):
            yield f.group, f"{f.label}: {f.note}"
        elif f.note and f.label == "Assessed in all":
            yield f.group, f"{f.detail}: {f.note}"
        elif f.note and f.id.partition("-")[2] == "arrears-all":
            yield f.group, f"{f.label}: {f.note}"
