"""Trains a pack on all its films and writes it, with the figures of its cross-validation: `python3 ship.py darkcovidnet-3`.

Temperature, operating points and figures come from scores that each film got while it was held out by patient.
"""

import argparse
from dataclasses import asdict

import numpy as np

from card import significant
from classify import train_classifier
from config import CACHE, RECIPES, Recipe
from crossvalidate import read_folds
from explained import Explained
from figures import fit_temperature, softmax
from films import recipe_films
from measure import crossed_operating_points, headline, measure
from pack import circumstances, kept_metrics, make_card, map_full_scales, map_parity, write_pack
from splits import FOLDS, SPLITS
from train import training_log

SPLIT_NAMES = {"image": "by image", "patient": "by patient and duplicate group"}


def pooled(folds: dict[int, tuple[np.ndarray, np.ndarray]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The film numbers, logits and fold numbers of all folds in one."""
    films = np.concatenate([test for test, _ in folds.values()])
    logits = np.concatenate([logits for _, logits in folds.values()])
    numbers = np.concatenate([np.full(len(test), fold) for fold, (test, _) in folds.items()])
    return films, logits, numbers


def split_name(folds: dict, split: str) -> str:
    """Says how many folds the figures come from, as long as not all were run."""
    count = f"{FOLDS} folds" if len(folds) == FOLDS else f"{len(folds)} of {FOLDS} folds"
    return f"{count} {SPLIT_NAMES[split]}"


def measure_split(recipe: Recipe, split: str, labels: np.ndarray, groups: np.ndarray) -> dict | None:
    """None with fewer than two folds: what is fitted on one is measured on the other."""
    folds = read_folds(recipe, split)
    if len(folds) < 2:
        return None
    films, logits, numbers = pooled(folds)
    tempered = softmax(logits, fit_temperature(logits, labels[films]))
    found = measure(logits, tempered, labels[films], groups[films], recipe)
    by_fold = [measure_fold(logits[numbers == fold], labels[films[numbers == fold]]) for fold in folds]
    return {"split": split_name(folds, split), **found, "meanAccuracyOfFolds": mean_accuracy(by_fold), "folds": by_fold}


def measure_fold(logits: np.ndarray, labels: np.ndarray) -> dict:
    called, classes = logits.argmax(1), logits.shape[1]
    table = np.bincount(labels * classes + called, minlength=classes * classes).reshape(classes, classes)
    return {"films": len(labels), "accuracy": significant(float((called == labels).mean()), 5), "confusion": table.tolist()}


def mean_accuracy(folds: list[dict]) -> float:
    return significant(float(np.mean([fold["accuracy"] for fold in folds])), 5)


def fitted(recipe: Recipe, labels: np.ndarray) -> dict:
    """Temperature and operating points, from the folds by patient."""
    films, logits, numbers = pooled(read_folds(recipe, "patient"))
    temperature = significant(fit_temperature(logits, labels[films]))
    tempered = softmax(logits, temperature)
    return {
        "temperature": temperature,
        "thresholds": crossed_operating_points(recipe, tempered, labels[films], numbers),
    }


def ship(recipe: Recipe) -> None:
    _, tensors, labels, groups = recipe_films(recipe)
    splits = {split: measure_split(recipe, split, labels, groups) for split in SPLITS}
    if splits["patient"] is None:
        raise SystemExit(f"{recipe.pack} lacks folds by patient: run `crossvalidate.py {recipe.pack} --split patient` first.")
    folder = CACHE / "runs" / f"{recipe.pack}-{recipe.version}-all"
    network = train_classifier(recipe, tensors, labels, folder)
    chosen = fitted(recipe, labels)
    model = Explained(network, chosen["temperature"])
    chosen["scales"] = map_full_scales(model, tensors)
    training = {
        "data": [{"name": recipe.folder, "films": len(labels), "patients": len(np.unique(groups))}],
        "note": f"{recipe.epochs} epochs on all films. Operating points and figures are those of networks of the same "
        "recipe, each measured on films of patients that it had not seen.",
    }
    card = make_card(recipe, chosen, training, headline(splits["patient"], recipe, splits["patient"]["split"]))
    metrics = {
        "schema": "hilum/metrics@1",
        "crossValidation": {split: found for split, found in splits.items() if found is not None},
        "parity": map_parity(model, tensors),
        "run": circumstances(asdict(recipe), training_log(folder)),
        **kept_metrics(recipe),
    }
    write_pack(card, metrics, model)
    print(card["figures"], metrics["parity"], splits["patient"]["confusion"], sep="\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack", choices=sorted(RECIPES))
    ship(RECIPES[parser.parse_args().pack])
