"""A 10,000-line annex of a report against the same lines on a bare reportlab canvas; and linear up to 50,000."""

from __future__ import annotations

import io
import sys
from datetime import date

import ratios
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from collabdesk.reporting import pdf, style_fonts
from collabdesk.reporting.content import Column, LinesAnnex, Part, ReportContent

BOUND = 2.0
LINEAR = 1.25
COLUMNS = (
    Column("Partner", 3), Column("Work package", 1), Column("Category", 2), Column("From", 1.2), Column("To", 1.2),
    Column("Amount (EUR)", 1.6, is_number=True),
)  # fmt: skip
PER_PAGE = 34


def lines(count: int) -> list[tuple[str, ...]]:
    return [
        (f"Institut für Küstenforschung {n % 700}", f"WP{n % 9}", "A.1 Employees", "2025-01-01", "2025-06-30", f"{n * 7.31:,.2f}")
        for n in range(count)
    ]  # fmt: skip


def ours(rows: list[tuple[str, ...]]) -> bytes:
    part = Part("lines", "Cost items", (LinesAnnex(COLUMNS, rows),), is_annex=True)
    content = ReportContent(
        title="Bench", subject="Bench", as_of=date(2026, 6, 30), parts=(part,), figures=(), outline="bench"
    )
    return pdf.draw(content).content


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


def main() -> int:
    few, many = lines(10_000), lines(50_000)
    small = ratios.fastest(lambda: ours(few))
    status = ratios.verdict("Annex of 10,000 lines", small, ratios.fastest(lambda: bare(few)), BOUND)
    large = ratios.fastest(lambda: ours(many), runs=1)
    return status | ratios.verdict("Annex of 50,000 lines against five of 10,000", large, 5 * small, LINEAR)


if __name__ == "__main__":
    sys.exit(main())
