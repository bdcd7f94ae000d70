"""What the networks see outside the lungs: `python3 audit.py darkcovidnet-3` writes it into the pack's metrics.json.

Each network of the folds by patient, or the one of the hold-out, scores again the films that it has not seen, changed:
without lungs, lungs alone, the border alone, without corners. A network that reads disease must lose nearly everything
without lungs, and little without corners.
"""

import argparse
import json
from collections.abc import Callable

import numpy as np
import torch
import torch.nn.functional as F
from sklearn.metrics import roc_auc_score

from card import write_json
from classify import as_images, predict, trained_network
from config import MODELS, RECIPES, Recipe
from crossvalidate import fold_folder, read_folds
from darkcovidnet import DarkCovidNet
from figures import softmax, with_intervals
from films import recipe_films
from holdout import holdout_folder
from lungs import LungsRecipe, run_folder
from lungs_films import CONVENTIONS
from lungs_measure import soft_masks
from lungs_network import LungsNetwork
from measure import rounded
from splits import holdout

RING = 0.08
CORNER = 0.2


def lung_masks(films: np.ndarray) -> np.ndarray:
    """[n, H, W], 1 in the lungs and 5 % of the film's side around them."""
    recipe = LungsRecipe()
    network = LungsNetwork(len(CONVENTIONS))
    checkpoint = torch.load(run_folder(recipe) / "checkpoint.pt")
    network.load_state_dict(checkpoint["averaged"])
    small = F.interpolate(as_images(films), (recipe.size, recipe.size), mode="bilinear", antialias=True)
    soft = torch.from_numpy(soft_masks(network.eval(), small[:, 0].numpy(), 0)).unsqueeze(1)
    wider = F.max_pool2d(soft, 17, 1, 8)
    return (F.interpolate(wider, films.shape[1:], mode="bilinear")[:, 0] > 0.5).float().numpy()


def ring_mask(size: int) -> np.ndarray:
    edge = round(RING * size)
    mask = np.ones((size, size), dtype=np.float32)
    mask[edge:-edge, edge:-edge] = 0
    return mask


def corner_mask(size: int) -> np.ndarray:
    side = round(CORNER * size)
    mask = np.zeros((size, size), dtype=np.float32)
    for rows in (slice(None, side), slice(-side, None)):
        for columns in (slice(None, side), slice(-side, None)):
            mask[rows, columns] = 1
    return mask


def keep(films: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """What lies outside the mask becomes the film's mean grey."""
    films = films.astype(np.float32)
    return films * mask + films.mean((1, 2), keepdims=True) * (1 - mask)


def changes(films: np.ndarray) -> dict[str, np.ndarray]:
    lungs, size = lung_masks(films), films.shape[1]
    return {
        "whole film": films,
        "without lungs": keep(films, 1 - lungs),
        "lungs alone": keep(films, lungs),
        "border alone": keep(films, ring_mask(size)),
        "without corners": keep(films, 1 - corner_mask(size)),
    }


def held_out(recipe: Recipe, labels: np.ndarray, groups: np.ndarray) -> list[tuple[np.ndarray, DarkCovidNet]]:
    """Networks of the recipe, each with the films that it has not seen: of the folds by patient, or of the hold-out."""
    folder = holdout_folder(recipe, "patient")
    if folder.exists():
        return [(holdout(labels, groups, recipe.seed)[2], trained_network(recipe, folder))]
    folds = read_folds(recipe, "patient")
    return [(test, trained_network(recipe, fold_folder(recipe, "patient", fold))) for fold, (test, _) in folds.items()]


def scores_of(probabilities: np.ndarray, labels: np.ndarray) -> Callable[[np.ndarray], dict[str, float]]:
    def measure(drawn: np.ndarray) -> dict[str, float]:
        scores, true = probabilities[drawn], labels[drawn]
        return {
            "accuracy": float((scores.argmax(1) == true).mean()),
            "auc": float(roc_auc_score(true == 0, scores[:, 0])),
        }

    return measure


def audit(recipe: Recipe) -> dict:
    _, tensors, labels, groups = recipe_films(recipe)
    networks = held_out(recipe, labels, groups)
    tests = np.concatenate([test for test, _ in networks])
    scores: dict[str, list[np.ndarray]] = {}
    for test, network in networks:
        for name, films in changes(tensors[test]).items():
            scores.setdefault(name, []).append(softmax(predict(network, films)))
    return {
        "networks": len(networks),
        "films": len(tests),
        "commonestLabel": float(np.bincount(labels[tests]).max() / len(tests)),
        "aucOf": recipe.labels[0].id,
        "changes": {
            name: with_intervals(scores_of(np.concatenate(parts), labels[tests]), groups[tests])
            for name, parts in scores.items()
        },
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack", choices=sorted(RECIPES))
    recipe = RECIPES[parser.parse_args().pack]
    path = MODELS / recipe.pack / "metrics.json"
    found = rounded(audit(recipe))
    write_json(path, {**json.loads(path.read_text(encoding="utf-8")), "shortcutAudit": found})
    print(json.dumps(found, indent=1))
