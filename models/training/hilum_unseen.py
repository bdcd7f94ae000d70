"""What the recipe of `hilum` is worth on sources that it was not trained on: `python3 hilum_unseen.py [STUDY] [--seed N]`.

Each study leaves whole sources out (with every film that shares a patient or a near-duplicate with them), trains on the
rest and scores what it left out, and the validation source. One more study holds out patients of all sources instead.
"""

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from config import CACHE
from hilum_calibration import probabilities_of
from hilum_figures import crowds, mean_and_worst_source
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


@dataclass(frozen=True)
class Scored:
    """The films of one study that its network had not seen."""

    rows: np.ndarray
    logits: np.ndarray


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
    logits, rows = run_study(recipe, films, study), study_rows(films, study, 0)[1]
    # The pack is for adults; what it learned of children says nothing of COVID-19.
    grown = films.sources[rows] != CHILDREN
    return Scored(rows[grown], logits[grown])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("study", nargs="*", default=[*STUDIES, ORDINARY])
    # The pack is of the first. How far another comes out from it says how much a figure is worth.
    parser.add_argument("--seed", type=int, default=0)
    wanted = parser.parse_args()
    every_film = hilum_films()
    for name in wanted.study:
        scored = read_study(HilumRecipe(seed=wanted.seed), every_film, name)
        found = crowds(every_film, scored.rows, probabilities_of(scored.logits, 1.0))
        mean, worst = mean_and_worst_source(found)
        print(f"{name}, seed {wanted.seed}: mean AUC of COVID-19 {mean:.3f}, worst source {worst:.3f}", flush=True)
