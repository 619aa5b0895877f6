"""What the consortium's project office keeps of its agreement: clauses, decisions, rights, datasets and transfers."""

from __future__ import annotations

from datetime import date

from samples.book import Cell, Sheet

ENTITLED = 13
"""Twelve beneficiaries, of which the coordinator has two votes."""

CLAUSES: tuple[tuple[Cell, ...], ...] = (
    ("6.2", "Governance", "Voting rules and quorum", "DESCA 2.1, 6.2.3", date(2024, 1, 1), date(2027, 1, 31)),
    ("6.3", "Governance", "Veto rights", "DESCA 2.1, 6.2.4", date(2024, 1, 1), date(2027, 1, 31)),
    ("4.2", "Exit", "Breach and defaulting party", "DESCA 2.1, 4.2", date(2024, 1, 1), date(2026, 12, 31)),
    ("8.1", "IP", "Ownership of results", "DESCA 2.1, 8.1", date(2024, 1, 1), date(2026, 12, 31)),
    ("9.3", "IP", "Access rights for implementation", "DESCA 2.1, 9.3", date(2024, 1, 1), date(2026, 12, 31)),
    ("11.8", "Dispute", "Settlement of disputes", "DESCA 2.1, 11.8", date(2024, 1, 1), date(2027, 12, 31)),
    ("A5.1", "Data sharing", "Access to the data space", "Annex 5, 1", date(2024, 7, 1), date(2026, 3, 31)),
    ("A5.4", "Ethics", "Consent of interviewed fishers", "Annex 5, 4", date(2024, 7, 1), date(2026, 9, 30)),
)
DECISIONS: tuple[tuple[Cell, ...], ...] = (  # no, item, day, on agenda, in meeting, present, for, against, abstained, status, minutes
    ("GA-2024-01", "Consortium plan and first budget", date(2024, 1, 15), "yes", "yes", 13, 13, 0, 0, "Adopted",
     date(2024, 1, 22), None, None, None),
    ("GA-2025-01", "Moorings go from OKI to VMT (amendment 1)", date(2025, 3, 11), "yes", "yes", 11, 9, 1, 1, "Adopted",
     date(2025, 3, 19), None, None, None),
    ("GA-2025-02", "Data policy of the data space", date(2025, 10, 2), "no", "no", 12, 10, 2, 0, "Adopted",
     date(2025, 10, 6), None, None, None),
    ("GA-2026-01", "Second supplier of buoy hulls", date(2026, 2, 17), "yes", "yes", 8, 6, 1, 1, "Adopted",
     date(2026, 2, 26), None, None, None),
    ("GA-2026-02", "Move the data space to a provider outside the EEA", date(2026, 5, 12), "no", "yes", 12, 9, 3, 0,
     "Vetoed", date(2026, 5, 18), "CVD", date(2026, 5, 20), "Its contracts with hosting firms could not be ended in time"),
    ("GA-2026-03", "Deputy of the technical board", date(2026, 6, 22), "no", "no", 12, 12, 0, 0, "Adopted",
     date(2026, 6, 24), None, None, None),
    ("GA-2026-04", "Sustainability after the project", None, "yes", "yes", None, None, None, None, "Proposed", None,
     None, None, None),
)  # fmt: skip
ASSETS: tuple[tuple[Cell, ...], ...] = (
    # no, form, title, kind, owner, access, restriction, exclusive until, protection, use, produced, published, embargo, licence, repository, deliverable
    ("B1", "Background", "Wave model of the northern coasts", "Software", "NHU", "Royalty-free for the action", None, None,
     "Copyright", None, None, None, None, None, None, None),
    ("B2", "Background", "Calibration series 2011 to 2021", "Data", "IKW", "Royalty-free for the action", None, None,
     None, None, None, None, None, None, None, None),
    ("B3", "Background", "Firmware of the float controller", "Software", "VMT", None, "Source code is not shared", None,
     "Trade secret", None, None, None, None, None, None, None),
    ("R1", "Result", "Low-cost buoy hull", "Design", "VMT; IKW", "Fair and reasonable", None, date(2027, 12, 31),
     "Utility model DK 2025 00117", None, date(2025, 9, 15), None, None, None, None, "D3.2"),
    ("R2", "Result", "Calibration by pairs of neighbours", "Method", "IKW", "Royalty-free for the action", None, None,
     "None", None, date(2025, 3, 31), None, None, None, None, None),
    ("R3", "Result", "Data space, first release", "Software", "CVD; CCOD", "Open source", None, None, "Copyright",
     "Used by three port authorities since January 2026", date(2025, 7, 26), None, None, "EUPL-1.2", "Public code host",
     "D4.2"),
    ("R4", "Result", "Architecture of federated access", "Design", "CCOD", "Fair and reasonable",
     "Confidential until the patent is filed", None, "Patent in preparation", "Basis of the data space", date(2024, 9, 30),
     None, None, None, None, "D4.1"),
    ("P1", "Publication", "Waves and salt at twelve sites", "Article", "NHU; OKI", None, None, None, None, None, None,
     date(2025, 11, 3), 0, "CC BY 4.0", "Zenodo", None),
    ("P2", "Publication", "What fishers know of the coast", "Article", "IPEA; ULAN", None, None, None, None, None, None,
     date(2026, 2, 20), 180, "CC BY-NC 4.0", "Journal's own site", None),
    ("P3", "Publication", "Calibrating cheap sensors", "Conference paper", "IKW", None, None, None, None, None, None,
     date(2026, 4, 9), 0, "CC BY 4.0", "Zenodo", None),
)  # fmt: skip
DATASETS: tuple[tuple[Cell, ...], ...] = (
    # no, title, kind, holder, DUO, jurisdiction, stored in, permitted, personal, class, list, access, approvals, their end, usable until, licence, deliverable
    ("DS1", "Positions and states of all buoys", "Time series", "OKI", "GRU", "NO", "NO", "EEA CH UK", "no", None, None,
     "Open", None, None, None, "CC BY 4.0", "D2.2"),
    ("DS2", "Interviews with fishers", "Text", "IPEA", "GRU US TS", "EL", "EL", "EEA", "yes", None, None, "On request",
     "Ethics committee 2024/117", date(2027, 3, 31), date(2026, 3, 31), None, None),
    ("DS3", "Sea floor at harbour mouths", "Grid", "RMI", "NPUNCU", "EE", "EE", "EU NO", "no", "6A001",
     "Regulation (EU) 2021/821, Annex I, as of 2025", "Partners only", "Harbour authority 41-2/25", date(2026, 12, 31),
     date(2027, 12, 31), None, None),
    ("DS4", "Reports of citizens with pictures", "Pictures", "ULAN", "GRU XCR", "FR", "FR", "EEA CH", "yes", None, None,
     "On request", None, None, date(2028, 12, 31), "CC BY-NC 4.0", None),
    ("DS5", "Calibration runs in the tank", "Time series", "IKW", "NRES", "DE", "DE", "EEA CH UK", "no", "3A611", None,
     "Open", None, None, None, "CC BY 4.0", None),
)  # fmt: skip
TRANSFERS: tuple[tuple[Cell, ...], ...] = (  # no, dataset, from, to, recipient, mechanism, licence, approved, expires, on, status
    ("T1", "DS1", "NO", "CH", "HSR", "None needed", None, date(2024, 10, 1), None, date(2024, 10, 7), "Done"),
    ("T2", "DS2", "EL", "FR", "ULAN", "None needed", None, date(2025, 2, 3), None, date(2025, 2, 10), "Done"),
    ("T3", "DS2", "EL", "US", "Transcription service", "SCC", None, date(2025, 11, 24), date(2026, 5, 31), None, "Approved"),
    ("T4", "DS4", "FR", "CH", "HSR", None, None, None, None, None, "Recorded"),
    ("T5", "DS3", "EE", "NO", "NHU", "None needed", "Export permit EE-2026-0088", date(2026, 4, 2), date(2027, 4, 1),
     date(2026, 4, 20), "Done"),
    ("T6", "DS1", "NO", "UK", "FFMT", "None needed", None, date(2026, 6, 1), None, None, "Approved"),
)  # fmt: skip


