"""What every test may ask for: real files where they are at hand, and leave to renew golden texts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from funders_files import FOLDER

# No window appears while tests run; a person who wants to see them sets the variable.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A slow or busy machine is no reason to fail.
settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="renew the golden texts and pictures instead of comparing"
    )


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Golden texts and pictures are to be written anew."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def real_files() -> Path:
    """The folder of real funders' files; tests that need it are skipped, visibly, where it is absent."""
    if not FOLDER.is_dir():
        pytest.skip("the real funders' files are not beside this checkout")
    return FOLDER
