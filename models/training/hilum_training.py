"""How the pack `hilum` is trained: which films a batch draws, and what it learns of them."""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from config import Label
from hilum_augment import changed
from hilum_films import CHILDREN, LABELS, VALIDATION, Films
from hilum_head import steadied
from hilum_network import HilumNetwork
from train import BatchLoss, train


@dataclass(frozen=True)
class HilumRecipe:
    pack: str = "hilum"
    version: str = "0.4.0"
    name: str = "Hilum, three classes"
    labels: tuple[Label, ...] = LABELS
    size: int = 128
    batch: int = 48
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


def label_loss(logits: torch.Tensor, labels: torch.Tensor, children: torch.Tensor, smoothing: float) -> torch.Tensor:
    """Children teach ill against healthy only. No child here has COVID-19, so that against it they would teach age."""
    grown = F.cross_entropy(logits[~children], labels[~children], label_smoothing=smoothing, reduction="sum")
    young = F.cross_entropy(logits[children][:, 1:], labels[children] - 1, label_smoothing=smoothing, reduction="sum")
    return (grown + young) / len(labels)


def drawn_loss(recipe: HilumRecipe, films: Films) -> BatchLoss:
    weights = torch.from_numpy(draw_weights(recipe, films))
    labels = torch.from_numpy(films.labels)
    children = torch.from_numpy(films.sources == CHILDREN)

    def batch_loss(network: torch.nn.Module, _: np.ndarray) -> torch.Tensor:
        chosen = torch.multinomial(weights, recipe.batch, replacement=True)
        images = torch.from_numpy(films.tensors[chosen].astype(np.float32)).unsqueeze(1)
        masks = torch.from_numpy(films.masks[chosen].astype(np.float32)).unsqueeze(1)
        images = changed(images, masks, recipe.size, recipe.lungs_alone)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = network(images)
        return label_loss(logits.float(), labels[chosen], children[chosen], recipe.smoothing)

    return batch_loss


def learnable(films: Films, left_out: tuple[str, ...] = ()) -> np.ndarray:
    """All but the doubtful, the hospital system for validation, and the sources left out with whoever hangs together."""
    out = np.isin(films.sources, [VALIDATION, *left_out])
    bound = np.isin(films.groups, np.unique(films.groups[out]))
    return np.flatnonzero(~bound & ~films.doubtful)


def cycles(recipe: HilumRecipe, folder: Path) -> list[tuple[HilumRecipe, Path]]:
    # A seed of its own, or the second cycle would draw the first one's batches again.
    again = replace(recipe, epochs=recipe.more_epochs, peak_rate=recipe.peak_rate / 2, seed=recipe.seed + 100)
    return [(recipe, folder / "cycle-1"), (again, folder / "cycle-2")]


def train_hilum(recipe: HilumRecipe, films: Films, tensors: np.ndarray, folder: Path) -> HilumNetwork:
    """`tensors` are the same films as the pack is given them."""
    torch.manual_seed(recipe.seed)
    network = HilumNetwork(len(recipe.labels)).to(memory_format=torch.channels_last)
    for cycle, place in cycles(recipe, folder):
        network = train(cycle, network, cycle.batches * cycle.batch, drawn_loss(cycle, films), place)
    return steadied(network, tensors, films)
