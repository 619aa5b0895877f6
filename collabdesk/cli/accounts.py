"""The account of a look or an import, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from collabdesk.cli import changes
from collabdesk.cli.command import DONE, REFUSED, WITH_PROBLEMS, say, tell

if TYPE_CHECKING:
    from collabdesk.usecases.comparison import Compared

_SHOWN_PROBLEMS = 20


def status_of(account: dict[str, Any]) -> int:
    """3 when every file was refused, 1 when a file was refused or a table has problems, else 0."""
    files = account["files"]
    refused = [f for f in files if f["refused"]]
    if files and len(refused) == len(files):
        return REFUSED
    troubled = any(t["problems"] for f in files for t in f.get("tables", []))
    return WITH_PROBLEMS if refused or troubled else DONE


def say_refusals(account: dict[str, Any]) -> None:
    """The sentence of each refused file, on standard error."""
    for file in account["files"]:
        if file["refused"]:
            tell(f"{file['name']}: {file['refused']}")


def say_account(account: dict[str, Any], compared: Compared | None = None) -> None:
    """Each file's tables with rows, totals and problems, and what `compared` says of them."""
    for number, file in enumerate(account["files"]):
        if not file["refused"]:
            say(file["name"])
            for place, table in enumerate(file["tables"]):
                _say_table(table)
                beside = compared.tables.get((number, place)) if compared else None
                if beside is not None:
                    changes.say_changes(beside)
            for ignored in file["ignored_sheets"]:
                say(f"  sheet {ignored['sheet']!r} left out: {ignored['why']}")
    if compared is not None:
        changes.say_figures(compared)
    if account.get("batch") is not None:
        say(f"Kept as import {account['batch']}. `collabdesk revert {account['batch']}` takes it back.")


def _say_table(table: dict[str, Any]) -> None:
    rows = table["rows"]
    where = f"{table['sheet']}: " if table["sheet"] else ""
    say(f"  {where}{table['kind']}, rows {table['first_row']}–{table['last_row']}")
    say(
        f"    {rows['read']} read = {rows['accepted']} accepted + {rows['set_aside']} set aside"
        f" + {rows['rejected']} rejected"
    )
    if table.get("outcome"):
        say("    " + ", ".join(f"{count} {word}" for word, count in table["outcome"].items()))
    say(f"    {len(table['columns'])} columns understood, {len(table['unmapped'])} left to you")
    for field, total in table["totals"].items():
        stated = f", the file states {total['stated_total']}" if total.get("stated_total") else ""
        say(f"    {field}: {total['sum']} {table['currency'] or ''}{stated}")
    for problem in table["problems"][:_SHOWN_PROBLEMS]:
        say(f"    {problem['severity']} {problem['cell']}: {problem['text']}")
    if len(table["problems"]) > _SHOWN_PROBLEMS:
        say(f"    … and {len(table['problems']) - _SHOWN_PROBLEMS} more; --json lists them all")
