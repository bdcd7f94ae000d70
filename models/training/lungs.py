"""Trains and writes the pack `lungs`: `python3 lungs.py [--epochs 60]`."""

import argparse
import json
from dataclasses import dataclass, replace

import numpy as np
import torch
import torch.nn.functional as F
from sklearn.model_selection import StratifiedGroupKFold

from classify import as_images
from config import CACHE
from lungs_augment import augment_masked
from lungs_films import CONVENTIONS, entry_groups, masked_tensors, read_masked
from lungs_pack import write_lungs
from train import BatchLoss, train, training_log
from unet import UNet


@dataclass(frozen=True)
class LungsRecipe:
    pack: str = "lungs"
    version: str = "0.2.0"
    size: int = 160
    batch: int = 24
    epochs: int = 60
    peak_rate: float = 4e-3
    weight_decay: float = 1e-2
    averaging: float = 0.98
    seed: int = 17


def mask_loss(films: np.ndarray, masks: np.ndarray, conventions: np.ndarray) -> BatchLoss:
    """Cross-entropy and soft Dice at the output of the film's own convention; the other output learns nothing of it."""

    def batch_loss(network: torch.nn.Module, chosen: np.ndarray) -> torch.Tensor:
        images, truth = augment_masked(as_images(films[chosen]), as_images(masks[chosen]))
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = network(images.contiguous(memory_format=torch.channels_last))
        own = logits.float()[torch.arange(len(chosen)), torch.from_numpy(conventions[chosen])]
        truth = truth[:, 0]
        found = torch.sigmoid(own)
        overlap = 2 * (found * truth).sum((1, 2)) / ((found + truth).sum((1, 2)) + 1)
        return F.binary_cross_entropy_with_logits(own, truth) + 1 - overlap.mean()

    return batch_loss


def split(conventions: np.ndarray, groups: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """A sixth is held out, patients and duplicate groups kept together."""
    folds = StratifiedGroupKFold(6, shuffle=True, random_state=seed)
    return next(iter(folds.split(conventions, conventions, groups)))


def make_lungs(recipe: LungsRecipe) -> dict:
    entries = read_masked()
    films, masks = masked_tensors(entries, recipe.size)
    conventions = np.array([entry.convention for entry in entries])
    learn, test = split(conventions, entry_groups(entries), recipe.seed)
    torch.manual_seed(recipe.seed)
    network = UNet(len(CONVENTIONS)).to(memory_format=torch.channels_last)
    loss = mask_loss(films[learn], masks[learn], conventions[learn])
    folder = CACHE / "runs" / f"lungs-{recipe.epochs}"
    train(recipe, network, len(learn), loss, folder)
    data = [entries[index] for index in learn], [entries[index] for index in test], films[test]
    return write_lungs(recipe, network, data, training_log(folder))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int)
    wanted = parser.parse_args()
    made = make_lungs(LungsRecipe() if wanted.epochs is None else replace(LungsRecipe(), epochs=wanted.epochs))
    print(json.dumps(made["heldOut"], indent=1))
