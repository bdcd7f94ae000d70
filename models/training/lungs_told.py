"""Films that nobody drew lungs on, with the masks that a larger network gives them: it was trained on the drawn ones alone.

Two collections of masks are few hospitals. A network that learns from another's masks sees more of them.
"""

import hashlib
import json

import numpy as np
import torch
from PIL import Image

from classify import as_images
from config import CACHE
from films import Film, group_films, read_films, resample
from lungs_films import Masked
from unet import UNet

# Not bimcv, which stands for hospitals that no model here has seen.
FOLDERS = ("cxr", "rsna", "tb", "radiography", "cxnet")
OF_EACH = 600
# Of a film on which the lungs cover so much, and whose borders, not surely one or the other, are so little beside them.
AREA = (0.08, 0.6)
UNSURE = 0.35


def undrawn_films(drawn: list[Masked], held_out: list[Masked]) -> list[Film]:
    """Without those that share a patient or are near-duplicates of films held out, and without those that have masks."""
    films = [film for folder in ("cohen", "openist", *FOLDERS) for film in read_films(folder)]
    groups = group_films(films)
    has_mask = {(entry.film.folder, entry.film.file) for entry in drawn + held_out}
    held = {(entry.film.folder, entry.film.file) for entry in held_out}
    bound = {group for group, film in zip(groups, films) if (film.folder, film.file) in held}
    free = [
        film
        for group, film in zip(groups, films)
        if group not in bound and (film.folder, film.file) not in has_mask
    ]
    random = np.random.default_rng(0)
    of_folders = [[film for film in free if film.folder == folder] for folder in FOLDERS]
    return [of[index] for of in of_folders for index in random.permutation(len(of))[:OF_EACH]]


@torch.no_grad()
def told_masks(teacher: UNet, films: np.ndarray) -> np.ndarray:
    """[n, conventions, size, size], 0 to 1."""
    parts = [torch.sigmoid(teacher(as_images(films[start : start + 64]))) for start in range(0, len(films), 64)]
    return torch.cat(parts).numpy()


def is_sure(masks: np.ndarray) -> np.ndarray:
    whole = masks[:, 0]
    lung = (whole > 0.5).sum((1, 2))
    unsure = (np.abs(whole - 0.5) < 0.4).sum((1, 2)) / np.maximum(1, lung)
    area = lung / whole[0].size
    return (area > AREA[0]) & (area < AREA[1]) & (unsure < UNSURE)


def told_tensors(teacher: UNet, name: str, films: list[Film], size: int) -> tuple[np.ndarray, np.ndarray]:
    """Films and soft masks of either convention, float16, of the films whose masks are sure; `name` is the teacher's."""
    names = json.dumps([name, size, [[film.folder, film.file] for film in films]])
    path = CACHE / "tensors" / f"lungs-told-{hashlib.sha256(names.encode()).hexdigest()[:16]}.npz"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        tensors = np.stack([resample(Image.open(film.path), size, size, "letterbox") for film in films])
        tensors = tensors.astype(np.float16)
        masks = told_masks(teacher, tensors)
        sure = is_sure(masks)
        np.savez(path, films=tensors[sure], masks=masks[sure].astype(np.float16))
    made = np.load(path)
    return made["films"], made["masks"]
