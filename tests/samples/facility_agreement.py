"""What the facility's central team keeps of its convention: articles, decisions of the Council, rights, data, shipments."""

from __future__ import annotations

from datetime import date

from samples.book import Cell, Sheet

CLAUSES: tuple[tuple[Cell, ...], ...] = (
    ("5", "Governance", "Votes in the Council", "Convention, article 5", date(2021, 1, 1), date(2027, 12, 31)),
    (
        "9",
        "Reciprocity",
        "Use of the facility by members",
        "Convention, article 9",
        date(2021, 1, 1),
        date(2025, 12, 31),
    ),
    ("12", "IP", "Background of members", "Convention, article 12", date(2021, 1, 1), date(2027, 12, 31)),
    ("17", "Exit", "Withdrawal of a member", "Convention, article 17", date(2021, 1, 1), date(2028, 6, 30)),
)
DECISIONS: tuple[tuple[Cell, ...], ...] = (
    ("C-14/3", "Cash calls for 2026", date(2025, 11, 27), 11, 11, 10, 0, 1, "Adopted"),
    ("C-15/2", "Second target station is put off", date(2026, 3, 26), 11, 9, 7, 2, 0, "Adopted"),
    ("C-15/6", "Guest users from other countries", date(2026, 3, 26), 11, 9, 4, 5, 0, "Rejected"),
)
ASSETS: tuple[tuple[Cell, ...], ...] = (
    ("BG-1", "Background", "Design of the high-power coupler", "Domestic Agency Italy", "Royalty-free for construction",
     "Drawings only to the central team", None, None),
    ("BG-2", "Background", "Control-system framework", "Domestic Agency United Kingdom", "Open source", None, None, None),
    ("RS-1", "Result", "Beam-loss monitor with fast trip", "Domestic Agency Korea", "Royalty-free for members", None,
     "Two laboratories use it", date(2025, 5, 20)),
    ("RS-2", "Result", "Seal for cryogenic valves", "Domestic Agency Germany", None, None, None, date(2024, 2, 14)),
)  # fmt: skip
DATASETS: tuple[tuple[Cell, ...], ...] = (
    ("D-1", "Beam diagnostics 2025", "Time series", "GRU", "FR", "no", "EEA CH UK JP KR CA"),
    ("D-2", "Doses of staff", "Table", "US", "FR", "yes", "FR"),
)
TRANSFERS: tuple[tuple[Cell, ...], ...] = (
    ("S-1", None, "Klystron modulators, lot 1", "JP", "FR", "JP-EX-2024-311", date(2024, 3, 1), date(2026, 2, 28),
     date(2024, 9, 12), "Done"),
    ("S-2", None, "Klystron modulators, lot 2", "JP", "FR", "JP-EX-2024-311", date(2024, 3, 1), date(2026, 2, 28), None,
     "Approved"),
    ("S-3", "D-1", "Diagnostics for the commissioning team", "FR", "US", None, None, None, None, "Recorded"),
)  # fmt: skip


def write(sheets: tuple[Sheet, Sheet, Sheet, Sheet, Sheet], agencies: dict[str, str]) -> None:
    """The five sheets; `agencies` are the members' agencies by country."""
    clauses, decisions, assets, datasets, transfers = sheets
    clauses.heads("Article of the agreement", "Clause type", "Title", "Reference in the agreement", "In force from",
                  "Review on")  # fmt: skip
    _lines(clauses, CLAUSES)
    decisions.heads("Decision no", "Decision", "Decision body", "Date of meeting", "Votes entitled", "Votes present",
                    "Votes in favour", "Votes against", "Abstentions", "Outcome of the vote")  # fmt: skip
    for no, item, on, *votes in DECISIONS:
        decisions.line(no, item, "Council", on, *votes)
    assets.heads("IP no", "Background or result", "Title", "IP owner", "Access rights", "Restriction of use",
                 "Use of result", "Produced on")  # fmt: skip
    for no, form, title, owner, *rest in ASSETS:
        country = str(owner).removeprefix("Domestic Agency ")
        assets.line(no, form, title, agencies.get(country, str(owner)), *rest)
    datasets.heads("Dataset no", "Dataset", "Kind of data", "DUO codes", "Data stored in", "Personal data",
                   "Permitted countries")  # fmt: skip
    _lines(datasets, DATASETS)
    transfers.heads("Transfer no", "Dataset transferred", "What is transferred", "From country", "To country",
                    "Export licence", "Transfer approved on", "Approval expires", "Transfer date",
                    "Transfer status")  # fmt: skip
    _lines(transfers, TRANSFERS)


def _lines(sheet: Sheet, rows: tuple[tuple[Cell, ...], ...]) -> None:
    for row in rows:
        sheet.line(*row)
