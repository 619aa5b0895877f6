"""Collecting cycles pauses during large work and goes on as it was, whatever happens inside."""

from __future__ import annotations

import gc

import pytest

from collabdesk.usecases.uncollected import uncollected


def test_collecting_goes_on_after_an_error() -> None:
    with pytest.raises(ValueError), uncollected():
        assert not gc.isenabled()
        raise ValueError
    assert gc.isenabled()


def test_where_nothing_was_collected_before_nothing_is_afterwards() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
