"""The developer's command: standard library only, every package locked with hashes, no machine named."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
COMMANDS = (
    "demo", "run", "test", "check", "bench", "setup", "samples", "translations", "truth", "headers", "lock", "clean",
)  # fmt: skip


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def locked() -> dict[str, str]:
    return {plain(name): version for name, version in re.findall(r"^([\w.-]+)==([\w.]+)", LOCK, re.MULTILINE)}


def asked_for() -> list[str]:
    return [
        *PROJECT["project"]["dependencies"],
        *PROJECT["project"]["optional-dependencies"]["postgres"],
        *PROJECT["dependency-groups"]["dev"],
    ]


def test_the_command_needs_nothing_but_python():
    tree = ast.parse((ROOT / "dev.py").read_text("utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= set(sys.stdlib_module_names)


def test_the_command_starts_no_shell():
    assert "shell=True" not in (ROOT / "dev.py").read_text("utf-8")


def test_every_package_that_is_asked_for_is_locked():
    assert [need for need in asked_for() if plain(re.match(r"[\w.-]+", need)[0]) not in locked()] == []


def test_every_locked_package_has_hashes():
    blocks = re.split(r"^(?=[\w.-]+==)", LOCK, flags=re.MULTILINE)[1:]
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_the_lock_names_no_host_and_no_path():
    lines = [line for line in LOCK.splitlines() if not line.startswith("#")]
    assert [line for line in lines if re.search(r"https?:|file:|@|--(extra-)?index|--find-links|[/\\]\w", line)] == []


def test_report_and_writer_are_not_the_old_ones_that_extras_bring():
    assert locked()["reportlab"].startswith("5.")
    assert locked()["sqlalchemy"].startswith("2.1.")


def test_make_offers_every_command_of_dev():
    line = re.search(r"^COMMANDS := (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)[1]
    assert sorted(line.split()) == sorted(COMMANDS)


def test_help_lists_every_command():
    answer = subprocess.run([sys.executable, ROOT / "dev.py", "--help"], capture_output=True, text=True, check=True)
    assert [name for name in COMMANDS if f"  {name} " not in answer.stdout] == []


def test_an_unknown_command_is_wrong_usage():
    assert subprocess.run([sys.executable, ROOT / "dev.py", "fly"], capture_output=True, check=False).returncode == 2


@pytest.mark.parametrize("target", ["docs/manual.md", "docs/design.md", "CHANGELOG.md"])
def test_what_the_readme_points_at_is_there(target):
    assert target in (ROOT / "README.md").read_text("utf-8")
    assert (ROOT / target).is_file()


def test_the_readmes_pictures_are_there():
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", (ROOT / "README.md").read_text("utf-8"))
    assert [picture for picture in pictures if not (ROOT / picture).is_file()] == []
