"""What signing and issuing ask of the person at the command line."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from pathlib import Path

from collabdesk.domain.problems import Refused
from collabdesk.usecases.reports import Certificate


def certificate_of(path: Path, password: Callable[[Path], str]) -> Certificate:
    """The certificate in the file, with its password as asked for; Refused where the file cannot be read."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror or error}.", "unreadable") from error
    return Certificate(content, password(path))


def asked_password(path: Path) -> str:
    """The password, typed unseen; it is used once and kept nowhere."""
    try:
        return getpass.getpass(f"Password of {path.name}: ")
    except EOFError:
        raise Refused("No password was given, so the report is not signed.", "no-password") from None
