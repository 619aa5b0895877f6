"""A facility built from in-kind contributions: sections by member, subtotals, credits on milestones, cash calls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from samples import facility_agreement as agreement
from samples import facility_books as books
from samples.book import Book, Sheet

NAME = "in_kind_facility.xlsx"
CODE, ACRONYM = "MRF-CONSTRUCTION", "MERIDIAN"
TITLE = "Meridian Research Facility, construction phase"
UNIT = "MUA"
AS_OF = date(2026, 6, 30)
START, END = date(2021, 1, 1), date(2028, 12, 31)
ZERO = Decimal(0)

MEMBERS = {  # member -> its agency, share of the cash calls in percent
    "France": ("Domestic Agency France", "18.5"),
    "Germany": ("Domestic Agency Germany", "17.0"),
    "Italy": ("Domestic Agency Italy", "12.5"),
    "Japan": ("Domestic Agency Japan", "11.0"),
    "United Kingdom": ("Domestic Agency United Kingdom", "10.0"),
    "Spain": ("Domestic Agency Spain", "8.0"),
    "Korea": ("Domestic Agency Korea", "7.0"),
    "Switzerland": ("Domestic Agency Switzerland", "5.5"),
    "Sweden": ("Domestic Agency Sweden", "4.5"),
    "Canada": ("Domestic Agency Canada", "3.5"),
    "Czechia": ("Domestic Agency Czechia", "2.5"),
}


COUNTRIES = dict(zip(MEMBERS, ("FR", "DE", "IT", "JP", "UK", "ES", "KR", "CH", "SE", "CA", "CZ"), strict=True))


@dataclass(frozen=True)
class Arrangement:
    """One procurement arrangement: the value agreed in units of account, and what was credited for it when."""

    ref: str
    member: str
    what: str
    agreed: str
    credited: str
    milestone: str
    due: date
    on: date | None


ARRANGEMENTS = tuple(
    Arrangement(
        ref, member, what, agreed, credited, milestone, date.fromisoformat(due), date.fromisoformat(on) if on else None
    )
    for ref, member, what, agreed, credited, milestone, due, on in (
        (
            "PA-1.1",
            "France",
            "Accelerator vault, concrete works",
            "41.250",
            "41.250",
            "M03",
            "2023-03-31",
            "2023-06-14",
        ),
        ("PA-1.2", "France", "Cryogenic distribution line", "18.700", "18.700", "M07", "2024-09-30", "2024-12-19"),
        ("PA-1.3", "France", "Helium plant", "27.900", "13.950", "M12", "2025-12-31", "2026-02-27"),
        ("PA-1.4", "France", "Radiation monitoring", "6.350", "0", "M15", "2026-03-31", None),
        ("PA-1.5", "France", "Site utilities and substations", "12.800", "12.800", "M02", "2022-10-31", "2022-10-12"),
        (
            "PA-2.1",
            "Germany",
            "Superconducting cavities, medium beta",
            "33.600",
            "33.600",
            "M08",
            "2024-12-31",
            "2025-02-10",
        ),
        ("PA-2.2", "Germany", "Cavities, high beta", "36.400", "18.200", "M13", "2025-12-31", "2026-01-30"),
        ("PA-2.3", "Germany", "Vacuum system of the linac", "9.150", "9.150", "M07", "2024-09-30", "2024-09-25"),
        ("PA-2.4", "Germany", "Choppers", "7.480", "2.244", "M17", "2026-06-30", "2026-06-11"),
        ("PA-2.5", "Germany", "Data acquisition electronics", "4.900", "0", "M18", "2026-09-30", None),
        ("PA-3.1", "Italy", "Proton source", "8.275", "8.275", "M04", "2023-06-30", "2023-05-17"),
        ("PA-3.2", "Italy", "Drift tube linac tanks", "24.600", "24.600", "M06", "2024-06-30", "2025-01-22"),
        ("PA-3.3", "Italy", "Magnets of the transfer line", "11.050", "5.525", "M11", "2025-09-30", "2025-12-05"),
        ("PA-3.4", "Italy", "Sample environment, low temperatures", "3.900", "0", "M19", "2026-12-31", None),
        ("PA-4.1", "Japan", "Target wheel and drive", "29.400", "11.760", "M14", "2025-12-31", "2026-03-27"),
        ("PA-4.2", "Japan", "Muon capture solenoid", "16.250", "0", "M16", "2026-03-31", None),
        ("PA-4.3", "Japan", "Neutron guides, first set", "7.725", "7.725", "M10", "2025-06-30", "2025-06-20"),
        (
            "PA-5.1",
            "United Kingdom",
            "Radio-frequency power stations",
            "22.150",
            "22.150",
            "M08",
            "2024-12-31",
            "2025-03-28",
        ),
        ("PA-5.2", "United Kingdom", "Moderator and reflector", "14.300", "4.290", "M14", "2025-12-31", "2026-05-06"),
        ("PA-5.3", "United Kingdom", "Detectors, helium-free", "6.675", "0", "M18", "2026-09-30", None),
        ("PA-6.1", "Spain", "Medium energy transport line", "12.400", "12.400", "M06", "2024-06-30", "2024-11-08"),
        ("PA-6.2", "Spain", "Target cooling", "10.850", "3.255", "M14", "2025-12-31", "2026-04-15"),
        ("PA-6.3", "Spain", "Remote handling cell", "9.600", "0", "M16", "2026-03-31", None),
        ("PA-7.1", "Korea", "Modulators", "13.250", "13.250", "M08", "2024-12-31", "2024-12-30"),
        ("PA-7.2", "Korea", "Superconducting cable", "8.800", "8.800", "M09", "2025-03-31", "2025-03-14"),
        ("PA-8.1", "Switzerland", "Beam diagnostics", "9.950", "6.965", "M11", "2025-09-30", "2025-10-31"),
        ("PA-8.2", "Switzerland", "Instrument: reflectometer", "6.100", "0", "M19", "2026-12-31", None),
        ("PA-9.1", "Sweden", "Control system", "11.700", "8.190", "M11", "2025-09-30", "2025-09-19"),
        ("PA-9.2", "Sweden", "Personnel safety system", "4.225", "4.225", "M09", "2025-03-31", "2025-04-11"),
        ("PA-10.1", "Canada", "Beam stop", "5.150", "5.150", "M05", "2024-03-31", "2024-02-28"),
        ("PA-10.2", "Canada", "Muon spectrometer", "7.900", "0", "M19", "2026-12-31", None),
        ("PA-11.1", "Czechia", "Shielding blocks", "4.480", "4.480", "M05", "2024-03-31", "2024-05-30"),
        ("PA-11.2", "Czechia", "Vacuum vessels of instruments", "3.150", "1.575", "M17", "2026-06-30", "2026-06-18"),
    )
)

CALLS = {2023: Decimal(18500000), 2024: Decimal(21000000), 2025: Decimal(22400000), 2026: Decimal(23900000)}
SHORT = {("Italy", 2026): "0.50", ("United Kingdom", 2026): "0", ("Spain", 2025): "0.80", ("Spain", 2026): "0"}

MILESTONES = (  # code, title, baseline, days of slip, reached, critical, verification
    ("M01", "Convention in force", "2021-06-30", 0, True, "Y", "Deposit of the last ratification"),
    ("M02", "Site ready for construction", "2022-10-31", -19, True, "Y", "Acceptance protocol"),
    ("M03", "Vault closed", "2023-03-31", 75, True, "Y", "Acceptance of PA-1.1"),
    ("M04", "Source accepted on site", "2023-06-30", -44, True, "N", "Beam from the source for 24 hours"),
    ("M05", "Beam stop and shielding in place", "2024-03-31", 60, True, "N", "Survey report"),
    ("M06", "Normal-conducting linac installed", "2024-06-30", 206, True, "Y", "Alignment report"),
    ("M07", "Vacuum and cryogenic line accepted", "2024-09-30", 80, True, "Y", "Leak test"),
    ("M08", "Medium-beta section powered", "2024-12-31", 87, True, "Y", "Full power for 8 hours"),
    ("M09", "Safety systems licensed", "2025-03-31", 11, True, "Y", "Licence of the authority"),
    ("M10", "First guides aligned", "2025-06-30", -10, True, "N", "Survey report"),
    ("M11", "Transfer line under control", "2025-09-30", 66, True, "Y", "Beam on the tuning dump"),
    ("M12", "Helium plant at full capacity", "2025-12-31", 153, True, "Y", "72 hours at design load"),
    ("M13", "High-beta section installed", "2025-12-31", 212, False, "Y", "Alignment report"),
    ("M14", "Target station closed", "2025-12-31", 274, False, "Y", "Leak test of the vessel"),
    ("M15", "Radiation monitoring commissioned", "2026-03-31", 122, False, "N", "Commissioning report"),
    ("M16", "Remote handling proven", "2026-03-31", 214, False, "N", "Exchange of a dummy target"),
    ("M17", "Choppers and vessels on site", "2026-06-30", -12, True, "N", "Delivery notes"),
    ("M18", "Detectors tested with source", "2026-09-30", 61, False, "N", "Test report"),
    ("M19", "First three instruments installed", "2026-12-31", 120, False, "Y", "Acceptance of each instrument"),
    ("M20", "Beam on target", "2027-03-31", 214, False, "Y", "Neutrons seen in a detector"),
    ("M21", "First users", "2027-12-31", 182, False, "Y", "First proposal completed"),
    ("M22", "Construction complete", "2028-12-31", 0, False, "Y", "Decision of the Council"),
)

INDICATORS = (
    ("Components delivered", "PA", 33, 21),
    ("Lost-time accidents per million hours (at most)", "accidents", 3, 2),
    ("Local jobs during construction", "full-time equivalents", 850, 912),
    ("Instruments ready", "instruments", 8, 0),
    ("Beam power", "MW", 2, 0.25),
)


def calls() -> list[tuple[str, str, int, Decimal, Decimal, date, date | None]]:
    """Each member's cash call of each year: member, agency, year, called, received, due, received on."""
    lines = []
    for year, whole in CALLS.items():
        for number, (member, (agency, share)) in enumerate(MEMBERS.items()):
            called = (whole * Decimal(share) / 100).quantize(Decimal("0.01"))
            received = (called * Decimal(SHORT.get((member, year), "1"))).quantize(Decimal("0.01"))
            on = date(year, 3, 31) + timedelta(days=3 * number - 14) if received else None
            lines.append((member, agency, year, called, received, date(year, 3, 31), on))
    return lines


