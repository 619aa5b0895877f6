"""Fields given as `field=value` on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from collabdesk.domain.problems import Refused


class FieldsParser(argparse.ArgumentParser):
    """Takes fields before and after options; argparse by itself ends a list at the first option."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[argparse.Namespace, list[str]]:  # type: ignore[override]
        parsed, left = super().parse_known_args(args, namespace)
        if hasattr(parsed, "fields"):
            parsed.fields = [*parsed.fields, *(text for text in left if not text.startswith("-"))]
            left = [text for text in left if text.startswith("-")]
        return parsed, left


def fields_option(parser: argparse.ArgumentParser) -> None:
    """Add `field=value …` and how its numbers are written."""
    parser.add_argument("fields", metavar="FIELD=VALUE", nargs="*", help="partner=NFU expended=1234.56 date=2025-03-14")
    parser.add_argument("--decimal", choices=(".", ","), default=".", help="the decimal mark of 1,234 (default: .)")


def given_fields(fields: Sequence[str]) -> dict[str, str]:
    """The texts by field; Refused for what has no `=`."""
    texts: dict[str, str] = {}
    for given in fields:
        name, mark, text = given.partition("=")
        if not mark:
            raise Refused(f"{given!r} is no field=value.", "usage")
        texts[name.strip()] = text
    return texts
