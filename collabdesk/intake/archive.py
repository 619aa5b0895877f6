"""The zip archive that a modern spreadsheet file is, opened without believing what it says of itself."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

_CHUNK = 4 * 1024 * 1024
_BITE = 32 * 1024
"""Packed bytes at a time: what comes out of them stays in the processor's cache while it is looked through."""
_FIRST_BITE = 128 * 1024
"""The first chunk is long enough for whoever looks at a part's beginning."""
_LOCAL = struct.Struct("<4s22xHH")


class Damaged(Exception):
    """The archive is not what its directory says; the text says how."""


class Archive:
    """A zip file in memory. Raises zipfile.BadZipFile when its directory cannot be read."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self.entries = archive.infolist()
        self._by_name = {e.filename.replace("\\", "/").lstrip("/").lower(): e for e in self.entries}

    def find(self, name: str) -> zipfile.ZipInfo | None:
        """The entry of this name, without regard to case."""
        return self._by_name.get(name.replace("\\", "/").lstrip("/").lower())

    def names(self) -> list[str]:
        """Every entry's name in lower case."""
        return list(self._by_name)

    def chunks(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        """The entry's bytes as they really are; Damaged as soon as they are more than it declares."""
        start = self._start(entry)
        packed = memoryview(self.content)[start : start + entry.compress_size]
        real = 0
        for chunk in _inflated(packed, entry.compress_type):
            real += len(chunk)
            if real > entry.file_size:
                raise Damaged("a part is larger than it says")
            yield chunk

    def read(self, name: str) -> bytes:
        """A whole part; b"" when there is none of that name."""
        entry = self.find(name)
        return b"".join(self.chunks(entry)) if entry is not None else b""

    def _start(self, entry: zipfile.ZipInfo) -> int:
        head = self.content[entry.header_offset : entry.header_offset + _LOCAL.size]
        if len(head) < _LOCAL.size:
            raise Damaged("a part is missing")
        mark, name, extra = _LOCAL.unpack(head)
        if mark != b"PK\x03\x04":
            raise Damaged("a part is missing")
        return entry.header_offset + _LOCAL.size + int(name) + int(extra)


def _inflated(packed: memoryview, method: int) -> Iterator[bytes]:
    if method == zipfile.ZIP_STORED:
        for at in range(0, len(packed), _CHUNK):
            yield bytes(packed[at : at + _CHUNK])
        return
    if method != zipfile.ZIP_DEFLATED:
        raise Damaged("a part is packed in a way that spreadsheets do not use")
    inflater = zlib.decompressobj(-15)
    at, end = 0, _FIRST_BITE
    try:
        while at < len(packed) and not inflater.eof:
            waiting: bytes | memoryview = packed[at:end]
            while waiting and not inflater.eof:
                chunk = inflater.decompress(waiting, _CHUNK)
                if chunk:
                    yield chunk
                waiting = inflater.unconsumed_tail
            at, end = end, end + _BITE
        rest = inflater.flush()
    except zlib.error as wrong:
        raise Damaged("a part cannot be unpacked") from wrong
    if rest:
        yield rest
