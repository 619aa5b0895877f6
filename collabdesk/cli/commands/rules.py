"""`collabdesk rules`: the rule packs, those of one's own, which one a project is under, and what another would give."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import cast

from collabdesk.cli.acts import add_act
from collabdesk.cli.command import DONE, WITH_PROBLEMS, Command, Desk, json_option, say, say_json, say_table, tell
from collabdesk.cli.values import as_of_option
from collabdesk.domain.figures import Figure
from collabdesk.domain.packs import Pack, PackValue, Value
from collabdesk.domain.problems import Problem, Refused
from collabdesk.domain.projects import Project
from collabdesk.domain.toml_lines import line_of
from collabdesk.usecases import rules
from collabdesk.usecases.listing import project_id
from collabdesk.usecases.workspace import Workspace


def _arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)
    json_option(add_act(acts, "list", "the packs there are, with the dates of the awards that they are for", _list))
    show = add_act(acts, "show", "every value of a pack, with its source and whether it is confirmed", _show)
    show.add_argument("pack", metavar="PACK", help="a pack's code")
    json_option(show)
    check = acts.add_parser("check", help="check a pack of your own; each error with its line")
    check.set_defaults(do=_check)
    check.add_argument("file", metavar="FILE", type=Path)
    load = add_act(acts, "load", "check a pack of your own and keep it", _load)
    load.add_argument("file", metavar="FILE", type=Path)
    remove = add_act(acts, "remove", "take a loaded pack away", _remove)
    remove.add_argument("pack", metavar="PACK")
    use = add_act(acts, "use", "put a project under a pack or a family of packs", _use)
    use.add_argument("project", metavar="PROJECT")
    use.add_argument("pack", metavar="PACK", help="a pack's code or family")
    state = add_act(acts, "state", "what a grant states itself in place of the pack's value", _state)
    state.add_argument("project", metavar="PROJECT")
    state.add_argument("name", metavar="NAME", help="a value's name, or category.WORD; --source says where it stands")
    state.add_argument(
        "value", metavar="VALUE", help="as the pack would write it (0.25 for 25 %%); empty takes it away"
    )
    state.add_argument("--source", default="", metavar="TEXT")
    state.add_argument("--reason", default="", metavar="TEXT")
    why = add_act(acts, "why", "which pack a project is under, and why", _why)
    why.add_argument("project", metavar="PROJECT")
    as_of_option(why)
    json_option(why)
    what_if = add_act(acts, "what-if", "a project's figures beside those that another pack would give", _what_if)
    what_if.add_argument("project", metavar="PROJECT")
    what_if.add_argument("pack", metavar="PACK", help="a pack's code")
    as_of_option(what_if)
    json_option(what_if)


def _run(parsed: argparse.Namespace, desk: Desk) -> int:
    with desk.workspace() as workspace:
        return parsed.do(workspace, parsed) or DONE


def _list(workspace: Workspace, parsed: argparse.Namespace) -> None:
    offered = rules.offered(workspace)
    if parsed.json:
        packs = [{**_pack_json(o.pack), "loaded_by": o.loaded_by, "loaded_at": o.loaded_at} for o in offered]
        say_json({"packs": packs})
        return
    rows = [
        (o.pack.code, o.pack.title, o.pack.version, o.pack.since or "…", o.pack.until or "…", o.pack.mode,
         f"loaded by {o.loaded_by}" if o.record_id else "")
        for o in offered
    ]  # fmt: skip
    say_table(rows, ("pack", "title", "version", "awards from", "to", "mode", ""))


def _pack_json(pack: Pack) -> dict[str, object]:
    names = ("code", "family", "title", "version", "since", "until", "mode", "currency", "source")
    return {name: getattr(pack, name) for name in names}


def _show(workspace: Workspace, parsed: argparse.Namespace) -> None:
    pack = rules.pack_of(workspace, parsed.pack)
    if parsed.json:
        say_json(_whole_json(pack))
        return
    say(f"{pack.title} ({pack.name}), {pack.mode.replace('_', ' ')} costs, {pack.currency}")
    say(f"Source: {pack.source}")
    say()
    rows = [
        (v.name, _text(v.value), "confirmed" if v.confirmed else "unconfirmed", _dates(v), v.source, v.note)
        for v in pack.values.values()
    ]
    say_table(rows, ("value", "", "", "awards of", "source", "note"))
    say()
    base = {True: "in the base", False: "not in the base"}
    cats = [(c.code, c.title, c.kind, base[c.in_indirect_base], "confirmed" if c.confirmed else "unconfirmed", c.source)
            for c in pack.categories]  # fmt: skip
    say_table(cats, ("category", "", "kind", "of indirect costs", "", "source"))


def _whole_json(pack: Pack) -> dict[str, object]:
    values = [
        {
            "name": v.name, "value": _text(v.value), "source": v.source, "confirmed": v.confirmed, "since": v.since,
            "until": v.until, "note": v.note,
        }
        for v in pack.values.values()
    ]  # fmt: skip
    categories = [
        {
            "code": c.code, "title": c.title, "kind": c.kind, "in_indirect_base": c.in_indirect_base,
            "also": list(c.also), "source": c.source, "confirmed": c.confirmed, "note": c.note,
        }
        for c in pack.categories
    ]  # fmt: skip
    return {**_pack_json(pack), "values": values, "categories": categories}


def _text(value: Value) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    return str(value).lower() if isinstance(value, bool) else f"{value}"


def _dates(value: PackValue) -> str:
    return f"{value.since or '…'} to {value.until or '…'}" if value.since or value.until else "any day"


def _check(workspace: Workspace, parsed: argparse.Namespace) -> int:
    pack, problems = rules.check(workspace, _read(parsed.file))
    _tell_problems(parsed.file, problems)
    if pack is None:
        return WITH_PROBLEMS
    open_values = sum(not v.confirmed for v in pack.values.values())
    say(f"{parsed.file.name}: {pack.title}, {len(pack.values)} values ({open_values} unconfirmed), "
        f"{len(pack.categories)} categories; nothing is wrong.")  # fmt: skip
    return DONE


def _tell_problems(file: Path, problems: list[Problem]) -> None:
    for problem in problems:
        tell(f"{file.name}:{line_of(problem)}: {problem.text}")


def _load(workspace: Workspace, parsed: argparse.Namespace) -> None:
    text = _read(parsed.file)
    pack, problems = rules.check(workspace, text)
    if pack is None:
        _tell_problems(parsed.file, problems)
        raise Refused(f"{parsed.file.name} cannot be loaded: {len(problems)} errors.", "bad-rule-pack")
    _, change = rules.load(workspace, text)
    say(f"{change.label}." if change.id else "It is loaded already.")


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(f"{file.name} is no text in UTF-8.", "not-utf8") from None
    except OSError as error:
        raise Refused(f"{file} cannot be read: {error.strerror}.", "unreadable") from None


def _remove(workspace: Workspace, parsed: argparse.Namespace) -> None:
    say(f"{rules.remove(workspace, parsed.pack).label}.")


def _project(workspace: Workspace, code: str) -> Project:
    return cast("Project", workspace.get("project", project_id(workspace, code)))


def _use(workspace: Workspace, parsed: argparse.Namespace) -> None:
    change = rules.use(workspace, _project(workspace, parsed.project), parsed.pack)
    say(f"{change.label}." if change.id else "It is under it already.")


def _state(workspace: Workspace, parsed: argparse.Namespace) -> None:
    project = _project(workspace, parsed.project)
    change = rules.state(
        workspace, project, parsed.name, parsed.value, source=parsed.source, reason=parsed.reason
    )  # fmt: skip
    say(f"{change.label}." if change.id else "It is stated so already.")


def _why(workspace: Workspace, parsed: argparse.Namespace) -> None:
    choice = rules.chosen(workspace, _project(workspace, parsed.project), parsed.as_of)
    if parsed.json:
        stated = {o.name: {"value": o.value, "source": o.source, "reason": o.reason} for o in choice.overrides}
        day = choice.day.isoformat() if choice.day else None
        say_json({"pack": _pack_json(choice.pack), "why": choice.why, "day": day, "overrides": stated,
                  "problems": list(choice.problems)})  # fmt: skip
        return
    say(choice.why)
    say(f"Rule pack: {choice.pack.name}")
    for one in choice.overrides:
        say(f"The grant states {one.name} = {one.value}{f' ({one.source})' if one.source else ''}")
    for problem in choice.problems:
        tell(problem)


def _what_if(workspace: Workspace, parsed: argparse.Namespace) -> None:
    project = _project(workspace, parsed.project)
    pairs = rules.what_if(workspace, project, parsed.pack, parsed.as_of)
    now = rules.chosen(workspace, project, parsed.as_of).pack
    if parsed.json:
        say_json({
            "now": now.name, "other": rules.pack_of(workspace, parsed.pack).name, "as_of": parsed.as_of.isoformat(),
            "figures": [_pair_json(*pair) for pair in pairs],
        })  # fmt: skip
        return
    rows = [(_either(pair).label, _either(pair).detail, *map(_shown, pair), _either(pair).unit) for pair in pairs]
    say_table(rows, ("figure", "of", now.code, parsed.pack, ""), right=(2, 3))


def _either(pair: tuple[Figure | None, Figure | None]) -> Figure:
    return cast("Figure", pair[0] or pair[1])


def _shown(figure: Figure | None) -> str:
    if figure is None:
        return "–"
    return "n/a" if figure.value is None else f"{figure.value:f}"


def _pair_json(now: Figure | None, other: Figure | None) -> dict[str, object]:
    one = _either((now, other))
    sides = {
        name: None if f is None else {"value": None if f.value is None else f"{f.value:f}", "note": f.note}
        for name, f in (("now", now), ("other", other))
    }
    return {"id": one.id, "label": one.label, "detail": one.detail, "unit": one.unit, **sides}


COMMAND = Command("rule packs: list, show, check, load, use, what if another applied", _arguments, _run)
