"""Amendments: what they change in the project, with old and new, in one step of undo."""

from datetime import date
from decimal import Decimal

import pytest

from collabdesk.domain.amendments import Amendment
from collabdesk.domain.figures import Figure
from collabdesk.domain.problems import Refused
from collabdesk.usecases import budgets, figures
from collabdesk.usecases.budgets import FieldChange

D = Decimal


def test_an_amendment_changes_the_project_and_records_old_and_new_in_one_step(workspace, project):
    before = workspace.get("project", project)
    made = budgets.amend(
        workspace, project, "AMD-1", signed="2025-05-20", effective="2025-06-01", reason="Storm damage",
        changes={"end": "2027-06-30", "funding": D("112500.50"), "title": before.title}, said="Annex 1, task 3.2",
        adopts_rules=True,
    )  # fmt: skip
    now = workspace.get("project", project)
    assert (now.end, now.funding) == ("2027-06-30", D("112500.50"))
    assert made.changed == (
        "end: 2026-12-31 → 2027-06-30; funding: 100000 → 112500.5 EUR; Annex 1, task 3.2"
    )  # fmt: skip
    assert budgets.changes_of(made) == (
        [FieldChange("end", "2026-12-31", "2027-06-30"), FieldChange("funding", D(100000), D("112500.5"))],
        ["Annex 1, task 3.2"],
    )
    workspace.undo()
    assert workspace.get("project", project).end == before.end
    assert workspace.count("amendment") == 0


def test_what_an_imported_amendment_says_stays_in_its_own_words():
    changes, said = budgets.changes_of(Amendment(changed="New end date; funding: more; Annex 2"))
    assert changes == []
    assert said == ["New end date", "funding: more", "Annex 2"]


@pytest.mark.parametrize(
    ("code", "more", "sentence"),
    [("", {"reason": "r"}, "needs its number"), ("A1", {}, "Say what"), ("A0", {"reason": "r"}, "already"),
     ("A1", {"changes": {"uid": "x"}}, "does not change 'uid'")],
)  # fmt: skip
def test_an_amendment_that_says_nothing_new_is_refused(workspace, project, code, more, sentence):
    budgets.amend(workspace, project, "A0", reason="First")
    with pytest.raises(Refused, match=sentence):
        budgets.amend(workspace, project, code, **more)
    assert workspace.count("amendment") == 1


def test_a_field_that_had_no_value_is_recorded_as_such(workspace, project):
    made = budgets.amend(workspace, project, "A1", changes={"total_cost": D(125000)})
    assert budgets.changes_of(made)[0] == [FieldChange("total_cost", None, D(125000))]


def test_figures_of_a_day_before_an_amendment_know_nothing_of_it(workspace, project):
    budgets.amend(workspace, project, "A1", effective="2025-06-01", changes={"funding": D(125000), "end": "2027-12-31"})
    budgets.amend(workspace, project, "A2", effective="2026-02-01", changes={"funding": D(150000)})

    def of(day: date) -> dict[str, Figure]:
        return {f.id: f for f in figures.figures(workspace, "P1", day)}

    at_first, between, now = of(date(2025, 5, 31)), of(date(2025, 6, 1)), of(date(2026, 2, 1))
    assert [found["F1-funding"].value for found in (at_first, between, now)] == [100000, 125000, 150000]
    assert at_first["F1-funding"].note == "as before amendment A1" and now["F1-funding"].note is None
    assert [b.noun for b in at_first["F1-funding"].basis] == ["project", "amendment"]
    assert at_first["F1-elapsed"].value > between["F1-elapsed"].value  # the project was shorter then
