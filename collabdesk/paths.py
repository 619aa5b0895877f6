"""Where files are: the program's own resources, and the user's folders on every platform."""

from __future__ import annotations

from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent


def _own(folder: str) -> Path:
    # In a checkout the folder stands beside the package; in a wheel it was put inside it.
    inside, beside = _PACKAGE / f"_{folder}", _PACKAGE.parent / folder
    return inside if inside.is_dir() else beside


def resources(*parts: str) -> Path:
    """A file or folder of the bundled resources."""
    return _own("resources").joinpath(*parts)


def migrations() -> Path:
    """The folder of the database migrations."""
    return _own("migrations")


def default_database() -> Path:
    """The user's own database file; its folder is made when the database is."""
    return Path(platformdirs.user_data_dir("CollabDesk", appauthor=False)) / "collabdesk.db"


def log_folder() -> Path:
    """Where the program writes its log."""
    return Path(platformdirs.user_log_dir("CollabDesk", appauthor=False))


def cache_folder() -> Path:
    """Where the program keeps what it can make again at any time."""
    return Path(platformdirs.user_cache_dir("CollabDesk", appauthor=False))
