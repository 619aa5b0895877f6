"""The compound file that an old Excel workbook is: its directory and streams, without believing what it says."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from collabdesk.intake.archive import Damaged

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END, _LARGEST_SECTOR = 0xFFFFFFFE, 0xFFFFFFFA
_STREAM = 2
_MOST_ENTRIES = 100_000


class CompoundFile:
    """The streams that stand in the root of the file, by name. Raises Damaged when its directory cannot be read.

    Only the root counts: a workbook may carry whole documents of other programs inside.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        if len(content) < 512 or not content.startswith(SIGNATURE):
            raise Damaged("its beginning is missing")
        shift, small_shift = struct.unpack_from("<2H", content, 30)
        if shift not in (9, 12) or small_shift != 6:
            raise Damaged("its directory cannot be read")
        self._size = 1 << shift
        directory, self._cutoff, first_small = struct.unpack_from("<I4xII", content, 48)
        self._fat = self._read_fat()
        entries = self._entries(b"".join(self._chain(directory)))
        if not entries:
            raise Damaged("its directory is empty")
        root = entries[0]
        self._small = b"".join(self._chain(root[2]))
        self._small_fat = _words(b"".join(self._chain(first_small)))
        self.streams = {name: (start, size) for name, kind, start, size, _ in _in_root(entries) if kind == _STREAM}

    def read(self, name: str) -> bytes:
        """A whole stream, looked for without regard to case; b"" when there is none of that name."""
        found = next((at for known, at in self.streams.items() if known.casefold() == name.casefold()), None)
        if found is None:
            return b""
        start, size = found
        if size < self._cutoff:
            pieces = [self._small[n * 64 : n * 64 + 64] for n in _walk(self._small_fat, start)]
            return b"".join(pieces)[:size]
        return b"".join(self._chain(start))[:size]

    def has(self, *names: str) -> bool:
        """Is one of these streams in the root?"""
        wanted = {n.casefold() for n in names}
        return any(known.casefold() in wanted for known in self.streams)

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self._size
        return self._content[at : at + self._size]

    def _chain(self, start: int) -> Iterator[bytes]:
        return (self._sector(n) for n in _walk(self._fat, start))

    def _read_fat(self) -> list[int]:
        """Which sector follows which: the first 109 sectors of the table are named in the header, others in a chain."""
        sectors = [n for n in _words(self._content[76:512]) if n < _LARGEST_SECTOR]
        following, seen = struct.unpack_from("<I", self._content, 68)[0], set[int]()
        while following < _LARGEST_SECTOR and following not in seen:
            seen.add(following)
            *more, following = _words(self._sector(following)) or [_END]
            sectors += [n for n in more if n < _LARGEST_SECTOR]
        if len(sectors) > len(self._content) // self._size + 1:
            raise Damaged("its directory cannot be read")
        return _words(b"".join(map(self._sector, sectors)))

    def _entries(self, directory: bytes) -> list[tuple[str, int, int, int, tuple[int, int, int]]]:
        """Name, kind, first sector, size and the (left, right, child) neighbours of every directory entry."""
        entries = []
        for at in range(0, min(len(directory), _MOST_ENTRIES * 128) - 127, 128):
            length, kind = struct.unpack_from("<HB", directory, at + 64)
            name = directory[at : at + min(max(length, 2), 64) - 2].decode("utf-16-le", "replace")
            left, right, child = struct.unpack_from("<3I", directory, at + 68)
            start, size = struct.unpack_from("<II", directory, at + 116)
            entries.append((name, kind, start, size, (left, right, child)))
        return entries


def _words(raw: bytes) -> list[int]:
    whole = len(raw) // 4
    return list(struct.unpack(f"<{whole}I", raw[: whole * 4]))


def _walk(table: list[int], start: int) -> Iterator[int]:
    """The sectors of a chain; Damaged where it runs in a circle or out of the file."""
    steps = 0
    while start < _LARGEST_SECTOR:
        steps += 1
        if start >= len(table) or steps > len(table):
            raise Damaged("its parts are linked in a circle or lost")
        yield start
        start = table[start]


def _in_root(
    entries: list[tuple[str, int, int, int, tuple[int, int, int]]],
) -> Iterator[tuple[str, int, int, int, tuple[int, int, int]]]:
    waiting, seen = [entries[0][4][2]], set[int]()
    while waiting:
        number = waiting.pop()
        if number >= len(entries) or number in seen:
            continue
        seen.add(number)
        yield entries[number]
        waiting += entries[number][4][:2]
