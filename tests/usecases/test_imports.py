"""From a file to records and back: what is kept, what a second import changes, what is given account of."""

from __future__ import annotations

from decimal import Decimal

import pytest
import xlsxwriter

from collabdesk.domain.problems import Cancelled, Refused
from collabdesk.intake.reader import read
from collabdesk.usecases import imports
from collabdesk.usecases.imports import LookOptions, accept, account, look_at, revert
from collabdesk.usecases.workspace import Workspace
from databases import new_location

HEADERS = "projectID,projectAcronym,organisationID,name,country,role,ecContribution,totalCost"
ROWS = (
    'P1,ALPHA,111,Uni One,DE,coordinator,"1.000,50","2.000,00"',
    'P1,ALPHA,222,Lab Two,FR,participant,"500,00",',
    'P2,BETA,111,Uni One,DE,coordinator,"7,25","8,00"',
)


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(new_location(tmp_path), person="tester") as opened:
        yield opened


@pytest.fixture
def sheet(tmp_path):
    """Writes a csv of partners' contributions; gives its path."""

    def write(*rows, name="partners.csv", headers=HEADERS):
        path = tmp_path / name
        path.write_text("\n".join((headers, *(rows or ROWS))) + "\n", "utf-8")
        return path

    return write


def table(staged, accepted=None):
    return account(staged, accepted)["files"][0]["tables"][0]


def take(workspace, path, **options):
    staged = look_at([path], LookOptions(**options))
    return table(staged, accept(workspace, staged))


def test_looking_writes_nothing_and_foots(workspace, sheet):
    told = table(look_at([sheet()]))
    rows = told["rows"]
    assert rows == {"read": 3, "accepted": 3, "set_aside": 0, "rejected": 0}
    assert Decimal(told["totals"]["contribution.amount"]["sum"]) == Decimal("1507.75")
    assert told["totals"]["contribution.total_cost"]["blank"] == 1
    assert workspace.count("project") == 0


def test_an_import_makes_projects_partners_participations_and_contributions(workspace, sheet):
    told = take(workspace, sheet())
    assert told["outcome"] == {"added": 3, "updated": 0, "same": 0, "skipped": 0}
    counts = {n: workspace.count(n) for n in ("project", "partner", "participation", "contribution")}
    assert counts == {"project": 2, "partner": 2, "participation": 3, "contribution": 3}
    first = workspace.find("contribution")[0]
    assert (first.amount, first.currency, first.source_row, first.table_no) == (Decimal("1000.5"), "EUR", 2, 1)


def test_the_same_file_again_changes_nothing(workspace, sheet):
    take(workspace, sheet())
    assert take(workspace, sheet())["outcome"] == {"added": 0, "updated": 0, "same": 3, "skipped": 0}
    assert workspace.count("contribution") == 3


def test_an_import_is_one_step_of_undo(workspace, sheet):
    take(workspace, sheet())
    workspace.undo()
    assert [workspace.count(n) for n in ("project", "partner", "contribution", "batch")] == [0, 0, 0, 0]
    workspace.redo()
    assert workspace.count("contribution") == 3


def test_a_later_file_updates_what_it_says_differently(workspace, sheet):
    take(workspace, sheet())
    told = take(workspace, sheet(ROWS[0].replace("1.000,50", "1.100,50"), *ROWS[1:]))
    assert told["outcome"] == {"added": 0, "updated": 1, "same": 2, "skipped": 0}
    assert workspace.find("contribution")[0].amount == Decimal("1100.5")


def test_a_blank_cell_never_erases_what_is_known(workspace, sheet):
    take(workspace, sheet())
    take(workspace, sheet('P1,,111,,,,,"2.000,00"', 'P2,BETA,111,Uni One,DE,coordinator,"7,25","8,00"'))
    kept = workspace.find("contribution")[0]
    assert (kept.amount, workspace.find("project")[0].acronym) == (Decimal("1000.5"), "ALPHA")


