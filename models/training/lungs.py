"""Trains and writes the pack `lungs`: `python3 lungs.py`.

First a larger network by masks that were drawn, then the one that is shipped by these and by what the first says of
films without any.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from sklearn.model_selection import StratifiedGroupKFold

from classify import as_images
from config import CACHE
from lungs_augment import augment_masked
from lungs_films import CONVENTIONS, entry_groups, masked_tensors, read_masked
from lungs_network import LungsNetwork
from lungs_pack import write_lungs
from lungs_told import told_tensors, undrawn_films
from train import BatchLoss, train, training_log
from unet import UNet

SPLIT_SEED = 17


@dataclass(frozen=True)
class TeacherRecipe:
    pack: str = "lungs-teacher"
    version: str = "0.2.0"
    size: int = 160
    batch: int = 24
    epochs: int = 60
    peak_rate: float = 4e-3
    weight_decay: float = 1e-2
    averaging: float = 0.98
    seed: int = 17


@dataclass(frozen=True)
class LungsRecipe(TeacherRecipe):
    pack: str = "lungs"
    version: str = "0.3.0"
    # So many films with drawn masks, and as many with the teacher's.
    batch: int = 12


@dataclass(frozen=True)
class Drawn:
    """Films with one drawn mask each, and by which convention."""

    films: np.ndarray
    masks: np.ndarray
    conventions: np.ndarray

    def rows(self, chosen: np.ndarray) -> "Drawn":
        return Drawn(self.films[chosen], self.masks[chosen], self.conventions[chosen])


def logits_of(network: torch.nn.Module, images: torch.Tensor) -> torch.Tensor:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        return network(images.contiguous(memory_format=torch.channels_last)).float()


def mask_loss(logits: torch.Tensor, truth: torch.Tensor) -> torch.Tensor:
    """Cross-entropy and soft Dice of masks, which lie in the last two dimensions."""
    found = torch.sigmoid(logits)
    overlap = 2 * (found * truth).sum((-1, -2)) / ((found + truth).sum((-1, -2)) + 1)
    return F.binary_cross_entropy_with_logits(logits, truth) + 1 - overlap.mean()


def drawn_loss(logits: torch.Tensor, truth: torch.Tensor, conventions: np.ndarray) -> torch.Tensor:
    """At the output of the film's own convention; the other learns nothing of it."""
    own = logits[torch.arange(len(logits)), torch.from_numpy(conventions)]
    return mask_loss(own, truth[:, 0])


def teacher_loss(drawn: Drawn) -> BatchLoss:
    def batch_loss(network: torch.nn.Module, chosen: np.ndarray) -> torch.Tensor:
        batch = drawn.rows(chosen)
        images, truth = augment_masked(as_images(batch.films), as_images(batch.masks))
        return drawn_loss(logits_of(network, images), truth, batch.conventions)

    return batch_loss


def taught_loss(drawn: Drawn, told_films: np.ndarray, told_masks: np.ndarray) -> BatchLoss:
    def batch_loss(network: torch.nn.Module, chosen: np.ndarray) -> torch.Tensor:
        batch = drawn.rows(chosen)
        images, truth = augment_masked(as_images(batch.films), as_images(batch.masks))
        rows = torch.randint(len(told_films), (len(chosen),)).numpy()
        masks = torch.from_numpy(told_masks[rows].astype(np.float32))
        more_images, more_truth = augment_masked(as_images(told_films[rows]), masks)
        logits, more_logits = logits_of(network, torch.cat([images, more_images])).split(len(chosen))
        return drawn_loss(logits, truth, batch.conventions) + mask_loss(more_logits, more_truth)

    return batch_loss


def split(conventions: np.ndarray, groups: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A sixth is held out, patients and duplicate groups kept together."""
    folds = StratifiedGroupKFold(6, shuffle=True, random_state=SPLIT_SEED)
    return next(iter(folds.split(conventions, conventions, groups)))


def run_folder(recipe: TeacherRecipe) -> Path:
    return CACHE / "runs" / f"{recipe.pack}-{recipe.version}"


def trained(recipe: TeacherRecipe, kind: type[torch.nn.Module], films: int, loss: BatchLoss) -> torch.nn.Module:
    torch.manual_seed(recipe.seed)
    network = kind(len(CONVENTIONS)).to(memory_format=torch.channels_last)
    return train(recipe, network, films, loss, run_folder(recipe))


def make_lungs(recipe: LungsRecipe) -> dict:
    entries = read_masked()
    films, masks = masked_tensors(entries, recipe.size)
    conventions = np.array([entry.convention for entry in entries])
    learn, test = split(conventions, entry_groups(entries))
    learned, held_out = [entries[index] for index in learn], [entries[index] for index in test]
    drawn = Drawn(films, masks, conventions).rows(learn)
    teaching = TeacherRecipe()
    teacher = trained(teaching, UNet, len(learn), teacher_loss(drawn))
    told = told_tensors(teacher, run_folder(teaching).name, undrawn_films(learned, held_out), recipe.size)
    network = trained(recipe, LungsNetwork, len(learn), taught_loss(drawn, *told))
    return write_lungs(recipe, network, (learned, held_out, films[test], len(told[0])), training_log(run_folder(recipe)))


if __name__ == "__main__":
    made = make_lungs(LungsRecipe())
    print(json.dumps(made["heldOut"], indent=1))
