"""Home and Projects on real records: what they show, and that edits are steps of undo."""

import pytest
from PySide6.QtCore import Qt

from collabdesk.ui.entry.begin import BeginDialog
from collabdesk.ui.figuretiles import by_slug, figure_text
from collabdesk.ui.home.room import HomeRoom
from collabdesk.ui.projects.room import ProjectsRoom
from collabdesk.ui.widgets import LinkRow


@pytest.fixture
def project(filled_workspace):
    return filled_workspace.find("project", acronym="TIDELINE")[0]


@pytest.fixture
def projects(desk, filled_workspace, qtbot):
    made = ProjectsRoom(desk)
    qtbot.addWidget(made)
    made.show()
    return made


def test_an_empty_database_welcomes_and_offers_to_import(desk, qtbot, at_rest):
    home = HomeRoom(desk)
    qtbot.addWidget(home)
    home.show()
    at_rest()
    assert home.currentWidget() is home._welcome
    with qtbot.waitSignal(desk.wished) as wish:
        next(b for b in home._welcome.findChildren(type(home._welcome).mro()[1]) if hasattr(b, "click")).click()
    assert wish.args[0] == "imports"


def test_home_leads_from_what_needs_attention_to_the_project(desk, filled_workspace, qtbot, at_rest):
    home = HomeRoom(desk)
    qtbot.addWidget(home)
    home.show()
    at_rest()
    assert home.currentWidget() is home._page
    line = home._attention.findChildren(LinkRow)[0]
    with qtbot.waitSignal(desk.wished) as wish:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert wish.args[0] == "projects"
    assert wish.args[1]["project_id"]


def test_the_list_is_searched_and_opened_by_keyboard(projects, qtbot):
    panel = projects.list.panel
    assert panel.rows.rowCount() == 5
    panel.search.setText("lumenet")
    qtbot.waitUntil(lambda: panel.rows.rowCount() == 1, timeout=2000)
    panel.table.selectRow(0)
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert projects.currentWidget() is not projects.list
    projects.back()
    assert projects.currentWidget() is projects.list


def test_a_project_is_begun_by_hand_and_opened(projects, desk, qtbot, at_rest):
    projects.list.new.click()
    dialog = projects.list.findChild(BeginDialog)
    dialog.line("code").setText("101090001")
    dialog.line("start").setText("soon")
    dialog.keep()
    assert "not a date" in dialog._fields["start"]._hint.text()
    dialog.line("start").setText("1/2/2027")
    dialog.line("currency").setText("eur")
    dialog.keep()
    at_rest()
    assert "already" in dialog._fields["code"]._hint.text()
    dialog.line("code").setText("NEW-1")
    with qtbot.waitSignal(desk.wished) as wish:
        dialog.keep()
    new = desk.workspace.get("project", wish.args[1]["project_id"])
    assert (new.code, new.currency, new.start) == ("NEW-1", "EUR", "2027-02-01")
    assert desk.workspace.undo_label == "New project"


def test_a_status_moves_only_where_the_table_allows_and_can_be_undone(projects, desk, project, at_rest):
    projects.open(project.id)
    page = projects.currentWidget()
    offered = [action.text() for action in page._move.menu().actions()]
    assert offered == ["Suspended", "Ended", "Terminated"]
    page._move.menu().actions()[0].trigger()
    at_rest()
    assert desk.workspace.get("project", project.id).status == "suspended"
    assert desk.workspace.undo_label == "Set TIDELINE to Suspended"
    desk.undo()
    at_rest()
    assert desk.workspace.get("project", project.id).status == "active"


def test_a_title_is_typed_over_in_place(projects, desk, project, at_rest):
    projects.open(project.id)
    page = projects.currentWidget()
    _type_fact(page, "title", "A better title")
    at_rest()
    assert desk.workspace.get("project", project.id).title == "A better title"
    assert "A better title" in page._facts.text()


def test_a_date_that_is_none_stays_where_it_was_typed_with_the_reason(projects, desk, project, at_rest):
    projects.open(project.id)
    line = _type_fact(projects.currentWidget(), "end", "next spring")
    at_rest()
    assert "next spring" in line.toolTip()
    assert line.text() == "next spring"
    assert desk.workspace.get("project", project.id).end == project.end


def test_the_currency_the_funding_and_the_rules_of_a_project_are_typed(projects, desk, project, at_rest):
    projects.open(project.id)
    page = projects.currentWidget()
    for field, text in (("funding", "1.234,56"), ("cost_model", "lump"), ("signed_on", "2025-03-14")):
        _type_fact(page, field, text)
        at_rest()
    now = desk.workspace.get("project", project.id)
    assert (str(now.funding), now.cost_model, now.signed_on) == ("1234.5600", "lump_sum", "2025-03-14")
    assert "is no currency" in _refused_fact(page, "currency", "EURO", at_rest)


def _refused_fact(page, field, text, at_rest):
    line = _type_fact(page, field, text)
    at_rest()
    return line.toolTip()


def _type_fact(page, field, text):
    """Type over a fact as a person does and leave it."""
    line = page._built["overview"].facts.lines[field]
    line.setText(text)
    line.editingFinished.emit()
    return line


def test_a_project_that_was_taken_back_says_so(projects, desk, project, at_rest):
    projects.open(project.id)
    desk.undo()
    at_rest()
    page = projects.currentWidget()
    assert page.project is None
    assert not page._tabs.isVisible()


def test_a_portfolio_tile_takes_the_currency_of_the_largest_sums(filled_workspace):
    from datetime import date

    from collabdesk.usecases.figures import figures

    find = by_slug(figures(filled_workspace, None, date(2025, 9, 1)))
    assert figure_text(find("funding")) == "9.1\u00a0m\u00a0EUR"
    assert find("") is None


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("tab", ["overview", "partners", "budget", "costs", "plan", "files"])
def test_every_tab_is_drawn_in_both_themes(desk, project, qtbot, picture, theme, tab, dark):
    theme.fix(dark)
    room = ProjectsRoom(desk)
    qtbot.addWidget(room)
    room.enter(project_id=project.id, tab=tab)
    assert picture(room).stat().st_size > 10_000
    theme.fix(False)