def test_skip_leaves_and_add_repeats_what_is_there(workspace, sheet):
    take(workspace, sheet())
    changed = sheet(ROWS[0].replace("1.000,50", "9.000,50"), *ROWS[1:])
    assert take(workspace, changed, on_same="skip")["outcome"]["skipped"] == 3
    assert workspace.find("contribution")[0].amount == Decimal("1000.5")
    assert take(workspace, changed, on_same="add")["outcome"]["added"] == 3
    assert workspace.count("contribution") == 6


def test_two_identical_rows_are_two_records(workspace, sheet):
    twice = sheet(ROWS[0], ROWS[0], ROWS[2])
    take(workspace, twice)
    assert workspace.count("contribution") == 3
    assert take(workspace, twice)["outcome"]["same"] == 3


def test_a_partner_list_without_money_invents_no_contributions(workspace, sheet):
    take(workspace, sheet("P1,ALPHA,111,Uni One,DE,coordinator,,", "P1,ALPHA,222,Lab Two,FR,participant,,"))
    assert (workspace.count("participation"), workspace.count("contribution")) == (2, 0)


def test_an_amount_that_is_none_keeps_its_row_out_and_is_listed(workspace, sheet, tmp_path):
    staged = look_at([sheet(*ROWS[:2], 'P2,BETA,111,Uni One,DE,coordinator,lots,"8,00"')])
    told = table(staged)
    assert told["rows"] == {"read": 3, "accepted": 2, "set_aside": 0, "rejected": 1}
    assert told["problems"][0] == {
        "cell": "G4",
        "code": "not-an-amount",
        "severity": "error",
        "text": "'lots' is not an amount",
    }
    rejects = tmp_path / "rejects.xlsx"
    assert imports.write_rejects(staged, rejects) == 1
    assert list(read(rejects).grids[0].rows[1])[:3] == [4, "'lots' is not an amount", "P2"]
    accept(workspace, staged)
    assert workspace.count("contribution") == 2


def test_a_file_that_changed_after_the_look_is_refused_and_nothing_is_kept(workspace, sheet):
    staged = look_at([sheet()])
    sheet(ROWS[0])
    with pytest.raises(Refused, match="changed"):
        accept(workspace, staged)
    assert workspace.count("batch") == 0


def test_a_refused_file_is_told_and_cannot_be_accepted(workspace, tmp_path):
    (tmp_path / "x.csv").write_bytes(b"")
    staged = look_at([tmp_path / "x.csv", tmp_path / "none.csv"])
    assert ["empty" in (f.refused or "") for f in staged.files] == [True, False]
    assert "no file none.csv" in (staged.files[1].refused or "")
    with pytest.raises(Refused):
        accept(workspace, staged)


def test_a_mapping_by_hand_wins_and_a_wrong_one_is_refused(sheet):
    staged = look_at([sheet()], LookOptions(map=(("country", "partner.region"), ("role", ""))))
    fields = {c["header"]: c["field"] for c in table(staged)["columns"]}
    assert (fields["country"], "role" in fields) == ("partner.region", False)
    with pytest.raises(Refused, match="Did you mean"):
        look_at([sheet()], LookOptions(map=(("country", "partner.contry"),)))


def test_an_earlier_mapping_is_found_by_the_files_name(workspace, sheet):
    take(workspace, sheet(), map=(("country", "partner.region"),))
    staged = look_at([sheet(name="next.csv")], LookOptions(mapping="partners"), workspace=workspace)
    fields = {c["header"]: c["field"] for c in table(staged)["columns"]}
    assert fields["country"] == "partner.region"


def test_an_import_can_be_taken_back_days_later(workspace, sheet):
    take(workspace, sheet())
    revert(workspace, imports.batches(workspace)[0].id)
    assert workspace.count("contribution") == 0
    assert imports.batches(workspace)[0].status == "undone"


def test_rows_without_a_project_go_to_the_one_that_was_said(workspace, tmp_path):
    path = tmp_path / "milestones.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Milestones")
        page.write_row(0, 0, ["Milestone number", "Milestone title", "Due date", "Status"])
        page.write_row(1, 0, ["MS1", "Kick-off held", "2024-01-31", "Complete"])
        page.write_row(2, 0, ["MS2", "Prototype ready", "2024-06-30", "Open"])
    take(workspace, path, project="P9")
    project = workspace.find("project")[0]
    assert project.code == "P9"
    assert [(m.code, m.project_id) for m in workspace.find("milestone")] == [("MS1", project.id), ("MS2", project.id)]


