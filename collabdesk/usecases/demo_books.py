"""The books of the demonstration: what a manager does with them after the workbooks are in, step by step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, cast

from collabdesk.domain.budgets import BudgetLine
from collabdesk.domain.costs import CostItem
from collabdesk.domain.credit_events import CreditEvent
from collabdesk.domain.dates import IsoDate, latest
from collabdesk.domain.forecasts import ForecastReading
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.partners import Partner
from collabdesk.domain.projects import Project
from collabdesk.domain.rule_overrides import RuleOverride
from collabdesk.usecases import budgets, costs, periods
from collabdesk.usecases.contributions import crediting
from collabdesk.usecases.plan import baselines, evidence
from collabdesk.usecases.workspace import Workspace

CONSORTIUM, FACILITY = "101998877", "MRF-CONSTRUCTION"
_RULES = {
    CONSORTIUM: ("horizon_europe", date(2023, 11, 20)),
    "PCN-2301": ("us_2cfr200", None),
    "PCN-2302": ("us_2cfr200", None),
    "PCN-2303": ("us_2cfr200", None),
}
_REPORTED = tuple(date(y, m, d) for y, m, d in ((2024, 6, 30), (2024, 12, 31), (2025, 6, 30), (2025, 12, 31),
                                                (2026, 6, 30)))  # fmt: skip
_PROOFS = {
    "MS1": ("minutes_general_assembly_1.txt", "Minutes of the first General Assembly", "NHU project office"),
    "MS2": ("data_management_plan_v1.txt", "Data management plan, version 1", "NHU project office"),
    "MS5": ("permits_of_twelve_sites.txt", "Permits of the twelve sites", "OKI"),
    "MS11": ("tank_test_report.txt", "Report of the tank test", "VMT"),
}
_DOCUMENTS = {
    ("dataset", "DS2"): ("ethics_committee_2024_117.txt", "Vote of the ethics committee 2024/117", "IPEA"),
    ("dataset", "DS3"): ("harbour_authority_41_2_25.txt", "Letter of the harbour authority 41-2/25", "RMI"),
    ("transfer", "T5"): ("export_permit_ee_2026_0088.txt", "Export permit EE-2026-0088", "RMI"),
}
_MOVED = Decimal("12500.00")
_TOO_MUCH = Decimal("318.40")
_MATCH = Decimal("0.05")


def keep_books(workspace: Workspace) -> None:
    """Name the rules, freeze baselines, approve budgets, declare and close the first period, file evidence."""
    for code, (pack, signed) in _RULES.items():
        _under(workspace, code, pack, signed)
    _amended_rules(workspace)
    number = _project(workspace, CONSORTIUM).id or 0
    _data_sheet(workspace, number)
    baselines.freeze(workspace, number, date(2024, 1, 15), title="Grant agreement, annex 1")
    baselines.freeze(
        workspace, number, date(2025, 3, 14), title="Amendment 1", reason="Task 3.3 goes from OKI to VMT",
        decision="General Assembly 2, item 4", decided_on="2025-03-11",
    )  # fmt: skip
    baselines.freeze(
        workspace, _project(workspace, FACILITY).id or 0, date(2021, 1, 31), title="Baseline 3 of the Council"
    )
    _budgets(workspace, number)
    _first_period(workspace, number)
    _second_period(workspace, number)
    _forecasts(workspace, number)
    _claims(workspace)
    for code, (name, title, custodian) in _PROOFS.items():
        evidence.add(workspace, number, code, _proof(name, title, custodian), date(2025, 6, 30))
    for (noun, code), (name, title, custodian) in _DOCUMENTS.items():
        evidence.add(workspace, number, code, _proof(name, title, custodian), date(2026, 6, 30), noun=noun)


def _proof(name: str, title: str, custodian: str) -> evidence.Proof:
    text = f"{title}\n\nThis file stands for the document that the project office keeps.\n"
    return evidence.Proof(name, text.encode(), title=title, custodian=custodian)


def _project(workspace: Workspace, code: str) -> Project:
    return cast("Project", workspace.find("project", code=code)[0])


def _under(workspace: Workspace, code: str, pack: str, signed: date | None) -> None:
    project = _project(workspace, code)
    day = project.signed_on if signed is None else IsoDate(signed.isoformat())
    with workspace.changing(f"Put {project.acronym or code} under {pack}") as step:
        match = _MATCH if code == CONSORTIUM else project.match_ratio
        step.update(replace(project, rule_pack=pack, signed_on=day, match_ratio=match))


def _amended_rules(workspace: Workspace) -> None:
    """One award goes over to the rules of its amendment's day."""
    budgets.amend(
        workspace, _project(workspace, "PCN-2303").id or 0, "A002", title="Supplement of the third year",
        signed="2024-11-15", effective="2024-11-15", reason="Supplement for the archive",
        said="Terms and conditions of the revised uniform guidance", adopts_rules=True,
    )  # fmt: skip


def _data_sheet(workspace: Workspace, project_id: int) -> None:
    with workspace.changing("Record what the data sheet states") as step:
        step.add(
            RuleOverride(
                project_id=project_id, name="certificate_threshold", value="430000",
                source="Grant agreement, data sheet, point 4.3", reason="The data sheet states the threshold",
            )
        )  # fmt: skip


