"""Blocks of cells go to and come from spreadsheet programs whole."""

from decimal import Decimal

import pytest
from PySide6.QtGui import QGuiApplication

from collabdesk.ui.entry.clipboard import block_of, repeated, text_of
from ui.entry.typing import DUE, FORM, KEY, PARTNER, PLEDGED, TITLE, Typist, speaking


@pytest.fixture
def typist(filled_workspace, desk, qtbot, at_rest):
    with speaking("en_GB"):
        yield Typist(desk, qtbot, at_rest)


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ('"two\nlines"\t"with ""quotes"""\n', [["two\nlines", 'with "quotes"']]),
        ('5" pipe\tx', [['5" pipe', "x"]]),
        ("a\tb\nc", [["a", "b"], ["c", ""]]),
        ("", [[""]]),
        ("\tb\n", [["", "b"]]),
    ],
)
def test_a_copied_block_is_read_as_its_program_meant_it(text, block):
    assert block_of(text) == block


def test_what_is_written_is_read_back():
    block = [["1\t2", 'say "so"'], ["two\nlines", ""]]
    assert block_of(text_of(block)) == block


def test_a_small_block_fills_a_larger_choice():
    assert repeated([["a"]], 2, 2) == [["a", "a"], ["a", "a"]]
    assert repeated([["a", "b"]], 3, 2) == [["a", "b"]] * 3
    assert repeated([["a"], ["b"]], 3, 1) == [["a"], ["b"]]


def test_a_block_is_pasted_as_one_step_and_grows_new_rows(typist):
    count = len(typist.ids)
    typist.go(count - 1, PARTNER)
    typist.paste('NFU\tin kind\t"Two\nlines"\t1.234,56\t2025-05-01\nIOO\tin kind\tBoat\t10\tMay 2025\n')
    typist.rest()
    assert [(typist.record(n).title, typist.record(n).pledged, typist.record(n).due) for n in (count - 1, count)] == [
        ("Two\nlines", Decimal("1234.56"), "2025-05-01"), ("Boat", Decimal(10), "2025-05")
    ]  # fmt: skip
    assert typist.workspace.undo_label == "Paste into contributions"
    typist.workspace.undo()
    typist.rest()
    assert (len(typist.ids), typist.record(count - 1).title) == (count, "Ship time and staff")


def test_the_good_rows_of_a_block_are_kept_and_the_others_stay_with_their_reason(typist):
    count = len(typist.ids)
    typist.go(-1, PARTNER)
    typist.paste("NFU\tin kind\tShip\t5\nNobody\tin kind\tBoat\tx\n")
    typist.rest()
    assert len(typist.ids) == count + 1
    assert [typist.text(count + 1, c) for c in (PARTNER, FORM, TITLE, PLEDGED)] == ["Nobody", "In kind", "Boat", "x"]
    assert typist.panel.entry_rows.wrong_count == 2


def test_a_block_that_is_wider_than_the_table_is_told(typist):
    heard = []
    typist.panel.rows.mistyped.connect(heard.append)
    typist.go(0, DUE)
    typist.paste("2025-05-01\tNO\tmore\t\teven more")
    typist.rest()
    assert heard == ["The block is wider than the table: 2 of its columns were left out."]
    assert typist.record(0).due == "2025-05-01"


def test_a_row_of_headings_is_left_out(typist):
    count = len(typist.ids)
    typist.go(-1, PARTNER)
    typist.paste("Partner\tForm\tContribution\nNFU\tin kind\tShip\n")
    typist.rest()
    assert (len(typist.ids), typist.record(-1).title) == (count + 1, "Ship")


def test_cells_are_copied_as_the_persons_spreadsheet_program_reads_them(filled_workspace, desk, qtbot, at_rest):
    with speaking("de_DE"):
        typist = Typist(desk, qtbot, at_rest)
        typist.panel.entry_table._choose(0, TITLE, 1, DUE)
        typist.control(KEY.Key_C)
        assert QGuiApplication.clipboard().text() == (
            "Ship time and staff\t200000\t30.06.2025\nShip time and staff\t180000\t30.06.2025"
        )
        typist.go(2, TITLE)
        typist.control(KEY.Key_V)
        typist.rest()
        assert [(typist.record(n).pledged, typist.record(n).due) for n in (2, 3)] == [
            (200000, "2025-06-30"), (180000, "2025-06-30")
        ]  # fmt: skip


def test_the_uppermost_cells_fill_those_below_as_one_step(typist):
    typist.panel.entry_table._choose(0, TITLE, 3, PLEDGED)
    typist.control(KEY.Key_D)
    typist.rest()
    assert [typist.record(n).pledged for n in range(5)] == [200000] * 4 + [120000]
    assert typist.workspace.undo_label == "Fill down in contributions"
    typist.go(4, PLEDGED)
    typist.control(KEY.Key_D)
    typist.rest()
    assert typist.record(4).pledged == 200000


def test_control_enter_fills_all_chosen_cells(typist):
    typist.panel.entry_table.go_to(0, PLEDGED)
    typist.panel.entry_table._choose(0, PLEDGED, 2, PLEDGED)
    typist.press("42")
    typist.control(KEY.Key_Return)
    typist.rest()
    assert [typist.record(n).pledged for n in range(4)] == [42, 42, 42, 140000]


def test_delete_empties_the_chosen_cells_and_tells_what_cannot_be_empty(typist):
    typist.panel.entry_table._choose(0, PARTNER, 0, DUE)
    typist.press(KEY.Key_Delete)
    typist.rest()
    now = typist.record(0)
    assert (now.title, now.pledged, now.due, now.partner_id) == ("", None, None, 1)
    typist.go(0, PARTNER)
    assert typist.told == "Partner is missing."


def test_the_acts_on_cells_are_in_a_menu_too(typist):
    typist.panel.entry_table._choose(0, PLEDGED, 1, PLEDGED)
    acts = {
        action.text().partition("\t")[0].replace("&", ""): action
        for action in typist.panel.entry_table.menu().actions()
    }
    acts["Fill down"].trigger()
    typist.rest()
    assert typist.record(1).pledged == 200000
    acts["Delete rows"].trigger()
    assert typist.panel.confirm.isVisible()
