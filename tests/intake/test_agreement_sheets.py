"""Made-up sheets of an agreement are read for what they are, in four languages, and kept with their words understood."""

from __future__ import annotations

import pytest

from collabdesk.intake.grid import Grid
from collabdesk.intake.mapping import understand
from collabdesk.intake.tables import find_tables
from collabdesk.usecases.keeping.derived import add_derived

# The files of the folder: clauses.py, decisions.py, assets.py, publications.py, datasets.py and transfers.py.
SHEETS = {
    "clause": [
        ["Clause no", "Clause type", "Title", "Reference in the agreement", "In force from", "Review on"],
        ["6.3", "Governance", "Voting and quorum", "DESCA 2.1, 6.3", "2024-01-01", "2026-01-31"],
        ["8.2", "IP", "Ownership of results", "DESCA 2.1, 8.2", "2024-01-01", "2027-01-31"],
    ],
    "decision": [
        ["Decision no", "Decision", "Body", "Date of meeting", "On the agenda", "Votes entitled", "Votes present",
         "Votes in favour", "Votes against", "Abstentions", "Decision status", "Minutes sent on"],
        ["GA-1", "Budget moved", "General Assembly", "2026-05-12", "yes", 15, 12, 9, 2, 1, "Adopted", "2026-05-20"],
        ["GA-2", "Site closed", "General Assembly", "2026-05-12", "no", 15, 12, 5, 7, 0, "Rejected", "2026-05-20"],
    ],
    "asset": [
        ["IP no", "Background or result", "Title", "IP owner", "Access rights", "Exclusive until", "Exploitation"],
        ["B1", "Background", "Wave model", "NHU", "royalty-free for the action", None, None],
        ["R1", "Result", "Low-cost buoy", "VMT; IKW", "fair and reasonable", "2027-12-31", "Licensed to one firm"],
    ],
    "publication": [
        ["Publication title", "Authors", "Journal", "DOI", "Published on", "Embargo (days)", "Repository"],
        ["Waves in the strait", "A. Person", "J. Ocean", "10.1000/1", "2026-02-01", 0, "Zenodo"],
        ["Salt and sensors", "B. Person", "J. Sensors", "10.1000/2", "2026-03-01", 180, "Zenodo"],
    ],
    "dataset": [
        ["Dataset no", "Dataset", "Type", "DUO codes", "Data stored in", "Permitted countries", "Personal data",
         "Export class", "Data approvals", "Usable until"],
        ["DS1", "Buoy positions", "time series", "GRU NPU", "NO", "EEA CH", "no", "6A001", "", "2028-12-31"],
        ["DS2", "Interviews", "text", "GRU TS", "PT", "EU", "yes", None, "REC 24/117", "2026-03-31"],
    ],
    "transfer": [
        ["Transfer no", "Dataset", "From country", "To country", "Recipient", "Transfer mechanism", "Approval expires"],
        ["T1", "DS1", "NO", "CH", "ETH", "none needed", "2026-12-31"],
        ["T2", "DS2", "PT", "US", "Cloud Inc.", "SCC", "2026-05-31"],
    ],
    "klausel/clause": [
        ["Klausel Nr", "Titel der Klausel", "Wortlaut", "Fundstelle im Vertrag", "Wiedervorlage"],
        ["6.3", "Abstimmung", "Zwei Drittel", "DESCA 6.3", "31.01.2026"],
        ["8.2", "Ergebnisse", "Wer sie macht", "DESCA 8.2", "31.01.2027"],
    ],
    "beschluss/decision": [
        ["Beschluss Nr", "Beschlussgegenstand", "Sitzungsdatum", "Anwesende Stimmen", "Ja-Stimmen", "Nein-Stimmen"],
        ["1", "Haushalt", "12.05.2026", 12, 9, 2],
        ["2", "Standort", "12.05.2026", 12, 5, 7],
    ],
    "donnees/dataset": [
        ["N° du jeu de données", "Jeu de données", "Codes DUO", "Pays autorisés", "Données personnelles"],
        ["DS1", "Bouées", "GRU", "EU", "non"],
        ["DS2", "Entretiens", "GRU TS", "EU", "oui"],
    ],
    "datos/transfer": [
        ["N.º de transferencia", "Conjunto de datos transferido", "País de destino", "Mecanismo de transferencia"],
        ["T1", "DS1", "CH", "adequacy"],
        ["T2", "DS2", "US", "SCC"],
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", SHEETS)
def test_every_column_of_a_sheet_is_understood(name):
    rows = SHEETS[name]
    grid = Grid("Sheet1", rows)
    tables, _ = find_tables(grid)
    assert len(tables) == 1
    mapped = understand(tables[0], grid)
    assert mapped.kind == name.rpartition("/")[2]
    left = {rows[0][column.header] for column in mapped.columns if column.field is None}
    assert left <= {"Authors", "Journal"}
    assert len(tables[0].anchors) == len(rows) - 1


def test_a_list_of_publications_of_a_whole_programme_is_none_of_ours():
    grid = Grid("Sheet1", [["id", "title", "authors", "journal title", "issn"], ["1", "A", "B", "C", "1234-5678"]])
    tables, _ = find_tables(grid)
    assert tables == []


def test_words_of_a_sheet_become_ours_and_others_stay():
    columns = {"form": ["Background IP", "Foreground", ""], "published_on": [None, None, "2026-02-01"]}
    add_derived("asset", columns, 3)
    assert columns["form"] == ["background", "result", "publication"]
    columns = {"mechanism": ["Standard contractual clauses", "handshake"], "approved_on": ["2026-05-01", None]}
    add_derived("transfer", columns, 2)
    assert columns["mechanism"] == ["scc", "handshake"]
    assert columns["status"] == ["approved", "recorded"]
    columns = {"status": ["Approved", "pending", ""], "veto_on": [None, None, "2026-05-12"]}
    add_derived("decision", columns, 3)
    assert columns["status"] == ["adopted", "proposed", "vetoed"]
