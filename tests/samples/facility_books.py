"""What the facility's central team keeps besides: credit events, the scale of contributions, contracts, its own costs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from samples.book import Sheet

if TYPE_CHECKING:
    from samples.facility import Arrangement

UNIT = "MUA"
_LAST_STEP = {"M03": "M08", "M07": "M12", "M12": "M20", "M13": "M20", "M14": "M20", "M11": "M17", "M17": "M19"}


INCOME = {  # member -> net national income, thousand million euro, mean of three years
    "France": "2480.5", "Germany": "3710.2", "Italy": "1865.0", "Japan": "4120.8", "United Kingdom": "2790.4",
    "Spain": "1298.6", "Korea": "1542.3", "Switzerland": "742.9", "Sweden": "548.1", "Canada": "1876.7",
    "Czechia": "248.5",
}  # fmt: skip

CONTRACTS = (  # no, what, supplier, country, value, weight, signed on
    ("CT-101", "Civil engineering of the klystron gallery", "Bâtisseurs du Rhône SA", "FR", "14250000.00", "0.5", "2022-03-18"),
    ("CT-102", "Cryogenic valves", "Kältewerk Isar GmbH", "DE", "6840000.00", "1", "2022-11-02"),
    ("CT-103", "High-power couplers", "Radiofrequenza Adriatica SpA", "IT", "5120000.00", "1.5", "2023-02-14"),
    ("CT-104", "Target vessel machining", "Nishikawa Seimitsu KK", "JP", "4975000.00", "1.5", "2023-06-30"),
    ("CT-105", "Control-room software", "Pennine Systems Ltd", "UK", "2310000.00", "1", "2023-09-12"),
    ("CT-106", "Power converters", "Convertidores del Ebro SA", "ES", "3390000.00", "1", "2024-01-25"),
    ("CT-107", "Beam-loss monitors", "Hanbit Instruments Co", "KR", "1740000.00", "1.5", "2024-04-09"),
    ("CT-108", "Survey and alignment", "Alpgeo AG", "CH", "1185000.00", "0.5", "2024-05-28"),
    ("CT-109", "Shielding doors", "Moravské strojírny a.s.", "CZ", "960000.00", "0.5", "2024-10-17"),
    ("CT-110", "Data centre", "Rhône Numérique SAS", "FR", "4420000.00", "1", "2025-03-06"),
    ("CT-111", "Vacuum pumps", "Pumpenbau Lahn GmbH", "DE", "2260000.00", "1", "2025-09-22"),
)  # fmt: skip

PACKAGES = (  # code, title, lead, first and last year, technique, cost of each year, part done at each year's end
    ("WP1", "Central team", "Domestic Agency France", 2021, 2028, "percent complete", "3150000", (".11", ".23", ".35", ".47", ".60")),
    ("WP2", "Conventional facilities", "Domestic Agency France", 2021, 2025, "percent complete", "5820000", (".14", ".36", ".61", ".83", ".97")),
    ("WP3", "Integration of the accelerator", "Domestic Agency Germany", 2022, 2026, "percent complete", "4260000", ("0", ".15", ".34", ".52", ".71")),
    ("WP4", "Target station and instruments", "Domestic Agency Japan", 2023, 2028, "50/50", "2940000", ()),
    ("WP5", "Commissioning", "Domestic Agency Sweden", 2026, 2028, "0/100", "1880000", ()),
)  # fmt: skip
SPENT = {  # year -> what was spent for each euro planned in it; in 2026 until the middle of the year
    2021: "0.83", 2022: "0.94", 2023: "1.02", 2024: "1.11", 2025: "1.17", 2026: "0.55",
}  # fmt: skip


def credit_events(sheet: Sheet, arrangements: Iterable[Arrangement], agencies: dict[str, str]) -> None:
    """What was credited of each arrangement, and what is still to be: the rest at a later milestone."""
    sheet.title("Credit events of the procurement arrangements", 9, f"Values in {UNIT}, never indexed")
    sheet.heads("Credit event no", "Partner", "Credit event", "Milestone for credit", "Due date", "Credit value",
                "Unit of account", "Credited on", "Acceptance document")  # fmt: skip
    for a in arrangements:
        done, whole = Decimal(a.credited), Decimal(a.agreed)
        document = f"Acceptance certificate {a.ref[3:]}/{a.on.year}" if a.on else None
        if done:
            sheet.line(f"{a.ref}/1", agencies[a.member], a.what, a.milestone, a.due, done, UNIT, a.on, document)
        if whole > done:
            step = _LAST_STEP.get(a.milestone, "M20") if done else a.milestone
            due = a.due.replace(year=a.due.year + 1) if done else a.due
            sheet.line(f"{a.ref}/2", agencies[a.member], a.what, step, due, whole - done, UNIT, None, None)


def members(sheet: Sheet, agencies: dict[str, tuple[str, str]], countries: dict[str, str]) -> None:
    """The members of the convention with their votes in the Council: one for each begun five per cent."""
    sheet.title("Members of the convention", 4)
    sheet.heads("Partner", "Country", "Role", "Votes")
    for member, (agency, share) in agencies.items():
        sheet.line(agency, countries[member], "Member", int(Decimal(share) // 5) + 1)


def scale(sheet: Sheet, members: dict[str, tuple[str, str]], countries: dict[str, str], years: Iterable[int]) -> None:
    sheet.title("Scale of contributions", 6, "Shares as decided by the Council; net national income for information")
    sheet.heads("Scale year", "Member", "Country", "Share of the scale", "Net national income", "Source of the scale")
    for year in years:
        for member, (agency, share) in members.items():
            income = Decimal(INCOME[member]) * (100 + year - 2023) / 100
            sheet.line(year, agency, countries[member], f"{share} %", income, f"Council decision {year - 2003}/1")


def assessments(sheet: Sheet, calls: dict[int, Decimal]) -> None:
    sheet.heads("Assessment year", "Total assessed", "Currency", "Due date")
    for year, whole in calls.items():
        sheet.line(year, whole, "EUR", date(year, 3, 31))


def contracts(sheet: Sheet) -> None:
    sheet.title("Contracts placed by the central team", 7, "EUR; weighted by technological interest")
    sheet.heads("Contract placed no", "Contract title", "Supplier", "Country of supplier", "Contract value (EUR)",
                "Weighting factor", "Signature date")  # fmt: skip
    for no, what, supplier, country, value, weight, signed in CONTRACTS:
        sheet.line(no, what, supplier, country, Decimal(value), Decimal(weight), date.fromisoformat(signed))


def rates(sheet: Sheet) -> None:
    sheet.heads(
        "Base currency",
        "Quote currency",
        "Kind of rate",
        "Rate date",
        "Exchange rate",
        "Rate table",
        "Source of the rate",
    )
    sheet.line(UNIT, "EUR", "agreed", date(2021, 1, 1), 1000000, "Convention", "Convention, Annex B: one million euro")


def packages(sheet: Sheet) -> None:
    sheet.heads(
        "WP no.", "Work package title", "WP leader", "Start date", "End date", "Earned value technique", "Actual start"
    )
    for code, title, lead, first, last, technique, *_ in PACKAGES:
        begun = date(first, 1, 1)
        sheet.line(
            code, title, lead, begun, date(last, 12, 31), technique, begun if first < 2026 else date(2026, 2, 16)
        )


def budget(sheet: Sheet) -> None:
    sheet.title("Budget of the common costs", 4, "EUR, approved with the construction budget")
    sheet.heads("Work package", "Cost category", "Year", "Budget amount (EUR)")
    for code, _, _, first, last, _, cost, _ in PACKAGES:
        for year in range(first, last + 1):
            for category, share in (("Personnel", "0.55"), ("Contracts", "0.45")):
                sheet.line(code, category, year, Decimal(cost) * Decimal(share))


def costs(sheet: Sheet) -> None:
    sheet.title("Common costs", 5, "EUR, as booked until 30 June 2026")
    sheet.heads("Work package", "Cost category", "Date of expenditure", "Costs incurred (EUR)", "Cost status")
    for code, _, _, first, last, _, cost, _ in PACKAGES:
        for year in range(first, min(last, 2026) + 1):
            for category, share in (("Personnel", "0.55"), ("Contracts", "0.45")):
                amount = (Decimal(cost) * Decimal(share) * Decimal(SPENT[year])).quantize(Decimal("0.01"))
                on = date(2026, 6, 30) if year == 2026 else date(year, 12, 31)
                sheet.line(code, category, on, amount, "Accepted" if year < 2025 else "Checked")


def progress(sheet: Sheet) -> None:
    sheet.heads("Work package", "Status date", "% complete")
    for code, *_, parts in PACKAGES:
        for year, part in enumerate(parts, 2021):
            sheet.line(code, date(year, 12, 31), f"{Decimal(part) * 100:.0f} %")