def write(folder: Path) -> Path:
    path = folder / NAME
    book = Book(path, f"{ACRONYM}: contributions of members", "Central team")
    cover(book.sheet("Cover", [100]))
    facility(book.sheet("Facility", [30, 60]))
    in_kind(book.sheet("In-kind credits", [16, 32, 16, 40, 14, 14, 14, 14, 12, 12, 14]))
    cash(book.sheet("Cash calls", [18, 32, 14, 26, 20, 20, 14, 14, 14, 12]))
    agencies = {member: agency for member, (agency, _) in MEMBERS.items()}
    books.members(book.sheet("Members", [34, 10, 14, 10]), MEMBERS, COUNTRIES)
    books.credit_events(book.sheet("Credit events", [14, 32, 36, 20, 14, 12, 14, 14, 30]), ARRANGEMENTS, agencies)
    books.scale(book.sheet("Scale of contributions", [12, 32, 10, 18, 20, 24]), MEMBERS, COUNTRIES, CALLS)
    books.assessments(book.sheet("Assessments", [16, 20, 10, 14]), CALLS)
    books.contracts(book.sheet("Contracts placed", [18, 40, 32, 18, 20, 16, 14]))
    books.rates(book.sheet("Exchange rates", [14, 14, 14, 14, 14, 16, 40]))
    books.packages(book.sheet("Work packages", [8, 34, 32, 14, 14, 22, 14]))
    books.budget(book.sheet("Budget", [14, 16, 10, 20]))
    books.costs(book.sheet("Common costs", [14, 16, 18, 20, 14]))
    books.progress(book.sheet("Progress", [14, 14, 14]))
    milestones(book.sheet("Level 1 milestones", [8, 40, 12, 12, 12, 10, 36]))
    indicators(book.sheet("Performance", [48, 24, 12, 12]))
    agreement.write(
        (
            book.sheet("Agreement clauses", [14, 14, 36, 26, 14, 14]),
            book.sheet("Decisions", [12, 40, 14, 14, 10, 10, 10, 10, 12, 16]),
            book.sheet("Background and results", [10, 16, 40, 34, 30, 34, 28, 14]),
            book.sheet("Datasets", [10, 30, 14, 12, 12, 12, 26]),
            book.sheet("Transfers", [12, 14, 40, 12, 12, 18, 14, 14, 14, 14]),
        ),
        agencies,
    )
    book.close()
    return path


