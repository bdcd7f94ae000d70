"""Five folds by image and by patient: `python3 crossvalidate.py darkcovidnet-3 [--split patient] [--fold 0]`.

A fold that is done is kept in the cache and not run again; a fold that was broken off goes on from its checkpoint.
"""

import argparse
from pathlib import Path

import numpy as np

from classify import predict, train_classifier
from config import CACHE, RECIPES, Recipe
from figures import confusion, softmax
from films import recipe_films
from splits import FOLDS, SPLITS, five_folds


def fold_folder(recipe: Recipe, split: str, fold: int) -> Path:
    return CACHE / "runs" / f"{recipe.pack}-{recipe.version}-{split}-{fold}"


def run_fold(recipe: Recipe, split: str, fold: int) -> None:
    folder = fold_folder(recipe, split, fold)
    if (folder / "outputs.npz").exists():
        return
    _, tensors, labels, groups = recipe_films(recipe)
    learn, test = five_folds(labels, groups, split, recipe.seed)[fold]
    network = train_classifier(recipe, tensors[learn], labels[learn], folder)
    logits = predict(network, tensors[test])
    np.savez(folder / "outputs.npz", test=test, logits=logits)
    print(folder.name, (logits.argmax(1) == labels[test]).mean(), confusion(softmax(logits), labels[test]), flush=True)


def read_folds(recipe: Recipe, split: str) -> dict[int, tuple[np.ndarray, np.ndarray]]:
    """By fold, as far as they were run: the numbers of its test films and their logits."""
    found = {}
    for fold in range(FOLDS):
        path = fold_folder(recipe, split, fold) / "outputs.npz"
        if path.exists():
            outputs = np.load(path)
            found[fold] = outputs["test"], outputs["logits"]
    return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack", choices=sorted(RECIPES))
    parser.add_argument("--split", choices=SPLITS, action="append")
    parser.add_argument("--fold", type=int, choices=range(FOLDS), action="append")
    wanted = parser.parse_args()
    for split in wanted.split if wanted.split is not None else SPLITS:
        for fold in wanted.fold if wanted.fold is not None else range(FOLDS):
            run_fold(RECIPES[wanted.pack], split, fold)
