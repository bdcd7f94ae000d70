"""What the recipe of `hilum` is worth on sources that it was not trained on: `python3 hilum_unseen.py [STUDY] [--seed N]`.

Each study leaves whole sources out (with every film that shares a patient or a near-duplicate with them), trains on the
rest and scores what it left out, and the validation source. One more study holds out patients of all sources instead.
"""

import argparse
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch

from config import CACHE
from hilum_films import CHILDREN, VALIDATION, Films, hilum_films, scored_tensors
from hilum_network import HilumNetwork
from hilum_recipe import HilumRecipe
from hilum_training import learnable, train_hilum
from splits import holdout

STUDIES: dict[str, tuple[str, ...]] = {
    "tuberculosis": ("tb", "openist", "hannover", "chestimaging"),
    "hospital": ("nih", "rsna", "radiography web"),
    "uploads": ("cohen web", "rsna", "openist"),
}
ORDINARY = "patients"
SEEDS = (0, 1)


@dataclass(frozen=True)
class Scored:
    """The films of one study that its networks had not seen, and the mean of their logits."""

    rows: np.ndarray
    logits: np.ndarray
    by_seed: list[np.ndarray]


def study_folder(recipe: HilumRecipe, study: str) -> Path:
    return CACHE / "runs" / f"{recipe.pack}-{recipe.version}-{study}-{recipe.seed}"


def study_rows(films: Films, study: str, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """(Rows to train on, rows to score.)"""
    if study == ORDINARY:
        every = learnable(films)
        learn, tune, test = holdout(films.labels[every], films.groups[every], seed)
        return every[learn], every[np.sort(np.concatenate([tune, test]))]
    unseen = np.isin(films.sources, [VALIDATION, *STUDIES[study]]) & ~films.doubtful
    return learnable(films, STUDIES[study]), np.flatnonzero(unseen)


@torch.no_grad()
def hilum_logits(network: HilumNetwork, tensors: np.ndarray, batch: int = 64) -> np.ndarray:
    network.eval()
    parts = [tensors[start : start + batch] for start in range(0, len(tensors), batch)]
    return np.concatenate([network(torch.from_numpy(part).unsqueeze(1)).numpy() for part in parts])


def study_network(recipe: HilumRecipe, films: Films, tensors: np.ndarray, study: str) -> HilumNetwork:
    """Trained if it was not yet."""
    # The split of the ordinary study is the same for all seeds.
    learn = study_rows(films, study, 0)[0]
    return train_hilum(recipe, films.rows(learn), tensors[learn], study_folder(recipe, study))


def run_study(recipe: HilumRecipe, films: Films, study: str) -> np.ndarray:
    """Logits of the study's unseen films; trained and scored once, then read."""
    path = study_folder(recipe, study) / "logits.npy"
    if not path.exists():
        test = study_rows(films, study, 0)[1]
        tensors = scored_tensors(recipe.size, films)
        network = study_network(recipe, films, tensors, study)
        np.save(path, hilum_logits(network, tensors[test]))
    return np.load(path)


def read_study(recipe: HilumRecipe, films: Films, study: str) -> Scored:
    # Two networks show how far the figures swing where it matters; where films of the same sources are held out, one does.
    seeds = SEEDS if study in STUDIES else SEEDS[:1]
    logits = [run_study(replace(recipe, seed=seed), films, study) for seed in seeds]
    rows = study_rows(films, study, 0)[1]
    # The pack is for adults; what it learned of children says nothing of COVID-19.
    grown = films.sources[rows] != CHILDREN
    return Scored(rows[grown], np.mean(logits, 0)[grown], [found[grown] for found in logits])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("study", nargs="*", default=[*STUDIES, ORDINARY])
    parser.add_argument("--seed", type=int, action="append")
    wanted = parser.parse_args()
    every_film = hilum_films()
    for seed in wanted.seed or SEEDS:
        for name in wanted.study:
            if name in STUDIES or seed == SEEDS[0]:
                run_study(HilumRecipe(seed=seed), every_film, name)
