"""The organisation that prints the reports: its name, logo, colours, language; at most one is on record."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import ROUND_DOWN, Decimal
from pathlib import Path
from typing import Any, cast

from collabdesk.domain.organisations import LANGUAGES, Organisation
from collabdesk.domain.problems import Refused
from collabdesk.reporting import logos
from collabdesk.reporting.style_palette import LIGHT, READABLE, contrast
from collabdesk.usecases.workspace import Change, Workspace

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_TEXTS = ("name", "address", "author", "addressee", "distribution")
_COLOURS = {"accent": "first", "second": "second"}
LEAST_CONTRAST = Decimal(str(READABLE))
USUAL_COLOUR = LIGHT.accent
"""What stands for a colour that the organisation leaves open."""
FIELDS = (*_TEXTS, "language", *_COLOURS)


def current(workspace: Workspace) -> Organisation:
    """The organisation on record; one without an id where none is."""
    found = cast("list[Organisation]", workspace.find("organisation"))
    return found[0] if found else Organisation()


def change(workspace: Workspace, **fields: str) -> Change:
    """Set some of FIELDS, as one step of undo. Refused for a language or a colour that cannot be printed with."""
    return _keep(workspace, checked(fields))


def checked(fields: dict[str, str]) -> dict[str, str]:
    """The fields as they are kept; Refused, with the reason, where one cannot be."""
    kept = {name: text.strip() for name, text in fields.items()}
    for name in kept:
        if name not in FIELDS:
            raise Refused(f"An organisation has no {name!r}. There are: {', '.join(FIELDS)}.", "no-field")
    if kept.get("language", "") not in ("", *LANGUAGES):
        raise Refused(f"Reports are written in {', '.join(LANGUAGES)}, not in {kept['language']!r}.", "no-language")
    for name in _COLOURS.keys() & kept.keys():
        kept[name] = _colour(name, kept[name])
    return kept


def _colour(name: str, text: str) -> str:
    if not text:
        return ""
    if not _COLOUR.fullmatch(text):
        raise Refused(f"{text!r} is no colour; write it as #1F5A7A.", "no-colour")
    seen = contrast_of(text)
    if seen is not None and seen < LEAST_CONTRAST:
        raise Refused(
            f"The {_COLOURS[name]} colour {text} is too light on white paper: its contrast is {seen} to 1, "
            f"and text needs {LEAST_CONTRAST} to 1 at least (WCAG 2.2, 1.4.3). Choose a darker one.", "low-contrast",
        )  # fmt: skip
    return text.upper()


def contrast_of(text: str) -> Decimal | None:
    """A colour's contrast with white paper, cut after two decimals, so that 4.499 is not called enough.

    None where the text is no colour.
    """
    if not _COLOUR.fullmatch(text.strip()):
        return None
    return Decimal(contrast(text.strip(), "#FFFFFF")).quantize(Decimal("0.01"), rounding=ROUND_DOWN)


def set_logo(workspace: Workspace, path: str | Path) -> Change:
    """Keep a picture as the logo, as one step of undo; Refused, with the reason, where it cannot be printed."""
    file = Path(path)
    try:
        if file.stat().st_size > logos.LARGEST:
            raise Refused(f"{file.name} is larger than {logos.LARGEST // 1_000_000} MB: too large for a logo.", "logo")
        content = file.read_bytes()
    except OSError as error:
        raise Refused(f"{file.name} cannot be read: {error.strerror or error}.", "unreadable") from None
    logos.check(file.name, content)
    with workspace.changing("Change the logo") as step:
        sha256 = step.keep_file(file.name, content)
        _put(workspace, step, {"logo_name": file.name, "logo_sha256": sha256})
    return step.change


def remove_logo(workspace: Workspace) -> Change:
    """Print without a logo again."""
    return _keep(workspace, {"logo_name": "", "logo_sha256": ""}, "Remove the logo")


def logo(workspace: Workspace) -> bytes | None:
    """The logo's bytes; None where there is none."""
    sha256 = current(workspace).logo_sha256
    return workspace.file_bytes(sha256) if sha256 else None


def _keep(workspace: Workspace, fields: dict[str, str], label: str = "Change the organisation") -> Change:
    with workspace.changing(label) as step:
        _put(workspace, step, fields)
    return step.change


def _put(workspace: Workspace, step: Any, fields: dict[str, str]) -> None:
    there = current(workspace)
    after = replace(there, **fields)  # type: ignore[arg-type]
    if there.id is None:
        step.add(after)
    elif after != there:
        step.update(after)
