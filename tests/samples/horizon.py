"""A Horizon Europe consortium: title rows, merged headers, European decimals as text, section and total rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from samples import horizon_agreement as agreement
from samples import horizon_books as books
from samples.book import Book, Sheet, euro, german, month_end

NAME = "horizon_europe_consortium.xlsx"
CODE, ACRONYM = "101998877", "NORDKYST"
TITLE = "Shared observation of changing northern coasts"
START, END, AS_OF = date(2024, 1, 1), date(2027, 12, 31), date(2026, 6, 30)
PERIODS = (("RP1", Decimal("0.40")), ("RP2", Decimal("0.37")), ("RP3", Decimal("0.23")))
CATEGORIES = {
    "A.1": "Employees",
    "A.2": "Natural persons under direct contract",
    "B": "Subcontracting",
    "C.1": "Travel and subsistence",
    "C.2": "Equipment",
    "C.3": "Other goods, works and services",
    "D.1": "Financial support to third parties",
    "E": "Indirect costs",
}
CENT = Decimal("0.01")


@dataclass(frozen=True)
class Party:
    """One participant; `direct` is its budget by category, `spent` its part of the plan used until the as-of day."""

    number: int
    role: str
    name: str
    short: str
    pic: str
    country: str
    kind: str
    rate: str
    direct: tuple[int, ...]  # A.1 A.2 B C.1 C.2 C.3 D.1
    spent: str

    @property
    def budget(self) -> dict[str, Decimal]:
        costs = dict(zip(CATEGORIES, map(Decimal, self.direct), strict=False))
        base = sum(costs.values()) - costs["B"] - costs["D.1"]
        return {**costs, "E": (base / 4).quantize(CENT)}

    @property
    def total(self) -> Decimal:
        return sum(self.budget.values(), Decimal(0))

    @property
    def granted(self) -> Decimal:
        return (self.total * Decimal(self.rate)).quantize(CENT)


PARTIES = (
    Party(1, "Coordinator", "Nordhavn Universitet", "NHU", "998100017", "NO", "HES", "1",
          (1186400, 42000, 60000, 74200, 118000, 96400, 240000), "0.58"),
    Party(2, "Beneficiary", "Østervik Kystinstitutt", "OKI", "998100124", "NO", "REC", "1",
          (742300, 0, 25000, 38600, 84000, 41500, 0), "0.61"),
    Party(3, "Beneficiary", "Södra Skärgårdens Högskola", "SSH", "998100231", "SE", "HES", "1",
          (688150, 18000, 0, 31400, 22500, 36800, 0), "0.55"),
    Party(4, "Beneficiary", "Pohjoisrannan tutkimuskeskus", "PRT", "998100338", "FI", "REC", "1",
          (604800, 0, 12000, 29750, 96200, 33100, 0), "0.52"),
    Party(5, "Beneficiary", "Vesterø Måleteknik ApS", "VMT", "998100445", "DK", "PRC", "0.7",
          (431900, 36000, 0, 18900, 141500, 58300, 0), "0.71"),
    Party(6, "Beneficiary", "Rannikumere Instituut", "RMI", "998100552", "EE", "REC", "1",
          (318600, 0, 0, 22400, 35800, 19900, 0), "0.28"),
    Party(7, "Beneficiary", "Institut für Küstenfernerkundung Weserland", "IKW", "998100659", "DE", "REC", "1",
          (829500, 0, 48000, 41300, 67400, 52750, 0), "0.60"),
    Party(8, "Beneficiary", "Université du Littoral Atlantique Nord", "ULAN", "998100766", "FR", "HES", "1",
          (654200, 24500, 0, 36900, 28300, 31450, 0), "0.57"),
    Party(9, "Beneficiary", "Politechnika Wybrzeża Bałtyckiego", "PWB", "998100873", "PL", "HES", "1",
          (402750, 61000, 0, 27300, 44100, 24600, 0), "0.49"),
    Party(10, "Beneficiary", "Ινστιτούτο Παράκτιας Έρευνας Αιγαίου", "IPEA", "998100980", "EL", "REC", "1",
          (356400, 15200, 0, 25800, 19600, 22350, 0), "0.34"),
    Party(11, "Beneficiary", "Черноморски център за океански данни", "CCOD", "998101087", "BG", "PUB", "1",
          (241800, 9600, 18000, 21150, 31200, 17800, 0), "0.44"),
    Party(12, "Beneficiary", "Costa Verde Datos, S.L.", "CVD", "998101194", "ES", "PRC", "0.7",
          (297600, 0, 0, 14700, 52300, 38900, 0), "0.63"),
    Party(13, "Associated partner", "Hochschule Seeufer Romandie", "HSR", "998101301", "CH", "HES", "0",
          (264000, 0, 0, 16200, 12400, 9800, 0), "0.50"),
    Party(14, "Associated partner", "Firth and Fell Marine Trust", "FFMT", "998101408", "UK", "OTH", "0",
          (188500, 0, 0, 13900, 8600, 11200, 0), "0.41"),
)  # fmt: skip

OWN = (  # partner, form, what, pledged, received, due, received on
    ("VMT", "Cash", "Own share of buoy prototypes", "184500.00", "184500.00", date(2025, 6, 30), date(2025, 6, 12)),
    (
        "VMT",
        "In kind",
        "Calibration laboratory, 120 days",
        "96000.00",
        "72000.00",
        date(2026, 3, 31),
        date(2026, 4, 20),
    ),
    ("CVD", "Cash", "Own share of data platform", "112350.00", "40000.00", date(2026, 3, 31), date(2026, 1, 15)),
    ("CVD", "In kind", "Cloud storage, three years", "54000.00", "54000.00", date(2026, 6, 30), date(2026, 5, 29)),
    ("HSR", "In kind", "Lake test site with staff", "378000.00", "189000.00", date(2026, 6, 30), date(2026, 6, 2)),
    (
        "FFMT",
        "In kind",
        "Survey vessel, 40 days at sea",
        "220000.00",
        "66000.00",
        date(2025, 12, 31),
        date(2025, 11, 4),
    ),
    ("FFMT", "Cash", "Volunteer training", "57750.00", "0.00", date(2026, 3, 31), None),
    (
        "NHU",
        "In kind",
        "Ship time, RV Nordhavn, 60 days",
        "510000.00",
        "510000.00",
        date(2025, 12, 31),
        date(2025, 12, 18),
    ),
    (
        "OKI",
        "In kind",
        "Archive of coastal photographs",
        "45000.00",
        "45000.00",
        date(2024, 12, 31),
        date(2024, 12, 10),
    ),
)

PACKAGES = {
    "WP1": "Coordination and management", "WP2": "Observation network", "WP3": "Sensors and calibration",
    "WP4": "Data space and services", "WP5": "Pilots with coastal communities", "WP6": "Uptake and policy",
}  # fmt: skip

MILESTONES = (  # no, title, wp, lead, month, means of verification, slip of forecast, slip when achieved, reason
    ("MS1", "Consortium bodies in place", "WP1", "NHU", 3, "Minutes of the first General Assembly", 0, -6, ""),
    ("MS2", "Data management plan agreed", "WP1", "NHU", 6, "Plan published in the project's repository", 0, 0, ""),
    (
        "MS3",
        "First periodic report accepted",
        "WP1",
        "NHU",
        21,
        "Letter from the funder",
        45,
        41,
        "Two partners' statements came late",
    ),
    ("MS4", "Mid-term review passed", "WP1", "NHU", 28, "Review report", 61, None, "Review moved by the funder"),
    (
        "MS5",
        "Sites selected and permits granted",
        "WP2",
        "OKI",
        8,
        "Permits on file for all twelve sites",
        92,
        96,
        "Permit of one site contested",
    ),
    ("MS6", "First six stations reporting", "WP2", "OKI", 14, "30 days of unbroken data", 60, 58, "Followed MS5"),
    (
        "MS7",
        "All twelve stations reporting",
        "WP2",
        "OKI",
        22,
        "30 days of unbroken data",
        150,
        149,
        "Delivery of buoys",
    ),
    ("MS8", "Winter campaign 2025/26 complete", "WP2", "SSH", 27, "Campaign log signed by site leaders", 0, -3, ""),
    ("MS9", "Network handed over to operators", "WP2", "OKI", 46, "Signed hand-over protocols", 0, None, ""),
    ("MS10", "Requirements of sensors frozen", "WP3", "IKW", 5, "Document approved by the technical board", 0, 0, ""),
    (
        "MS11",
        "Prototype buoy passes tank test",
        "WP3",
        "VMT",
        12,
        "Test report",
        31,
        28,
        "Tank not available in December",
    ),
    (
        "MS12",
        "Prototype passes sea trial",
        "WP3",
        "VMT",
        20,
        "Trial report with raw data",
        122,
        120,
        "Storm damage to the mooring",
    ),
    (
        "MS13",
        "Series of 24 buoys delivered",
        "WP3",
        "VMT",
        24,
        "Delivery notes",
        183,
        None,
        "Supplier of hulls insolvent",
    ),
    (
        "MS14",
        "Calibration traceable to national standard",
        "WP3",
        "IKW",
        26,
        "Calibration certificates",
        90,
        None,
        "Waits for MS13",
    ),
    ("MS15", "Data space: architecture agreed", "WP4", "CVD", 9, "Architecture document", 0, 0, ""),
    (
        "MS16",
        "Data space: first release",
        "WP4",
        "CVD",
        18,
        "Public release with ten data sets",
        30,
        26,
        "Access rules had to be agreed anew",
    ),
    (
        "MS17",
        "Data space: federated access works",
        "WP4",
        "CCOD",
        26,
        "Test of five nodes",
        120,
        None,
        "Two nodes without staff",
    ),
    ("MS18", "Data space: second release", "WP4", "CVD", 36, "Public release with forty data sets", 30, None, ""),
    ("MS19", "Pilot communities on board", "WP5", "ULAN", 10, "Letters of commitment of five communities", 0, -10, ""),
    (
        "MS20",
        "Pilot services specified",
        "WP5",
        "ULAN",
        16,
        "Service descriptions",
        20,
        20,
        "Second round of workshops",
    ),
    (
        "MS21",
        "Pilots running in three communities",
        "WP5",
        "IPEA",
        29,
        "Usage log of 60 days",
        92,
        None,
        "Staff changed at the lead partner",
    ),
    ("MS22", "Pilots running in five communities", "WP5", "IPEA", 38, "Usage log of 60 days", 60, None, ""),
    ("MS23", "Policy panel constituted", "WP6", "PWB", 15, "List of members", 0, 0, ""),
    (
        "MS24",
        "Draft guidelines for coastal observation",
        "WP6",
        "PWB",
        33,
        "Draft circulated to the panel",
        0,
        None,
        "",
    ),
    ("MS25", "Sustainability plan adopted", "WP6", "NHU", 45, "Decision of the General Assembly", 0, None, ""),
)

DELIVERABLES = (  # no, title, wp, lead, type, level, month, days late or None when open
    ("D1.1", "Project handbook", "WP1", "NHU", "R", "SEN", 3, -2),
    ("D1.2", "Data management plan", "WP1", "NHU", "DMP", "PU", 6, 0),
    ("D1.3", "Data management plan, update", "WP1", "NHU", "DMP", "PU", 24, 17),
    ("D2.1", "Site dossiers", "WP2", "OKI", "R", "SEN", 9, 88),
    ("D2.2", "Data of the first year", "WP2", "SSH", "DATA", "PU", 18, 12),
    ("D2.3", "Data of the second year", "WP2", "SSH", "DATA", "PU", 30, None),
    ("D3.1", "Sensor requirements", "WP3", "IKW", "R", "PU", 5, 0),
    ("D3.2", "Prototype buoy", "WP3", "VMT", "DEM", "SEN", 20, 115),
    ("D3.3", "Calibration handbook", "WP3", "IKW", "R", "PU", 26, None),
    ("D4.1", "Architecture of the data space", "WP4", "CVD", "R", "PU", 9, 0),
    ("D4.2", "Data space, first release", "WP4", "CVD", "OTHER", "PU", 18, 26),
    ("D4.3", "Report on federated access", "WP4", "CCOD", "R", "PU", 27, None),
    ("D5.1", "Ethics protocol for community pilots", "WP5", "ULAN", "ETHICS", "SEN", 8, -4),
    ("D5.2", "Service descriptions", "WP5", "ULAN", "R", "PU", 17, 21),
    ("D5.3", "Interim report on the pilots", "WP5", "IPEA", "R", "PU", 30, None),
    ("D6.1", "Dissemination and exploitation plan", "WP6", "PWB", "DEC", "PU", 6, 5),
    ("D6.2", "Policy brief: who owns the shore's data?", "WP6", "PWB", "DEC", "PU", 22, 0),
    ("D6.3", "Guidelines for coastal observation", "WP6", "PWB", "R", "PU", 40, None),
)

INDICATORS = (  # title, type, unit, target, actual
    ("Stations reporting", "Output", "stations", 12, 12),
    ("Data sets published under an open licence", "Output", "data sets", 40, 17),
    ("Peer-reviewed publications, open access", "Scientific", "articles", 30, 14),
    ("Early-career researchers trained", "Scientific", "persons", 45, 41),
    ("Communities using a pilot service", "Societal", "communities", 5, 2),
    ("Women among task leaders", "Societal", "%", 45, 48),
    ("Follow-up agreements signed", "Economic", "agreements", 6, 1),
    ("Patents or protected designs filed", "Economic", "filings", 2, 2),
    ("Visitors of the data space in a month", "Uptake", "persons", 2500, 1130),
)

RISKS = (
    ("R1", "Supplier of buoy hulls fails", "Technical", "High", "High", "Second supplier under contract by September"),
    ("R2", "Site permits withdrawn", "Legal", "Low", "High", "Reserve sites held in two countries"),
    ("R3", "Key staff leave a node", "Organisation", "Medium", "Medium", "Deputies named for each node"),
    ("R4", "Exchange rates move against partners", "Financial", "Medium", "Low", "Accepted"),
    ("R5", "Data may not cross a border", "Legal", "Medium", "High", "Processing moves to the data"),
)  # fmt: skip


@dataclass(frozen=True)
class Spent:
    """One line of the use of resources."""

    party: Party
    start: date
    end: date
    category: str
    amount: Decimal
    package: str


def spending() -> list[Spent]:
    """What each partner spent in each half-year until the as-of day, in three groups of categories."""
    halves = [(date(y, m, 1), date(y, m + 5, 30 if m == 1 else 31)) for y in (2024, 2025, 2026) for m in (1, 7)][:5]
    weights = (Decimal("0.12"), Decimal("0.19"), Decimal("0.22"), Decimal("0.23"), Decimal("0.24"))
    lines = []
    for party in PARTIES:
        packages = books.WORKS_IN[party.short]
        for place, category in enumerate(("A.1", "C.1", "C.2", "C.3", "E")):
            used = party.budget[category] * Decimal(party.spent)
            for half, ((start, end), weight) in enumerate(zip(halves, weights, strict=True)):
                amount = (used * weight + Decimal(party.number) * 7 / 3).quantize(CENT)
                lines.append(Spent(party, start, end, category, amount, packages[(place + half) % len(packages)]))
    # A correction that a partner really books: money given back in the last half-year.
    lines.append(Spent(PARTIES[6], halves[4][0], halves[4][1], "C.3", Decimal("-1840.55"), "WP3"))
    return lines


def plan() -> list[tuple[Party, str, str, list[Decimal]]]:
    """The budget line by line: partner, work package, category, and its amount in each reporting period.

    The last work package of a partner takes the rounding of the split, the last period that of its line.
    """
    lines = []
    for party in PARTIES:
        packages = books.WORKS_IN[party.short]
        for category, whole in party.budget.items():
            left = whole
            for number, package in enumerate(packages, 1):
                amount = left if number == len(packages) else (whole / len(packages)).quantize(CENT)
                left -= amount
                if amount:
                    first, second = ((amount * share).quantize(CENT) for _, share in PERIODS[:2])
                    lines.append((party, package, category, [first, second, amount - first - second]))
    return lines


def write(folder: Path) -> Path:
    path = folder / NAME
    book = Book(path, f"{ACRONYM} monitoring workbook", "Nordhavn Universitet")
    read_me(book.sheet("Read me", [110]))
    grant(book.sheet("Grant", [34, 70]))
    participants(book.sheet("Participants", [6, 20, 46, 10, 12, 9, 8, 18, 20, 18]))
    own_contributions(book.sheet("Own contributions", [44, 12, 40, 18, 18, 14, 14, 12]))
    names = {party.short: party.name for party in PARTIES}
    books.packages(book.sheet("Work packages", [8, 36, 10, 14, 14, 14, 22, 10, 18, 14, 14, 14]), PACKAGES)
    budget(book.sheet("Budget", [44, 8, 10, 18, 18, 18, 18]))
    resources(book.sheet("Use of resources", [14, 44, 8, 14, 14, 12, 18]))
    books.invoices(book.sheet("Invoices", [12, 40, 12, 12, 14, 16, 10, 12, 14, 12, 12, 30]), names)
    books.effort(book.sheet("Effort", [10, 40, 10, 8, 12, 20, 10, 12, 12, 16]), names)
    books.periods(book.sheet("Reporting periods", [16, 14, 14, 14]))
    granted = {party.short: party.granted for party in PARTIES}
    books.payments(book.sheet("Payments", [12, 20, 40, 14, 14, 18, 14, 18, 10]), granted, names)
    books.progress(book.sheet("Progress", [14, 14, 14]))
    books.amendments(book.sheet("Amendments", [14, 14, 14, 44, 50]))
    milestones(book.sheet("Milestones", [8, 44, 8, 10, 42, 14, 14, 14, 14, 40, 10, 14]))
    deliverables(book.sheet("Deliverables", [8, 44, 8, 10, 8, 14, 14, 14, 16]))
    indicators(book.sheet("KPIs", [44, 14, 14, 12, 12]))
    risks(book.sheet("Risks", [8, 40, 16, 12, 12, 50]))
    agreement.write(
        (
            book.sheet("Agreement clauses", [10, 14, 36, 24, 14, 14]),
            book.sheet("Decisions", [14, 46, 18, 14, 12, 12, *[10] * 5, 14, 14, 10, 14, 40]),
            book.sheet("Background and results", [8, 16, 40, 14, 14, 28, 32, 14, 26, 40, 14, 14, 12, 14, 18, 14]),
            book.sheet("Datasets", [10, 36, 14, 40, 14, 12, 12, 18, 12, 14, 36, 14, 26, 14, 14, 14, 14]),
            book.sheet("Transfers", [12, 14, 12, 12, 24, 16, 28, 14, 14, 14, 14]),
        ),
        names,
        ACRONYM,
    )
    book.close()
    return path


def read_me(sheet: Sheet) -> None:
    sheet.title(f"{ACRONYM}: monitoring workbook", 2)
    for text in (
        "This workbook is kept by the project office and sent to the funder twice a year.",
        "Yellow sheets are filled in by partners, blue ones by the project office.",
        "Amounts are in euro. Partners type amounts as they are used to at home; please do not reformat them.",
        "Questions go to the project office before the 15th of the month after the half-year.",
    ):
        sheet.line(text)


def grant(sheet: Sheet) -> None:
    total = sum((party.total for party in PARTIES), Decimal(0))
    granted = sum((party.granted for party in PARTIES), Decimal(0))
    sheet.title("Grant agreement data", 2)
    for label, value in (
        ("Grant agreement number", CODE), ("Acronym", ACRONYM), ("Project title", TITLE),
        ("Funder", "European Commission"), ("Programme", "Horizon Europe"), ("Call", "HORIZON-CL6-2023-GOVERNANCE-01"), ("Type of action", "HORIZON-RIA"),
        ("Start date", german(START)), ("End date", german(END)), ("Duration (months)", "48"),
        ("Coordinator", PARTIES[0].name), ("Total costs", euro(total)), ("Maximum EU contribution", euro(granted)),
        ("Currency", "EUR"),
    ):  # fmt: skip
        sheet.line(label, value)


def participants(sheet: Sheet) -> None:
    sheet.title(
        f"{CODE} {ACRONYM}: participants and their share of the grant",
        10,
        "Annex 2 as amended on 14.03.2025. Associated partners receive no funding from the grant.",
    )
    sheet.two_line_heads([
        ("Participant no.", ()), ("Role", ()), ("Legal name", ()), ("Short name", ()), ("PIC", ()), ("Country", ()), ("Type", ()),
        ("Budget (EUR)", ("Total costs", "EU contribution", "Own contribution")), ("Funding rate", ()), ("Votes", ()),
    ])  # fmt: skip
    for p in PARTIES:
        sheet.line(
            p.number, p.role, p.name, p.short, p.pic, p.country, p.kind, p.total, euro(p.granted), p.total - p.granted,
            f"{Decimal(p.rate) * 100:.0f} %", 0 if p.role == "Associated partner" else books.VOTES.get(p.short, 1),
        )  # fmt: skip
    total, granted = (sum(values, Decimal(0)) for values in zip(*((p.total, p.granted) for p in PARTIES), strict=True))
    sheet.line("Total", None, None, None, None, None, None, total, euro(granted), total - granted, strong=True)


def own_contributions(sheet: Sheet) -> None:
    sheet.title(f"{ACRONYM}: what partners bring themselves", 8, "Pledged in the consortium agreement; EUR")
    sheet.heads(
        "Partner",
        "Cash or in-kind",
        "Description of contribution",
        "Pledged (EUR)",
        "Received (EUR)",
        "Due date",
        "Received on",
        "Purpose of contribution",
    )
    names = {party.short: party.name for party in PARTIES}
    for partner, form, what, pledged, received, due, on in OWN:
        purpose = "Match" if form == "Cash" else None
        sheet.line(names[partner], form, what, euro(Decimal(pledged)), euro(Decimal(received)), due, on, purpose)
    sheet.line(
        "Total", None, None, euro(sum((Decimal(o[3]) for o in OWN), Decimal(0))),
        euro(sum((Decimal(o[4]) for o in OWN), Decimal(0))), strong=True,
    )  # fmt: skip


def budget(sheet: Sheet) -> None:
    sheet.title(
        f"{ACRONYM}: budget by partner, work package, category and reporting period",
        7,
        "Amounts in EUR. RP1: M1-M18, RP2: M19-M36, RP3: M37-M48",
    )
    sheet.heads("Partner", "WP", "Cost category", *(name for name, _ in PERIODS), "Total")
    lines = plan()
    for party, package, category, amounts in lines:
        sheet.line(party.name, package, category, *amounts, sum(amounts, Decimal(0)))
    columns = [sum(column, Decimal(0)) for column in zip(*(amounts for *_, amounts in lines), strict=True)]
    sheet.line("Total", None, None, *columns, sum(columns, Decimal(0)), strong=True)


def resources(sheet: Sheet) -> None:
    sheet.title(
        f"{ACRONYM}: use of resources until {german(AS_OF)}",
        7,
        "One line per partner, half-year and cost category. Costs as declared by the partners, EUR.",
    )
    sheet.heads("Short name", "Legal name", "WP", "From", "To", "Cost category", "Costs incurred (EUR)")
    lines = spending()
    for s in lines:
        sheet.line(s.party.short, s.party.name, s.package, german(s.start), german(s.end), s.category, euro(s.amount))
    sheet.line("Total", None, None, None, None, None, euro(sum((s.amount for s in lines), Decimal(0))), strong=True)


def milestones(sheet: Sheet) -> None:
    sheet.title(f"{ACRONYM}: milestones", 12, f"Status on {german(AS_OF)}. Baseline: grant agreement, amendment 1.")
    sheet.heads(
        "No.", "Milestone", "WP", "Lead", "Means of verification", "Baseline date", "Forecast date", "Achieved on", "Status",
        "Reason for delay", "Weight", "Predecessors",
    )  # fmt: skip
    for package, words in PACKAGES.items():
        sheet.section(f"{package} {words}")
        for number, title, wp, lead, month, means, slip, done, reason in MILESTONES:
            if wp == package:
                due = month_end(START, month)
                reached = None if done is None else due + timedelta(days=done)
                status = "Achieved" if reached else "Delayed" if slip else "On track"
                weight = Decimal(books.WEIGHTS[number]) if number in books.WEIGHTS else None
                sheet.line(
                    number, title, wp, lead, means, due, due + timedelta(days=slip), reached, status, reason, weight,
                    books.AFTER.get(number),
                )  # fmt: skip


def deliverables(sheet: Sheet) -> None:
    sheet.title(f"{ACRONYM}: deliverables", 9)
    sheet.heads(
        "No.", "Deliverable", "WP", "Lead", "Type", "Dissemination level", "Due date", "Submitted on", "Status",
    )  # fmt: skip
    for number, title, wp, lead, kind, level, month, late in DELIVERABLES:
        due = month_end(START, month)
        sent = None if late is None else due + timedelta(days=late)
        status = "Submitted" if sent else "Overdue" if due < AS_OF else "Planned"
        sheet.line(number, title, wp, lead, kind, level, german(due), german(sent), status)


def indicators(sheet: Sheet) -> None:
    sheet.title(f"{ACRONYM}: key performance indicators", 5, f"Measured on {german(AS_OF)}")
    sheet.heads("Indicator", "Type", "Unit", "Target value", "Actual value")
    for row in INDICATORS:
        sheet.line(*row)


def risks(sheet: Sheet) -> None:
    sheet.title(f"{ACRONYM}: risk register", 6)
    sheet.heads("Risk no.", "Risk", "Category", "Likelihood", "Impact", "Mitigation")
    for row in RISKS:
        sheet.line(*row)
