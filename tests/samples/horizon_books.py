"""What the consortium's project office keeps besides: work packages and tasks, effort, payments, invoices, progress."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from samples.book import Sheet, euro, german, month_end

START = date(2024, 1, 1)
CENT = Decimal("0.01")

WORKS_IN = {  # partner -> its work packages; what it spends on each is split among them in this order
    "NHU": ("WP1", "WP2", "WP6"), "OKI": ("WP2", "WP3"), "SSH": ("WP2", "WP5"), "PRT": ("WP3", "WP4"),
    "VMT": ("WP3",), "RMI": ("WP2", "WP4"), "IKW": ("WP3", "WP4"), "ULAN": ("WP5", "WP6"), "PWB": ("WP6", "WP5"),
    "IPEA": ("WP5", "WP4"), "CCOD": ("WP4",), "CVD": ("WP4",), "HSR": ("WP3", "WP5"), "FFMT": ("WP5",),
}  # fmt: skip

VOTES = {"NHU": 2}
"""Votes in the General Assembly; one where it is not said, none for associated partners."""


@dataclass(frozen=True)
class Task:
    """A task with its first and last month, how late it runs in days, and whether it is over."""

    code: str
    title: str
    lead: str
    first: int
    last: int
    months: int
    after: str = ""
    late: int = 0
    is_over: bool = False


PACKAGES = {  # code -> lead, months, technique
    "WP1": ("NHU", 62, "percent complete"), "WP2": ("OKI", 208, "percent complete"),
    "WP3": ("IKW", 241, "weighted milestones"), "WP4": ("CVD", 189, "50/50"),
    "WP5": ("IPEA", 164, "weighted milestones"), "WP6": ("PWB", 73, "0/100"),
}  # fmt: skip
TASKS = (
    Task("T1.1", "Project office and reporting", "NHU", 1, 48, 44),
    Task("T1.2", "Data management", "NHU", 1, 48, 18),
    Task("T2.1", "Sites and permits", "OKI", 1, 8, 26, "", 96, is_over=True),
    Task("T2.2", "Installation of stations", "OKI", 9, 22, 84, "T2.1; T3.2", 149, is_over=True),
    Task("T2.3", "Operation and campaigns", "SSH", 15, 46, 98, "T2.2", 40),
    Task("T3.1", "Requirements", "IKW", 1, 5, 21, "", 0, is_over=True),
    Task("T3.2", "Prototype buoy", "VMT", 6, 20, 87, "T3.1", 120, is_over=True),
    Task("T3.3", "Series production", "VMT", 21, 24, 60, "T3.2", 183),
    Task("T3.4", "Calibration", "IKW", 18, 30, 73, "T3.2", 90),
    Task("T4.1", "Architecture", "CVD", 1, 9, 34, "", 0, is_over=True),
    Task("T4.2", "Services", "CVD", 10, 36, 101, "T4.1", 30),
    Task("T4.3", "Federated access", "CCOD", 12, 26, 54, "T4.1", 120),
    Task("T5.1", "Specification with communities", "ULAN", 1, 16, 58, "", 20, is_over=True),
    Task("T5.2", "Pilots", "IPEA", 17, 40, 106, "T5.1", 92),
    Task("T6.1", "Policy panel and guidelines", "PWB", 10, 40, 48, "T5.1"),
    Task("T6.2", "Sustainability", "NHU", 41, 48, 25, "T6.1; T5.2"),
)
WEIGHTS = {
    "MS10": "0.10", "MS11": "0.20", "MS12": "0.25", "MS13": "0.25", "MS14": "0.20",
    "MS19": "0.10", "MS20": "0.20", "MS21": "0.40", "MS22": "0.30",
}  # fmt: skip
AFTER = {  # milestone -> what must be reached before
    "MS6": "MS5", "MS7": "MS6", "MS8": "MS7", "MS9": "MS8", "MS11": "MS10", "MS12": "MS11", "MS13": "MS12",
    "MS14": "MS13", "MS16": "MS15", "MS17": "MS16", "MS18": "MS17", "MS20": "MS19", "MS21": "MS20; MS16",
    "MS22": "MS21", "MS24": "MS23", "MS25": "MS24",
}  # fmt: skip
DONE = {  # work package -> the part done at the end of each half-year
    "WP1": ("0.12", "0.25", "0.38", "0.50", "0.62"),
    "WP2": ("0.08", "0.20", "0.33", "0.47", "0.60"),
}
HALVES = (date(2024, 6, 30), date(2024, 12, 31), date(2025, 6, 30), date(2025, 12, 31), date(2026, 6, 30))

PEOPLE = (  # person, partner's name is looked up by its short one, category, package, cost a month, days a month
    ("NHU-01", "NHU", "A.1", "WP1", "8120.40", "16.5"), ("NHU-02", "NHU", "A.1", "WP2", "6410.00", "12"),
    ("OKI-01", "OKI", "A.1", "WP2", "7035.75", "17"), ("IKW-01", "IKW", "A.1", "WP3", "7480.20", "15.5"),
    ("IKW-02", "IKW", "A.1", "WP3", "6895.10", "18.5"), ("VMT-01", "VMT", "A.2", "WP3", "5600.00", "10"),
)  # fmt: skip

PERIODS = (
    ("RP1", date(2024, 1, 1), date(2025, 6, 30), date(2025, 8, 29)),
    ("RP2", date(2025, 7, 1), date(2026, 12, 31), date(2027, 3, 1)),
    ("RP3", date(2027, 1, 1), date(2027, 12, 31), date(2028, 2, 29)),
)

INVOICES = (  # no, partner, package, category, day, amount, currency, items, price each, status, period
    ("24-0117", "OKI", "WP2", "C.2", date(2024, 9, 12), "412500.00", "NOK", 3, "137500.00", "Accepted", "RP1"),
    ("24-0131", "OKI", "WP2", "C.1", date(2024, 10, 3), "18640.50", "NOK", None, None, "Accepted", "RP1"),
    ("25-0042", "OKI", "WP2", "C.3", date(2025, 3, 19), "96300.00", "NOK", None, None, "Rejected", "RP1"),
    ("25-0205", "SSH", "WP2", "C.2", date(2025, 9, 24), "284000.00", "SEK", 2, "142000.00", "Declared", "RP2"),
    ("25-0219", "SSH", "WP5", "C.1", date(2025, 11, 6), "23975.00", "SEK", None, None, "Declared", "RP2"),
    ("26-0008", "PWB", "WP6", "C.3", date(2026, 1, 29), "41200.00", "PLN", None, None, "Checked", "RP2"),
    ("26-0033", "PWB", "WP5", "C.1", date(2026, 4, 16), "9870.40", "PLN", None, None, "Entered", "RP2"),
    ("26-0041", "OKI", "WP3", "C.2", date(2026, 5, 21), "208400.00", "NOK", 1, "208400.00", "Entered", "RP2"),
)  # fmt: skip
REJECTED = {"25-0042": "No record of competing offers"}


def packages(sheet: Sheet, titles: dict[str, str]) -> None:
    """Work packages and, below each, its tasks."""
    sheet.heads(
        "WP no.", "Work package title", "WP leader", "Person-months", "Start date", "End date", "Earned value technique",
        "Part of", "Task predecessors", "Forecast end", "Actual start", "Actual end",
    )  # fmt: skip
    for code, title in titles.items():
        lead, months, technique = PACKAGES[code]
        sheet.line(code, title, lead, months, START, month_end(START, 48), technique, None, None, None, START, None)
        for t in TASKS:
            if t.code[1] == code[2]:
                begin, end = month_end(START, t.first).replace(day=1), month_end(START, t.last)
                now = end + timedelta(days=t.late)
                started = begin if begin < HALVES[-1] else None
                over = now if t.is_over else None
                sheet.line(
                    t.code, t.title, t.lead, t.months, begin, end, None, code, t.after, now if t.late else None, started, over
                )  # fmt: skip


def progress(sheet: Sheet) -> None:
    sheet.heads("Work package", "Status date", "% complete")
    for code, parts in DONE.items():
        for day, part in zip(HALVES, parts, strict=True):
            sheet.line(code, german(day), f"{Decimal(part) * 100:.0f} %")


def periods(sheet: Sheet) -> None:
    sheet.heads("Reporting period", "First day", "Last day", "Report due")
    for row in PERIODS:
        sheet.line(*row)


def effort(sheet: Sheet, names: dict[str, str]) -> None:
    """Days and cost of six people in each month; summer months have fewer days."""
    sheet.heads("Person", "Partner", "Month", "Days", "Working time", "Personnel cost of the person", "Currency",
                "Cost category", "Work package", "Time sheet signed on")  # fmt: skip
    for person, short, category, package, cost, days in PEOPLE:
        for month in range(1, 30):
            end = month_end(START, month)
            fewer = Decimal("2.5") if end.month in (7, 12) and person != "IKW-02" else Decimal(0)
            signed = end + timedelta(days=5 + month % 4) if month < 29 else None
            sheet.line(person, names[short], end.strftime("%Y-%m"), Decimal(days) - fewer, Decimal(1), euro(Decimal(cost)),
                       "EUR", category, package, signed)  # fmt: skip


def invoices(sheet: Sheet, names: dict[str, str]) -> None:
    sheet.heads("Invoice no", "Partner", "Work package", "Cost category", "Invoice date", "Costs incurred", "Currency",
                "Items bought", "Price each", "Cost status", "Declared in", "Reason for rejection")  # fmt: skip
    for no, short, package, category, day, amount, currency, items, each, status, period in INVOICES:
        sheet.line(no, names[short], package, category, day, Decimal(amount), currency, items, Decimal(each) if each else None,
                   status, period, REJECTED.get(no))  # fmt: skip


def payments(sheet: Sheet, granted: dict[str, Decimal], names: dict[str, str]) -> None:
    """Pre-financing with the insurance withheld, its distribution, the first interim payment, and what is expected."""
    sheet.heads("Payment no", "Payment type", "Partner", "Reporting period", "Expected on", "Expected amount", "Received on",
                "Amount received", "Currency")  # fmt: skip
    grant = sum(granted.values(), Decimal(0))
    ahead, withheld = ((grant * share).quantize(CENT) for share in (Decimal("1.6") / 3, Decimal("0.05")))
    interim = Decimal("2960376.45")
    paid = date(2024, 1, 25)
    rows: list[tuple[object, ...]] = [
        ("P1", "Pre-financing", None, None, date(2024, 1, 31), ahead, paid, ahead),
        ("P1-M", "Insurance retention", None, None, date(2024, 1, 31), withheld, paid, withheld),
    ]
    cash = ahead - withheld
    left = cash
    funded = [short for short, amount in granted.items() if amount]
    for number, short in enumerate(funded, 1):
        share = left if short == funded[-1] else (cash * granted[short] / grant).quantize(CENT)
        left -= share
        rows.append(
            (f"P1-{number:02}", "Distribution", names[short], None, date(2024, 2, 15), share, date(2024, 2, 12), share)
        )
    rows += [
        ("P2", "Interim", None, "RP1", date(2025, 11, 27), interim, date(2025, 12, 4), interim),
        ("P3", "Interim", None, "RP2", date(2027, 5, 30), grant * Decimal("0.9") - ahead - interim, None, None),
        ("P4", "Balance", None, "RP3", date(2028, 5, 29), grant - grant * Decimal("0.9"), None, None),
        ("P4-M", "Insurance release", None, "RP3", date(2028, 5, 29), withheld, None, None),
    ]
    for *cells, expected, on, received in rows:
        amount = expected.quantize(CENT) if isinstance(expected, Decimal) else expected
        sheet.line(*cells, amount, on, received, "EUR")  # type: ignore[arg-type]


def amendments(sheet: Sheet) -> None:
    sheet.heads("Amendment no", "Date", "Effective from", "Reason for amendment", "Changed fields")
    sheet.line("AMD-1", date(2025, 3, 14), date(2025, 3, 1), "Partner VMT takes over the moorings from OKI",
               "Annex 2: budget of VMT and OKI; Annex 1: task 3.3")  # fmt: skip
