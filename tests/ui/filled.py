"""Invented records that fill a workspace for tests and pictures of the window."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from decimal import Decimal
from functools import cache
from pathlib import Path

from collabdesk.domain.budgets import BudgetLine
from collabdesk.domain.contributions import Contribution
from collabdesk.domain.costs import CostItem
from collabdesk.domain.dates import IsoDate
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.indicators import Indicator
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.participations import Participation
from collabdesk.domain.partners import Partner
from collabdesk.domain.projects import Project
from collabdesk.domain.work_packages import WorkPackage
from collabdesk.usecases.workspace import Step, Workspace
from databases import fresh_database

PARTNERS = (
    ("North Fjord University", "NFU", "NO"),
    ("Institute of Ocean Optics", "IOO", "PT"),
    ("Πανεπιστήμιο Αιγαίου Παραδειγμάτων", "PAP", "GR"),
    ("Alpine Sensor Works GmbH", "ASW", "AT"),
    ("Centre for Tidal Research", "CTR", "FR"),
    ("Łódź Example Laboratory", "LEL", "PL"),
)
PROJECTS = (
    ("TIDELINE", "Autonomous observation of tidal fronts across four coastal seas", "active", "4250000.00", "EUR"),
    ("LUMENET", "A shared network of calibrated light sources for marine optics", "active", "2980500.50", "EUR"),
    ("HARBOUR", "Low-noise harbours: measures, costs and acceptance", "suspended", "1200000.00", "EUR"),
    ("GRANITE", "Deep borehole sensing for early warning", "signed", "870000.00", "CHF"),
    ("DRIFTERS", "Open drifters for citizen oceanography", "ended", "640000.00", "EUR"),
)


def fill(workspace: Workspace) -> None:
    """Five projects; the first has partners, money, a plan and indicators."""
    with workspace.changing("Sample records") as step:
        projects = [_project(step, number, *facts) for number, facts in enumerate(PROJECTS, 1)]
        partners = [
            step.add(Partner(code=f"99000000{n}", name=name, short_name=short, country=country)).id
            for n, (name, short, country) in enumerate(PARTNERS)
        ]
        for number, project in enumerate(projects[:2]):
            _people_and_money(step, project, partners[number:])
            _plan(step, project)


def filled(folder: Path) -> Workspace:
    """A new workspace in a folder, filled."""
    file = folder / "coastal programme.db"
    shutil.copyfile(_filled_once(), file)
    return Workspace.open(file, person="Test")


@cache
def _filled_once() -> Path:
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    file = fresh_database(Path(folder))
    with Workspace.open(file, person="Test") as workspace:
        fill(workspace)
    return file


def _day(text: str) -> IsoDate:
    return IsoDate(text)


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"))


def _project(step: Step, number: int, acronym: str, title: str, status: str, funding: str, currency: str) -> int:
    project = Project(
        code=f"10109{number:04d}", acronym=acronym, title=title, status=status, start=_day(f"202{1 + number % 3}-01-01"),
        end=_day(f"202{5 + number % 3}-12-31"), funder="Coastal Research Council", programme="Shared Seas",
        funding=Decimal(funding), total_cost=Decimal(funding) * Decimal("1.25"), currency=currency,
        country="NO", coordinator="North Fjord University",
    )  # fmt: skip
    kept = step.add(project).id
    assert kept is not None
    return kept


def _people_and_money(step: Step, project: int, partners: list[int | None]) -> None:
    for number, partner in enumerate(partners):
        role = "coordinator" if number == 0 else "beneficiary"
        part = step.add(Participation(project_id=project, partner_id=partner, role=role, code=str(number + 1)))
        granted = Decimal(900000 - number * 121000) + Decimal("0.25") * number
        step.add(Contribution(project_id=project, partner_id=partner, participation_id=part.id, title="Grant share",
                              amount=granted, total_cost=granted * 2, currency="EUR"))  # fmt: skip
        step.add(Contribution(project_id=project, partner_id=partner, form="in_kind", title="Ship time and staff",
                              pledged=Decimal(200000 - number * 20000), called=Decimal(150000 - number * 20000),
                              received=Decimal(150000 - number * 29000), due=_day("2025-06-30"),
                              currency="EUR"))  # fmt: skip
        for category, share in (("Personnel", 55), ("Travel", 8), ("Equipment", 22), ("Subcontracting", 15)):
            line = BudgetLine(project_id=project, partner_id=partner, category=category, work_package="WP1",
                              period="RP1", amount=_cents(granted * share / 100), currency="EUR")  # fmt: skip
            step.add(line)
            step.add(CostItem(project_id=project, partner_id=partner, category=category, work_package="WP1",
                              date=_day(f"2024-{number + 2:02d}-15"), expended=_cents(granted * share / 200),
                              currency="EUR"))  # fmt: skip


def _plan(step: Step, project: int) -> None:
    for number in range(1, 5):
        step.add(WorkPackage(project_id=project, code=f"WP{number}", title=f"Work package {number}"))
    plan = (
        ("MS1", "Consortium agreement signed", "2023-03-31", None, "2023-04-12", "achieved"),
        ("MS2", "First buoy in the water", "2024-02-29", None, "2024-05-20", "achieved"),
        ("MS3", "Data portal open to all partners", "2024-09-30", "2025-01-31", None, "planned"),
        ("MS4", "Mid-term review passed", "2025-03", None, None, "planned"),
        ("MS5", "Second season's measurements complete", "2027-10-31", "2027-12-15", None, "planned"),
    )
    for code, title, baseline, forecast, achieved, status in plan:
        step.add(Milestone(project_id=project, code=code, title=title, work_package="WP2", baseline=_day(baseline),
                           forecast=_day(forecast) if forecast else None, status=status,
                           achieved=_day(achieved) if achieved else None, verification="Minutes, signed"))  # fmt: skip
    for number, (title, status) in enumerate((("Data management plan", "accepted"), ("Buoy design report", "submitted"),
                                              ("Open data set, first season", "planned")), 1):  # fmt: skip
        step.add(Deliverable(project_id=project, code=f"D1.{number}", title=title, type="R", level="PU",
                             work_package="WP1", due=_day(f"202{3 + number}-06-30"), status=status))  # fmt: skip
    step.add(Indicator(project_id=project, code="I1", title="Buoys deployed", target=Decimal(24), actual=Decimal(17)))
    step.add(Indicator(project_id=project, code="I2", title="Data sets published", target=Decimal(10),
                       actual=Decimal(4)))  # fmt: skip
