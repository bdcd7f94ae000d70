"""How the pack `hilum` is trained: on what looks alike first, then on labels."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from hilum_films import CHILDREN, VALIDATION, Films
from hilum_head import steadied
from hilum_network import HilumNetwork
from hilum_pretraining import pretrained
from hilum_recipe import HilumRecipe, changed_films, draw_weights
from train import BatchLoss, train

PRETRAINING = "alike"


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
        images = changed_films(recipe, films, chosen)
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


def stages(recipe: HilumRecipe, folder: Path) -> list[Path]:
    """Where each part of a training keeps its log."""
    return [folder / PRETRAINING, *(place for _, place in cycles(recipe, folder))]


def train_hilum(recipe: HilumRecipe, films: Films, tensors: np.ndarray, folder: Path) -> HilumNetwork:
    """`tensors` are the same films as the pack is given them."""
    torch.manual_seed(recipe.seed)
    network = HilumNetwork(len(recipe.labels)).to(memory_format=torch.channels_last)
    network = pretrained(recipe, network, films, folder / PRETRAINING)
    for cycle, place in cycles(recipe, folder):
        network = train(cycle, network, cycle.batches * cycle.batch, drawn_loss(cycle, films), place)
    return steadied(network, tensors, films)
