#!/usr/bin/env python3
"""The developer's one command: sets the machine up, then runs the program, its tests, checks and benchmarks.

Standard library only and no shell, so that `python3 dev.py demo` and `py dev.py demo` do the same.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "installed.sha256"
SHARED = ROOT.parent / "shared"
OLDEST = (3, 11)

# What Qt needs to be imported at all, and what it needs besides to show a window on X11 (bare Debian 12 has none).
QT_PACKAGES = ("libgl1", "libegl1", "libglib2.0-0", "libdbus-1-3", "libfontconfig1", "libxkbcommon0")
WINDOW_PACKAGES = (
    "libxcb-cursor0", "libxkbcommon-x11-0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0",
    "libxcb-render0", "libxcb-render-util0", "libxcb-shape0", "libxcb-shm0", "libxcb-sync1", "libxcb-util1",
    "libxcb-xfixes0", "libxcb-xkb1", "libxcb-glx0", "libx11-xcb1",
)  # fmt: skip


def say(text: str) -> None:
    """One line for the person, on standard error so that a command's own output stays clean."""
    print(f"dev.py: {text}", file=sys.stderr, flush=True)


def run(*command: str | Path, env: dict[str, str] | None = None) -> int:
    """Run a program in the project's folder and return its exit status."""
    return subprocess.run([str(word) for word in command], cwd=ROOT, env=env, check=False).returncode


def must(*command: str | Path, env: dict[str, str] | None = None) -> None:
    """Run a program; end with its exit status where it fails."""
    status = run(*command, env=env)
    if status:
        say(f"this step failed: {' '.join(str(word) for word in command)}")
        sys.exit(status)


def inside(program: str) -> Path:
    """A program of the project's own environment."""
    if os.name == "nt":
        return VENV / "Scripts" / f"{program}.exe"
    return VENV / "bin" / program


def has_display() -> bool:
    """A window could be shown here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


# System packages ---------------------------------------------------------------------------------------------------


def is_debian() -> bool:
    """Debian, Ubuntu or a child of theirs, with its package tool."""
    release = Path("/etc/os-release")
    return release.is_file() and "debian" in release.read_text("utf-8") and shutil.which("apt-get") is not None


def is_installed(package: str) -> bool:
    """Debian's package is there; Ubuntu 24.04 renamed some of them to …t64."""
    for name in (package, f"{package}t64"):
        query = ["dpkg-query", "-W", "-f=${db:Status-Status}", name]
        if subprocess.run(query, capture_output=True, text=True, check=False).stdout.strip() == "installed":
            return True
    return False


def provide(packages: Sequence[str]) -> None:
    """Install missing Debian packages as root; without rights print the exact line and end."""
    missing = [package for package in packages if not is_installed(package)]
    if not missing:
        return
    line = f"apt-get install -y --no-install-recommends {' '.join(missing)}"
    if os.geteuid() != 0:
        say(f"these system packages are missing; run this line, then the same command again:\n\n  sudo {line}\n")
        sys.exit(2)
    say(f"installing system packages: {' '.join(missing)}")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # An old list of packages names versions that the mirror no longer holds, hence the update first.
    run("apt-get", "-qq", "update", env=env)
    must(*line.replace("install", "-qq install", 1).split(), env=env)


def provide_system(shows_window: bool) -> None:
    """What the operating system must bring: Qt's libraries, and Python's own way to make environments."""
    has_venv = importlib.util.find_spec("ensurepip") is not None
    if not is_debian():
        if not has_venv:
            say("this Python cannot make environments (no ensurepip): install its venv package and run this again.")
            sys.exit(2)
        return
    is_root = os.geteuid() == 0
    packages = list(QT_PACKAGES)
    if is_root or shows_window:
        packages += WINDOW_PACKAGES
    if not has_venv:
        packages.append("python3-venv")
    provide(packages)


# The environment ---------------------------------------------------------------------------------------------------


def wanted() -> str:
    """A digest of all that decides what is installed."""
    digest = hashlib.sha256(f"{sys.version_info[:2]} {ROOT}".encode())
    for file in (LOCK, ROOT / "pyproject.toml"):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def works(python: Path) -> bool:
    """The environment's Python starts, is new enough and has pip (a moved or half-made one does not)."""
    if not python.is_file():
        return False
    question = f"import sys, pip; sys.exit(sys.version_info < {OLDEST})"
    return subprocess.run([str(python), "-c", question], capture_output=True, check=False).returncode == 0


def set_up(shows_window: bool = False) -> Path:
    """Make the environment where it is missing or old, exactly as locked, and return its Python."""
    provide_system(shows_window)
    python = inside("python")
    if STAMP.is_file() and STAMP.read_text("utf-8") == wanted() and works(python):
        return python
    if not works(python):
        say(f"making {VENV.name} with Python {sys.version.split()[0]}")
        must(sys.executable, "-m", "venv", "--clear", VENV)
    say("installing the locked packages")
    env = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore"}
    pip = (python, "-m", "pip", "install", "--quiet")
    must(*pip, "--require-hashes", "--no-deps", "-r", LOCK, env=env)
    must(*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT, env=env)
    STAMP.write_text(wanted(), "utf-8")
    return python


def quiet_screen() -> dict[str, str]:
    """The environment for tests: Qt draws into memory and no window appears."""
    return {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}


# Commands ----------------------------------------------------------------------------------------------------------


def setup(_rest: list[str]) -> int:
    """Make the environment and nothing else"""
    set_up()
    return 0


def demo(rest: list[str]) -> int:
    """Sample workbooks -> import -> audit -> PDF, then the window where there is a display"""
    return run(set_up(has_display()), "-m", "collabdesk", "demo", *(rest or ["--out", "demo"]))


