"""Where things stand in a TOML text: the line of each table and key, so that an error is told with its address."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Mapping, Sequence

from collabdesk.domain.problems import Problem

Path = tuple[str | int, ...]


def broken(error: tomllib.TOMLDecodeError, text: str) -> Problem:
    """The problem of a text that is no TOML, at its line."""
    found = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
    line = found[1] if found else str(text.count("\n") + 1)
    sentence = re.sub(r" \(at .*", "", str(error))
    return Problem("toml", f"this is no TOML: {sentence}", f"line {line}")


def line_of(problem: Problem) -> int:
    """The line that a problem of a text stands at."""
    return int(problem.cell.removeprefix("line ") or 0)


def lines_of(text: str) -> dict[Path, int]:
    """Where each table and each key of a TOML text stands; tables of a list are numbered from 0."""
    found: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    head: Path = ()
    is_inside = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if is_inside:  # a text of many lines may hold anything
            is_inside = "" if is_inside in line else is_inside
            continue
        if table := re.match(r"\s*(\[\[?)\s*([^\]]+?)\s*\]", line):
            head = _keys(table[2])
            if table[1] == "[[":
                counts[head] = counts.get(head, -1) + 1
                head = (*head, counts[head])
            found.setdefault(head, number)
        elif key := re.match(r"\s*((?:\"[^\"]*\"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:\"[^\"]*\"|[\w-]+))*)\s*=(.*)", line):
            found.setdefault((*head, *_keys(key[1])), number)
            for mark in ('"""', "'''"):
                is_inside = mark if key[2].count(mark) == 1 else is_inside
    return found


def line_at(lines: Mapping[Path, int], path: Path) -> int:
    """The line of the path, or of the nearest table around it."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def not_known(key: str, known: Sequence[str]) -> str:
    """What is said of a key that means nothing: the one that may be meant, else those there are."""
    near = difflib.get_close_matches(key, known, 1)
    hint = f"is {near[0]} meant?" if near else f"there are {', '.join(known)}"
    return f"{key} is not known here; {hint}"


def _keys(dotted: str) -> Path:
    return tuple(part.strip("\"' ") for part in re.findall(r"\"[^\"]*\"|'[^']*'|[^.\s]+", dotted))
