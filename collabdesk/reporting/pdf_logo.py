"""The organisation's logo: put into the file once, drawn on the cover and small in each running head."""

from __future__ import annotations

import io
from typing import Any

from reportlab.lib.utils import ImageReader

_NAME = "organisation-logo"


def keep_logo(paper: Any, picture: bytes) -> None:
    """Put the picture into the file; one that cannot be read is left out, as if there were none."""
    if not picture:
        return
    try:
        image = ImageReader(io.BytesIO(picture))
        wide, high = image.getSize()
        if wide < 1 or high < 1:
            return
        paper.beginForm(_NAME, 0, 0, 1, 1)
        paper.drawImage(image, 0, 0, 1, 1, mask="auto")
        paper.endForm()
    except (OSError, ValueError):
        return
    paper.kept[_NAME] = wide / high


def draw_logo(paper: Any, x: float, y: float, widest: float, highest: float) -> float:
    """The logo with its foot at `y`, in its own proportions; returns its width, 0 without a logo."""
    ratio = paper.kept.get(_NAME)
    if ratio is None:
        return 0.0
    wide = min(widest, highest * ratio)
    high = wide / ratio
    paper.saveState()
    paper.translate(x, y + (highest - high) / 2)
    paper.scale(wide, high)
    paper.doForm(_NAME)
    paper.restoreState()
    return float(wide)
