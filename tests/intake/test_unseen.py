"""Traits of funders' files that were met after the vocabulary was made: each was once read wrongly."""

from __future__ import annotations

from datetime import date

from collabdesk.intake import held_back
from collabdesk.intake.fields.amounts import read_amounts
from collabdesk.intake.fields.column import Asked
from collabdesk.intake.grid import Grid
from collabdesk.intake.mapping import understand
from collabdesk.intake.stage import StageOptions, stage
from collabdesk.intake.tables import find_tables
from collabdesk.intake.vocabulary import vocabulary

HEAD = ["Project ID", "Project title", "Start date", "Grant amount"]


def rows_of(number, start=1):
    return [[f"P{i}", f"Title {i}", date(2020, 1, 1), 10.0 * i] for i in range(start, start + number)]


def only(rows, sheet="Data", **options):
    tables, why = find_tables(Grid(sheet, rows, **options))
    assert why is None
    assert len(tables) == 1
    return tables[0]


def fields(rows, sheet="Data"):
    table = only(rows, sheet)
    mapped = understand(table, Grid(sheet, rows))
    return mapped.kind, [c.field for c in mapped.columns]


def test_a_sheet_named_list_of_projects_is_no_list_of_codes():
    head = ["Name des Begünstigten", "Bezeichnung des Vorhabens", "Gesamtkosten"]
    assert only([head, ["A", "B", 1.0], ["C", "D", 2.0], ["E", "F", 3.0]], "LPW - Liste der Vorhaben").headers


def test_both_decimal_marks_in_earnest_are_asked_about():
    cells = ["5,819,053"] * 4 + ["158,87"] * 5 + ["29,275"]
    read = read_amounts(cells, Asked("project.funding", "amount"))
    assert read.values[-1] is None
    assert "ambiguous-decimal" in {i.code for i in read.issues}
    slip = read_amounts(["1.234,50"] * 99 + ["7,50", "1.5"], Asked("project.funding", "amount"))
    assert slip.total == 99 * 1234 + 49 + 8  # the one slip of the pen is reported, the column is clear


def test_amounts_are_no_rates_whatever_the_header_says():
    rows = [["Project title", "Union co-financing rate"], *([f"Project {i}", 1_733_348.0 + i] for i in range(6))]
    assert fields(rows)[1] == ["project.title", None]


def test_missing_values_do_not_speak_against_a_field():
    rows = [[*HEAD, "End date"], *([*row, "N/A"] for row in rows_of(5)), [*rows_of(1)[0], date(2021, 1, 1)]]
    assert fields(rows)[1][4] == "project.end"


def test_a_title_that_is_the_same_everywhere_gives_way():
    rows = [["Projectnummer", "Actie", "Naam van het project", "Subsidiebedrag"]]
    rows += [[f"P{i}", "AMR", f"Project {i}", 5.0] for i in range(12)]
    assert fields(rows)[1] == ["project.code", None, "project.title", "project.funding"]


def test_region_is_more_of_a_region_than_county():
    rows = [[*HEAD, "County", "Region"], *([*row, "York", "North"] for row in rows_of(5))]
    assert fields(rows)[1][4:] == [None, "project.region"]


def test_a_header_that_goes_on_with_its_rule_or_its_currency():
    long = "Name of category of intervention for the operation in accordance with point (b)(vi) of Article 96(2)"
    rows = [[*HEAD[:3], "Totale kosten in Euro's", long, "Land -country"]]
    rows += [[*row[:3], 5.0, "109", "Deutschland"] for row in rows_of(4)]
    assert fields(rows)[1][3:] == ["project.total_cost", "project.keywords", "project.country"]


def test_two_languages_with_wide_blanks_between_them():
    rows = [["Naam Aanvrager                 Beneficiary name", "Naam Project      Operation name"]]
    rows += [[f"Org {i}", f"Project {i}"] for i in range(4)]
    assert fields(rows)[1] == ["project.coordinator", "project.title"]


def test_prepared_rows_whose_formulas_give_zero_are_set_aside():
    rows = [
        [*HEAD, "Total cost"],
        *([*row, 5.0] for row in rows_of(4)),
        *([None, None, None, 0.0, 0.0] for _ in range(9)),
    ]
    table = only(rows)
    assert [r for r, _ in table.anchors] == [2, 3, 4, 5]
    assert {s.why for s in table.set_aside} == {"blank_key"}