def write(sheets: tuple[Sheet, Sheet, Sheet, Sheet, Sheet], names: dict[str, str], acronym: str) -> None:
    """The five sheets, in the order of the tab of the window; `names` are the partners' by their short ones."""
    clauses, decisions, assets, datasets, transfers = sheets
    clauses.heads("Clause no", "Clause type", "Title", "Reference in the agreement", "In force from", "Review on")
    _lines(clauses, CLAUSES)
    decisions.title(f"{acronym}: decisions of the General Assembly", 16, f"{ENTITLED} votes are entitled")
    decisions.heads("Decision no", "Decision", "Body", "Date of meeting", "On the agenda", "In a meeting",
                    "Votes entitled", "Votes present", "Votes in favour", "Votes against", "Abstentions",
                    "Decision status", "Minutes sent on", "Vetoed by", "Vetoed on", "Reason of veto")  # fmt: skip
    for no, item, on, agenda, meeting, *votes in DECISIONS:
        decisions.line(no, item, "General Assembly", on, agenda, meeting, ENTITLED, *votes)
    assets.heads("IP no", "Background or result", "Title", "Kind of IP", "IP owner", "Access rights",
                 "Restriction of use", "Exclusive until", "IP protection", "Use of result", "Produced on", "Published on",
                 "Embargo (days)", "Open licence", "Repository", "Deliverable no.")  # fmt: skip
    _lines(assets, ASSETS)
    datasets.heads("Dataset no", "Dataset", "Kind of data", "Partner", "DUO codes", "Jurisdiction", "Data stored in",
                   "Permitted countries", "Personal data", "Export class (recorded)", "Export list", "Data access",
                   "Data approvals", "Approval of data expires", "Usable until", "Data licence", "Deliverable no.")  # fmt: skip
    for no, title, kind, holder, *rest in DATASETS:
        datasets.line(no, title, kind, names[str(holder)], *rest)
    transfers.heads("Transfer no", "Dataset transferred", "From country", "To country", "Recipient of transfer",
                    "Transfer mechanism", "Export licence", "Transfer approved on", "Approval expires", "Transfer date",
                    "Transfer status")  # fmt: skip
    _lines(transfers, TRANSFERS)


def _lines(sheet: Sheet, rows: tuple[tuple[Cell, ...], ...]) -> None:
    for row in rows:
        sheet.line(*row)
