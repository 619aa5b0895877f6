"""Report facts made by hand, a report written out as plain text, and a reader of finished PDFs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from collabdesk.domain.audits import Audit
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.figures import Figure, Source
from collabdesk.domain.findings import Finding
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.projects import Project
from collabdesk.domain.recommendations import Recommendation
from collabdesk.domain.rules import Rule
from collabdesk.reporting import content as c
from collabdesk.reporting import outline, pdf
from collabdesk.reporting.inputs.criteria import AppliedCriteria, AppliedStandard
from collabdesk.reporting.report_input import Line, Participant, ReportData

AS_OF = date(2025, 3, 14)
SOURCES = (
    Source("partners.xlsx", "ab" * 32, "Beneficiaries", "C5:C18, C20", 15, Decimal("5290000.00")),
    Source("costs.csv", "cd" * 32, "", "F2:F99", 98),
)
NAMES = ("Πανεπιστήμιο Αθηνών", "Технический университет", "Łódź Institute", "東京大学", "مركز البحوث")


def made_figure(key: str, label: str, value: str | None, unit: str, rule: str, group: str, detail: str = "",
                note: str | None = None, **inputs: str) -> Figure:  # fmt: skip
    return Figure(
        f"F3-{key}", label, None if value is None else Decimal(value), unit, rule, inputs, note, "101057844", group,
        detail, (), SOURCES,
    )  # fmt: skip


def made_figures() -> tuple[Figure, ...]:
    f, total = made_figure, "total.sum@CD-1"
    found = [
        f("funding", "Funding granted", "5290000", "EUR", total, "totals"),
        f("cpi", "Cost performance index", None, "ratio", "evm.cpi@PRA-5", "totals", note="no actual cost is recorded"),
        f("budget", "Budget", "5290000", "EUR", total, "budget"),
        f("absorption", "Budget absorption", "0.6228", "ratio", "budget.absorption@CD-1", "budget",
          expended="3294612", budget="5290000"),
        f("absorption-staff", "Budget absorption", "0.7448", "ratio", "budget.absorption@CD-1", "budget", "Personnel",
          expended="2234567.5", budget="3000000"),
        f("absorption-travel", "Budget absorption", "1.25", "ratio", "budget.absorption@CD-1", "budget", "Travel",
          expended="250000", budget="200000"),
        f("pledged", "Contributions pledged", "1800000", "EUR", total, "contributions"),
        f("delivery", "Contribution delivery", "0.6222", "ratio", "contribution.delivery@CD-1", "contributions",
          received="1120000", pledged="1800000"),
        f("delivery-in-kind", "Contribution delivery", "0.525", "ratio", "contribution.delivery@CD-1", "contributions",
          "in kind", received="420000", pledged="800000"),
        f("hhi-funder", "Concentration (HHI)", "2000", "points", "concentration.hhi@US-MG-2023", "concentration",
          "funder's contributions", n="5",
          **{"reference points, no verdict": "1,000 and 1,800 (US Merger Guidelines 2023, section 2.1)"}),
        f("short-p1", "Past due", "12000", "EUR", "contribution.shortfall@CD-1", "pledges", "Łódź Institute"),
        f("share-funder-country-de", "Share of a country", "0.6", "ratio", "balance.share@CD-1", "concentration",
          "DE, funder's contributions", contributions="3174000"),
        f("geo-return-pledged-de", "Geographical return coefficient", "1.0833", "ratio",
          "georeturn.coefficient@ESA-V-4", "geo_return", "DE, pledged contributions"),
        f("punctuality", "Milestone punctuality", "0.6667", "ratio", "milestone.punctuality@CD-1", "milestones"),
        f("slip-ms1", "Slip of a milestone", "0", "days", "milestone.slip@CD-1", "milestones", "MS1 Start",
          achieved="2023-01-31"),
        f("slip-ms2", "Slip of a milestone", "95", "days", "milestone.slip@CD-1", "milestones", "MS2 Service",
          achieved="not recorded"),
        *made_plan(),
        f("deliverable-delivery", "Deliverable delivery", "0.5", "ratio", "deliverable.delivery@CD-1", "deliverables"),
        f("indicator-k1", "Indicator achievement", "1.2", "ratio", "indicator.achievement@CD-1", "indicators",
          "K1 Publications", actual="24", target="20"),
        f("awards", "Awards", "3", "count", "total.count@CD-1", "awards"),
    ]  # fmt: skip
    found += made_earned_value()
    for i, name in enumerate(NAMES):
        found.append(f(f"delivery-p{i}", "Contribution delivery", "0.5", "ratio", "contribution.delivery@CD-1",
                       "contributions", name, received="100000", pledged="200000"))  # fmt: skip
        found.append(f(f"share-p{i}", "Share", "0.2", "ratio", "contribution.share@CD-1", "contributions", name,
                       contribution="1058000"))  # fmt: skip
    return tuple(found)


def made_earned_value() -> list[Figure]:
    """The published example of earned value, in one work package and with a cost that no package was planned for."""
    f, ev, es = made_figure, "earned_value", "earned_schedule"
    scale = {"periods": "months from 1 January 2025"}
    return [
        f("bac", "Budget at completion", "500000", "EUR", "evm.bac@PRA-5", ev, plan="budget lines"),
        f("pv", "Planned value", "250000", "EUR", "evm.pv@PRA-5", ev, note="spread evenly over days: WP1",
          **{"plan": "budget lines", "as of": "2025-03-31"}),
        f("ev", "Earned value", "200000", "EUR", "evm.ev@PRA-5", ev),
        f("ac", "Actual cost", "290000", "EUR", "evm.ac@PRA-5", ev),
        f("spi", "Schedule performance index", "0.8000", "ratio", "evm.spi@PRA-5", ev),
        f("eac", "Estimate at completion, as so far", "725000", "EUR", "evm.eac-typical@PRA-5", ev),
        f("bac-wp1", "Budget at completion", "500000", "EUR", "evm.bac@PRA-5", ev, "WP1 Observing"),
        f("pv-wp1", "Planned value", "250000", "EUR", "evm.pv@PRA-5", ev, "WP1 Observing"),
        f("ev-wp1", "Earned value", None, "EUR", "evm.ev@PRA-5", ev, "WP1 Observing", note="not measured: WP1"),
        f("cpi-wp1", "Cost performance index", None, "ratio", "evm.cpi@PRA-5", ev, "WP1 Observing", note="not measured: WP1"),
        f("ac-wp1", "Actual cost", "280000", "EUR", "evm.ac@PRA-5", ev, "WP1 Observing"),
        f("ac-unplanned", "Actual cost of no planned work package", "10000", "EUR", "evm.ac@PRA-5", ev, "not planned for"),
        f("es", "Earned schedule", "2.6", "periods", "es.es@Lipke-2006", es, **scale),
        f("spi-t", "Schedule performance index in time", "0.8667", "ratio", "es.spi-t@Lipke-2006", es, **scale),
        f("ieac-t", "Estimated duration at completion", "5.7692", "periods", "es.ieac-t@Lipke-2006", es,
          **scale, **{"ends on": "2025-06-23"}),
        f("curve", "Points of the S-curve", "6", "count", "evm.curve@PRA-5", es, **scale, **{
            "currency": "EUR", "2024-12-31": "PV 0; EV 0; AC 0", "2025-01-31": "PV 50000; AC 45000",
            "2025-02-28": "PV 125000; AC 155000", "2025-03-31": "PV 250000; EV 200000; AC 290000",
            "2025-04-30": "PV 375000", "2025-05-31": "PV 500000"}),
    ]  # fmt: skip


def made_plan() -> list[Figure]:
    """A work package with two tasks and a milestone, against a frozen baseline."""
    f, base = made_figure, {"baseline": "BL1, frozen on 1 February 2023", "level": "1"}
    slip = ("Slip of the plan", "plan.slip@CD-1", "plan")

    def entry(code: str, title: str, value: str | None, note: str | None = None, **said: str) -> Figure:
        label, rule, group = slip
        named = {k.replace("_", " "): v for k, v in said.items()}
        return f(f"plan-slip-{code.lower()}", label, value, "days", rule, group, f"{code} {title}", note,
                 **{**base, **named, "code": code})  # fmt: skip

    reported = {"reported 2024-06-30": "2024-11-30", "reported 2024-12-31": "2025-03-05"}
    return [
        f("critical-path", "Open entries on the critical path", "2", "count", "plan.critical@CPM-1959", "plan", "",
          "T2 has no dates, so it is left out of the critical path.",
          **{"as of": "2025-03-14", "project start": "2023-01-01", "path": "T1.2 → MS2"}),
        entry("WP1", "Network", "95", kind="summary", level="0", baseline_start="2023-01-01", start="2023-01-01",
              baseline_end="2024-11-30", end="2025-03-05", total_float="0"),
        entry("T1.1", "Buoys", "0", kind="task", baseline_start="2023-01-01", start="2023-01-01", finished="yes",
              baseline_end="2023-12-31", end="2023-12-31"),
        entry("T1.2", "Moorings", "95", kind="task", baseline_start="2024-01-01", start="2024-01-01", critical="yes",
              baseline_end="2024-11-30", end="2025-03-05", total_float="0", waits_for="T1.1"),
        entry("T1.3", "Gliders", "-3", kind="task", start="2024-01-01", end="2024-06"),
        f("float-t1.2", "Total float", "0", "days", "plan.float@CPM-1959", "plan_float", "T1.2 Moorings", code="T1.2"),
        f("forecast-trend", "Mean movement of forecasts", "95", "days", "plan.trend-mean@CD-1", "plan_trend"),
        f("forecast-trend-ms2", "Movement of a forecast", "95", "days", "plan.trend@CD-1", "plan_trend", "MS2 Service",
          **reported),
        f("person-months-wp1", "Person-months used", "0.5", "ratio", "plan.person-months@CD-1", "plan_effort",
          "WP1 Network", **{"person-months used": "6", "planned person-months": "12"}),
    ]  # fmt: skip


def made_lines(count: int) -> tuple[Line, ...]:
    return tuple(
        Line(NAMES[i % 5], "EL", "in_kind" if i % 3 == 0 else "cash", f"Contribution {i + 1}", Decimal(1000 + i),
             Decimal(5000 + i), None, "EUR", "partners.xlsx", f"Beneficiaries, row {i + 5}")
        for i in range(count)
    )  # fmt: skip


@pytest.fixture
def full() -> ReportData:
    return made_full()


@pytest.fixture(scope="session")
def full_pdf() -> pdf.Drawn:
    """The full project's report, drawn once for all tests that only read it."""
    return pdf.draw(outline.compose(made_full()))


