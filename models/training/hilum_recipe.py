"""The recipe of the pack `hilum`, and which films a batch of it draws."""

from dataclasses import dataclass

import numpy as np
import torch

from config import Label
from hilum_augment import changed
from hilum_films import CHILDREN, LABELS, Films


@dataclass(frozen=True)
class HilumRecipe:
    pack: str = "hilum"
    version: str = "0.6.0"
    name: str = "Hilum, three classes"
    labels: tuple[Label, ...] = LABELS
    size: int = 128
    batch: int = 48
    # Before any label is told: so many batches of films that shall look alike however they are changed.
    alike_epochs: int = 3
    alike_batches: int = 200
    alike_peak_rate: float = 1e-3
    alike_weight_decay: float = 0.02
    # An epoch is so many batches, whatever the number of films: they are drawn, not counted through.
    batches: int = 250
    epochs: int = 8
    peak_rate: float = 2e-3
    # A second, shorter cycle sets out from the first one's averaged weights, at half its peak.
    more_epochs: int = 4
    weight_decay: float = 0.05
    averaging: float = 0.995
    smoothing: float = 0.05
    # Of a source's films, the power that gives its weight among the sources of its class: 0 is all alike, 1 by number.
    crowding: float = 0.5
    children: float = 0.5
    lungs_alone: float = 0.5
    seed: int = 0


def draw_weights(recipe: HilumRecipe, films: Films) -> np.ndarray:
    """Each class a third, within it every source by a power of its films, and of near-duplicates one together."""
    names = np.array([film.duplicate_group or f"film {index}" for index, film in enumerate(films.films)])
    alone = 1 / np.unique(names, return_counts=True)[1][np.unique(names, return_inverse=True)[1]]
    weights = np.zeros(len(names))
    for label in range(len(LABELS)):
        for source in np.unique(films.sources[films.labels == label]):
            here = (films.labels == label) & (films.sources == source)
            crowd = alone[here].sum()
            weights[here] = alone[here] / crowd * crowd**recipe.crowding * (recipe.children if source == CHILDREN else 1)
        weights[films.labels == label] /= weights[films.labels == label].sum()
    return weights / weights.sum()


def changed_films(recipe: HilumRecipe, films: Films, chosen: torch.Tensor, versions: int = 1) -> torch.Tensor:
    """So many versions of each of these films, the first of all of them first."""
    images = torch.from_numpy(films.tensors[chosen].astype(np.float32)).unsqueeze(1)
    masks = torch.from_numpy(films.masks[chosen].astype(np.float32)).unsqueeze(1)
    return torch.cat([changed(images, masks, recipe.size, recipe.lungs_alone) for _ in range(versions)])
