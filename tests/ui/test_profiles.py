"""Saved readings in the window: offered over a table, used and given up, listed, handed on and taken over."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from collabdesk.ui.imports.draft import Choices
from collabdesk.ui.imports.profile_list import ProfilesDialog
from collabdesk.ui.imports.profile_notice import ProfileNotice
from collabdesk.ui.imports.profile_words import difference_lines, offer_text
from collabdesk.ui.imports.room import ImportsRoom
from collabdesk.usecases import profiles
from collabdesk.usecases.imports import LookOptions, accept, look_at
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database
from ui.room_desk import desk_on, drop

LIST = "Nr sprawy;Kto dostał;Ile w sumie;Nazwa\nA-1;Uni One;1.000,50;Morze\nA-2;Lab Two;2.000,00;Las\n"
BY_HAND = (("Nr sprawy", "project.code"), ("Kto dostał", "project.coordinator"), ("Ile w sumie", "project.funding"))


@pytest.fixture
def desk(qapp, tmp_path):
    with desk_on(Workspace.open(fresh_database(tmp_path, "portfolio.db"), person="Ana")) as desk:
        yield desk


@pytest.fixture
def kept(desk, tmp_path):
    """The list of one year, imported with its columns chosen by hand."""
    path = tmp_path / "lista_2024.csv"
    path.write_text(LIST, "utf-8")
    accept(desk.workspace, look_at([path], LookOptions(map=BY_HAND, kind="project", currency="PLN")))
    return desk.workspace


@pytest.fixture
def later(tmp_path):
    """The list of the next year, with one column less and one more."""
    path = tmp_path / "lista_2025.csv"
    path.write_text(LIST.replace("Nazwa", "Uwagi"), "utf-8")
    return path


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def rest(qtbot, desk):
    qtbot.waitUntil(lambda: not desk.tasks.is_busy, timeout=20_000)


def test_a_saved_reading_is_offered_used_and_given_up_again(qtbot, desk, kept, later):
    room = ImportsRoom(desk)
    qtbot.addWidget(room)
    room.resize(1200, 760)
    room.show()
    drop(room.start.drop, later)
    qtbot.waitUntil(lambda: room.pages.currentWidget() is room.wizard, timeout=20_000)
    wizard = room.wizard
    wizard.open_table((0, 0))
    notice = wizard.table.profile
    assert notice.isVisible()
    assert "‘lista’" in notice.text.text()
    assert "It fits 3 of 4 columns, 1 column is new." in notice.text.text()
    click(qtbot, notice.use)
    rest(qtbot, desk)
    qtbot.waitUntil(lambda: wizard.draft.table((0, 0)).profile == "lista", timeout=20_000)
    qtbot.waitUntil(notice.stop.isVisible, timeout=5000)
    assert {c.field for c in wizard.draft.table((0, 0)).mapped} >= {"project.code", "project.coordinator"}
    assert "Read as Ana confirmed it" in notice.text.text()
    click(qtbot, notice.stop)
    rest(qtbot, desk)
    qtbot.waitUntil(notice.use.isVisible, timeout=5000)
    assert wizard.draft.table((0, 0)).profile == ""


def test_all_tables_are_read_as_saved_at_once(qtbot, desk, kept, later, tmp_path):
    other = tmp_path / "lista_2026.csv"
    other.write_text(LIST, "utf-8")
    room = ImportsRoom(desk)
    qtbot.addWidget(room)
    room.show()
    drop(room.start.drop, later, other)
    qtbot.waitUntil(lambda: room.pages.currentWidget() is room.wizard, timeout=20_000)
    bar, draft = room.wizard.tables.profiles, room.wizard.draft
    assert "‘lista’" in bar.text.text()
    assert "reads 2 of these tables otherwise." in bar.text.text()
    assert not draft.rows
    click(qtbot, bar.use)
    qtbot.waitUntil(lambda: room.wizard.tables.profiles is None, timeout=20_000)
    assert {t.profile for _, t in draft.tables()} == {"lista"}
    assert draft.rows == 4
    rest(qtbot, desk)


def offer(workspace, path, **options):
    staged = look_at([path], LookOptions(**options), workspace=workspace)
    return profiles.offer_for(workspace, staged.tables[0])


def test_what_differs_is_said_line_by_line(kept, later):
    lines = dict(difference_lines(offer(kept, later)))
    assert lines["“Kto dostał”"] == "now left out, in the saved reading Project · Coordinator"
    assert (lines["No longer here"], lines["New here"]) == ("“Nazwa”", "“Uwagi”")


def test_where_all_is_read_as_saved_nothing_is_said(qtbot, kept, tmp_path):
    found = offer(kept, tmp_path / "lista_2024.csv", map=BY_HAND, kind="project", currency="PLN")
    assert found.changes_nothing
    notice = ProfileNotice()
    qtbot.addWidget(notice)
    notice.show_offer(found)
    assert notice.isHidden()
    notice.show_offer(offer(kept, tmp_path / "lista_2024.csv", mapping="lista"))
    assert not notice.isHidden()
    assert offer_text(found).startswith("Read just as in the saved reading ‘lista’")


def test_another_kind_of_table_gives_up_the_saved_reading(kept, later):
    found = offer(kept, later)
    read = Choices(fields=(("Kto dostał", "project.title"), ("Uwagi", "project.abstract"))).with_profile(found)
    assert read.fields == (("Uwagi", "project.abstract"),)
    assert read.but("currency", "EUR").profile is found
    assert read.but("kind", "cost").profile is None


@pytest.fixture
def dialog(qtbot, desk, kept):
    shown = ProfilesDialog(desk)
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def names(workspace):
    return [p.record.name for p in profiles.saved(workspace)]


def test_the_list_tells_what_is_saved_and_renames_it(qtbot, desk, kept, dialog):
    assert "Projects  ·  4 of 4 columns  ·  3 chosen by hand" in dialog.holds.text()
    click(qtbot, dialog.rename)
    dialog.name.setText("Granty")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(kept) == ["Granty"], timeout=5000)
    rest(qtbot, desk)
    assert dialog.view.current_row().record.name == "Granty"


def test_a_reading_is_handed_on_taken_over_and_asked_about(qtbot, desk, kept, dialog, tmp_path):
    dialog.hand_on(tmp_path / "granty")
    written = tmp_path / "granty.toml"
    assert "granty.toml" in dialog.notice.text()
    written.write_text(written.read_text("utf-8").replace("project.coordinator", "project.title"), "utf-8")
    dialog.take_over(written)
    assert dialog.confirm.isVisible()
    click(qtbot, dialog.confirm.no)
    qtbot.waitUntil(lambda: names(kept) == ["lista", "lista (2)"], timeout=5000)
    rest(qtbot, desk)
    dialog.take_over(written)
    click(qtbot, dialog.confirm.yes)
    qtbot.waitUntil(lambda: profiles.named(kept, "lista").content.tables[0].columns[1].field == "project.title")
    rest(qtbot, desk)
    written.write_text("version = 2\n", "utf-8")
    dialog.take_over(written)
    assert "granty.toml, line 1" in dialog.notice.text()


def test_a_reading_is_removed_after_a_question_and_comes_back(qtbot, desk, kept, dialog):
    click(qtbot, dialog.remove)
    assert names(kept) == ["lista"]
    click(qtbot, dialog.confirm.yes)
    qtbot.waitUntil(lambda: names(kept) == [], timeout=5000)
    rest(qtbot, desk)
    assert not dialog.export.isEnabled()
    desk.undo()
    rest(qtbot, desk)
    assert dialog.rows.rowCount() == 1