def test_records_with_web_addresses_are_no_headers():
    row = ["101072693", "https://example.org/a", "en", "project", "projectDeliverable"]
    tables, _ = find_tables(Grid("", [["projectID", "physUrl", "language", "type", "source"], *([row] * 6)]))
    assert all(t.header_rows == (1, 1) for t in tables)


def test_deliverables_with_their_projects_are_deliverables():
    rows = [["id", "title", "deliverableType", "description", "projectID", "projectAcronym", "url"]]
    rows += [[f"D{i}", f"Paper {i}", "Documents", "A text", f"1{i}", "ABC", "https://x.org"] for i in range(9)]
    kind, mapped = fields(rows)
    assert kind == "deliverable"
    assert mapped[:6] == [
        "deliverable.code", "deliverable.title", "deliverable.type", "deliverable.description",
        "project.code", "project.acronym",
    ]  # fmt: skip


def test_titles_of_topics_are_no_titles_of_the_projects_beside_them():
    rows = [["projectID", "topic", "title"], *([f"1{i}", "ERC-STG", "Starting grants"] for i in range(40))]
    tables, _ = find_tables(Grid("", rows))
    assert all(t.is_guess for t in tables)


def test_the_number_of_contracts_is_no_contract_number():
    rows = [["Project title", "Number of contracts", "Number of the contract", "Total cost"]]
    rows += [[f"Project {i}", 10 + i, f"C{i}", 5.0] for i in range(6)]
    assert fields(rows)[1] == ["project.title", None, "project.code", "project.total_cost"]


def test_millions_that_would_cost_more_than_anything_are_units():
    rows = [["Project title", "Total project costs £m"], *([f"Project {i}", 2_390_607.0 + i] for i in range(6))]
    table = only(rows)
    staged = stage(table, understand(table, Grid("", rows)), Grid("", rows), StageOptions())
    assert staged.values["project.total_cost"][0] == 2_390_607 * 10_000
    assert "unit-doubted" in {p.code for p in staged.problems}
    rows = [["Project title", "Total project costs £m"], *([f"Project {i}", 55_000.0] for i in range(6))]
    table = only(rows)
    staged = stage(table, understand(table, Grid("", rows)), Grid("", rows), StageOptions())
    assert staged.values["project.total_cost"][0] == 55_000 * 10**6 * 10_000


def test_a_master_whose_projects_are_named_programmes_goes_down_the_page():
    labels = [
        "Project/Programme Name",
        "Project ID",
        "Project description",
        "Project status",
        "Email",
        "SRO",
        "Notes 1",
    ]
    labels += [f"Question {i}" for i in range(10)]
    names = [
        "Crossrail Programme",
        "Rail Franchising Programme",
        "Thameslink Programme",
        "Smart Project",
        "The Project",
    ]
    rows = [[labels[0], *names], *([label, *(f"{label} {n}" for n in range(5))] for label in labels[1:])]
    assert only(rows).layout == "transposed"


def test_a_row_of_help_below_the_header_is_set_aside():
    rows = [["Field Name", *HEAD], ["Help Text", "Your number", "Its name", "When it began", "Dollars"]]
    rows += [[None, *row] for row in rows_of(3)]
    assert [r for r, _ in only(rows).anchors] == [3, 4, 5]


def test_a_postal_code_of_a_recipient_is_no_code_of_the_recipient():
    rows = [[*HEAD, "Recipient Postal Code"], *([*row, "SY11 1RB"] for row in rows_of(4))]
    assert fields(rows)[1][4] == "partner.postcode"


def test_publications_are_held_back_even_where_their_projects_are_known():
    rows = [["id", "title", "authors", "journalTitle", "issn", "projectID", "projectAcronym"]]
    rows += [[f"X{i}", f"A paper {i}", "A, B", "Journal", "0304-4130", f"10{i}", "ABC"] for i in range(30)]
    tables, _ = find_tables(Grid("", rows))
    for table in tables:
        assert held_back.why(table, understand(table, Grid("", rows)))


