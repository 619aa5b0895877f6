"""Outlines and the organisation in the window: sections switched, moved and worded; looks that can be printed."""

from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtCore import Qt

from collabdesk.ui.reports.organisation import OrganisationPage
from collabdesk.ui.reports.outline_page import NameDialog, OutlinePage
from collabdesk.ui.reports.room import ReportsRoom
from collabdesk.usecases import organisation, own_outlines
from ui.filled import filled
from ui.room_desk import desk_on

LONG = 60_000


@pytest.fixture
def desk(qapp, tmp_path):
    with desk_on(filled(tmp_path)) as desk:
        yield desk


def rest(qtbot, desk) -> None:
    qtbot.waitUntil(lambda: not desk.tasks.is_busy, timeout=LONG)
    qtbot.wait(20)


@pytest.fixture
def outlines(qtbot, desk):
    page = OutlinePage(desk)
    qtbot.addWidget(page)
    page.resize(1200, 760)
    page.show()
    page.begin("project_status")
    return page


@pytest.fixture
def house(qtbot, desk):
    page = OrganisationPage(desk)
    qtbot.addWidget(page)
    page.resize(1000, 760)
    page.show()
    page.begin()
    return page


def test_sections_are_moved_by_keys_switched_and_worded(qtbot, desk, outlines):
    assert outlines.list.section().key == "status_now"
    qtbot.keyClick(outlines.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [s.key for s in outlines.list.sections()[:2]] == ["status_ahead", "status_now"]
    assert outlines.list.currentRow() == 1
    qtbot.keyClicks(outlines.section_title, "Money")
    outlines.opening.setPlainText("As asked.")
    outlines.list.item(2).setCheckState(Qt.CheckState.Checked)
    lines = outlines.contents.toPlainText().splitlines()
    assert [line.split("  ")[-1] for line in lines[:2]] == ["Late, next and open", "Money"]
    assert len(lines) == 3
    assert outlines.state.text() == "Changed and not saved yet."
    outlines.save("Ours")
    rest(qtbot, desk)
    kept = own_outlines.outline_called(desk.workspace, "Ours")
    assert kept.sections[:2] == ("status_ahead", "status_now")
    assert kept.own["status_now"].opening == "As asked."
    assert outlines.choice.currentData() == "Ours"


def test_a_bundled_outline_asks_for_a_name_of_ones_own(qtbot, desk, outlines):
    outlines.keep.click()
    (dialog,) = outlines.findChildren(NameDialog)
    assert dialog.keep_button.isDefault()
    dialog.keep_button.click()
    rest(qtbot, desk)
    assert [c.name for c in own_outlines.choices(desk.workspace) if c.is_own] == ["Project status"]


def test_an_outline_is_renamed_handed_on_taken_over_and_removed(qtbot, desk, outlines, tmp_path):
    outlines.save("Ours")
    rest(qtbot, desk)
    outlines.rename("Theirs")
    rest(qtbot, desk)
    outlines.hand_on(tmp_path / "theirs.toml")
    rest(qtbot, desk)
    outlines.remove()
    rest(qtbot, desk)
    assert desk.workspace.count("own_outline") == 0
    outlines.take_over(tmp_path / "theirs.toml")
    rest(qtbot, desk)
    assert outlines.choice.currentData() == "Theirs"
    (tmp_path / "theirs.toml").write_text("version = 9\n", "utf-8")
    outlines.take_over(tmp_path / "theirs.toml")
    rest(qtbot, desk)
    assert "line 1" in outlines.notice.text()


def test_a_colour_says_at_once_how_well_it_reads(house):
    house.accent.line.setText("#777777")
    assert "4.47 to 1" in house.accent.field._hint.text()
    house.accent.line.setText("#1F5A2E")
    assert "reads well" in house.accent.field._hint.text()


def test_the_organisation_is_kept_with_its_logo_and_a_light_colour_is_refused(qtbot, desk, house, tmp_path):
    house.name.setText("Review Office")
    house.language.language = "fr"
    house.save()
    rest(qtbot, desk)
    assert organisation.current(desk.workspace).language == "fr"
    Image.new("RGB", (60, 30), "navy").save(tmp_path / "logo.png")
    house.put_logo(tmp_path / "logo.png")
    rest(qtbot, desk)
    assert not house.logo.pixmap().isNull()
    house.accent.line.setText("#EEEEEE")
    house.save()
    rest(qtbot, desk)
    assert "too light on white paper" in house.notice.text()


def test_a_report_is_composed_of_a_partner_and_leads_to_its_outline(qtbot, desk):
    room = ReportsRoom(desk)
    qtbot.addWidget(room)
    room.show()
    room.compose.form.fill(desk.workspace, 1, None, room.compose.form.as_of.day)
    form = room.compose.form
    assert not form.partner_field.isVisibleTo(form)
    form.outline.setCurrentIndex(form.outline.findData("partner_statement"))
    form.outline.activated.emit(form.outline.currentIndex())
    assert form.partner_field.isVisibleTo(form)
    assert form.wish().partner == form.partner.currentData() != ""
    room.compose.forget()
    room.compose.outlines_wished.emit("project_status")
    page = room.findChild(OutlinePage)
    assert room.currentWidget() is page
    assert page.choice.currentData() == "project_status"


def test_what_is_not_saved_is_asked_for_before_it_goes(qtbot, desk, outlines):
    outlines.opening.setPlainText("As asked.")
    with qtbot.assertNotEmitted(outlines.left, wait=1):
        outlines.leave()
    assert outlines.confirm.isVisible()
    qtbot.keyClick(outlines.confirm.no, Qt.Key.Key_Escape)
    assert not outlines.confirm.isVisible()
    assert outlines.opening.toPlainText() == "As asked."
    with qtbot.waitSignal(outlines.left):
        outlines.leave()
        outlines.confirm.yes.click()


def test_another_outline_takes_the_place_of_changes_only_when_that_is_confirmed(outlines):
    there = outlines.choice.currentData()
    outlines.opening.setPlainText("As asked.")
    outlines.choice.setCurrentIndex(0)
    outlines.choice.activated.emit(0)
    assert outlines.choice.currentData() == there
    assert outlines.opening.toPlainText() == "As asked."
    outlines.confirm.yes.click()
    assert outlines.choice.currentIndex() == 0
    assert outlines.opening.toPlainText() == ""


def test_an_undo_shows_the_organisation_as_it_is_again(qtbot, desk, house):
    house.name.setText("  House of Tides ")
    house.leave()
    assert house.confirm.isVisible()
    house.save()
    rest(qtbot, desk)
    assert house.name.text() == "House of Tides"
    desk.undo()
    qtbot.waitUntil(lambda: house.name.text() == "", timeout=LONG)
    with qtbot.waitSignal(house.left):
        house.leave()


def test_the_list_of_reports_leads_to_both_pages_and_the_way_back_is_the_list(qtbot, desk):
    room = ReportsRoom(desk)
    qtbot.addWidget(room)
    for wish, kind in ((room.list.organisation_wished, OrganisationPage), (room.list.outlines_wished, OutlinePage)):
        wish.emit()
        assert isinstance(room.currentWidget(), kind)
        room.back()
        assert room.currentWidget() is room.list
