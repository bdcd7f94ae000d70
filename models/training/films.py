"""The films of a data folder: their labels, who belongs together, and their tensors."""

import csv
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from config import CACHE, DATA, Recipe


@dataclass(frozen=True)
class Film:
    folder: str
    file: str
    label: str
    patient: str
    duplicate_group: str
    age: str
    source: str
    note: str

    @property
    def path(self) -> Path:
        return DATA / self.folder / self.file


def read_films(folder: str) -> list[Film]:
    with open(DATA / folder / "labels.csv", newline="", encoding="utf-8") as file:
        return [
            Film(folder, *(row[key] for key in ("file", "label", "patient", "duplicate_group", "age", "source", "note")))
            for row in csv.DictReader(file)
        ]


def group_films(films: list[Film]) -> np.ndarray:
    """One number per film; equal for films that share a patient or a duplicate group, also through a third film."""
    parent = list(range(len(films)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    seen: dict[str, int] = {}
    for index, film in enumerate(films):
        for key in (f"patient {film.patient}", f"duplicate {film.duplicate_group}" if film.duplicate_group else None):
            if key is not None:
                parent[root(index)] = root(seen.setdefault(key, index))
    return np.unique([root(index) for index in range(len(films))], return_inverse=True)[1]


def resample(grey: Image.Image, width: int, height: int, fit: str) -> np.ndarray:
    """The app's resize: display values 0..1, Pillow's antialiased triangle filter on floats."""
    film = Image.fromarray(np.asarray(grey.convert("L"), dtype=np.float32) / 255, mode="F")
    if fit == "squish":
        return np.asarray(film.resize((width, height), Image.BILINEAR))
    scale = min(width / film.width, height / film.height)
    inner = max(1, round(film.width * scale)), max(1, round(film.height * scale))
    left, top = (width - inner[0]) // 2, (height - inner[1]) // 2
    page = np.zeros((height, width), dtype=np.float32)
    page[top : top + inner[1], left : left + inner[0]] = np.asarray(film.resize(inner, Image.BILINEAR))
    return page


def film_tensors(films: list[Film], size: int, fit: str) -> np.ndarray:
    """[films, size, size] float16, made once and kept in the cache; float16 is within 0.13 grey levels of 255."""
    names = json.dumps([[film.folder, film.file, film.path.stat().st_size] for film in films])
    key = hashlib.sha256(f"triangle {size} {fit} {names}".encode()).hexdigest()[:16]
    path = CACHE / "tensors" / f"{key}.npy"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        made = np.stack([resample(Image.open(film.path), size, size, fit) for film in films]).astype(np.float16)
        part = path.with_suffix(".part.npy")
        np.save(part, made)
        part.rename(path)
    return np.load(path)


def recipe_films(recipe: Recipe) -> tuple[list[Film], np.ndarray, np.ndarray, np.ndarray]:
    """The recipe's films, their tensors, label numbers and groups."""
    numbers = {label.source: number for number, label in enumerate(recipe.labels)}
    films = [film for film in read_films(recipe.folder) if film.label in numbers]
    labels = np.array([numbers[film.label] for film in films])
    return films, film_tensors(films, recipe.size, recipe.fit), labels, group_films(films)
