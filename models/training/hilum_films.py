"""The films of the pack `hilum`: as the app's own pipeline makes them, with where each comes from and how often it is drawn."""

import json
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from scipy.ndimage import distance_transform_edt

from config import CACHE, DATA, REPOSITORY, Label
from films import Film, group_films, read_films

FOLDERS = ("cohen", "cxnet", "cxr", "openist", "radiography", "rsna", "tb", "bimcv")
# Never trained on: it stands for a hospital system that the pack has not seen.
VALIDATION = "bimcv"
# The source of films of children.
CHILDREN = "kermany"

LABELS = (
    Label("COVID-19", "COVID-19 pneumonia", True, "COVID-19"),
    Label("Other disease", "Other lung disease", True, ""),
    Label("No finding", "No finding", False, "No finding"),
)
COVID_19, OTHER, NO_FINDING = range(3)

# Larger than the pack's input, so that augmentation can cut a part out of it.
STORED = 160
MARGIN = 0.05
# As src/main/pipeline/input-tensor.ts widens the mask, of the input's shorter side.
WIDER = 0.04


@dataclass(frozen=True)
class Films:
    """One entry for each film in every array. `masks` holds 1 in the lungs and a little around them."""

    films: list[Film]
    tensors: np.ndarray
    masks: np.ndarray
    labels: np.ndarray
    sources: np.ndarray
    groups: np.ndarray
    doubtful: np.ndarray

    def rows(self, chosen: np.ndarray) -> "Films":
        return Films(
            [self.films[index] for index in chosen],
            *(array[chosen] for array in (self.tensors, self.masks, self.labels, self.sources, self.groups, self.doubtful)),
        )


def source_of(film: Film) -> str:
    """Finer than the folder where one folder holds several hospitals; one name where several hold the same."""
    if film.folder == "radiography":
        return "radiography web" if film.label == "COVID-19" else CHILDREN
    if film.folder == "cxr":
        return "nih" if "NIH" in film.source else "cohen web"
    if "Hannover" in film.source:
        return "hannover"
    if film.folder == "cxnet":
        return "chestimaging" if "ChestImaging" in film.source else "cxnet web"
    return "cohen web" if film.folder == "cohen" else film.folder


def label_of(film: Film) -> int:
    return {"COVID-19": COVID_19, "No finding": NO_FINDING}.get(film.label, OTHER)


@cache
def doubtful_pneumonias() -> frozenset[str]:
    """Films of cxr's "Pneumonia" that radiologists called normal in another collection."""
    rows = (DATA / "rsna" / "cxr_same_film.csv").read_text(encoding="utf-8").splitlines()[1:]
    return frozenset(row.split(",")[0] for row in rows if row.split(",")[1] == "Pneumonia")


def is_doubtful(film: Film) -> bool:
    """Labels that the data's README doubts, and what is said to show nothing of the disease or to be a child."""
    if film.folder == "cxr":
        return film.file in doubtful_pneumonias()
    return film.folder == "cxnet" and any(word in film.note for word in ("no abnormality", "negative", "child"))


def make_tensors(size: int) -> Path:
    """By `npx hilum tensors`, so that training sees what the app sees; films that its gate refuses are left out."""
    path = CACHE / "tensors" / f"hilum-{size}.npy"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part.npy")
        folders = [str(DATA / folder) for folder in FOLDERS]
        view = ["--view", "lungs", "--margin", str(MARGIN), "--size", str(size), "--fit", "squish"]
        out = ["--out", str(part), "--masks", str(path.with_suffix(".masks.npy"))]
        command = ["npx", "hilum", "tensors", *folders, "--no-recursive", "--skip-refused", *view, *out]
        subprocess.run(command, cwd=REPOSITORY, check=True)
        Path(f"{part}.json").rename(f"{path}.json")
        part.rename(path)
    return path


def widened(mask: np.ndarray) -> np.ndarray:
    return distance_transform_edt(mask < 128) <= round(WIDER * mask.shape[0])


def tensor_rows(path: Path) -> tuple[list[int], list[Film]]:
    """The rows of the tensors that are films of a labels.csv (openist's folder holds its masks too)."""
    known = {(film.folder, film.file): film for folder in FOLDERS for film in read_films(folder)}
    rows = json.loads(Path(f"{path}.json").read_text(encoding="utf-8"))["films"]
    names = [tuple(Path(row["file"]).parts[-2:]) for row in rows]
    return [index for index, name in enumerate(names) if name in known], [known[name] for name in names if name in known]


def hilum_films() -> Films:
    path = make_tensors(STORED)
    rows, films = tensor_rows(path)
    masks = np.load(path.with_suffix(".masks.npy"), mmap_mode="r")
    return Films(
        films,
        np.load(path, mmap_mode="r")[rows, 0].astype(np.float16),
        np.stack([widened(masks[row, 0]) for row in rows]),
        np.array([label_of(film) for film in films]),
        np.array([source_of(film) for film in films]),
        group_films(films),
        np.array([is_doubtful(film) for film in films]),
    )


def scored_tensors(size: int, films: Films) -> np.ndarray:
    """What the pack itself is given, in the order of `films`."""
    path = make_tensors(size)
    rows, found = tensor_rows(path)
    if found != films.films:
        raise ValueError(f"{path} holds other films than those of {STORED} pixels: remove both and make them again.")
    return np.load(path, mmap_mode="r")[rows, 0].astype(np.float32)
