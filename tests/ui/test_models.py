"""The item models: correct for Qt, sorted and searched in SQL, fetching only the pages that are looked at."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from collabdesk.domain.partners import Partner
from collabdesk.ui.columns import Column, in_one_currency, money
from collabdesk.ui.models import PAGE_ROWS, ROW_ROLE, MemoryRows, PagedRows
from collabdesk.ui.table import TableView

COLUMNS = (Column("Name", "name", width=0), Column("Country", "country"), Column("Both", lambda r: r["name"], sort=""))
STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def many(workspace):
    with workspace.changing("Add partners") as step:
        step.add_many([Partner(name=f"Partner {n:04d}", country="NO" if n % 2 else "FR") for n in range(1050)])
    return workspace


def test_a_paged_list_keeps_qts_rules_while_it_is_sorted_and_filtered(qapp, many):
    model = PagedRows(many, "partner", COLUMNS)
    tester = QAbstractItemModelTester(model, STRICT)
    model.look()
    model.sort(0, Qt.SortOrder.DescendingOrder)
    model.look({"country": "FR"})
    assert model.rowCount() == 525
    assert tester.model() is model


def test_rows_in_memory_keep_qts_rules(qapp):
    model = MemoryRows(COLUMNS, [{"name": "b", "country": ""}, {"name": "A", "country": "FR"}])
    QAbstractItemModelTester(model, STRICT)
    model.sort(0)
    assert [model.row(n)["name"] for n in range(2)] == ["A", "b"]
    model.show([])
    assert model.rowCount() == 0


def test_only_pages_that_are_looked_at_are_fetched(qapp, many, monkeypatch):
    model = PagedRows(many, "partner", COLUMNS)
    model.look()
    asked: list[int] = []
    rows = many.rows
    monkeypatch.setattr(many, "rows", lambda name, ids: asked.append(len(ids)) or rows(name, ids))
    assert model.rowCount() == 1050
    assert model.data(model.index(0, 0)) == "Partner 0000"
    assert model.data(model.index(1049, 0)) == "Partner 1049"
    assert model.data(model.index(1, 1)) == "NO"
    assert asked == [PAGE_ROWS, 1050 % PAGE_ROWS]


def test_sorting_is_done_by_the_database_over_all_rows(qapp, many):
    model = PagedRows(many, "partner", COLUMNS)
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert model.data(model.index(0, 0)) == "Partner 1049"


def test_a_column_without_a_name_in_the_list_does_not_sort(qapp, many):
    model = PagedRows(many, "partner", COLUMNS)
    model.sort(0, Qt.SortOrder.DescendingOrder)
    model.sort(2, Qt.SortOrder.AscendingOrder)
    assert model.data(model.index(0, 0)) == "Partner 1049"


def test_every_word_of_a_search_must_be_found(qapp, many):
    model = PagedRows(many, "partner", COLUMNS)
    model.look(search="partner 0777")
    assert [model.data(model.index(0, 0)), model.rowCount()] == ["Partner 0777", 1]


def test_a_row_that_was_deleted_meanwhile_is_empty_and_shifts_no_other(qapp, many):
    model = PagedRows(many, "partner", COLUMNS)
    model.look()
    with many.changing("Delete") as step:
        step.delete(many.get("partner", model.ids[0]))
    assert model.data(model.index(0, 0)) == "–"
    assert model.data(model.index(1, 0)) == "Partner 0001"


def test_typing_is_passed_on_and_nothing_is_changed_by_the_model(qapp):
    heard = []
    model = MemoryRows([Column("Name", "name", read=str.strip)], [{"name": "old"}])
    model.edited.connect(lambda row, field, value: heard.append((field, value)))
    index = model.index(0, 0)
    assert model.flags(index) & Qt.ItemFlag.ItemIsEditable
    model.setData(index, " new ")
    assert heard == [("name", "new")]
    assert model.data(index) == "old"
    assert model.data(index, ROW_ROLE) == {"name": "old"}


def test_what_cannot_be_read_is_told_as_a_sentence(qapp):
    def read(text: str) -> str:
        raise ValueError(f"“{text}” is not a date.")

    heard = []
    model = MemoryRows([Column("Day", "day", read=read)], [{"day": None}])
    model.mistyped.connect(heard.append)
    model.setData(model.index(0, 0), "soon")
    assert heard == ["“soon” is not a date."]


def test_a_single_currency_stands_in_the_heading_and_two_stand_with_their_amounts(qapp):
    row = {"amount": Decimal("1234.5"), "currency": "EUR"}
    columns = (money("Granted", "amount"),)
    (one,) = in_one_currency(columns, ["EUR", "EUR", ""])
    assert (one.heading, one.text(row)) == ("Granted (EUR)", "1,234.50")
    (two,) = in_one_currency(columns, ["EUR", "CHF"])
    assert (two.heading, two.text(row)) == ("Granted", "1,234.50\u00a0EUR")


class AskedRows(PagedRows):
    """Remembers the rows whose flags were asked."""

    def __init__(self, *given):
        super().__init__(*given)
        self.asked = set()

    def flags(self, index):
        self.asked.add(index.row())
        return super().flags(index)


def test_choosing_all_of_a_large_list_asks_only_what_is_shown(many, theme, qtbot):
    rows = AskedRows(many, "partner", COLUMNS[:2])
    view = TableView(rows, theme)
    qtbot.addWidget(view)
    rows.look()
    view.resize(400, 300)
    view.selectAll()
    rows.asked.clear()
    view.grab()
    assert len(rows.asked) < 50
