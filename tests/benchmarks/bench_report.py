"""Reports on paper and on screen against a bare reportlab canvas that draws the same lines.

A 300-page report with an annex of 10,000 lines; its growth to 100,000 lines and the memory that takes; and an audit report
of about twelve pages with charts, from an open project to its first page on the screen. Its seconds are also told as
those of the machine that the bound was set on, where a bare canvas draws 10,000 lines in REFERENCE seconds.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import ratios
from PySide6.QtCore import QBuffer, QSize
from PySide6.QtGui import QPixmap
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QLabel
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from collabdesk import paths
from collabdesk.domain.figures import Figure
from collabdesk.reporting import pdf, style_fonts
from collabdesk.reporting.content import ChartBlock, Cite, Column, LinesAnnex, Part, ReportContent, Table, say
from collabdesk.reporting.coverage import texts
from collabdesk.usecases import audits, demo_books, imports, own_outlines, reports
from collabdesk.usecases.demo import AS_OF, SAMPLES
from collabdesk.usecases.workspace import Workspace

REPORT, LINEAR, MEMORY = 1.5, 1.25, 400.0
SCREEN, REFERENCE = 1.0, 0.64
COLUMNS = (
    Column("Partner", 3), Column("Work package", 1), Column("Category", 2), Column("From", 1.2), Column("To", 1.2),
    Column("Amount (EUR)", 1.6, is_number=True),
)  # fmt: skip
PER_PAGE = 34
WORDS = "What a partner pledged should be received, or credited when in kind, by the day on which it falls due. " * 4
SECTIONS = ("summary", "background", "objectives", "criteria", "results", "budget", "contributions", "milestones",
            "deliverables", "indicators")  # fmt: skip
OUTLINE = "Twelve pages"


def lines(count: int) -> list[tuple[str, ...]]:
    return [
        (f"Institut für Küstenforschung {n % 700}", f"WP{n % 9}", "A.1 Employees", "2025-01-01", "2025-06-30", f"{n * 7.31:,.2f}")
        for n in range(count)
    ]  # fmt: skip


def report(rows: list[tuple[str, ...]], chapters: int = 10) -> ReportContent:
    """A report of some chapters with words, a table and a chart each, and an annex of lines."""
    figures = tuple(
        Figure(f"F1-absorption-{n}", "Absorption", Decimal(n) / 10, "ratio", "budget.absorption@X",
               {"budget": "100", "expended": str(n * 10)}, detail=f"Category {n}")
        for n in range(1, 9)
    )  # fmt: skip
    table = tuple(((f"Partner {n}",), ("12,345.60",), (Cite(figures[n % 8].id),)) for n in range(24))
    columns = (Column("Partner", 4), Column("Amount, EUR", 2, is_number=True), Column("Code", 2))
    parts = [
        Part(
            f"chapter{n}",
            f"Chapter {n}",
            (say(WORDS), Table("Amounts", columns, table), ChartBlock("budget", "Budget", figures), say(WORDS)),
            starts_page=True,
        )
        for n in range(chapters)
    ]
    parts.append(Part("lines", "Cost items", (LinesAnnex(COLUMNS, rows),), is_annex=True))
    return ReportContent(
        title="Bench", subject="Bench", as_of=date(2026, 6, 30), parts=tuple(parts), figures=figures, outline="bench"
    )


def bare(rows: list[tuple[str, ...]]) -> bytes:
    """Each text drawn at its place, with the same embedded font and nothing else."""
    style_fonts.register()
    out = io.BytesIO()
    page = landscape(A4)
    canvas = Canvas(out, pagesize=page, invariant=1, pageCompression=1)
    edges = (50, 270, 340, 480, 570, 780)
    for start in range(0, len(rows), PER_PAGE):
        canvas.setFont(style_fonts.REGULAR, 6.9)
        for number, row in enumerate(rows[start : start + PER_PAGE]):
            y = page[1] - 80 - number * 12.4
            for edge, text in zip(edges[:-1], row[:-1], strict=True):
                canvas.drawString(edge, y, text)
            canvas.drawRightString(edges[-1], y, row[-1])
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def books(folder: str) -> Workspace:
    """The sample workbooks with their books and one audit whose findings are decided."""
    workspace = Workspace.open(Path(folder, "bench.db"), person="Bench")
    for sample in SAMPLES:
        staged = imports.look_at([paths.resources("samples", sample.file)], sample.options, workspace=workspace)
        imports.accept(workspace, staged)
    demo_books.keep_books(workspace)
    audit = audits.plan(workspace, "101998877", "Mid-term audit", AS_OF)
    for finding in audits.draft_findings(workspace, audit)[:4]:
        audits.accept_finding(workspace, finding)
    draft = own_outlines.draft_of(workspace, "performance_audit")
    chosen = tuple(replace(section, is_on=section.key in SECTIONS) for section in draft.sections)
    own_outlines.save(workspace, replace(draft, sections=chosen), name=OUTLINE)
    return workspace


def shown(workspace: Workspace, label: QLabel) -> ReportContent:
    """From the open project to the first page on the screen."""
    made = reports.compose(workspace, project_code="101998877", as_of=AS_OF, outline=OUTLINE)
    on_screen(pdf.draw(made).content, label)
    return made


def on_screen(drawn: bytes, label: QLabel) -> int:
    buffer, document = QBuffer(), QPdfDocument()
    buffer.setData(drawn)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    label.setPixmap(QPixmap.fromImage(document.render(0, QSize(794, 1123))))
    label.repaint()
    return document.pageCount()


def bare_page(made: ReportContent, label: QLabel) -> None:
    """All words of the report drawn line by line by a bare canvas, and shown."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, pageCompression=1)
    y = 0.0
    for text in texts(made.parts):
        for start in range(0, len(text), 90):
            if y < 60:
                canvas.showPage()
                canvas.setFont(style_fonts.REGULAR, 9)
                y = 780.0
            canvas.drawString(50, y, text[start : start + 90])
            y -= 14
    canvas.showPage()
    canvas.save()
    on_screen(out.getvalue(), label)


