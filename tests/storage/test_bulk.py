"""Runs of ids and images of rows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from collabdesk.storage.bulk import cut_runs, image_of, joined, runs_of


def numbers(runs: list[tuple[int, int]]) -> list[int]:
    return [i for first, last in runs for i in range(first, last + 1)]


def test_neighbouring_ids_are_one_run() -> None:
    assert runs_of([1, 2, 3, 7, 9, 10]) == [(1, 3), (7, 7), (9, 10)]
    assert runs_of([]) == []


def test_runs_that_touch_are_joined() -> None:
    assert joined([(7, 9), (1, 2), (3, 3)]) == [(1, 3), (7, 9)]


@given(st.sets(st.integers(1, 200)), st.integers(1, 20))
def test_cut_runs_hold_the_same_ids_in_groups_of_the_size(ids: set[int], size: int) -> None:
    runs = runs_of(sorted(ids))
    groups = cut_runs(runs, size)
    assert [i for group in groups for i in numbers(group)] == sorted(ids)
    assert all(len(numbers(group)) == size for group in groups[:-1])


def test_an_image_is_small_where_rows_are_alike() -> None:
    row = (1, "uid", 1, None, None, None, None, *[""] * 7)
    assert len(image_of("risk", [row] * 10_000)) < 5_000