def test_the_raw_rows_of_a_sheet_can_be_seen(sheet):
    assert imports.sheet_page(sheet(), "", 2, 1).texts == [
        ["P1", "ALPHA", "111", "Uni One", "DE", "coordinator", "1.000,50", "2.000,00"]
    ]


def test_a_lead_does_not_replace_the_funders_own_word_for_a_role(workspace, tmp_path):
    projects, partners = tmp_path / "projects.csv", tmp_path / "partners.csv"
    projects.write_text(
        "Project number,Project title,Lead institution,Start date,End date\nN-1,Soil,Tall University,2024-01-01,2026-12-31\n"
    )
    partners.write_text(
        "Project number,Institution name,Country,Role\nN-1,Tall University,US,Lead institution\n"
        "N-1,Marsh Lab,US,Subrecipient\n"
    )
    for path in (projects, partners):
        accept(workspace, look_at([path]))
    staged = look_at([projects])
    (table,) = account(staged, accept(workspace, staged))["files"][0]["tables"]
    assert table["outcome"]["updated"] == 0
    assert workspace.find("participation", partner_id=1)[0].role == "Lead institution"


def test_accepting_given_up_in_the_middle_of_a_large_table_leaves_nothing(workspace, sheet):
    rows = [f'P{n // 10},A{n // 10},{n % 700},Uni {n % 700},DE,participant,"{n},50","{n},60"' for n in range(30_000)]
    staged = look_at([sheet(*rows)])
    seen = []

    def is_cancelled():
        seen.append(workspace.count("contribution"))
        return seen[-1] > 0

    with pytest.raises(Cancelled):
        accept(workspace, staged, is_cancelled=is_cancelled)
    assert 0 < seen[-1] < 30_000, "it was given up between two parts of the table"
    assert [workspace.count(noun) for noun in ("contribution", "participation", "project", "partner", "batch")] == [
        0
    ] * 5
    assert workspace.undo_label is None


def test_a_large_file_again_adds_nothing_and_a_changed_cell_is_one_update(workspace, sheet):
    rows = [f'P{n // 10},A{n // 10},{n % 700},Uni {n % 700},DE,participant,"{n},50","{n},60"' for n in range(8_000)]
    take(workspace, sheet(*rows))
    kept = workspace.count("contribution")
    assert take(workspace, sheet(*rows))["outcome"] == {"added": 0, "updated": 0, "same": 8_000, "skipped": 0}
    rows[4_321] = rows[4_321].replace("4321,60", "5000,00")
    assert take(workspace, sheet(*rows))["outcome"] == {"added": 0, "updated": 1, "same": 7_999, "skipped": 0}
    assert workspace.count("contribution") == kept == 8_000
    assert workspace.find("contribution", total_cost=Decimal(5000))[0].version == 2


def test_a_list_of_partners_with_pledges_keeps_the_day_on_which_they_fall_due(workspace, tmp_path):
    path = tmp_path / "partners.csv"
    path.write_text(
        "Project number,Partner,Country,Role,Cash or in-kind,Pledged,Received,Due date\n"
        "N-1,Tall University,US,Coordinator,Cash,100,40,2025-03-31\nN-1,Marsh Lab,FR,Partner,In kind,50,50,2025-06-30\n"
    )
    accept(workspace, look_at([path]))
    assert [c.due for c in workspace.find("contribution")] == ["2025-03-31", "2025-06-30"]


def test_a_total_cost_is_no_funding_though_one_funder_calls_it_so(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(
        "Project number,Project title,Coordinator,Start date,End date,Total cost,EU contribution\n"
        "A-1,Soil,Uni,2024-01-01,2026-12-31,1000,700\nA-2,Sea,Uni,2024-01-01,2026-12-31,2000,900\n"
    )
    (table,) = account(look_at([path]))["files"][0]["tables"]
    fields = {c["header"]: c["field"] for c in table["columns"]}
    assert (fields["Total cost"], fields["EU contribution"]) == ("project.total_cost", "project.funding")