def made_full() -> ReportData:
    """A project with something in every section."""
    travel = Finding(
        id=1, code="2025-001", title="Travel is spent beyond its budget", criteria="Keep within the budget.",
        condition="EUR 250,000.00 of EUR 200,000.00 is spent.", effect="EUR 50,000.00 has no cover.", severity="high",
        questioned_known=Decimal(50000), currency="EUR", figures="F3-absorption-travel F3-gone", status="issued",
    )  # fmt: skip
    return ReportData(
        as_of=AS_OF,
        project=Project(
            id=3, code="101057844", acronym="BLUEGRID", title="Shared observation of shelf seas", currency="EUR",
            funder="European Commission", funding=Decimal(5290000), start="2023-01-01", end="2027-12-31",
        ),
        audit=Audit(id=1, project_id=3, title="BLUEGRID at mid-term", as_of="2025-03-14", team="A. Revisor"),
        figures=made_figures(),
        rules=(Rule("budget.absorption", "CD-1", "Budget absorption", "expended / budget", "ratio", "own"),),
        criteria=AppliedCriteria(
            title="House rules", version="3", source="the grant agreement", dimensions=(("economy", "Costs are low."),),
            standards=(AppliedStandard(title="Overspend", asks="Expenditure keeps within the budget.",
                                       dimension="economy", source="Grant agreement"),),
        ),
        findings=(travel,),
        reported_findings=(Finding(id=7, code="2019-004", text="Late reports", repeat=True, status="issued"),),
        dismissed=(Finding(id=8, title="Few partners", dismissed_because="by design"),),
        drafts_open=1,
        recommendations=(
            Recommendation(id=1, finding_id=1, text="Agree a transfer.", addressee="Coordinator", due="2025-06-30",
                           priority="high"),
        ),
        participants=tuple(Participant(name, "EL", "beneficiary") for name in NAMES),
        milestones=(
            Milestone(id=1, code="MS1", title="Start", baseline="2023-01-31", achieved="2023-01-31", status="achieved"),
            Milestone(id=2, code="MS2", title="Service", baseline="2024-11-30", forecast="2025-03-05"),
        ),
        deliverables=(Deliverable(id=1, code="D1.1", title="Plan", type="DMP", due="2023-06", status="accepted"),),
        lines=made_lines(3),
        addressee="General Assembly",
        author="A. Revisor",
    )  # fmt: skip


