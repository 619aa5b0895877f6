"""Import of 100,000 rows x 21 columns end to end, against a raw calamine read and a raw sqlite3 insert of the same rows.

`python bench_import.py [ROWS]`. Ours reads in a guarded child process, maps, checks, and keeps with provenance,
journal and the file's own bytes.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from datetime import date, datetime, timedelta
from pathlib import Path

import python_calamine
import ratios
import xlsxwriter

from collabdesk.usecases import imports
from collabdesk.usecases.workspace import Workspace

BOUND = 2.0
HEADERS = (
    "Project number", "Acronym", "Participant order", "Role", "PIC", "Legal name", "Short name", "VAT number",
    "SME", "Type", "Street", "Postcode", "City", "Country", "Region", "Website", "EU contribution", "Net EU contribution",
    "Total cost", "End of participation", "Start date",
)  # fmt: skip
KINDS = ("HES", "REC", "PRC", "PUB", "OTH")
COUNTRIES = ("DE", "FR", "IT", "ES", "PL", "NL", "SE", "NO", "FI", "EL")


def row(number: int) -> tuple:
    """One partner's contribution: ten partners a project, three thousand partners in all."""
    partner = number % 3000
    amount = 10000 + (number * 7919) % 900000 + (number % 100) / 100
    return (
        str(101000000 + number // 10), f"ACRO{number // 10}", number % 10 + 1, "beneficiary" if number % 10 else "coordinator",
        str(900000000 + partner), f"Organisation {partner}", f"ORG{partner}", f"XX{partner:09}", "yes" if partner % 3 else "no",
        KINDS[partner % 5], f"Street {partner}", f"{10000 + partner}", f"City {partner % 400}", COUNTRIES[partner % 10],
        f"Region {partner % 90}", f"www.org{partner}.example", amount, round(amount * 0.9, 2), round(amount * 1.2, 2), "",
        date(2021, 1, 1) + timedelta(days=number % 900),
    )  # fmt: skip


def write_workbook(path: Path, rows: int) -> None:
    book = xlsxwriter.Workbook(path, {"constant_memory": True, "default_date_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet("participants")
    sheet.write_row(0, 0, HEADERS)
    for number in range(rows):
        for column, value in enumerate(row(number)):
            if isinstance(value, date):
                sheet.write_datetime(number + 1, column, datetime(value.year, value.month, value.day))
            elif isinstance(value, str):
                sheet.write_string(number + 1, column, value)
            else:
                sheet.write_number(number + 1, column, value)
    book.close()


def bare(workbook: Path, folder: Path) -> float:
    """Seconds to read the sheet and insert its rows into one table, with our own pragmas."""
    start = time.perf_counter()
    with python_calamine.CalamineWorkbook.from_path(str(workbook)) as book:
        rows = book.get_sheet_by_index(0).to_python()
    connection = sqlite3.connect(folder / f"bare{time.perf_counter_ns()}.db", isolation_level=None)
    connection.execute("PRAGMA synchronous=EXTRA")
    connection.execute(f"CREATE TABLE t ({', '.join(f'c{n}' for n in range(len(HEADERS)))})")
    connection.execute("BEGIN IMMEDIATE")
    texts = ([v.isoformat() if isinstance(v, date) else v for v in line] for line in rows[1:])
    connection.executemany(f"INSERT INTO t VALUES ({','.join('?' * len(HEADERS))})", texts)
    connection.execute("COMMIT")
    connection.close()
    return time.perf_counter() - start


def ours(workbook: Path, folder: Path, rows: int) -> float:
    """Seconds to look at the workbook and accept it into a new database."""
    with Workspace.open(folder / f"ours{time.perf_counter_ns()}.db", person="bench") as workspace:
        start = time.perf_counter()
        staged = imports.look_at([workbook], imports.LookOptions(currency="EUR"), workspace=workspace)
        looked = time.perf_counter() - start
        imports.accept(workspace, staged)
        taken = time.perf_counter() - start
        kept = workspace.count("contribution")
    if kept != rows:
        raise SystemExit(f"{kept} contributions kept instead of {rows}")
    print(f"  look {looked:.2f} s, accept {taken - looked:.2f} s")
    return taken


def main(rows: int) -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workbook = folder / "participants.xlsx"
        write_workbook(workbook, rows)
        # Taken in turns, so that a busy moment of the machine falls on both.
        pairs = [(ours(workbook, folder, rows), bare(workbook, folder)) for _ in range(3)]
    best = min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)
    return ratios.verdict(f"Import of {rows:,} rows x {len(HEADERS)} columns", *best, BOUND)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000))
