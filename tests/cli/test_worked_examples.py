"""The field's worked examples, from a manager's own workbook to `figures --json`, to the last digit."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from collabdesk.cli.main import main

Rows = list[list[object]]

PROJECTS: Rows = [
    ["Project code", "Project title", "Start date", "End date", "EU contribution", "Currency", "Award date",
     "Type of action", "Recipient share required"],
    ["EVM", "Earned value", "2025-01-01", "2025-05-31", None, "EUR", None, None, None],
    ["LATE", "Finished at period 7 of 5", "2025-01-01", "2025-05-31", None, "EUR", None, None, None],
    ["MTDC-24", "MTDC", "2024-12-01", "2026-12-31", None, "USD", "2024-11-01", None, None],
    ["MTDC-23", "MTDC", "2024-12-01", "2026-12-31", None, "USD", "2023-11-01", None, None],
    ["RIA", "Indirect costs", "2024-01-01", "2026-12-31", None, "EUR", "2023-10-01", "RIA", None],
    ["IA", "Indirect costs", "2024-01-01", "2026-12-31", None, "EUR", "2023-10-01", "IA", None],
    ["STAFF", "Personnel", "2024-01-01", "2026-12-31", None, "EUR", "2023-10-01", "RIA", None],
    ["PAY", "Payments", "2024-01-01", "2026-12-31", 4500000, "EUR", "2023-10-01", "RIA", None],
    ["GEO", "Geographical return", "2024-01-01", "2026-12-31", None, "EUR", None, None, None],
    ["SF", "Federal financial report", "2024-01-01", "2026-12-31", 1000000, "USD", "2023-11-01", None, 250000],
]  # fmt: skip
CURRENCY = {str(row[0]): row[5] for row in PROJECTS[1:]}
IN_CURRENCY = ("Budget", "Costs", "Effort", "Payments")
PLAN = (50000, 75000, 125000, 125000, 125000)
DIRECT = (("A.1", 200000), ("B", 50000), ("C.1", 10000), ("C.2", 15000), ("C.3", 25000), ("D.1", 60000), ("D.2", 20000))
FEDERAL: Rows = [
    ["2025-01-31", "Salaries", 87000, None, None, None],
    ["2025-01-31", "Fringe benefits", 26100, None, None, None],
    ["2025-02-01", "Travel", 7200, None, None, None],
    ["2025-02-02", "Equipment", 18000, 1, 18000, None],
    ["2025-02-03", "Equipment", 7200, 4, 1800, None],
    ["2025-02-03", "Supplies", 6500, None, None, None],
    ["2025-03-01", "Participant support", 10000, None, None, None],
    ["2025-03-02", "Contractual", 15000, None, None, None],
    ["2025-03-03", "Subawards", 40000, None, None, "SA-1"],
    ["2025-06-03", "Subawards", 20000, None, None, "SA-1"],
]
SHEETS: dict[str, Rows] = {
    "Projects": PROJECTS,
    "Participants": [
        ["Project code", "Organisation name", "Country", "Role", "Funding rate"],
        ["RIA", "Alpha GmbH", "DE", "Beneficiary", "100%"],
        ["IA", "Alpha GmbH", "DE", "Beneficiary", "70%"],
        ["PAY", "Alpha GmbH", "DE", "Beneficiary", "100%"],
    ],
    "Work packages": [
        ["Project code", "WP no.", "Work package title", "Start date", "End date", "Earned value technique"],
        *([code, "WP1", "All work", "2025-01-01", "2025-05-31", "percent complete"] for code in ("EVM", "LATE")),
    ],
    "Budget": [
        ["Project code", "Work package", "Period", "Planned value"],
        *([code, "WP1", f"2025-0{n}", pv] for code in ("EVM", "LATE") for n, pv in enumerate(PLAN, 1)),
    ],
    "Progress": [
        ["Project code", "Work package", "Status date", "% complete"],
        ["EVM", "WP1", "2025-03-31", "40%"],
        ["LATE", "WP1", "2025-07-31", "100%"],
    ],
    "Reporting periods": [
        ["Project code", "Reporting period", "First day", "Last day"],
        *(["PAY", f"RP{n}", f"{2023 + n}-01-01", f"{2023 + n}-12-31"] for n in (1, 2, 3)),
    ],
    "Costs": [
        ["Project code", "Partner", "Work package", "Date", "Cost category", "Costs incurred", "Cost status", "Obligations",
         "Amount paid", "Paid from", "Items bought", "Price each", "Subaward", "Accepted cost", "Declared in"],
        *(["EVM", None, "WP1", f"2025-0{n}-15", None, ac, *[None] * 9] for n, ac in enumerate((45000, 110000, 135000), 1)),
        ["LATE", None, "WP1", "2025-07-15", None, 600000, *[None] * 9],
        *([code, None, None, day, kind, amount, *[None] * 4, items, each, subaward, None, None]
          for code in ("MTDC-24", "MTDC-23") for day, kind, amount, items, each, subaward in FEDERAL),
        *([code, "Alpha GmbH", None, "2024-06-30", kind, amount, "Declared", *[None] * 8]
          for code in ("RIA", "IA") for kind, amount in DIRECT),
        *(["PAY", "Alpha GmbH", None, f"{2023 + n}-06-30", "B", amount, "Accepted", *[None] * 6, amount, f"RP{n}"]
          for n, amount in enumerate((1600000, 1500000, 1300000), 1)),
        ["SF", None, None, "2024-06-30", "Personnel", 300000, None, 300000, 300000, "Federal", *[None] * 5],
        ["SF", None, None, "2025-03-31", "Personnel", 180000, None, 210000, 180000, "Federal", *[None] * 5],
        ["SF", None, None, "2025-03-31", "Personnel", 110000, None, None, None, "Recipient", *[None] * 5],
    ],
    "Effort": [
        ["Project code", "Person", "Partner", "Month", "Days", "Working time", "Personnel cost of the person"],
        ["STAFF", "P-1", "Alpha GmbH", "2024", 160, 1, 60000],
    ],
    "Payments": [
        ["Project code", "Payment type", "Payment no", "Payment received on", "Payment received"],
        ["SF", "Interim", "1", "2024-06-30", 300000],
        ["SF", "Interim", "2", "2025-01-31", 200000],
    ],
    "Contributions": [
        ["Project code", "Partner", "Country", "Cash or in-kind", "Pledged", "Currency"],
        *(["GEO", f"Agency {c}", c, "Cash", v, "EUR"] for c, v in (("DE", 40), ("FR", 30), ("IT", 20), ("ES", 10))),
    ],
    "Contracts placed": [
        ["Project code", "Contract placed no", "Supplier", "Country of supplier", "Contract value (EUR)", "Weighting factor"],
        *(["GEO", f"C{n}", f"Firm {n}", c, v, w]
          for n, (c, v, w) in enumerate((("DE", 36, 1), ("FR", 22, 1.5), ("IT", 15, 1), ("ES", 12, 0.5)))),
    ],
}  # fmt: skip
RULES = {
    "MTDC-24": "us_2cfr200", "MTDC-23": "us_2cfr200", "SF": "us_2cfr200", "RIA": "horizon_europe",
    "IA": "horizon_europe", "STAFF": "horizon_europe", "PAY": "horizon_europe",
}  # fmt: skip

EXAMPLES: dict[tuple[str, str], dict[str, str]] = {
    ("EVM", "2025-03-31"): {
        "bac": "500000", "pv": "250000", "ev": "200000", "ac": "290000", "sv": "-50000", "cv": "-90000",
        "spi": "0.8000", "cpi": "0.6897", "eac": "725000", "eac-atypical": "590000", "eac-mixed": "833750",
        "etc": "435000", "vac": "-225000", "tcpi-bac": "1.4286", "tcpi-eac": "0.6897",
        "es": "2.6", "sv-t": "-0.4", "spi-t": "0.8667", "ieac-t": "5.7692",
    },
    ("LATE", "2025-07-31"): {"spi": "1.0000", "spi-t": "0.7143"},
    ("MTDC-24", "2025-12-31"): {"direct": "237000", "mtdc": "199000", "indirect": "29850"},
    ("MTDC-23", "2025-12-31"): {"direct": "237000", "mtdc": "174000", "indirect": "17400"},
    ("RIA", "2025-12-31"): {
        "indirect-base": "250000", "indirect": "62500", "eligible": "442500", "requested": "442500", "certificates": "1",
    },
    ("IA", "2025-12-31"): {"eligible": "442500", "requested": "309750", "certificates": "0"},
    ("STAFF", "2025-12-31"): {"personnel": "44651.1628"},
    ("PAY", "2027-06-30"): {
        "payment-pre-financing": "2400000", "payment-insurance-retention": "225000",
        "payment-pre-financing-cash": "2175000", "payment-interim-rp1": "1600000", "payment-interim-rp2": "50000",
        "payment-balance-cash": "575000", "payments-cash": "4400000",
    },
    ("GEO", "2025-12-31"): {
        "geo-return-pledged-de": "1.0000", "geo-return-pledged-fr": "1.2222", "geo-return-pledged-it": "0.8333",
        "geo-return-pledged-es": "0.6667", "geo-return-pledged-check": "1.0000",
    },
    ("SF", "2025-12-31"): {
        "sf425-a": "500000", "sf425-b": "480000", "sf425-c": "20000", "sf425-d": "1000000", "sf425-e": "480000",
        "sf425-f": "30000", "sf425-g": "510000", "sf425-h": "490000", "sf425-i": "250000", "sf425-j": "110000",
        "sf425-k": "140000",
    },
}  # fmt: skip


def said(words: list[str]) -> int:
    """What the command line answers; no window is ever asked for."""
    return main(words, lambda _: 70)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("worked")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in SHEETS.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append([*row, CURRENCY.get(str(row[0]), "Currency")] if title in IN_CURRENCY else row)
    book.save(folder / "books.xlsx")
    path = folder / "own.db"
    # 1: it warns that its amounts are in two currencies.
    assert said(["--database", str(path), "import", str(folder / "books.xlsx")]) == 1
    for project, pack in RULES.items():
        assert said(["--database", str(path), "rules", "use", project, pack]) == 0
    return path


@pytest.fixture
def figures(database: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Any]:
    def of(project: str, day: str) -> dict[str, Any]:
        capsys.readouterr()
        assert said(["--database", str(database), "figures", project, "--as-of", day, "--json"]) == 0
        found = json.loads(capsys.readouterr().out)["figures"]
        return {f["id"].partition("-")[2]: f for f in found}

    return of


@pytest.mark.parametrize(("project", "day"), EXAMPLES, ids=[project for project, _ in EXAMPLES])
def test_a_worked_example_comes_out_of_the_books(project: str, day: str, figures: Any) -> None:
    found, expected = figures(project, day), EXAMPLES[project, day]
    assert {name: found[name]["value"] for name in expected} == expected


def test_every_value_rests_on_cells_of_the_workbook(figures: Any) -> None:
    found = figures("EVM", "2025-03-31")
    cells = {(s["sheet"], s["cells"]) for s in found["cpi"]["sources"]}
    assert ("Costs", "F2:F4") in cells and ("Progress", "D2") in cells


def test_what_is_undefined_says_why_and_is_no_number(figures: Any) -> None:
    before = figures("EVM", "2024-12-31")
    for name in ("cpi", "spi", "spi-t"):
        assert before[name]["value"] is None and before[name]["note"]