def cover(sheet: Sheet) -> None:
    sheet.title("Status of members' contributions", 2)
    for text in (
        "Prepared by the central team for the 27th meeting of the Council.",
        "One MUA (Meridian unit of account) is one million euro of January 2021; values are never indexed.",
        "A contribution in kind is credited when the milestone named in the procurement arrangement is accepted.",
    ):
        sheet.line(text)


def facility(sheet: Sheet) -> None:
    sheet.title("The project", 2)
    for label, value in (
        ("Project number", CODE), ("Acronym", ACRONYM), ("Project title", TITLE), ("Funder", "Council of Members"),
        ("Start date", START), ("End date", END), ("Status", "Under construction"), ("Currency", "EUR"),
    ):  # fmt: skip
        sheet.line(label, value)


def in_kind(sheet: Sheet) -> None:
    sheet.title(
        "Contributions in kind: pledged and credited values",
        11,
        f"Values in {UNIT}. Position on 30 June 2026. Sections by member; a member's subtotal follows its lines.",
    )
    sheet.two_line_heads([
        ("PA no.", ()), ("Partner", ()), ("Country", ()), ("Description of contribution", ()), ("Cash or in-kind", ()), ("Unit of account", ()),
        ("MUA", ("Pledged", "Credited")),
        ("Credit", ("Milestone", "Due date", "Date credited")),
    ])  # fmt: skip
    for member, (agency, _) in MEMBERS.items():
        mine = [a for a in ARRANGEMENTS if a.member == member]
        sheet.section(member)
        for a in mine:
            sheet.line(
                a.ref, agency, COUNTRIES[member], a.what, "In kind", UNIT, Decimal(a.agreed), Decimal(a.credited), a.milestone, a.due, a.on
            )  # fmt: skip
        sheet.line(f"Subtotal {member}", None, None, None, None, None, *sums(mine), strong=True)
    sheet.line("Grand total", None, None, None, None, None, *sums(ARRANGEMENTS), strong=True)


