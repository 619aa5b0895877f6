"""The rules of the house, read off every import: which floor may see which, and where each library lives."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "collabdesk"
TESTS = ROOT / "tests"

MIDDLE = {"intake", "auditing", "reporting", "storage"}
SEES = {
    "domain": {"domain"},
    "measures": {"measures", "domain"},
    "intake": {"intake", "domain"},
    "storage": {"storage", "domain"},
    "auditing": {"auditing", "measures", "domain"},
    "reporting": {"reporting", "measures", "domain"},
    "usecases": {"usecases", *MIDDLE, "measures", "domain"},
    "cli": {"cli", "usecases", "domain"},
    "ui": {"ui", "usecases", "domain"},
}
SEEN_BY_ALL = {"paths", "discovery", "whole_files"}
MAY_SEE_EVERYTHING = {"app", "__main__"}

# A library -> where it may be imported; a name ends at a dot or an underscore (`pdf` also means `pdf_tables`).
LIVES_IN = {
    "PySide6": ("ui",),
    "shiboken6": ("ui",),
    "sqlalchemy": ("storage",),
    "alembic": ("storage",),
    "psycopg": ("storage",),
    "sqlite3": ("storage",),
    "reportlab": ("reporting.pdf", "reporting.style", "reporting.charts"),
    "uharfbuzz": ("reporting",),
    "bidi": ("reporting",),
    "PIL": ("reporting.logos",),
    "babel": ("reporting.language", "reporting.catalogue"),
    "pikepdf": ("reporting.pdf_attachments",),
    "pyhanko": ("reporting.pdf_signature",),
    "pyhanko_certvalidator": ("reporting.pdf_signature",),
    "python_calamine": ("intake",),
    "openpyxl": ("intake",),
    "xlsxwriter": ("intake",),
    "lxml": ("intake",),
    "charset_normalizer": ("intake",),
    "rapidfuzz": ("intake", "usecases.partners"),
    "platformdirs": ("paths", "ui.remembered"),
    "currency_converter": ("usecases.rates",),
}
LONGEST = 400
LEFT_OPEN = re.compile(r"#.*\b(?:TODO|FIXME|XXX|HACK)\b")


@dataclass(frozen=True)
class Module:
    """One source file: its dotted name below the package, and its text."""

    name: str
    source: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)

    @property
    def floor(self) -> str:
        return self.name.split(".")[0]

    def imports(self) -> Iterator[str]:
        """Every imported dotted name, also those inside functions and those for type checkers only."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                base = node.module or ""
                if node.level:
                    home = ["collabdesk", *self.name.split(".")][: -node.level]
                    base = ".".join([*home, base]).rstrip(".")
                # `from collabdesk import paths` names a module; `from collabdesk.paths import x` a thing in one.
                yield from ((f"{base}.{alias.name}" for alias in node.names) if base == "collabdesk" else [base])