def _budgets(workspace: Workspace, project_id: int) -> None:
    """The budget of the grant agreement, and its second version with a transfer between two partners."""
    first = budgets.begin(workspace, project_id, title="Grant agreement, annex 2", reason="As signed")
    budgets.propose(workspace, first.id or 0)
    budgets.approve(workspace, first.id or 0, by="General Assembly", on="2024-01-15", effective="2024-01-01")
    second = budgets.begin(
        workspace, project_id, source=first, title="Amendment 1", reason="The moorings go from OKI to VMT"
    )
    lines = cast("list[BudgetLine]", workspace.find("budget", budget_version_id=second.id))
    giving, taking = (_line_of(workspace, lines, short) for short in ("OKI", "VMT"))
    budgets.transfer(workspace, giving.id or 0, taking.id or 0, _MOVED, "Moorings are built by VMT")
    budgets.propose(workspace, second.id or 0)
    budgets.approve(
        workspace, second.id or 0, by="General Assembly", on="2025-03-14", effective="2025-03-01", amendment="AMD-1"
    )


def _line_of(workspace: Workspace, lines: Iterable[BudgetLine], short: str) -> BudgetLine:
    """A partner's line for equipment in the third work package and the second period."""
    partner = cast("Partner", workspace.find("partner", short_name=short)[0])
    meant = (partner.id, "WP3", "C.2", "RP2")
    return next(x for x in lines if (x.partner_id, x.work_package, x.category, x.period) == meant)


def _first_period(workspace: Workspace, project_id: int) -> None:
    """All costs are checked; those of the first period are declared, reported and accepted."""
    period = next(p for p in periods.of(workspace, project_id) if p.code == "RP1")
    found = cast("list[CostItem]", workspace.find("cost", project_id=project_id, status="imported"))
    costs.check(workspace, _ids(found))
    first = [c for c in found if latest(c.period_end or c.date or "9999") <= latest(period.end or "")]
    costs.declare(workspace, _ids(first), "RP1")
    number = period.id or 0
    periods.move(workspace, number, "closing")
    periods.move(workspace, number, "submitted", day=date(2025, 8, 26))
    in_part = next(c for c in first if c.category == "C.3" and (c.expended or 0) > _TOO_MUCH)
    spent = in_part.expended or Decimal(0)
    costs.accept(workspace, [in_part.id or 0], spent - _TOO_MUCH, "Catering beyond the usual rates")
    costs.accept(workspace, _ids(c for c in first if c is not in_part))
    periods.move(workspace, number, "accepted", day=date(2025, 11, 10))


def _second_period(workspace: Workspace, project_id: int) -> None:
    """One partner has declared early, and corrects an item by a linked one."""
    partner = cast("Partner", workspace.find("partner", short_name="RMI")[0])
    where = {"project_id": project_id, "partner_id": partner.id, "status": "checked"}
    found = cast("list[CostItem]", workspace.find("cost", **where))
    costs.declare(workspace, _ids(found), "RP2")
    wrong = max(found, key=lambda c: c.expended or Decimal(0))
    correct = (wrong.expended or Decimal(0)) - Decimal("412.60")
    costs.adjust(workspace, wrong.id or 0, correct, "Travel of a visitor was booked as salary", "RP2")


def _claims(workspace: Workspace) -> None:
    """Two steps of procurement arrangements were claimed; one of them was turned down."""
    for code, refused in (("PA-3.3/2", ""), ("PA-8.1/2", "Two of nine monitors failed the acceptance test")):
        event = cast("CreditEvent", workspace.find("credit_event", code=code)[0])
        crediting.claim(workspace, event.id or 0, f"Claim {code}")
        if refused:
            crediting.refuse(workspace, event.id or 0, f"Refuse {code}", reason=refused)


def _ids(records: Iterable[Any]) -> list[int]:
    return [r.id for r in records]


def _forecasts(workspace: Workspace, project_id: int) -> None:
    """What the half-yearly reports had forecast for the milestones that slip: each time a little later."""
    found = cast("list[Milestone]", workspace.find("milestone", project_id=project_id))
    readings = [reading for m in found for reading in _trend(m)]
    with workspace.changing("Record the forecasts of the half-yearly reports") as step:
        step.add_many(readings)


def _trend(milestone: Milestone) -> Iterable[ForecastReading]:
    if not milestone.baseline:
        return
    due = latest(milestone.baseline)
    slip = (latest(milestone.achieved or milestone.forecast or milestone.baseline) - due).days
    open_until = latest(milestone.achieved) if milestone.achieved else date.max
    for number, day in enumerate(_REPORTED):
        if day > open_until:
            return
        known = due + timedelta(days=slip * number // (len(_REPORTED) - 1)) if slip > 0 else due
        yield ForecastReading(
            project_id=milestone.project_id, subject="milestone", code=milestone.code,
            reported_on=IsoDate(day.isoformat()), forecast=IsoDate(max(known, due).isoformat()),
            reason=milestone.delay_reason if slip > 0 and number else "",
        )  # fmt: skip
