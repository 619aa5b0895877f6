"""A confirmed mapping is kept per funder, offered for the next file, says what no longer fits, and is handed on."""

from __future__ import annotations

import pytest
import xlsxwriter

from collabdesk.domain.problems import Refused
from collabdesk.usecases import profiles
from collabdesk.usecases.imports import LookOptions, accept, look_at, revert
from collabdesk.usecases.profiles.confirming import family
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database, new_location

HEADERS = ("Nr sprawy", "Kto dostał", "Ile w sumie", "Początek", "Uwagi")
ROWS = (("A-1", "Uni One", 1000.5, "01.02.2024", "x"), ("A-2", "Lab Two", 2000, "13.03.2024", "y"))
BY_HAND = (("Nr sprawy", "project.code"), ("Kto dostał", "project.coordinator"), ("Ile w sumie", "project.funding"),
           ("Uwagi", ""))  # fmt: skip
SAID = LookOptions(map=BY_HAND, kind="project", currency="PLN", date_order="dmy")


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(new_location(tmp_path), person="Ada") as opened:
        yield opened


@pytest.fixture
def book(tmp_path):
    """Writes a workbook of one or more sheets; gives its path."""

    def write(name, *sheets, headers=HEADERS, rows=ROWS):
        path = tmp_path / name
        workbook = xlsxwriter.Workbook(str(path))
        for title, *own in sheets or [("Lista",)]:
            sheet = workbook.add_worksheet(title)
            for number, row in enumerate((*(own or [headers]), *rows)):
                sheet.write_row(number, 0, row)
        workbook.close()
        return path

    return write


def take(workspace, path, options=SAID):
    staged = look_at([path], options, workspace=workspace)
    return staged, accept(workspace, staged)


def only(workspace):
    (profile,) = profiles.saved(workspace)
    return profile


def fields(staged):
    return {c.header: c.field for c in staged.tables[0].columns}


def test_accepting_saves_one_profile_for_the_files_family(workspace, book):
    take(workspace, book("lista_2024-v2.xlsx"))
    take(workspace, book("lista_2025 (1).xlsx"))
    content = only(workspace).content
    assert (content.name, content.funder, content.confirmed_by) == ("lista", "", "Ada")
    assert [(c.header, c.field, c.by_hand) for c in content.tables[0].columns] == [
        ("Nr sprawy", "project.code", True),
        ("Kto dostał", "project.coordinator", True),
        ("Ile w sumie", "project.funding", True),
        ("Początek", "project.start", False),
        ("Uwagi", "", True),
    ]
    assert (content.tables[0].currency, content.tables[0].date_order) == ("PLN", "dmy")


def test_a_funder_has_one_profile_by_whatever_name_it_is_called(workspace, book):
    take(workspace, book("a.xlsx"), LookOptions(map=BY_HAND, kind="project", funder="CORDIS"))
    take(workspace, book("b.xlsx", headers=("projectID", "acronym", "ecMaxContribution", "startDate", "rcn")))
    assert only(workspace).content.funder == "European Commission"
    assert len(only(workspace).content.tables) == 2


@pytest.mark.parametrize(
    ("name", "common"),
    [("partners_2024-v2 (1).xlsx", "partners"), ("Q3 report.csv", "report"), ("2024.csv", "2024"), ("v2.csv", "v2")],
)
def test_issues_of_one_list_are_one_family(name, common):
    assert family(name) == common


def test_a_table_of_which_nothing_was_kept_confirms_nothing(workspace, book):
    staged = look_at([book("lista.xlsx")], SAID)
    accept(workspace, staged, skip=staged.tables)
    assert profiles.saved(workspace) == []


def test_the_next_file_is_offered_the_profile_and_read_by_it(workspace, book):
    take(workspace, book("lista_2024.xlsx"))
    staged = look_at([book("lista_2025.xlsx")])
    offer = profiles.offers(workspace, staged)[0, 0]
    assert (offer.profile, offer.fits, offer.of, offer.missing, offer.new) == ("lista", 5, 5, (), ())
    assert ("Kto dostał", "", "project.coordinator") in offer.differs
    again = look_at([book("lista_2025.xlsx")], profiles.with_profile(staged.options, offer, staged.tables[0]))
    table = again.tables[0]
    assert fields(again) == dict(BY_HAND) | {"Początek": "project.start", "Uwagi": None}
    assert (table.currency, table.currency_from, table.profile) == ("PLN", "profile", "lista")
    assert {c.reason for c in table.columns} == {f"as confirmed on {today_in_words()} by Ada (profile lista)"}
    assert profiles.offers(workspace, again)[0, 0].is_used