def main() -> int:
    few, many = lines(10_000), lines(100_000)
    base = ratios.fastest(lambda: bare(few))
    whole = report(few)
    print(f"The report has {pdf.draw(whole).pages} pages")
    small = ratios.fastest(lambda: pdf.draw(whole))
    status = ratios.verdict("Report with an annex of 10,000 lines", small, base, REPORT)
    annex = ratios.fastest(lambda: pdf.draw(report(few, 0)))
    with ratios.Memory() as memory:
        large = ratios.fastest(lambda: pdf.draw(report(many, 0)), runs=1)
    status |= ratios.verdict("Annex of 100,000 lines against ten of 10,000", large, 10 * annex, LINEAR)
    status |= ratios.within("Memory with 100,000 lines", memory.peak, MEMORY, "MB")
    application = QApplication.instance() or QApplication([])
    label = QLabel()
    label.resize(794, 1123)
    label.show()
    with tempfile.TemporaryDirectory() as folder, books(folder) as workspace:
        shown(workspace, label)  # once, so that modules and fonts are loaded as in a window that is open
        start = time.perf_counter()
        made = shown(workspace, label)
        seconds = time.perf_counter() - start
        print(f"The audit report has {pdf.draw(made).pages} pages, {sum(isinstance(b, ChartBlock) for p in made.parts for b in p.blocks)} charts")  # fmt: skip
        alone = ratios.fastest(lambda: bare_page(made, label))
    print(f"From project to screen: {seconds:.2f} s, {seconds / alone:.1f} x a bare canvas of the same words on screen")
    status |= ratios.within("The same as seconds of the reference machine", seconds * REFERENCE / base, SCREEN, "s")
    application.quit()
    return status


if __name__ == "__main__":
    sys.exit(main())
