"""Films with masks of the lungs. Two conventions, which are kept apart:

`whole` (cohen/lungs): the whole lung, also behind the heart; `aerated` (openist): without heart and mediastinum.
"""

import csv
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from config import CACHE, DATA
from films import Film, group_films, read_films, resample

CONVENTIONS = ("whole", "aerated")


@dataclass(frozen=True)
class Masked:
    film: Film
    mask: Path
    convention: int


def read_masked() -> list[Masked]:
    with open(DATA / "cohen" / "lungs.csv", newline="", encoding="utf-8") as file:
        masks = {row["file"]: DATA / "cohen" / row["mask"] for row in csv.DictReader(file)}
    whole = [Masked(film, masks[film.file], 0) for film in read_films("cohen") if film.file in masks]
    openist = read_films("openist")
    aerated = [Masked(film, film.path.with_name(f"{film.path.stem}.lungs.png"), 1) for film in openist]
    return whole + aerated


def masked_tensors(entries: list[Masked], size: int) -> tuple[np.ndarray, np.ndarray]:
    """Films and soft masks, [n, size, size] float16, both letterboxed by the app's resize."""
    names = json.dumps([[str(entry.mask.name), entry.mask.stat().st_size] for entry in entries])
    path = CACHE / "tensors" / f"lungs-{hashlib.sha256(f'{size} {names}'.encode()).hexdigest()[:16]}.npz"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        films = [resample(Image.open(entry.film.path), size, size, "letterbox") for entry in entries]
        masks = [resample(Image.open(entry.mask), size, size, "letterbox") for entry in entries]
        np.savez(path, films=np.stack(films).astype(np.float16), masks=np.stack(masks).astype(np.float16))
    made = np.load(path)
    return made["films"], made["masks"]


def entry_groups(entries: list[Masked]) -> np.ndarray:
    return group_films([entry.film for entry in entries])