@pytest.fixture
def empty() -> ReportData:
    """A project of which nothing is known but its code."""
    return ReportData(as_of=AS_OF, project=Project(id=4, code="X-1"))


@pytest.fixture
def lines_of() -> Callable[[int], tuple[Line, ...]]:
    return made_lines


def _words(text: c.Text) -> str:
    return "".join(f" [{s.code}]" if isinstance(s, c.Cite) else s.text if isinstance(s, c.Strong) else s for s in text)


def _block(block: c.Block) -> list[str]:
    if isinstance(block, c.Paragraph):
        return [_words(block.text)]
    if isinstance(block, c.Subheading):
        return [f"### {block.text}"]
    if isinstance(block, c.Table):
        head = " | ".join(col.title for col in block.columns)
        rows = [" | ".join(_words(cell) for cell in row) for row in block.rows]
        return [f"Table: {block.caption}", head, *(rows or [block.empty]), *([block.note] if block.note else [])]
    if isinstance(block, c.ChartBlock):
        return [f"Chart {block.name}: {block.caption} ({len(block.figures)} figures)"]
    if isinstance(block, c.Tiles):
        return [f"Tile: {t.label} = {t.value} [{t.code}]" for t in block.items]
    if isinstance(block, c.Pairs):
        return [f"{term}: {_words(text)}" for term, text in block.items]
    if isinstance(block, c.FindingCard):
        head = f"Finding {block.code} ({block.severity}, {block.status}): {block.title}"
        return [head, *(f"{term}: {_words(text)}" for term, text in block.elements)]
    if isinstance(block, c.SignOff):
        return [f"Sign: {role}: {name}" for role, name in block.lines]
    if isinstance(block, c.Code):
        return [f"Code: {block.caption}", *block.lines]
    if isinstance(block, c.LinesAnnex):
        return [" | ".join(col.title for col in block.columns), *(" | ".join(row) for row in block.rows)]
    return ["(sources)"]


