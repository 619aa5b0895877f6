"""The room of partners: the list, one partner's page, and pairs that a person merges or tells apart."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from collabdesk.domain.nouns import Participation, Partner
from collabdesk.ui.entry.begin import BeginDialog
from collabdesk.ui.partners.list import PartnerList
from collabdesk.ui.partners.merging import MergeDialog, merge_in_worker, merging_text
from collabdesk.ui.partners.page import PartnerPage
from collabdesk.ui.partners.room import PartnersRoom
from collabdesk.usecases.partners import foresee


@pytest.fixture
def with_double(filled_workspace):
    """The sample partners, and one of them once more under its name in another language."""
    with filled_workspace.changing("A double") as step:
        double = step.add(Partner(name="Universität North Fjord", city="Fjordby", country="NO"))
        project = filled_workspace.find("project", acronym="GRANITE")[0]
        step.add(Participation(project_id=project.id, partner_id=double.id, role="participant"))
    return filled_workspace


@pytest.fixture
def room(desk, with_double, qtbot, at_rest):
    made = PartnersRoom(desk)
    qtbot.addWidget(made)
    made.resize(1100, 760)
    made.show()
    at_rest()
    return made


def test_an_empty_database_says_where_partners_come_from(desk, qtbot, at_rest):
    room = PartnersRoom(desk)
    qtbot.addWidget(room)
    room.show()
    at_rest()
    assert room.list._pages.currentIndex() == 1


def test_all_partners_are_listed_by_name_with_the_number_of_their_projects(room):
    rows = room.list.panel.rows
    QAbstractItemModelTester(rows)
    assert rows.rowCount() == 7
    names = [rows.row(n)["name"] for n in range(rows.rowCount())]
    assert names == sorted(names, key=str.casefold)
    text = rows.index(names.index("Universität North Fjord"), 5).data()
    assert text == "1"
    assert "7 organisations in 6 countries" in room.list._header.subtitle.text()


def test_the_list_is_searched_and_a_partner_opened_and_left_by_keyboard(room, qtbot):
    room.search()
    room.list.panel.search.setText("fjord")
    qtbot.waitUntil(lambda: room.list.panel.rows.rowCount() == 2, timeout=2000)
    room.list.panel.table.selectRow(0)
    qtbot.keyClick(room.list.panel.table, Qt.Key.Key_Return)
    page = room.currentWidget()
    assert isinstance(page, PartnerPage)
    assert page.participations.rows.rowCount() >= 1
    room.back()
    assert room.currentWidget() is room.list


def test_a_partners_page_leads_to_its_project_and_its_facts_can_be_typed_over(room, desk, qtbot, at_rest):
    room.enter(partner_id=1)
    page = room.currentWidget()
    with qtbot.waitSignal(desk.wished) as wish:
        page.participations.opened.emit(page.participations.rows.row(0))
    assert wish.args[0] == "projects"
    page._keep("city", "Newtown")
    at_rest()
    assert desk.workspace.get("partner", 1).city == "Newtown"
    assert desk.workspace.undo_label == "Change city of North Fjord University"


def test_pairs_that_may_be_one_stand_side_by_side(room, at_rest):
    room.enter(doubles=True)
    at_rest()
    doubles = room.list.doubles
    QAbstractItemModelTester(doubles.pairs)
    assert doubles.pairs.rowCount() == 1
    assert room.list.segments.findChildren(type(doubles.card.merge))[1].text() == "Possible doubles (1)"
    (pair,) = [doubles.pairs.row(0)]
    assert (pair.kept.name, pair.other.name) == ("North Fjord University", "Universität North Fjord")


def test_merging_asks_which_one_is_kept_and_says_what_it_does(desk, with_double, qtbot):
    one, other = with_double.get("partner", 1), with_double.find("partner", city="Fjordby")[0]
    dialog = MergeDialog(desk, one, other)
    qtbot.addWidget(dialog)
    assert dialog.ids == (one.id, other.id)
    assert "1 participation of “Universität North Fjord” will belong to “North Fjord University”" in dialog.told.text()
    assert "city" in dialog.told.text()
    dialog.choices.button(1).setChecked(True)
    assert dialog.ids == (other.id, one.id)
    assert dialog.told.text() == merging_text(foresee(with_double, other.id, one.id))
    dialog.show()
    with qtbot.waitSignal(dialog.merged) as merged:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert merged.args == [other.id, one.id]


def test_a_merge_is_a_step_of_undo_and_the_pair_is_gone(room, desk, at_rest):
    room.enter(doubles=True)
    at_rest()
    card, pair = room.list.doubles.card, room.list.doubles.pairs.row(0)
    merge_in_worker(desk, pair.kept.id, pair.other.id, card)
    at_rest()
    assert desk.workspace.count("partner") == 6
    assert room.list.doubles.pairs.rowCount() == 0
    assert desk.workspace.undo_label == "Merge Universität North Fjord into North Fjord University"
    desk.undo()
    at_rest()
    assert desk.workspace.count("partner") == 7
    assert room.list.doubles.pairs.rowCount() == 1


def test_what_a_person_told_apart_is_not_shown_again(room, desk, qtbot, at_rest):
    room.enter(doubles=True)
    at_rest()
    qtbot.mouseClick(room.list.doubles.card.apart, Qt.MouseButton.LeftButton)
    at_rest()
    assert room.list.doubles.pairs.rowCount() == 0
    assert desk.workspace.count("partner") == 7


def test_a_partner_that_was_merged_while_its_page_was_open_is_said_to_be_gone(room, desk, with_double, at_rest):
    other = with_double.find("partner", city="Fjordby")[0]
    room.enter(partner_id=other.id)
    merge_in_worker(desk, 1, other.id, room)
    at_rest()
    assert room.currentWidget().tabs.isHidden()


def test_any_two_partners_of_the_list_can_be_merged(room, desk, qtbot, at_rest):
    table = room.list.panel.table
    assert not room.list.merge.isEnabled()
    table.selectRow(0)
    assert not room.list.merge.isEnabled()
    model = table.selectionModel()
    model.select(table.model().index(2, 0), model.SelectionFlag.Select | model.SelectionFlag.Rows)
    assert room.list.merge.isEnabled()
    qtbot.mouseClick(room.list.merge, Qt.MouseButton.LeftButton)
    dialog = room.findChild(MergeDialog)
    assert {desk.workspace.get("partner", i).name for i in dialog.ids} == {
        room.list.panel.rows.row(n)["name"] for n in (0, 2)
    }
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    at_rest()
    assert desk.workspace.count("partner") == 6


def test_a_partner_is_added_by_hand_and_opened(filled_workspace, desk, qtbot, at_rest):
    partners = PartnerList(desk)
    qtbot.addWidget(partners)
    partners.new.click()
    dialog = partners.findChild(BeginDialog)
    dialog.keep()
    assert dialog._fields["name"]._hint.text() == "Give its name."
    dialog.line("name").setText("Newly Founded Institute")
    with qtbot.waitSignal(partners.opened) as heard:
        dialog.keep()
    assert filled_workspace.get("partner", heard.args[0]).name == "Newly Founded Institute"