def test_what_a_longer_phrase_leaves_without_its_brackets_gives_way_to_the_whole():
    assert vocabulary().read("Gesamtkosten des Vorhabens")[0].field == "project.total_cost"
    assert vocabulary().read("Gesamtkosten des Vorhabens (förderfähig)")[0].field == "project.eligible_cost"


def test_how_to_write_is_not_what_to_write():
    assert vocabulary().read("Mitigation - Actions taken (brief description)")[0].field == "risk.response"


def test_a_column_with_only_numbers_of_partners_is_a_list_of_partners():
    tables, _ = find_tables(Grid("Form", [["Additional EINs"], ["123456789"], ["987654321"]]))
    assert [understand(t, Grid("Form", [["Additional EINs"], ["123456789"]])).kind for t in tables] == ["partner"]


def test_a_country_and_its_code_are_one_thing():
    rows = [["iati-identifier", "title", "recipient-country-code", "recipient-country", "total-Commitment"]]
    rows += [[f"XM-{i}", f"Activity {i}", "KE", "Kenya", 5.0] for i in range(6)]
    assert fields(rows)[1][2:] == ["project.country", None, "project.funding"]


def test_lead_beneficiaries_of_milestones_are_no_coordinators():
    rows = [["Milestone No", "Milestone name", "Lead beneficiary", "Due date"]]
    rows += [[f"MS{i}", f"Step {i}", "UBO", date(2024, 1, 1)] for i in range(5)]
    assert fields(rows) == (
        "milestone",
        ["milestone.code", "milestone.title", "milestone.lead", "milestone.baseline"],
    )


def test_vat_in_a_list_of_costs_is_an_amount_and_no_number_of_a_partner():
    rows = [["Partner", "Cost category", "Invoice date", "Amount in EUR", "VAT", "Eligible amount"]]
    rows += [["UBO", "Travel", date(2024, 1, i + 1), 100.0 + i, 21.37 + i, 90.5] for i in range(6)]
    kind, mapped = fields(rows)
    assert kind == "cost"
    assert mapped == ["partner.name", "cost.category", "cost.date", "cost.expended", None, None]


def test_a_named_title_goes_before_a_bare_name():
    rows = [["Name", "Bezeichnung des Vorhabens", "Projektende", "Gesamtkosten"]]
    rows += [[f"Org {i}", f"P {i}", date(2020, 1, 1), 5.0] for i in range(5)]
    assert fields(rows)[1] == [None, "project.title", "project.end", "project.total_cost"]


def test_the_unions_part_goes_before_the_whole_grant():
    rows = [["Projekt", "gesamte Fördersumme", "EU-Betrag"], *([f"Projekt {i}", 5.0, 2.0] for i in range(5))]
    assert fields(rows)[1] == ["project.title", None, "project.funding"]


def test_exports_of_the_gateway_to_research_are_known_by_their_reference():
    rows = [["FundingOrgName", "ProjectReference", "LeadROName", "Title", "AwardPounds", "ProjectId"]]
    rows += [["EPSRC", f"EP/{i}", "UCL", f"A study {i}", 5.0, f"AB-{i}"] for i in range(5)]
    assert fields(rows)[1] == [
        "project.funder", "project.code", "project.coordinator", "project.title", "project.funding", None,
    ]  # fmt: skip


PARTNERS = [
    ["Project code", "Partner", "Country", "EU contribution", "Currency"],
    ["A1", "University One", "DE", 100.5, "EUR"],
    ["A1", "University Two", "US", 200.0, "USD"],
    ["A1", "Institute Three", "FR", 50.0, "EUR"],
]


def test_a_list_that_repeats_its_project_beside_different_partners_is_one_of_partners():
    kind, named = fields(PARTNERS)
    assert kind == "participation"
    assert named == ["project.code", "partner.name", "partner.country", "contribution.amount", "contribution.currency"]
    kind, _ = fields([PARTNERS[0], *([f"A{i}", *row[1:]] for i, row in enumerate(PARTNERS[1:]))])
    assert kind == "project"


def test_a_control_total_over_several_currencies_says_so():
    table = only(PARTNERS)
    grid = Grid("Data", PARTNERS)
    staged = stage(table, understand(table, grid), grid, StageOptions())
    assert [(p.code, p.cell) for p in staged.problems] == [("several-currencies", "Data!E2")]
