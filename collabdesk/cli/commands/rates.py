"""`collabdesk rates`: own tables of exchange rates, and a conversion explained step by step."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from collabdesk.cli import accounts, intake_options
from collabdesk.cli.command import (
    DONE,
    REFUSED,
    WITH_PROBLEMS,
    Command,
    Desk,
    json_option,
    say,
    say_json,
    say_table,
    tell,
)
from collabdesk.cli.values import day
from collabdesk.usecases.rates.explaining import Explained

_CHOICES = ("day", "month_average", "period_average")
_COLUMNS = ("id", "project_code", "series", "base", "quote", "kind", "start", "end", "rate", "source")


def _arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)
    intake_options.add(_act(acts, "import", "keep the rates of spreadsheets or csv files as one step", _import))
    listing = _act(acts, "list", "your own rates, and what the bundled history holds", _list)
    listing.add_argument("--base", metavar="EUR", type=str.upper)
    listing.add_argument("--quote", metavar="USD", type=str.upper)
    json_option(listing)
    explaining = _act(acts, "explain", "what an amount is worth in another currency, and why", _explain)
    explaining.add_argument("amount", metavar="AMOUNT", type=_amount)
    explaining.add_argument("base", metavar="BASE", type=str.upper)
    explaining.add_argument("quote", metavar="QUOTE", type=str.upper)
    explaining.add_argument("day", metavar="DAY", type=day)
    explaining.add_argument("--choice", choices=_CHOICES, default="day", help="which rate the rules ask for")
    explaining.add_argument("--period", metavar="START..END", type=_period, help="the days of a period average")
    explaining.add_argument("--project", metavar="CODE", help="use this project's own rates too")
    json_option(explaining)


def _act(
    acts: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    text: str,
    act: Callable[[argparse.Namespace, Desk], int],
) -> argparse.ArgumentParser:
    """As `add_act`, for acts with an exit status of their own."""
    parser = acts.add_parser(name, help=text, description=text)
    parser.set_defaults(do=act)
    return parser


def _amount(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise argparse.ArgumentTypeError(f"{text!r} is not an amount such as 1234.56") from None


def _period(text: str) -> tuple[str, str]:
    start, separator, end = text.partition("..")
    if not separator:
        raise argparse.ArgumentTypeError(f"{text!r} is not a period such as 2024-01-01..2024-12-31")
    return day(start).isoformat(), day(end).isoformat()


def _import(parsed: argparse.Namespace, desk: Desk) -> int:
    from collabdesk.usecases import imports
    from collabdesk.usecases.rates import importing

    staged = importing.look(parsed.files, intake_options.options(parsed))
    account = imports.account(staged)
    accounts.say_refusals(account)
    if accounts.status_of(account) != REFUSED:
        importing.refuse_without_rates(staged)
        with desk.workspace() as workspace:
            account = imports.account(staged, importing.keep(workspace, staged))
    if parsed.rejects:
        imports.write_rejects(staged, parsed.rejects)
    say_json(account) if parsed.json else accounts.say_account(account)
    return accounts.status_of(account)


def _list(parsed: argparse.Namespace, desk: Desk) -> int:
    from collabdesk.usecases.listing import plain
    from collabdesk.usecases.rates.bank import Bank

    where = {name: value for name in ("base", "quote") if (value := getattr(parsed, name))}
    with desk.workspace(create=False) as workspace:
        found = workspace.rows("exchange_rate", workspace.ids("exchange_rate", where=where))
        bank = Bank.of(workspace)
    last = bank.last_day()
    rows = [{name: plain(row.get(name)) for name in _COLUMNS} for row in found]
    bundled = {
        "source": "European Central Bank",
        "last_day": last.isoformat(),
        "currencies": bank.currencies(),
    }
    if parsed.json:
        say_json({"own": rows, "bundled": bundled})
        return DONE
    say_table([[row[name] for name in _COLUMNS] for row in rows], _COLUMNS, right=(0, 8))
    say(f"{len(rows)} own rates. European Central Bank to {last.isoformat()}: {len(bank.currencies())} currencies.")
    return DONE


def _explain(parsed: argparse.Namespace, desk: Desk) -> int:
    from collabdesk.domain.problems import Refused
    from collabdesk.usecases import rates
    from collabdesk.usecases.listing import project_id

    if parsed.choice == "period_average" and parsed.period is None:
        raise Refused("A period average needs its period: --period 2024-01-01..2024-12-31.", "no-period")
    with desk.workspace() as workspace:
        told = rates.explained(
            workspace,
            parsed.amount,
            parsed.base,
            parsed.quote,
            parsed.day.isoformat(),
            choice=parsed.choice,
            period=parsed.period,
            project_id=project_id(workspace, parsed.project) if parsed.project else None,
        )
    if parsed.json:
        say_json(_document(told))
    else:
        _say(told)
    return DONE if told.rate else WITH_PROBLEMS


def _say(told: Explained) -> None:
    if told.rate is None or told.value is None:
        tell(f"No rate, and so no figure: {told.reason}.")
        return
    say(f"{told.amount:f} {told.base} = {told.value:f} {told.quote}")
    say(f"  rate {told.rate.told}")
    for step in told.steps:
        say(f"  {step}")


def _document(told: Explained) -> dict[str, Any]:
    rate = told.rate
    return {
        "amount": f"{told.amount:f}",
        "base": told.base,
        "quote": told.quote,
        "day": told.day,
        "choice": told.choice,
        "value": None if told.value is None else f"{told.value:f}",
        "rate": None if rate is None else f"{rate.value:f}",
        "kind": None if rate is None else rate.kind,
        "first_day": rate.first if rate else None,
        "last_day": rate.last if rate else None,
        "source": rate.source if rate else None,
        "note": told.reason or None,
        "steps": list(told.steps),
    }


def _run(parsed: argparse.Namespace, desk: Desk) -> int:
    status: int = parsed.do(parsed, desk)
    return status


COMMAND = Command("exchange rates: import, list, explain a conversion", _arguments, _run)
