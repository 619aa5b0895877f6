"""Long runs of the window survive the binding's forgotten references."""

import sys

import collabdesk.ui  # noqa: F401  importing it is what keeps the singletons


def test_a_hundred_thousand_calls_that_return_nothing_do_not_end_python():
    from PySide6.QtCore import QRect

    rect = QRect()
    for number in range(100_000):
        rect.setLeft(number)
    assert rect.left() == 99_999
    assert sys.getrefcount(None) > 100_000
