"""The tree of a plan: work packages with their tasks, in the order of their numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from collabdesk.domain.work_packages import WorkPackage

_NUMBER = re.compile(r"([0-9]+)")


def in_tree(packages: Sequence[WorkPackage]) -> list[tuple[WorkPackage, int]]:
    """Each work package followed by its tasks, in the order of their codes, with its depth; nothing is left out."""
    codes = {p.code for p in packages if p.code}
    below: dict[str, list[WorkPackage]] = {}
    for p in sorted(packages, key=lambda p: natural(p.code or p.title)):
        below.setdefault(p.parent if p.parent in codes and p.parent != p.code else "", []).append(p)
    found: list[tuple[WorkPackage, int]] = []
    seen: set[int] = set()

    def visit(code: str, level: int) -> None:
        for p in below.get(code, ()):
            if id(p) not in seen:
                seen.add(id(p))
                found.append((p, level))
                if p.code:
                    visit(p.code, level + 1)

    visit("", 0)
    # Circles of parents hang on nothing: they are listed all the same.
    return [*found, *((p, 0) for p in packages if id(p) not in seen)]


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts WP2 before WP10."""
    parts = _NUMBER.split(text)
    return tuple((0, int(part), "") if n % 2 else (1, 0, part.casefold()) for n, part in enumerate(parts) if part)