def today_in_words():
    from datetime import UTC, datetime

    from collabdesk.domain.dates import in_words

    return in_words(datetime.now(UTC).date().isoformat())


def test_what_no_longer_fits_is_named(workspace, book):
    take(workspace, book("lista_2024.xlsx"))
    changed = book("lista_2025.xlsx", headers=("Nr sprawy", "Beneficjent", "Ile w sumie", "POCZĄTEK ", "Uwagi"))
    staged = look_at([changed], LookOptions(mapping="lista"), workspace=workspace)
    offer = profiles.offers(workspace, staged)[0, 0]
    assert (offer.fits, offer.of, offer.missing, offer.new) == (4, 5, ("Kto dostał",), ("Beneficjent",))
    told = {p.code: p.text for p in staged.tables[0].problems}
    assert "“Kto dostał”" in told["profile-missing"]
    assert "“Beneficjent”" in told["profile-new"]


def test_a_file_that_no_table_of_the_profile_fits_says_so(workspace, book):
    take(workspace, book("lista_2024.xlsx"))
    other = book("other.xlsx", headers=("Milestone", "Due date", "Status", "Title", "WP"))
    staged = look_at([other], LookOptions(mapping="lista"), workspace=workspace)
    assert [p.code for p in staged.tables[0].problems if p.code.startswith("profile")] == ["profile-unfit"]
    assert profiles.offers(workspace, staged) == {}


def test_a_renamed_sheet_is_known_by_its_headers(workspace, book):
    take(workspace, book("lista.xlsx", ("Rok 2024",)))
    staged = look_at([book("lista.xlsx", ("Całkiem inna",))], LookOptions(mapping="lista"), workspace=workspace)
    assert fields(staged)["Kto dostał"] == "project.coordinator"
    accept(workspace, staged)
    assert only(workspace).content.tables[0].sheets == ("Całkiem inna",)


def test_sheets_that_are_alike_are_told_apart_by_their_names(workspace, book):
    path = book("lista.xlsx", ("Granty",), ("Umowy",))
    options = LookOptions(
        map=(*((f"Granty!{h}", f) for h, f in BY_HAND), ("Umowy!Nr sprawy", "project.code"),
             ("Umowy!Kto dostał", "project.title"), ("Umowy!Ile w sumie", "project.total_cost")),
        kind="project",
        currency="PLN",
    )  # fmt: skip
    take(workspace, path, options)
    assert len(only(workspace).content.tables) == 2
    renamed = look_at(
        [book("lista.xlsx", ("Umowy 2025",), ("Granty 2025",))], LookOptions(mapping="lista"), workspace=workspace
    )
    agreements, grants = renamed.tables
    assert next(c.field for c in agreements.columns if c.header == "Kto dostał") == "project.title"
    assert next(c.field for c in grants.columns if c.header == "Kto dostał") == "project.coordinator"


def test_a_text_in_a_column_of_amounts_stays_a_problem(workspace, book):
    take(workspace, book("lista.xlsx"))
    rows = (("A-1", "Uni One", "lots", "01.02.2024", "x"), ("A-2", "Lab Two", "plenty", "13.03.2024", "y"))
    staged = look_at([book("lista.xlsx", rows=rows)], LookOptions(mapping="lista"), workspace=workspace)
    assert {p.cell for p in staged.tables[0].problems if p.code == "not-an-amount"} == {"Lista!C2", "Lista!C3"}


def test_the_person_goes_before_the_profile(workspace, book):
    take(workspace, book("lista.xlsx"))
    options = LookOptions(mapping="lista", map=(("Kto dostał", "project.title"),), currency="EUR")
    staged, _ = take(workspace, book("lista.xlsx"), options)
    assert (fields(staged)["Kto dostał"], staged.tables[0].currency) == ("project.title", "EUR")
    kept = only(workspace).content.tables[0]
    assert [c.field for c in kept.columns if c.header == "Kto dostał"] == ["project.title"]
    assert kept.currency == "EUR"


def test_an_import_without_the_profile_does_not_lose_what_was_chosen_by_hand(workspace, book):
    take(workspace, book("lista.xlsx"))
    before = only(workspace).content.tables[0].columns
    take(workspace, book("lista.xlsx"), LookOptions(map=(("Nr sprawy", "project.code"),), kind="project"))
    assert only(workspace).content.tables[0].columns == before


