"""Where in a profile's text something stands, for a sentence that names the line."""

from __future__ import annotations

import re
import tomllib

_STRING = r""""(?:[^"\\\n]|\\.)*"|'[^'\n]*'"""
_STRINGS = re.compile(_STRING)
_TABLE = re.compile(r"^[ \t]*\[\[[ \t]*table[ \t]*\]\]", re.MULTILINE)
_DEEP = re.compile(r"(?:[\w-]+|\"\")(?:[ \t]*\.[ \t]*(?:[\w-]+|\"\")){3}")


class Lines:
    """A text in which keys and values are looked for; `table` narrows it to what follows that table's heading."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tables = [m.start() for m in _TABLE.finditer(text)]

    def of_value(self, key: str, value: object, table: int = 0) -> int:
        """The line where `key` has this value, from 1; else where the key stands, else where the table begins."""
        said = re.compile(rf"(?<![\w-]){re.escape(key)}[ \t]*=[ \t]*({_STRING}|[^\s,#}}\]]+)")
        for found in said.finditer(self._text, self._start(table)):
            if _read(found[1]) == value:
                return self._line(found.start())
        return self.of_key(key, table)

    def of_key(self, key: str, table: int = 0) -> int:
        """The line where a key or a heading of this name stands."""
        named = re.compile(rf"(?<![\w-])[\"']?{re.escape(key)}[\"']?[ \t]*(?:=|\]|\.)")
        found = named.search(self._text, self._start(table))
        return self._line(found.start() if found else self._start(table))

    def _start(self, table: int) -> int:
        return self._tables[table - 1] if 0 < table <= len(self._tables) else 0

    def _line(self, position: int) -> int:
        return self._text.count("\n", 0, position) + 1


def first_odd_line(text: str) -> tuple[int, str] | None:
    """The first line that holds what no profile holds and a parser may choke on, with what that is; None for none."""
    for mark in ('"""', "'''"):
        if (at := text.find(mark)) >= 0:
            return text.count("\n", 0, at) + 1, "a text over several lines"
    for number, line in enumerate(text.split("\n"), 1):
        if _DEEP.search(_STRINGS.sub('""', line)):
            return number, "a key with many parts"
    return None


def _read(raw: str) -> object:
    try:
        return tomllib.loads(f"v = {raw}")["v"]
    except ValueError:
        return None
