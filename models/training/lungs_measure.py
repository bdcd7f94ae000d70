"""How well the lungs are found: Dice and box, at the film's own resolution."""

import numpy as np
import torch
from PIL import Image
from scipy import ndimage

from classify import as_images
from lungs_films import Masked
from lungs_network import LungsNetwork


@torch.no_grad()
def soft_masks(network: LungsNetwork, films: np.ndarray, output: int) -> np.ndarray:
    """[n, size, size] probabilities of one convention."""
    parts = [network(as_images(films[start : start + 32]))[:, output] for start in range(0, len(films), 32)]
    return torch.sigmoid(torch.cat(parts)).numpy()


def on_film(soft: np.ndarray, width: int, height: int) -> np.ndarray:
    """The letterboxed soft mask, brought back to the film and cut at one half."""
    size = soft.shape[0]
    scale = min(size / width, size / height)
    inner = max(1, round(width * scale)), max(1, round(height * scale))
    left, top = (size - inner[0]) // 2, (size - inner[1]) // 2
    cut = Image.fromarray(soft[top : top + inner[1], left : left + inner[0]].astype(np.float32), mode="F")
    return without_specks(np.asarray(cut.resize((width, height), Image.BILINEAR)) > 0.5)


def without_specks(mask: np.ndarray, share: float = 0.05) -> np.ndarray:
    """Without the parts that are smaller than a twentieth of all."""
    parts, count = ndimage.label(mask)
    if count < 2:
        return mask
    sizes = np.bincount(parts.ravel())
    sizes[0] = 0
    return np.isin(parts, np.flatnonzero(sizes >= share * sizes.sum()))


def dice(found: np.ndarray, truth: np.ndarray) -> float:
    return float(2 * (found & truth).sum() / max(1, found.sum() + truth.sum()))


def box(mask: np.ndarray) -> tuple[int, int, int, int]:
    """Left, top, right, bottom; right and bottom lie outside."""
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    if len(rows) == 0:
        return 0, 0, 0, 0
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def box_overlap(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> float:
    """Intersection over union."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    shared = max(0, width) * max(0, height)
    areas = [(right - left) * (bottom - top) for left, top, right, bottom in (one, other)]
    return shared / (sum(areas) - shared)


def measure_film(soft: np.ndarray, entry: Masked) -> dict[str, float]:
    truth = without_specks(np.asarray(Image.open(entry.mask).convert("L")) > 127, 0.01)
    found = on_film(soft, truth.shape[1], truth.shape[0])
    return {"dice": dice(found, truth), "box": box_overlap(box(found), box(truth))}
