"""The built wheel is whole: an installed program finds its migrations and resources inside itself."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's contents, as an installer lays them out."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(folder / "site")
    return folder / "site"


def test_every_migration_and_resource_is_inside(installed):
    for name in ("migrations", "resources"):
        beside = {p.relative_to(ROOT / name) for p in (ROOT / name).rglob("*") if p.is_file() and p.suffix != ".pyc"}
        inside = installed / "collabdesk" / f"_{name}"
        assert [path for path in beside if not (inside / path).is_file()] == []


def test_the_installed_program_looks_inside_itself(installed):
    question = "from collabdesk import paths; print(paths.resources()); print(paths.migrations())"
    answer = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(installed)!r}); {question}"],
        cwd=installed, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert answer.stdout.split() == [str(installed / "collabdesk" / name) for name in ("_resources", "_migrations")]


def test_tests_and_sources_of_samples_stay_out(installed):
    assert {path.name for path in installed.iterdir() if not path.name.endswith(".dist-info")} == {"collabdesk"}
