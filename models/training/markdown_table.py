"""Tables in Markdown, and the figures that go into them."""

import json
from pathlib import Path

from config import MODELS


def read_json(path: Path) -> dict | None:
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def read_metrics(pack: str) -> dict | None:
    return read_json(MODELS / pack / "metrics.json")


def with_interval(figure: dict, digits: int = 3) -> str:
    value, low, high = (f"{figure[key]:.{digits}f}" for key in ("value", "low", "high"))
    return f"{value} ({low} to {high})"


def table(head: list[str], rows: list[list[str]]) -> str:
    """Columns of one width, as the repository's formatter writes them."""
    widths = [max(3, *(len(cell) for cell in column)) for column in zip(head, *rows)]
    lines = [head, ["-" * width for width in widths], *rows]
    padded = [[cell.ljust(width) for cell, width in zip(line, widths)] for line in lines]
    return "\n" + "\n".join(f"| {' | '.join(line)} |" for line in padded) + "\n\n"