@pytest.fixture
def readable() -> Callable[[c.ReportContent], str]:
    """A report's content as plain text, for golden files whose difference can be read."""

    def write(content: c.ReportContent) -> str:
        lines = [f"{content.kind}: {content.title}", content.subtitle, *(f"{t}: {v}" for t, v in content.cover)]
        for part in content.parts:
            lines += ["", f"{'#' * part.level} {part.title}", *(line for b in part.blocks for line in _block(b))]
        return "\n".join(lines).replace("\u00a0", "\u00b7") + "\n"

    return write


class Printed:
    """A finished PDF, read back."""

    def __init__(self, content: bytes) -> None:
        from PySide6.QtCore import QBuffer, QByteArray
        from PySide6.QtPdf import QPdfBookmarkModel, QPdfDocument

        import collabdesk.ui  # noqa: F401 (guards None against the library's miscounting before it is used)

        self.document = QPdfDocument(None)
        self._bytes = QByteArray(content)
        self._buffer = QBuffer(self._bytes)
        self._buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self._marks = QPdfBookmarkModel(None)
        self._marks.setDocument(self.document)

    @property
    def pages(self) -> list[str]:
        return [self.document.getAllText(i).text() for i in range(self.document.pageCount())]

    def title(self) -> str:
        from PySide6.QtPdf import QPdfDocument

        return str(self.document.metaData(QPdfDocument.MetaDataField.Title))

    def bookmarks(self) -> list[tuple[str, int]]:
        from PySide6.QtCore import QModelIndex
        from PySide6.QtPdf import QPdfBookmarkModel

        def below(parent):
            for row in range(self._marks.rowCount(parent)):
                index = self._marks.index(row, 0, parent)
                yield (
                    index.data(QPdfBookmarkModel.Role.Title.value),
                    index.data(QPdfBookmarkModel.Role.Page.value) + 1,
                )
                yield from below(index)

        return list(below(QModelIndex()))

    def width(self, page: int) -> float:
        return self.document.pagePointSize(page).width()


@pytest.fixture
def read(qapp) -> Callable[[bytes], Printed]:
    return Printed
