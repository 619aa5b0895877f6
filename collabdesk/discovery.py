"""Collects the one constant that each file of a folder offers; a new file is all that a new part needs."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType
from typing import Any


def constants(package: ModuleType, name: str) -> list[Any]:
    """Every module's constant `name` in `package`, in the order of module names.

    Raises AttributeError naming the module that lacks it: a file in such a folder must offer one.
    """
    found = []
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda i: i.name):
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        found.append(getattr(module, name))
    return found
