"""The plan as entries: their order, the dates that hold on a day, the baseline beside them, and what they wait for."""

from datetime import date

from collabdesk.auditing.plan_facts import entries_of
from collabdesk.auditing.plan_tree import in_tree, natural
from collabdesk.domain.baseline_lines import BaselineLine
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.work_packages import WorkPackage

DAY = date(2025, 6, 30)


def package(code, parent="", **more):
    return WorkPackage(code=code, parent=parent, **more)


def test_tasks_follow_their_work_package_in_the_order_of_their_numbers():
    plan = [package("T1.10", "WP1"), package("WP10"), package("T1.2", "WP1"), package("WP2"), package("WP1"),
            package("T1.2.1", "T1.2")]  # fmt: skip
    assert [(p.code, level) for p, level in in_tree(plan)] == [
        ("WP1", 0), ("T1.2", 1), ("T1.2.1", 2), ("T1.10", 1), ("WP2", 0), ("WP10", 0),
    ]  # fmt: skip
    assert sorted(["WP10", "wp2", "WP1a", "Ένα", ""], key=natural) == ["", "WP1a", "wp2", "WP10", "Ένα"]


def test_nothing_is_left_out_where_parents_run_in_a_circle_or_are_not_there():
    plan = [package("A", "B"), package("B", "A"), package("C", "nowhere"), package("D", "D")]
    assert sorted(p.code for p, _ in in_tree(plan)) == ["A", "B", "C", "D"]


def test_milestones_and_deliverables_stand_below_their_work_package_and_others_last():
    found = entries_of(
        [package("WP1"), package("T1.1", "WP1"), package("WP2")],
        [Milestone(code="MS2", work_package="WP1", baseline="2025-05-01"), Milestone(code="MS9")],
        [Deliverable(code="D1", work_package="WP1", due="2025-04-01"), Deliverable(code="D2", work_package="T1.1")],
        None, DAY,
    )  # fmt: skip
    assert [(e.code, e.level) for e in found] == [
        ("WP1", 0), ("T1.1", 1), ("D2", 2), ("D1", 1), ("MS2", 1), ("WP2", 0), ("MS9", 0),
    ]  # fmt: skip


def test_what_came_after_the_day_was_not_known_on_it():
    task = package("T1", start="2025-01-01", end="2025-05-31", actual_start="2025-01-10", actual_end="2025-07-05",
                   forecast_end="2025-07-15")  # fmt: skip
    (before,) = entries_of([task], [], [], None, DAY)
    assert (before.start, before.end, before.is_done, before.has_begun) == ("2025-01-10", "2025-07-15", False, True)
    (after,) = entries_of([task], [], [], None, date(2025, 7, 31))
    assert (after.end, after.is_done, after.now_field) == ("2025-07-05", True, "actual_end")


def test_the_baseline_is_the_frozen_line_and_nothing_else_once_one_is_frozen():
    lines = [BaselineLine(subject="milestone", code="MS1", end="2025-03-31")]
    plan = [Milestone(code="MS1", baseline="2025-04-30"), Milestone(code="MS2", baseline="2025-05-31")]
    frozen = entries_of([], plan, [], lines, DAY)
    assert [(e.baseline_end, e.approved_end, e.in_baseline) for e in frozen] == [
        ("2025-03-31", "2025-04-30", True), (None, "2025-05-31", False),
    ]  # fmt: skip
    assert [e.baseline_end for e in entries_of([], plan, [], None, DAY)] == ["2025-04-30", "2025-05-31"]


def test_successors_are_waits_told_from_the_other_end():
    plan = [Milestone(code="MS1", baseline="2025-01-31", successors="T1+5d; MS2"), Milestone(code="MS2")]
    found = {e.code: [str(link) for link in e.waits] for e in entries_of([package("T1")], plan, [], None, DAY)}
    assert found == {"T1": ["MS1+5d"], "MS1": [], "MS2": ["MS1"]}
