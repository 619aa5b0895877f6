"""A US research network: dollar texts, assistance listing numbers with trailing zeros, Y/N grids of audit findings."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from samples import network_books as books
from samples.book import Book, Sheet, american, dollars

NAME = "us_research_network.xlsx"
TITLE = "Prairie-to-Coast Soil Carbon Network"
AS_OF = date(2026, 6, 30)
ZERO = Decimal(0)

PROJECTS = (  # code, title, institution, city, state, start, end, amount
    ("PCN-2301", "Soil carbon observatory, core facility", "Tallgrass State University", "Fairmead", "KS", "2023-09-01", "2027-08-31", "6420000.00"),
    ("PCN-2302", "Long-term plots and archives", "Bluestem Institute of Ecology", "Northfork", "NE", "2023-09-01", "2027-08-31", "2875000.00"),
    ("PCN-2303", "Community data commons", "Delta Pine College", "Marrow Bend", "MS", "2024-01-01", "2026-12-31", "1990000.00"),
)  # fmt: skip

AWARDED = {"PCN-2301": "2023-07-21", "PCN-2302": "2023-08-04", "PCN-2303": "2023-12-04"}

INSTITUTIONS = (  # project, name, UEI, city, state, role, amount
    ("PCN-2301", "Tallgrass State University", "TGS4U7K2M9Q1", "Fairmead", "KS", "Lead institution", "3312000.00"),
    ("PCN-2301", "Bluestem Institute of Ecology", "BLS2E8R5T3W6", "Northfork", "NE", "Subrecipient", "1044500.00"),
    ("PCN-2301", "Saltmarsh Marine Laboratory", "SML9P1X4C7V2", "Heron Point", "GA", "Subrecipient", "962300.00"),
    ("PCN-2301", "Redwater Tribal College", "RWT5N3B8H6J4", "Redwater", "SD", "Subrecipient", "548200.00"),
    ("PCN-2301", "High Basin University", "HBU7D2F9G1L5", "Altamesa", "NV", "Subrecipient", "553000.00"),
    ("PCN-2302", "Bluestem Institute of Ecology", "BLS2E8R5T3W6", "Northfork", "NE", "Lead institution", "1560000.00"),
    ("PCN-2302", "Great Kettle Arboretum", "GKA3Y6Z8A2S9", "Kettle Falls", "WI", "Subrecipient", "421750.00"),
    ("PCN-2302", "Orchard Valley Extension", "OVE1Q4W7E5R8", "Orchard Valley", "WA", "Subrecipient", "893250.00"),
    ("PCN-2303", "Delta Pine College", "DPC8T2Y6U4I1", "Marrow Bend", "MS", "Lead institution", "1105000.00"),
    ("PCN-2303", "Redwater Tribal College", "RWT5N3B8H6J4", "Redwater", "SD", "Subrecipient", "385000.00"),
    ("PCN-2303", "Lakefront Open Data Trust", "LOD6O9P3A7D2", "Port Ansel", "MI", "Subrecipient", "500000.00"),
)  # fmt: skip

AWARDS = (  # ref, project, ALN, program, agency, amount, start, end, direct, pass-through, passed on, major, findings
    ("PCN-A01", "PCN-2301", "47.050", "Geosciences core award", "National agency for science", "3312000.00", "2023-09-01", "2027-08-31", "Y", "", "1544500.00", "Y", 2),
    ("PCN-A02", "PCN-2301", "10.500", "Cooperative extension soil service", "Department of farming", "1264800.00", "2023-10-01", "2026-09-30", "Y", "", "312000.00", "Y", 1),
    ("PCN-A03", "PCN-2301", "10.310", "Competitive grants for food research", "Department of farming", "845200.00", "2024-02-01", "2027-01-31", "Y", "", "0.00", "N", 0),
    ("PCN-A04", "PCN-2301", "11.430", "Undersea and coastal research", "Department of trade and seas", "99836.00", "2024-07-01", "2026-06-30", "N", "Saltmarsh Marine Laboratory", "0.00", "N", 0),
    ("PCN-A05", "PCN-2301", "66.460", "Nonpoint source grants", "Agency for the environment", "898164.00", "2023-09-01", "2026-08-31", "N", "State water office", "120500.00", "N", 1),
    ("PCN-A06", "PCN-2302", "47.074", "Biological sciences", "National agency for science", "1560000.00", "2023-09-01", "2027-08-31", "Y", "", "640000.00", "Y", 1),
    ("PCN-A07", "PCN-2302", "15.820", "Climate adaptation centers", "Department of lands", "715000.00", "2023-10-01", "2026-09-30", "Y", "", "0.00", "N", 0),
    ("PCN-A08", "PCN-2302", "10.200", "Special research grants", "Department of farming", "600000.00", "2024-01-01", "2026-12-31", "Y", "", "253000.00", "N", 0),
    ("PCN-A09", "PCN-2303", "47.070", "Computer and information science", "National agency for science", "1105000.00", "2024-01-01", "2026-12-31", "Y", "", "500000.00", "Y", 2),
    ("PCN-A10", "PCN-2303", "45.310", "Grants to libraries and archives", "Institute for libraries", "385000.00", "2024-01-01", "2025-12-31", "N", "State library", "0.00", "N", 0),
    ("PCN-A11", "PCN-2303", "84.120", "Minority science improvement", "Department of learning", "310000.00", "2024-03-01", "2026-12-31", "Y", "", "0.00", "N", 1),
    ("PCN-A12", "PCN-2303", "81.049", "Office of science, financial assistance", "Department of energy", "190000.00", "2024-06-01", "2026-05-31", "Y", "", "0.00", "N", 0),
)  # fmt: skip

USED = {  # award -> the part expended until the as-of day
    "PCN-A01": "0.61", "PCN-A02": "0.88", "PCN-A03": "0.47", "PCN-A04": "1.00", "PCN-A05": "0.93", "PCN-A06": "0.66",
    "PCN-A07": "0.79", "PCN-A08": "0.31", "PCN-A09": "0.72", "PCN-A10": "1.00", "PCN-A11": "0.38", "PCN-A12": "0.97",
}  # fmt: skip

CLASSES = {
    "Personnel": "0.34", "Fringe benefits": "0.10", "Travel": "0.03", "Equipment": "0.07", "Supplies": "0.05",
    "Contractual": "0.16", "Other": "0.06", "Indirect charges": "0.19",
}  # fmt: skip

QUARTERS = tuple(date(y, m, d) for y in (2024, 2025, 2026) for m, d in ((3, 31), (6, 30), (9, 30), (12, 31)))[:10]

FINDINGS = (  # award, reference, requirement, flags MO OM MW SD OF, questioned, repeat, prior, text
    ("PCN-A01", "2025-001", "M", "NNNYN", "0.00", "Y", "2024-003", "Risk of subrecipients was not assessed before the first payment in three of eleven cases tested."),
    ("PCN-A01", "2025-002", "B", "NYNYN", "48210.00", "N", "N/A", "Graduate stipends of two students were charged to the award after they had left the network."),
    ("PCN-A02", "2025-003", "L", "NNNNY", "0.00", "N", "N/A", "Two of four financial reports were filed after the due date, by 12 and 31 days."),
    ("PCN-A05", "2025-004", "G", "NYNNN", "0.00", "N", "N/A", "The required match was recorded at the price list and not at cost."),
    ("PCN-A06", "2025-005", "F", "NNYNN", "31875.50", "Y", "2024-005", "Nine instruments, among them one bought in the year, could not be found at the count."),
    ("PCN-A09", "2025-006", "B", "YNYNN", "127400.00", "Y", "2024-006", "Cloud services for other projects were charged to the award; the allocation was never reviewed."),
    ("PCN-A09", "2025-007", "I", "NNNYN", "0.00", "N", "N/A", "A contract above the threshold was placed without a record of competition."),
    ("PCN-A11", "2025-008", "H", "NYNNN", "18260.00", "N", "N/A", "Costs of an event before the start of the award were charged to it."),
    ("PCN-A05", "2024-001", "C", "NNNNY", "0.00", "N", "N/A", "Cash was drawn eight days before it was needed."),
    ("PCN-A01", "2024-003", "M", "NNNYN", "0.00", "N", "N/A", "Subrecipients were not monitored according to the plan."),
    ("PCN-A06", "2024-005", "F", "NNNYN", "12400.00", "N", "N/A", "Instruments were missing from the register."),
    ("PCN-A09", "2024-006", "B", "NYNYN", "64150.00", "N", "N/A", "The base of the allocation of cloud services was not documented."),
)  # fmt: skip

ACTIONS = (
    (
        "2025-001",
        "A checklist is completed before any first payment. Contact: director of sponsored programs. Expected by 09/30/2026.",
    ),
    ("2025-002", "Stipends end automatically with enrolment. Refund made 05/15/2026."),
    ("2025-003", "A calendar of reports with two named deputies is kept since March 2026."),
    ("2025-004", "Match is recorded at cost; the two years before are recalculated by 12/31/2026."),
    ("2025-005", "Every instrument gets a tag; a full count is repeated by 10/31/2026."),
    ("2025-006", "Charges are reversed. A committee approves each allocation from 07/01/2026."),
    (
        "2025-007",
        "Management disagrees in part: one supplier only can read the archive format. The reason will be recorded.",
    ),
    ("2025-008", "Costs are moved to the college's own account."),
)


def expenditures() -> list[tuple[str, str, date, Decimal, Decimal]]:
    """Award, project, quarter's end, obligated, expended: until the award's end or the as-of day."""
    cent = Decimal("0.01")
    lines = []
    for ref, project, _, _, _, amount, start, end, *_rest in AWARDS:
        quarters = [q for q in QUARTERS if date.fromisoformat(start) <= q <= date.fromisoformat(end)]
        weights = [Decimal(number + 2) for number in range(len(quarters))]
        used = Decimal(amount) * Decimal(USED[ref])
        spent = [(used * weight / sum(weights)).quantize(cent) for weight in weights]
        spent[-1] += used.quantize(cent) - sum(spent)
        lines += [
            (ref, project, q, (s * Decimal("1.08")).quantize(cent), s) for q, s in zip(quarters, spent, strict=True)
        ]
    lines.append(("PCN-A01", "PCN-2301", QUARTERS[-1], ZERO, Decimal("-4821.75")))  # a refund
    return lines


def write(folder: Path) -> Path:
    path = folder / NAME
    book = Book(path, f"{TITLE}: audit workbook", "Tallgrass State University")
    instructions(book.sheet("Instructions", [110]))
    projects(book.sheet("Projects", [12, 40, 34, 16, 8, 14, 14, 18]))
    institutions(book.sheet("Institutions", [12, 34, 16, 18, 8, 8, 18, 18]))
    budget(book.sheet("Budget", [12, 30, 18]))
    awards(book.sheet("Federal awards", [12, 12, 10, 38, 30, 18, 12, 12, 10, 28, 18, 10, 10]))
    spent(book.sheet("Expenditures", [12, 12, 14, 18, 18, 18, 20, 10, 14, 12, 18]))
    books.progress(book.sheet("Progress", [14, 14, 14]))
    books.payments(book.sheet("Payments", [14, 14, 18, 14, 18, 18, 18, 10]), drawn())
    findings(book.sheet("Findings", [12, 12, 12, 12, 10, 10, 10, 10, 10, 16, 10, 12, 70]))
    actions(book.sheet("Corrective action plan", [12, 12, 100]))
    book.close()
    return path


def instructions(sheet: Sheet) -> None:
    sheet.title("How to complete this workbook", 2)
    for text in (
        "Enter assistance listing numbers as text, with all digits: 10.500 is not 10.5.",
        "Answer Y or N. Do not leave a flag empty.",
        "Do not change the order of the sheets.",
    ):
        sheet.line(text)


def projects(sheet: Sheet) -> None:
    sheet.title(TITLE, 10, "Projects of the network; amounts in US dollars")
    sheet.heads(
        "Project number", "Project title", "Lead institution", "City", "State", "Start date", "End date", "Award amount",
        "Award date", "Recipient share required",
    )  # fmt: skip
    for code, title, lead, city, state, start, end, amount in PROJECTS:
        sheet.line(code, title, lead, city, state, *days(start, end), dollars(Decimal(amount)), *days(AWARDED[code]),
                   dollars(Decimal(books.MATCH[code])))  # fmt: skip
    total = sum((Decimal(p[-1]) for p in PROJECTS), ZERO)
    sheet.line("Total", *[None] * 6, dollars(total), strong=True)


def institutions(sheet: Sheet) -> None:
    sheet.heads("Project number", "Institution name", "UEI", "City", "State", "Country", "Role", "Amount awarded ($)")
    for *words, role, amount in INSTITUTIONS:
        sheet.line(*words, "US", role, dollars(Decimal(amount)))


def budget_lines() -> list[tuple[str, str, Decimal]]:
    """Project, object class and amount; the last class takes the rounding."""
    lines = []
    for code, *_rest, amount in PROJECTS:
        parts = [(Decimal(amount) * Decimal(share)).quantize(Decimal("1.00")) for share in CLASSES.values()]
        parts[-1] += Decimal(amount) - sum(parts)
        lines += [(code, name, part) for name, part in zip(CLASSES, parts, strict=True)]
    return lines


def budget(sheet: Sheet) -> None:
    sheet.title("Budget by object class", 3, "As awarded, whole project, US dollars")
    sheet.heads("Project number", "Budget category", "Budget amount")
    lines = budget_lines()
    for code, name, amount in lines:
        sheet.line(code, name, dollars(amount))
    sheet.line("Total", None, dollars(sum((line[2] for line in lines), ZERO)), strong=True)


def awards(sheet: Sheet) -> None:
    sheet.title("Schedule of federal awards", 13)
    sheet.heads(
        "Award reference", "Project number", "Assistance listing number", "Federal program name", "Awarding agency", "Award amount",
        "Start date", "End date", "Direct award (Y/N)", "Name of pass-through entity",
        "Amount passed through to subrecipients", "Major program (Y/N)", "Number of audit findings",
    )  # fmt: skip
    for ref, project, listing, program, agency, amount, start, end, direct, through, passed, major, count in AWARDS:
        sheet.line(
            ref, project, listing, program, agency, dollars(Decimal(amount)), *days(start, end), direct, through,
            dollars(Decimal(passed)), major, count,
        )  # fmt: skip
    amount, passed = (sum((Decimal(a[i]) for a in AWARDS), ZERO) for i in (5, 10))
    sheet.line("Total", *[None] * 4, dollars(amount), *[None] * 4, dollars(passed), strong=True)


def spent(sheet: Sheet) -> None:
    sheet.title("Expenditures by quarter", 11, "Refunds in brackets")
    sheet.heads("Award reference", "Project number", "Period to", "Obligations", "Expenditures", "Object class",
                "Paid under subaward", "Items bought", "Price each", "Paid from", "Amount paid")  # fmt: skip
    lines = [line for number, row in enumerate(expenditures()) for line in books.by_class(number, *row)]
    lines += books.shared(QUARTERS)
    for s in lines:
        sheet.line(
            s.award, s.project, american(s.quarter), dollars(s.obligated), dollars(s.expended), s.category, s.subaward,
            s.items or None, dollars(s.each) if s.each is not None else None, s.fund, dollars(s.paid),
        )  # fmt: skip
    obligated, expended = sum((s.obligated for s in lines), ZERO), sum((s.expended for s in lines), ZERO)
    sheet.line("Total", None, None, dollars(obligated), dollars(expended), strong=True)


def drawn() -> dict[str, dict[date, Decimal]]:
    """What each project spent in each quarter, which its sponsor reimburses."""
    found: dict[str, dict[date, Decimal]] = {}
    for _, project, quarter, _, expended in expenditures():
        by_quarter = found.setdefault(project, {})
        by_quarter[quarter] = by_quarter.get(quarter, ZERO) + expended
    return found


def findings(sheet: Sheet) -> None:
    sheet.title("Schedule of findings and questioned costs", 13)
    sheet.two_line_heads([
        ("Award reference", ()), ("Project number", ()), ("Finding reference number", ()), ("Type of compliance requirement", ()),
        ("Type of finding (Y/N)", (
            "Modified opinion", "Other matters", "Material weakness", "Significant deficiency", "Other findings")),
        ("Questioned costs", ()), ("Repeat finding (Y/N)", ()), ("Prior year audit finding reference number", ()), ("Text of finding", ()),
    ])  # fmt: skip
    project = {award[0]: award[1] for award in AWARDS}
    for award, reference, requirement, flags, questioned, repeat, prior, text in FINDINGS:
        sheet.line(
            award, project[award], reference, requirement, *flags, dollars(Decimal(questioned)), repeat, prior, text
        )


def actions(sheet: Sheet) -> None:
    sheet.heads("Project number", "Finding reference number", "Planned corrective action")
    project = {award[0]: award[1] for award in AWARDS}
    award = {finding[1]: finding[0] for finding in FINDINGS}
    for reference, text in ACTIONS:
        sheet.line(project[award[reference]], reference, text)


def days(*texts: str) -> list[str]:
    return [american(date.fromisoformat(text)) for text in texts]
