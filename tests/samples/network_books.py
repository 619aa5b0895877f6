"""What the network's lead institution keeps besides: object classes of its expenditures, and payments of the sponsor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from samples.book import Sheet, american, dollars

CENT = Decimal("0.01")
PARTS = {  # object class -> its part of what an award spends in a quarter; the first takes the rounding
    "Personnel": "0.40", "Fringe benefits": "0.12", "Travel": "0.03", "Supplies": "0.06", "Equipment": "0.07",
    "Contractual": "0.14", "Indirect charges": "0.18",
}  # fmt: skip
SUBAWARDS = {  # project -> its subawards in turn
    "PCN-2301": ("SA-11 Bluestem", "SA-12 Saltmarsh", "SA-13 Redwater"),
    "PCN-2302": ("SA-21 Great Kettle",),
    "PCN-2303": ("SA-31 Tallgrass",),
}
ITEMS = {0: 1, 1: 3, 2: 2, 3: 8}  # instruments bought in a quarter, in turn: some are equipment, some only supplies
MATCH = {"PCN-2301": "642000.00", "PCN-2302": "0.00", "PCN-2303": "199000.00"}
"""The recipient's share that each award requires."""


@dataclass(frozen=True)
class Spent:
    """One line of expenditure: of an object class, under a subaward, of so many items, paid by whom."""

    award: str
    project: str
    quarter: date
    obligated: Decimal
    expended: Decimal
    category: str
    subaward: str = ""
    items: int = 0
    fund: str = "Federal"

    @property
    def paid(self) -> Decimal:
        """What was paid by the as-of day: of the last quarter nine tenths."""
        return (self.expended * Decimal("0.9")).quantize(CENT) if self.quarter >= date(2026, 6, 30) else self.expended

    @property
    def each(self) -> Decimal | None:
        return (self.expended / self.items).quantize(CENT) if self.items else None


def by_class(
    number: int, award: str, project: str, quarter: date, obligated: Decimal, expended: Decimal
) -> list[Spent]:
    """One award's quarter, split into object classes; a refund stays whole."""
    if expended < 0:
        return [Spent(award, project, quarter, obligated, expended, "Supplies")]
    lines, left, owed = [], expended, obligated
    subawards = SUBAWARDS[project]
    for category, part in reversed(PARTS.items()):
        whole = category == "Personnel"
        spent = left if whole else (expended * Decimal(part)).quantize(CENT)
        due = owed if whole else (obligated * Decimal(part)).quantize(CENT)
        left, owed = left - spent, owed - due
        subaward = subawards[number % len(subawards)] if category == "Contractual" else ""
        items = ITEMS[number % 4] if category == "Equipment" else 0
        lines.append(Spent(award, project, quarter, due, spent, category, subaward, items))
    return lines[::-1]


def shared(quarters: tuple[date, ...]) -> list[Spent]:
    """What recipients brought themselves: a twelfth of the required share in each quarter."""
    return [
        Spent("", project, quarter, Decimal(0), (Decimal(whole) / 12).quantize(CENT), "Personnel", fund="Recipient")
        for project, whole in MATCH.items()
        if Decimal(whole)
        for quarter in quarters[1:]
    ]


DONE = {"PCN-2301": "58 %", "PCN-2302": "64 %", "PCN-2303": "71 %"}


def progress(sheet: Sheet) -> None:
    sheet.title("How much of each project is done", 3, "As reported to the sponsor")
    sheet.heads("Project number", "Status date", "% complete")
    for project, part in DONE.items():
        sheet.line(project, american(date(2026, 6, 30)), part)


def payments(sheet: Sheet, received: dict[str, dict[date, Decimal]]) -> None:
    """Each quarter's draw-down: requested at its end, paid two weeks later; the last is still to come."""
    sheet.title(
        "Payments requested and received", 7, "Reimbursement by quarter; programme income is added to the award"
    )
    sheet.heads("Payment no", "Project number", "Payment type", "Expected on", "Expected amount", "Payment received on",
                "Payment received", "Currency")  # fmt: skip
    for project, by_quarter in received.items():
        for number, (quarter, amount) in enumerate(sorted(by_quarter.items()), 1):
            on = quarter + timedelta(days=16 + number % 5)
            is_open = quarter >= date(2026, 6, 30)
            sheet.line(f"{project}-{number:02}", project, "Interim", american(quarter + timedelta(days=15)), dollars(amount),
                       None if is_open else american(on), None if is_open else dollars(amount), "USD")  # fmt: skip
    for no, project, kind, on, amount in (
        ("PI-1", "PCN-2303", "Programme income", date(2025, 10, 31), "18400.00"),
        ("PI-2", "PCN-2303", "Income added", date(2026, 2, 27), "12650.00"),
    ):
        money = dollars(Decimal(amount))
        sheet.line(no, project, kind, american(on), money, american(on), money, "USD")
