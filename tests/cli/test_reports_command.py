"""`collabdesk reports`: from a draft to a superseded report, with its ledger, packet, tables and responses."""

from __future__ import annotations

import getpass
import json
import shutil
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest

from certificates import PASSWORD, pkcs12
from collabdesk.app import main
from collabdesk.domain.contributions import Contribution
from collabdesk.domain.partners import Partner
from collabdesk.domain.projects import Project
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database, keep

CODE = "R-2025-001"


@pytest.fixture(scope="module")
def issued_once(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    books = fresh_database(folder)
    with Workspace.open(books, person="Ada") as workspace:
        keep(
            workspace,
            Project(code="P-1", acronym="TIDE", currency="EUR", funding=Decimal(300), start="2024-01-01"),
            Partner(name="Alpha"),
            Contribution(project_id=1, partner_id=1, pledged=Decimal(50), received=Decimal(10), currency="EUR"),
        )
    command = ["report", "P-1", "--as-of", "2025-03-14", "--outline", "project_status", "--out", str(folder / "a.pdf")]
    assert main(["--database", str(books), *command]) == 0
    return folder


@pytest.fixture
def run(issued_once, tmp_path, capsys):
    """Runs a command on a copy of the books; gives its exit status and what it said."""
    books = shutil.copyfile(issued_once / "books.db", tmp_path / "books.db")

    def do(*words):
        capsys.readouterr()
        status = main(["--database", str(books), *map(str, words)])
        told = capsys.readouterr()
        return status, told.out + told.err

    do.books = books
    return do


def pay(run, amount):
    with Workspace.open(run.books, person="Ada") as workspace, workspace.changing("Correct the receipt") as step:
        step.update(replace(workspace.get("contribution", 1), received=Decimal(amount)))


def sign(run, *more):
    assert run("reports", "review", CODE, "--by", "Bo")[0] == 0
    return run("reports", "sign", CODE, "--by", "Ada", *more)


def test_a_report_goes_its_way_to_the_signature_and_no_undo_takes_it_back(run):
    assert run("reports", "sign", CODE, "--by", "Ada")[0] == 3
    status, told = sign(run)
    assert (status, told.splitlines()[0]) == (0, f"{CODE} is signed by Ada; nothing changes it any more.")
    status, told = run("undo")
    assert status == 3
    assert "nothing takes that back" in told
    (report,) = json.loads(run("reports", "list", "--json")[1])["reports"]
    assert (report["status"], report["reviewed_by"], report["signed_by"], report["restated"]) == (
        "signed",
        "Bo",
        "Ada",
        0,
    )


def test_restated_figures_are_listed_with_a_status_of_their_own_until_superseded(run, tmp_path):
    sign(run)
    assert run("reports", "restatements")[0] == 0
    pay(run, 40)
    status, told = run("reports", "restatements")
    assert status == 1
    assert "F1-received Contributions received: 10 EUR -> 40 EUR\n    Correct the receipt (" in told
    assert run("reports", "supersede", CODE, "--out", tmp_path / "b.pdf")[0] == 0
    run("reports", "review", "R-2025-002", "--by", "Bo")
    assert f"{CODE} is superseded by it." in run("reports", "sign", "R-2025-002", "--by", "Ada")[1]
    assert run("reports", "restatements")[0] == 0
    status, told = run("verify", tmp_path / "b.pdf")
    assert (status, "It was reviewed by Bo and signed by Ada on" in told) == (0, True)


def test_a_certificate_asks_for_its_password_and_signs_the_file(run, issued_once, tmp_path, monkeypatch):
    pytest.importorskip("pyhanko")
    (tmp_path / "me.p12").write_bytes(pkcs12())
    monkeypatch.setattr(getpass, "getpass", lambda _prompt: PASSWORD)
    assert sign(run, "--certificate", tmp_path / "me.p12")[0] == 0
    assert run("reports", "print", CODE, "--out", tmp_path / "signed.pdf")[0] == 0
    assert (tmp_path / "signed.pdf").read_bytes().startswith((issued_once / "a.pdf").read_bytes())
    status, told = run("verify", tmp_path / "signed.pdf")
    assert status == 0
    assert "made with the certificate of A. Revisor" in told
    assert "it is intact and covers the whole file" in told
    assert PASSWORD.encode() not in run.books.read_bytes()


def test_packet_and_tables_are_written_and_the_packet_is_known_again(run, tmp_path):
    status, told = run("reports", "packet", CODE, "--out", tmp_path / "packet.pdf")
    assert (status, f"attached: {CODE} tables.xlsx" in told) == (0, True)
    assert run("verify", tmp_path / "packet.pdf")[0] == 0
    assert run("reports", "tables", CODE, "--out", tmp_path / "tables.xlsx")[0] == 0
    assert openpyxl.load_workbook(tmp_path / "tables.xlsx")["Report"]["B2"].value == CODE
    (tmp_path / "csv").mkdir()
    assert run("reports", "tables", CODE, "--out", tmp_path / "csv")[0] == 0
    assert any(file.name.startswith(CODE) for file in (tmp_path / "csv").glob("*.csv"))
    assert run("reports", "tables", CODE, "--out", tmp_path / "no.txt")[0] == 3


def test_a_list_is_written_to_a_file_of_either_kind(run, tmp_path):
    assert run("list", "partner", "--out", tmp_path / "partners.xlsx")[0] == 0
    sheet = openpyxl.load_workbook(tmp_path / "partners.xlsx").active
    assert "Alpha" in [cell.value for cell in sheet[2]]
    assert run("list", "contribution", "--project", "P-1", "--out", tmp_path / "c.csv")[0] == 0
    assert "Alpha" in (tmp_path / "c.csv").read_text("utf-8-sig")
    assert run("list", "partner", "--out", tmp_path / "partners.doc")[0] == 3


def test_what_is_not_there_is_refused(run, tmp_path):
    assert run("reports", "show", "R-1999-001")[0] == 3
    assert run("reports", "responses", tmp_path / "none.xlsx")[0] == 3
