"""Projects side by side: budget and expenditure, then milestones, deliverables and what is open."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.reporting.content import Block, Cite, Column, Table, Text, say
from collabdesk.reporting.inputs.compared import ComparedProject
from collabdesk.reporting.language import n, t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section
from collabdesk.reporting.wording import NOT_AVAILABLE, day, read_off, spoken, value_of

_NONE = "\u2013"
_MONEY = (
    Column("Project", 2.0), Column("Status", 1.3), Column("From", 1.7), Column("To", 1.7),
    Column("Time elapsed", 1.7, is_number=True), Column("Budget", 2.7, is_number=True),
    Column("Expended", 2.7, is_number=True), Column("Absorbed", 1.9, is_number=True),
    Column("Contributions received", 2.1, is_number=True),
)  # fmt: skip
_WORK = (
    Column("Project", 2.0), Column("Milestones on time", 1.9, is_number=True),
    Column("Milestones overdue", 1.9, is_number=True), Column("Largest slip", 1.9, is_number=True),
    Column("Deliverables handed in", 2.0, is_number=True), Column("Deliverables overdue", 1.9, is_number=True),
    Column("Open findings", 1.3, is_number=True), Column("of high severity", 1.3, is_number=True),
    Column("Open actions", 1.3, is_number=True),
)  # fmt: skip


def _compose(data: ReportData) -> Iterator[Block]:
    if not data.compared:
        return
    yield say(t("Each amount is in its project's own currency; amounts of two currencies are neither added nor "
                "compared. A dash means that nothing of it is recorded."))  # fmt: skip
    left = len(data.projects) - len(data.compared)
    note = ""
    if left > 0:
        note = n(left, "{n} more project with a smaller funding stands in the annex.",
                 "{n} more projects with a smaller funding stand in the annex.")  # fmt: skip
    yield Table("Budget and expenditure by project", _MONEY, tuple(map(_money, data.compared)), note=note, is_wide=True)
    yield Table("Delivery and findings by project", _WORK, tuple(map(_work, data.compared)), note=note, is_wide=True)


def _money(one: ComparedProject) -> tuple[Text, ...]:
    project = one.project
    return (
        (_name(one),), (spoken(project.status),), (day(project.start),), (day(project.end),),
        *(_cell(one, slug) for slug in ("elapsed", "budget", "expended", "absorption")),
        _cell(one, "delivery" if "delivery" in one.figures else "collection"),
    )  # fmt: skip


def _work(one: ComparedProject) -> tuple[Text, ...]:
    slugs = ("punctuality", "milestones-overdue", "slip-largest", "deliverable-delivery", "deliverables-overdue")
    counts = (one.open_findings, one.high_findings, one.open_actions)
    return ((_name(one),), *(_cell(one, slug) for slug in slugs), *((f"{count:,}",) for count in counts))


def _name(one: ComparedProject) -> str:
    return one.project.acronym or one.project.code or one.project.title


def _cell(one: ComparedProject, slug: str) -> Text:
    figure = one.figures.get(slug)
    if figure is None:
        return (_NONE,)
    if figure.value is None:
        return (f"{t(NOT_AVAILABLE)} ", Cite(figure.id))
    shown = read_off(figure) if figure.unit.isupper() else value_of(figure)
    return (f"{shown} ", Cite(figure.id))


SECTION = Section("projects_compared", "Projects side by side", _compose)
