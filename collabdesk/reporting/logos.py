"""Which pictures can be printed as a logo: PNG and JPEG, whole, and of a size that a page can carry."""

from __future__ import annotations

import io
import warnings

from PIL import Image

from collabdesk.domain.problems import Refused

LARGEST = 2_000_000
"""Bytes of the file."""
_MOST_PIXELS = 4_000
_PRINTED = {"PNG": "png", "JPEG": "jpeg"}


def check(name: str, content: bytes) -> None:
    """Refused, with what to do, for a picture that would not print."""
    head = content[:400].lstrip().lower()
    if head.startswith((b"<svg", b"<?xml")) or name.casefold().endswith((".svg", ".svgz")):
        raise Refused(f"{name} is a vector picture (SVG), which is not printed here: save it as PNG.", "logo")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=tuple(_PRINTED)) as picture:
                wide, high = picture.size
                if max(wide, high) > _MOST_PIXELS:
                    raise Refused(f"{name} has {wide:,} × {high:,} pixels; a logo may have {_MOST_PIXELS:,} each way. "
                                  "Save it smaller.", "logo")  # fmt: skip
                picture.load()
    except Refused:
        raise
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Refused(f"{name} is no whole PNG or JPEG picture: save the logo as PNG.", "logo") from None