def modules() -> list[Module]:
    """The whole package; a package's `__init__` goes by the package's name."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found.append(Module(name, path.read_text("utf-8")))
    return [module for module in found if module.name]


def below(name: str, home: str) -> bool:
    return name == home or name.startswith((f"{home}.", f"{home}_"))


def forbidden_arrows(module: Module) -> list[str]:
    if module.floor in MAY_SEE_EVERYTHING | SEEN_BY_ALL:
        return []
    allowed = SEES.get(module.floor, set()) | SEEN_BY_ALL | {"__version__"}
    ours = [name.split(".")[1] for name in module.imports() if name.startswith("collabdesk.")]
    return [f"{module.name} sees {floor}" for floor in ours if floor not in allowed]


def strayed_libraries(module: Module) -> list[str]:
    strayed = []
    for name in module.imports():
        library = name.split(".")[0]
        if library == "collabdesk" or (library in sys.stdlib_module_names and library not in LIVES_IN):
            continue
        if not any(below(module.name, home) for home in LIVES_IN.get(library, ())):
            strayed.append(f"{module.name} imports {library}")
    return strayed


def without_opening_line(module: Module) -> list[str]:
    line = (ast.get_docstring(module.tree) or "").split("\n")[0]
    return (
        []
        if line.endswith((".", "?", "!", "`."))
        else [f"{module.name} does not open with a line that says what lives there"]
    )


def too_long(module: Module) -> list[str]:
    lines = module.source.count("\n")
    return [f"{module.name} has {lines} lines"] if lines > LONGEST else []


def left_open(module: Module) -> list[str]:
    return [f"{module.name} has {word}" for word in LEFT_OPEN.findall(module.source)]


def all_of(rule, given: Iterable[Module]) -> list[str]:
    return sorted({broken for module in given for broken in rule(module)})


WHOLE = modules()


def test_imports_follow_the_arrows():
    assert all_of(forbidden_arrows, WHOLE) == []


def test_each_library_is_known_in_one_place_only():
    assert all_of(strayed_libraries, WHOLE) == []


def test_every_module_opens_with_a_line_of_its_own():
    assert all_of(without_opening_line, WHOLE) == []


def test_no_module_is_longer_than_anyone_wants_to_read():
    assert all_of(too_long, WHOLE) == []


def test_nothing_is_left_open():
    assert all_of(left_open, WHOLE) == []


def test_a_migration_imports_nothing_of_ours():
    versions = sorted((ROOT / "migrations" / "versions").glob("*.py"))
    assert versions, "the schema comes from migrations"
    own = [
        f"{path.name} imports {name}"
        for path in versions
        for name in Module(path.stem, path.read_text("utf-8")).imports()
        if name.startswith("collabdesk")
    ]
    assert own == []


def discovery_folders() -> dict[tuple[str, str], list[str]]:
    """(folder, constant) -> its modules: every `discovery.constants(package, "NAME")` in the program."""
    folders = {}
    for module in WHOLE:
        packages = {
            alias.asname or alias.name: f"{node.module}.{alias.name}"
            for node in ast.walk(module.tree)
            if isinstance(node, ast.ImportFrom) and node.module
            for alias in node.names
        }
        for call in (node for node in ast.walk(module.tree) if isinstance(node, ast.Call)):
            function = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            if function == "constants" and len(call.args) == 2 and isinstance(call.args[1], ast.Constant):
                package = packages.get(getattr(call.args[0], "id", ""), "").removeprefix("collabdesk.")
                if package:
                    folders[package, call.args[1].value] = members(package)
    folders["cli.commands", "COMMAND"] = members("cli.commands")
    return folders


def members(package: str) -> list[str]:
    depth = package.count(".") + 1
    return [m.name for m in WHOLE if m.name.startswith(f"{package}.") and m.name.count(".") == depth]


@pytest.mark.parametrize(("folder", "constant"), discovery_folders())
def test_every_file_of_a_discovery_folder_offers_its_constant(folder, constant):
    by_name = {module.name: module for module in WHOLE}
    assert members(folder), f"{folder} is empty"
    assert [name for name in members(folder) if constant not in assigned(by_name[name].tree)] == []


@pytest.mark.parametrize(("folder", "constant"), discovery_folders())
def test_every_file_of_a_discovery_folder_has_a_test_that_names_it(folder, constant):
    words = set(re.findall(r"\w+", "\n".join(p.read_text("utf-8") for p in TESTS.rglob("test_*.py")).lower()))
    stems = [name.rsplit(".", 1)[1] for name in members(folder)]
    assert [stem for stem in stems if stem.strip("_") not in words] == []


def assigned(tree: ast.Module) -> set[str]:
    names = set()
    for node in tree.body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        names |= {target.id for target in targets if isinstance(target, ast.Name)}
        if isinstance(node, ast.ImportFrom):
            names |= {alias.asname or alias.name for alias in node.names}
    return names


# The rules can fail: each is shown what it must catch.


@pytest.mark.parametrize(
    ("rule", "name", "source"),
    [
        (forbidden_arrows, "intake.reader", "from collabdesk.storage import database"),
        (forbidden_arrows, "intake.reader", "def f():\n    import collabdesk.usecases.imports"),
        (forbidden_arrows, "ui.home.room", "from collabdesk.storage.lists import ids"),
        (forbidden_arrows, "cli.main", "from collabdesk import reporting"),
        (forbidden_arrows, "domain.money", "from ..usecases import workspace"),
        (forbidden_arrows, "helpers", "from collabdesk.domain import money"),
        (strayed_libraries, "usecases.imports", "from PySide6.QtCore import QObject"),
        (strayed_libraries, "usecases.charts", "import reportlab.graphics"),
        (strayed_libraries, "reporting.content", "from reportlab.lib import colors"),
        (strayed_libraries, "domain.dates", "import lxml.etree"),
        (strayed_libraries, "measures.gini", "import numpy"),
        (without_opening_line, "domain.dates", "import datetime"),
        (too_long, "domain.dates", "x = 1\n" * (LONGEST + 1)),
        (left_open, "domain.dates", "# TODO later"),
    ],
)
def test_a_planted_breach_is_caught(rule, name, source):
    assert rule(Module(name, source)) != []


@pytest.mark.parametrize(
    ("rule", "name", "source"),
    [
        (forbidden_arrows, "usecases.imports", "from collabdesk.intake import guard\nfrom collabdesk import paths"),
        (forbidden_arrows, "app", "from collabdesk.ui.main import run_window"),
        (strayed_libraries, "reporting.pdf_tables", "from reportlab.platypus import Table"),
        (strayed_libraries, "domain.money", "from decimal import Decimal"),
        (without_opening_line, "domain.dates", '"""Dates as text."""'),
    ],
)
def test_what_is_allowed_passes(rule, name, source):
    assert rule(Module(name, source)) == []
