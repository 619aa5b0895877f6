"""Files attached to a PDF, so that one file carries all that a reader needs; the same files give the same bytes."""

from __future__ import annotations

import io
import mimetypes
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pikepdf

_UNKNOWN = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Attached:
    """A file as a reader sees it in the list of attachments."""

    name: str
    content: bytes
    description: str = ""


def attach(pdf: bytes, files: Sequence[Attached], made_on: date) -> bytes:
    """The PDF with the files attached under their names, which must differ; its pages stay as they are."""
    stamp = made_on.strftime("D:%Y%m%d000000Z")
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for file in files:
            document.attachments[file.name] = pikepdf.AttachedFileSpec(
                document,
                file.content,
                description=file.description,
                filename=file.name,
                mime_type=mimetypes.guess_type(file.name)[0] or _UNKNOWN,
                creation_date=stamp,
                mod_date=stamp,
            )
        out = io.BytesIO()
        # Objects stay readable in the file, so that the report's code is found in it as in the PDF itself.
        document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def attached(pdf: bytes) -> dict[str, bytes]:
    """The attached files by name; none in a file that is no PDF."""
    try:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            return {name: spec.get_file().read_bytes() for name, spec in document.attachments.items()}
    except pikepdf.PdfError:
        return {}
