"""Indicators and risks of a project are typed in their tab."""

from collabdesk.ui.projects.parts.indicators import IndicatorsAndRisks
from collabdesk.ui.projects.tabs import indicators


def test_indicators_and_risks_are_typed_and_taken_back(filled_workspace, desk, qtbot, at_rest):
    project = filled_workspace.get("project", 1)
    tab = indicators.TAB.build(desk, project)
    assert isinstance(tab, IndicatorsAndRisks)
    qtbot.addWidget(tab)
    tab.show()
    assert not tab.grab().isNull()  # also the empty row, which has no bar and no pill
    rows = tab.indicators.entry_rows
    assert rows.index(0, 8).data() == "70.8\u00a0%"
    rows.type_in([(0, 4, "24"), (2, 0, "I3"), (2, 1, "Papers")])
    tab.indicators.keep_ready(besides=-1)
    tab.risks.entry_rows.type_in([(0, 1, "Ship is late"), (0, 3, "high")])
    tab.risks.keep_ready(besides=-1)
    at_rest()
    assert [(i.title, i.actual) for i in filled_workspace.find("indicator", project_id=1)] == [
        ("Buoys deployed", 24), ("Data sets published", 4), ("Papers", None)
    ]  # fmt: skip
    assert filled_workspace.find("risk")[0].likelihood == "high"
    filled_workspace.undo()
    assert filled_workspace.count("risk") == 0
