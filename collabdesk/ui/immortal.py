"""Keeps None, True and False alive on Python 3.11, where this Qt binding forgets to count its references to them.

PySide6 6.12 is built against the ABI of Python 3.12, in which these objects are immortal: every call that returns
nothing gives None away without counting it. On 3.11 that ends, after some ten thousand calls, in "Fatal Python
error: none_dealloc". A very large count does what 3.12 does by itself.
"""

from __future__ import annotations

import ctypes
import sys

_PLENTY = 1 << 40
_SINGLETONS = (None, True, False, NotImplemented, Ellipsis)


def keep_singletons() -> None:
    """Make the counts so large that no run uses them up; does nothing where they are immortal anyway."""
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12):
        return
    for one in _SINGLETONS:
        if sys.getrefcount(one) < _PLENTY:
            # The count is the first word of every object of a release build.
            ctypes.c_ssize_t.from_address(id(one)).value += _PLENTY
