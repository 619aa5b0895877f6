"""`collabdesk demo`: the main job on the sample workbooks, then the window where there is a display."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from collabdesk.cli.command import DONE, Command, Desk, say, tell
from collabdesk.usecases.demo import Demo, build_demo


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", metavar="DIR", type=Path, default=Path("demo"), help="where to (default: ./demo)")


def _run(parsed: argparse.Namespace, desk: Desk) -> int:
    folder = parsed.out.resolve()
    demo = build_demo(folder, progress=lambda stage, _done, _total: tell(f"  {stage} …"))
    _say_where(demo)
    if not has_display():
        say("There is no display here, so no window is opened. On a desktop: "
            f'collabdesk --database "{demo.database}"')  # fmt: skip
        return DONE
    say("The window opens now.")
    return desk.open_window(demo.database)


def _say_where(demo: Demo) -> None:
    for account in demo.accounts:
        for file in account["files"]:
            rows = [t["rows"] for t in file["tables"]]
            counts = (
                ", ".join(f"{sum(r[k] for r in rows)} {k.replace('_', ' ')}" for k in rows[0]) if rows else "no table"
            )
            say(f"{file['name']}: {counts}")
    say(f"{demo.findings} findings accepted, {demo.recommendations} recommendations made.")
    say(f"Database:         {demo.database}")
    say(f"Audit report:     {demo.pdf}")
    say(f"Portfolio report: {demo.portfolio_pdf}")


def has_display() -> bool:
    """Whether a window can be shown here: always on Windows and macOS, elsewhere when a display is named."""
    if os.environ.get("CI") or os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


COMMAND = Command("build a database from the sample workbooks, audit it, print the report", _arguments, _run)
