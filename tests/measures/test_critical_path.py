"""Measures critical_path and plan_network: passes by hand, circles, codes that are not there, entries with parts."""

from datetime import date, timedelta

import pytest

from collabdesk.domain.activities import Activity
from collabdesk.domain.plan_links import Link, links
from collabdesk.measures.critical_path import margin, passes
from collabdesk.measures.plan_network import graph_of

FIRST = date(2025, 1, 1)


def task(code, begin, days, waits="", **more):
    """A task that begins `begin` days after the first day."""
    start = FIRST + timedelta(begin)
    return Activity(code=code, start=start, end=start + timedelta(days - 1), waits=links(waits), **more)


def point(code, day, waits="", **more):
    """A milestone that is reached when `day` days are over."""
    return Activity(code=code, end=FIRST + timedelta(day - 1), is_point=True, waits=links(waits), **more)


TEXTBOOK = [  # the path A C E F is the longest: 3 + 5 + 4 + 2 days
    task("A", 0, 3), task("B", 3, 4, "A"), task("C", 3, 5, "A"), task("D", 7, 2, "B"), task("E", 8, 4, "C"),
    task("F", 12, 2, "D;E"),
]  # fmt: skip


def test_the_longest_path_is_critical_and_the_others_have_float():
    found = passes(TEXTBOOK)
    assert found.critical == ("A", "C", "E", "F")
    assert {c: t.total_float for c, t in found.timings.items()} == {"A": 0, "B": 3, "C": 0, "D": 3, "E": 0, "F": 0}
    assert found.finish == FIRST + timedelta(13)
    assert found.timings["D"].late_finish == FIRST + timedelta(11)
    assert found.problems == ()


def test_the_order_of_the_entries_changes_nothing():
    assert passes(TEXTBOOK[::-1]).critical == ("A", "C", "E", "F")


def test_a_lag_is_waited_for_and_a_negative_one_overlaps():
    waiting = passes([task("A", 0, 5), task("B", 0, 5, "A+10d")])
    assert waiting.timings["B"].start == FIRST + timedelta(15)
    overlapping = passes([task("A", 0, 5), task("B", 0, 5, "A -2d")])
    assert overlapping.timings["B"].start == FIRST + timedelta(3)


def test_an_entry_begins_no_earlier_than_its_own_date_and_that_gives_those_before_it_float():
    found = passes([task("A", 0, 5), task("Field season", 100, 10, "A")])
    assert found.timings["A"].total_float == 95
    assert found.critical == ("Field season",)


def test_a_milestone_follows_the_task_it_waits_for_on_its_last_day():
    found = passes([task("A", 0, 5), point("MS1", 5, "A"), task("B", 5, 5, "MS1")])
    assert found.critical == ("A", "MS1", "B")
    assert found.timings["MS1"].finish == FIRST + timedelta(4)
    late = passes([task("A", 0, 9), point("MS1", 5, "A")])
    assert late.timings["MS1"].finish == FIRST + timedelta(8)


def test_a_milestone_without_a_date_lies_where_its_predecessors_end():
    found = passes([task("A", 0, 5), Activity(code="MS1", is_point=True, waits=links("A"))])
    assert found.timings["MS1"].finish == FIRST + timedelta(4)


def test_a_circle_is_named_and_leaves_no_path():
    found = passes([task("A", 0, 1, "C"), task("B", 1, 1, "A"), task("C", 2, 1, "B"), task("D", 3, 1, "C")])
    assert found.reason == "A → B → C → A wait for one another."
    assert found.problems[0] == found.reason
    assert (found.timings, found.critical) == ({}, ())
    assert found.float_of("D").reason == found.reason
    assert passes([task("A", 0, 1, "A")]).reason == "A waits for itself."


def test_two_circles_are_both_named():
    found = graph_of([task("A", 0, 1, "B"), task("B", 0, 1, "A"), task("X", 0, 1, "Y;A"), task("Y", 0, 1, "X")])
    assert len(found.cycles) == 2


def test_what_is_not_there_and_what_has_no_dates_is_told_and_the_rest_is_computed():
    found = passes([task("A", 0, 5, "T9"), Activity(code="B"), task("C", 5, 5, "A;B", parent="WP8"), task("A", 9, 9)])
    assert found.critical == ("A", "C")
    assert "A waits for T9, which is not there." in found.problems
    assert "B has no dates, so it is left out of the critical path." in found.problems
    assert "C is a part of WP8, which is not there." in found.problems
    assert "2 entries are called A; the first is counted." in found.problems
    assert found.float_of("B").reason == "its dates are not recorded"


def test_an_entry_with_parts_stands_for_all_of_them():
    plan = [
        task("WP1", 0, 90), task("T1.1", 0, 10, parent="WP1"), task("T1.2", 0, 20, parent="WP1"),
        task("WP2", 20, 30, "WP1"), task("T2.1", 20, 5, parent="WP2"), task("T2.2", 25, 9, "T2.1", parent="WP2"),
    ]  # fmt: skip
    found = passes(plan)
    assert found.critical == ("T1.2", "T2.1", "T2.2")
    assert "WP1" not in found.timings
    assert (found.total_float("WP1"), found.total_float("T1.1")) == (0, 10)


def test_an_entry_that_waits_for_the_whole_it_is_a_part_of_is_a_circle():
    plan = [task("WP1", 0, 9), task("T1.1", 0, 5, "WP1", parent="WP1"), task("T1.2", 0, 5, parent="WP1")]
    assert passes(plan).reason == "T1.1 waits for itself."


def test_parts_of_themselves_are_told():
    assert "A is a part of itself." in passes([task("A", 0, 1, parent="B"), task("B", 0, 1, parent="A")]).problems


def test_what_is_critical_only_because_it_ends_last_is_said():
    office = [task("Office", 0, 100), task("A", 0, 5), task("B", 5, 5, "A")]
    found = passes(office)
    assert found.critical == ("Office",)
    assert found.problems == ("Tied to no other entry and critical only by ending last: Office.",)
    assert passes(office[:2]).problems == ()  # nothing is tied at all: there is nothing to wonder about


def test_what_is_done_has_no_float_and_what_has_begun_stays():
    plan = [task("A", 0, 30, is_done=True), task("B", 10, 5, "A", has_begun=True), task("C", 15, 5, "B")]
    found = passes(plan)
    assert found.timings["A"].total_float is None
    assert found.float_of("A").reason == "it is finished"
    assert found.timings["B"].start == FIRST + timedelta(10)
    assert found.total_float("C") == 10  # the longest, though done, ends ten days later


@pytest.mark.parametrize(
    ("finish", "end", "days"),
    [(date(2025, 6, 1), date(2025, 6, 30), 29), (date(2025, 7, 2), date(2025, 6, 30), -2)],
)
def test_the_margin_to_the_end_of_the_project(finish, end, days):
    assert margin(finish, end, None).value == days


def test_the_margin_without_dates_says_why():
    assert margin(None, date(2025, 6, 30), "A waits for itself.").reason == "A waits for itself."
    assert margin(FIRST, None, None).reason == "no end of the project is recorded"
    assert passes([]).reason == "no entry of the plan has dates"


def test_links_are_read_with_their_lags():
    assert links("T1.2+10d; MS3 ;; WP-4 −3 d\nD1.1 + 1 day") == (
        Link("T1.2", 10), Link("MS3"), Link("WP-4", -3), Link("D1.1", 1),
    )  # fmt: skip
    assert links("A; A+5d") == (Link("A", 5),)
    assert [str(link) for link in links("A+5d; B")] == ["A+5d", "B"]