def sums(arrangements: tuple[Arrangement, ...] | list[Arrangement]) -> tuple[Decimal, Decimal]:
    return (
        sum((Decimal(a.agreed) for a in arrangements), ZERO),
        sum((Decimal(a.credited) for a in arrangements), ZERO),
    )


def cash(sheet: Sheet) -> None:
    sheet.title("Contributions in cash: calls and receipts", 10, "EUR; calls fall due on 31 March of each year")
    sheet.heads(
        "Country",
        "Partner",
        "Cash or in-kind",
        "Description of contribution",
        "Called (EUR)",
        "Received (EUR)",
        "Due date",
        "Received on",
        "Purpose of contribution",
        "Contribution year",
    )
    lines = calls()
    for member, agency, year, called, received, due, on in lines:
        sheet.line(COUNTRIES[member], agency, "Cash", f"Call of {year}", called, received, due, on, "Assessed", year)
    called, received = (sum((line[i] for line in lines), ZERO) for i in (3, 4))
    sheet.line("Total", None, None, None, called, received, strong=True)


def milestones(sheet: Sheet) -> None:
    sheet.title("Level 1 milestones", 7, "Baseline 3, approved by the Council in its 19th meeting")
    sheet.heads(
        "Code", "Milestone", "Baseline date", "Forecast date", "Achieved on", "Critical path", "Means of verification"
    )
    for code, title, baseline, slip, is_reached, critical, means in MILESTONES:
        due = date.fromisoformat(baseline)
        now = due + timedelta(days=slip)
        sheet.line(code, title, due, now, now if is_reached else None, critical, means)


def indicators(sheet: Sheet) -> None:
    sheet.title("Performance indicators", 4)
    sheet.heads("Indicator", "Unit", "Target", "Actual")
    for row in INDICATORS:
        sheet.line(*row)