def test_the_same_reading_again_changes_nothing(workspace, book):
    take(workspace, book("lista.xlsx"))
    version = only(workspace).record.version
    take(workspace, book("lista.xlsx"), LookOptions(mapping="lista"))
    assert only(workspace).record.version == version


def test_undoing_the_import_takes_the_profile_back_to_what_it_was(workspace, book):
    take(workspace, book("lista.xlsx"))
    first = only(workspace).record.content
    _, accepted = take(workspace, book("lista.xlsx", headers=(*HEADERS[:4], "Nowa")), LookOptions(mapping="lista"))
    assert only(workspace).record.content != first
    workspace.undo()
    assert only(workspace).record.content == first
    workspace.redo()
    revert(workspace, accepted.batch_id)
    assert only(workspace).record.content == first
    workspace.undo()
    workspace.undo()
    workspace.undo()
    assert profiles.saved(workspace) == []


def test_a_profile_is_handed_from_one_database_to_another(workspace, book, tmp_path):
    take(workspace, book("lista.xlsx"))
    written = profiles.write_profile(workspace, "LISTA", tmp_path / "for you")
    assert written.name == "for you.toml"
    with Workspace.open(fresh_database(tmp_path, "other.db"), person="Ben") as other:
        by_path = look_at([book("lista.xlsx")], LookOptions(mapping=str(written)), workspace=other)
        assert fields(by_path)["Kto dostał"] == "project.coordinator"
        profiles.read_profile(other, written)
        staged, _ = take(other, book("neu.xlsx"), LookOptions(mapping="lista"))
        assert staged.tables[0].columns[0].reason.endswith("by Ada (profile lista)")
        assert only(other).content.confirmed_by == "Ada"


def test_a_profile_of_a_name_that_is_taken_is_numbered_or_replaces(workspace, book, tmp_path):
    take(workspace, book("lista.xlsx"))
    path = profiles.write_profile(workspace, "lista", tmp_path / "p.toml")
    assert profiles.read_profile(workspace, path).id == only(workspace).record.id
    path.write_text(path.read_text("utf-8").replace('"project.coordinator"', '"project.title"'), "utf-8")
    assert profiles.read_profile(workspace, path).name == "lista (2)"
    profiles.remove(workspace, "lista (2)")
    profiles.read_profile(workspace, path, replaces=True)
    assert only(workspace).content.tables[0].columns[1].field == "project.title"


def test_a_profile_is_renamed_and_still_found_for_its_funder(workspace, book):
    take(workspace, book("a.xlsx"), LookOptions(map=BY_HAND, kind="project", funder="Fundusz"))
    profiles.rename(workspace, "fundusz", "Granty")
    take(workspace, book("b.xlsx", headers=("Kod", *HEADERS[1:])), LookOptions(funder="Fundusz", mapping="Granty"))
    assert only(workspace).content.name == "Granty"
    workspace.undo()
    workspace.undo()
    assert only(workspace).content.name == "Fundusz"


def test_a_name_that_means_nothing_is_refused_with_what_there_is(workspace, book):
    with pytest.raises(Refused, match="No profile is saved yet"):
        look_at([], LookOptions(mapping="x"), workspace=workspace)
    take(workspace, book("lista.xlsx"))
    with pytest.raises(Refused, match=r"There are: lista\. Files imported so far: lista\.xlsx"):
        look_at([], LookOptions(mapping="x"), workspace=workspace)
    for act in (lambda: profiles.remove(workspace, "x"), lambda: profiles.rename(workspace, "lista", " ")):
        with pytest.raises(Refused):
            act()


def test_an_earlier_file_is_a_mapping_too_and_leaves_out_what_was_left_out(workspace, book):
    take(workspace, book("lista 2024.xlsx"))
    profiles.remove(workspace, "lista")
    staged = look_at([book("neu.xlsx")], LookOptions(mapping="lista 2024"), workspace=workspace)
    assert fields(staged)["Kto dostał"] == "project.coordinator"
    assert staged.tables[0].currency == "PLN"


def test_a_profile_of_a_later_program_is_left_out_and_named(workspace, book):
    take(workspace, book("lista.xlsx"))
    from dataclasses import replace

    record = only(workspace).record
    with workspace.changing("as a later program has it") as step:
        step.update(replace(record, content=record.content.replace("version = 1", "version = 9")))
    assert profiles.saved(workspace) == []
    assert "‘lista’" in profiles.unreadable(workspace)[0]
    take(workspace, book("lista.xlsx"))
    assert [p.content.name for p in profiles.saved(workspace)] == ["lista (2)"]