def start(rest: list[str]) -> int:
    """Run the program: the window, or any of its commands"""
    return run(set_up(has_display() and not rest), "-m", "collabdesk", *rest)


def test(rest: list[str]) -> int:
    """Run the tests (arguments go to pytest)"""
    python = set_up()
    # Two workers: the smallest machine this is built on has two cores.
    parallel = [] if any(word.startswith(("-n", "--pdb", "-x")) for word in rest) else ["-n", "2"]
    return run(python, "-m", "pytest", *parallel, *rest, env=quiet_screen())


def check(_rest: list[str]) -> int:
    """format, lint, strict types, architecture"""
    python = set_up()
    steps = {
        "format": ("ruff", "format", "--check", "."),
        "lint": ("ruff", "check", "."),
        "types": ("mypy",),
        "architecture": ("pytest", "-q", "tests/test_architecture.py"),
    }
    failed = []
    for name, words in steps.items():
        say(name)
        if run(python, "-m", *words, env=quiet_screen()):
            failed.append(name)
    say(f"failed: {', '.join(failed)}" if failed else "all checks passed")
    return 1 if failed else 0


def bench(rest: list[str]) -> int:
    """Run the benchmarks and print their ratios (arguments choose by name)"""
    python = set_up()
    folder = ROOT / "tests" / "benchmarks"
    chosen = [file for file in sorted(folder.glob("bench_*.py")) if not rest or any(word in file.stem for word in rest)]
    failed = []
    for file in chosen:
        say(file.stem)
        if run(python, file, env=quiet_screen()):
            failed.append(file.stem)
    if failed:
        say(f"over their bound, or failed: {', '.join(failed)}")
    return 1 if failed or not chosen else 0


def samples(_rest: list[str]) -> int:
    """Write the sample workbooks anew into resources/samples"""
    return run(set_up(), "-m", "samples", env={**os.environ, "PYTHONPATH": str(ROOT / "tests")})


def translations(_rest: list[str]) -> int:
    """Bring the files of translations up to date with the texts of reports, and say how many are missing"""
    return run(set_up(), "-m", "translations", env={**os.environ, "PYTHONPATH": str(ROOT / "tests")})


def truth(rest: list[str]) -> int:
    """Score `look --json` against the expert's reading of real files, where those are at hand"""
    tool = SHARED / "tools" / "score_intake.py"
    if not tool.is_file():
        say(f"skipped: no {tool.name} in {tool.parent}")
        return 0
    python = set_up()
    data = SHARED / "data"
    return run(python, tool, inside("collabdesk"), data / "truth", data, "--verbose", *rest)


def headers(rest: list[str]) -> int:
    """Score the header vocabulary against real header texts, where those are at hand"""
    return run(set_up(), ROOT / "tests" / "intake" / "score_headers.py", *rest)


def lock(_rest: list[str]) -> int:
    """Resolve the newest allowed packages for every platform and write requirements.lock"""
    set_up()
    with tempfile.TemporaryDirectory() as folder:
        must(sys.executable, "-m", "venv", folder)
        programs = Path(folder, "Scripts" if os.name == "nt" else "bin")
        must(programs / "python", "-m", "pip", "install", "--quiet", "uv")
        draft = Path(folder, "requirements.lock")
        options = (
            "--universal", "--generate-hashes", "--upgrade", "--no-header", "--no-annotate", "--no-emit-index-url",
            "--python-version", ".".join(map(str, OLDEST)), "--extra", "postgres", "--extra", "sign", "--group", "dev",
        )  # fmt: skip
        env = {**os.environ, **index_of(programs / "python")}
        must(programs / "uv", "pip", "compile", "--quiet", *options, "-o", draft, "pyproject.toml", env=env)
        # The lock names no host and no path: it must serve every machine.
        LOCK.write_text(f"{LOCK_TITLE}{draft.read_text('utf-8')}", "utf-8", newline="\n")
    say(f"wrote {LOCK.name}")
    return 0


LOCK_TITLE = (
    "# Every package with its hashes, for Python 3.11 or newer on Linux, macOS and Windows; `dev.py lock` writes it.\n"
)


def index_of(python: Path) -> dict[str, str]:
    """The package index that pip is set up to use, in the words of uv."""
    answer = subprocess.run(
        [str(python), "-m", "pip", "config", "get", "global.index-url"], capture_output=True, text=True, check=False
    )
    index = answer.stdout.strip()
    return {"UV_DEFAULT_INDEX": index} if answer.returncode == 0 and index else {}


def clean(_rest: list[str]) -> int:
    """Remove what was made: environment, caches, builds, demo"""
    for name in (".venv", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis", "build", "dist", "demo"):
        shutil.rmtree(ROOT / name, ignore_errors=True)
    return 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "demo": demo, "run": start, "test": test, "check": check, "bench": bench, "setup": setup, "samples": samples,
    "translations": translations, "truth": truth, "headers": headers, "lock": lock, "clean": clean,
}  # fmt: skip


def main(words: Sequence[str]) -> int:
    """Carry out one command; everything after its name is handed on."""
    if sys.version_info < OLDEST:  # an older Python can still read this file, and say so
        say(f"Python {'.'.join(map(str, OLDEST))} or newer is needed; this is {sys.version.split()[0]}.")
        return 2
    lines = "\n".join(f"  {name:12} {command.__doc__}" for name, command in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="dev.py", description=f"commands:\n{lines}", formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND")
    chosen = parser.parse_args(words[:1])
    return COMMANDS[chosen.command](list(words[1:]))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
