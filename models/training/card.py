"""card.json: what the app may know of a model. Its schema is src/shared/card.ts."""

import hashlib
import json
import math
import re
from decimal import Decimal
from pathlib import Path


def significant(value: float, digits: int = 6) -> float | int:
    """A number that reads the same in JSON from Python and from JavaScript."""
    rounded = float(f"{value:.{digits}g}")
    return int(rounded) if rounded.is_integer() and abs(rounded) < 1e15 else rounded


def canonical(value: object) -> str:
    """RFC 8785's form for what a card holds: sorted keys, no white space, numbers as JavaScript prints them."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{canonical(key)}:{canonical(value[key])}" for key in sorted(value)) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(canonical(entry) for entry in value) + "]"
    if isinstance(value, float):
        return canonical_number(value)
    return json.dumps(value, ensure_ascii=False)


def canonical_number(value: float) -> str:
    if not math.isfinite(value) or (value != 0 and not 1e-6 <= abs(value) < 1e15):
        raise ValueError(f"A card holds numbers from 1e-6 to 1e15 only, not {value}.")
    return str(int(value)) if value.is_integer() else format(Decimal(repr(value)), "f")


def card_sha256(card: dict) -> str:
    """SHA-256 of the canonical card without its `sha256`, which is the model file's and comes after this one."""
    return hashlib.sha256(canonical({key: card[key] for key in card if key != "sha256"}).encode()).hexdigest()


def file_sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write_lines(path: Path, value: dict, rows: str) -> None:
    """JSON with one line for each entry of the list `rows`: long lists of numbers stay out of the way."""
    head = json.dumps({key: value[key] for key in value if key != rows}, ensure_ascii=False, indent=2)
    lines = ",\n".join(f"    {json.dumps(row, separators=(',', ':'))}" for row in value[rows])
    path.write_text(f'{head[:-2]},\n  "{rows}": [\n{lines}\n  ]\n}}\n', encoding="utf-8")


LONG_NUMBERS = re.compile(r"\[\s+(-?[\d.eE+-]+(?:,\s+-?[\d.eE+-]+){8,})\s+\]")


def write_json(path: Path, value: dict) -> None:
    """Long lists of numbers take one line: nobody reads them, and everybody reads what stands around them."""
    text = json.dumps(value, indent=2, ensure_ascii=False)
    text = LONG_NUMBERS.sub(lambda found: f"[{' '.join(found[1].split())}]", text)
    path.write_text(text + "\n", encoding="utf-8")
