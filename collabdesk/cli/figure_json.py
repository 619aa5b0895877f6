"""A figure and its sources as cli.md writes them in JSON."""

from __future__ import annotations

from collections.abc import Iterable

from collabdesk.domain.figures import Figure, Source


def figure_json(figure: Figure, sources: Iterable[Source]) -> dict[str, object]:
    """One figure as cli.md writes it."""
    return {
        "id": figure.id,
        "project": figure.project,
        "label": figure.label,
        "detail": figure.detail,
        "value": None if figure.value is None else f"{figure.value:f}",
        "unit": figure.unit,
        "rule": figure.rule,
        "inputs": dict(figure.inputs),
        "note": figure.note,
        "sources": [source_json(s) for s in sources],
    }


def source_json(source: Source) -> dict[str, object]:
    """One source as cli.md writes it."""
    return {
        "file": source.file,
        "sha256": source.sha256,
        "sheet": source.sheet,
        "cells": source.cells,
        "records": source.records,
        "sum": None if source.total is None else f"{source.total:f}",
    }
