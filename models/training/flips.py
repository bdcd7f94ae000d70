"""What it brings to score each film and its mirror image: `python3 flips.py darkcovidnet-2 image`. The app does not."""

import argparse

import numpy as np

from classify import predict, trained_network
from config import RECIPES, Recipe
from crossvalidate import fold_folder, read_folds
from figures import softmax
from films import recipe_films
from splits import SPLITS


def accuracies(recipe: Recipe, split: str) -> np.ndarray:
    """A row for each fold: as the app scores, and by the mean probability of both."""
    _, tensors, labels, _ = recipe_films(recipe)
    rows = []
    for fold, (test, logits) in read_folds(recipe, split).items():
        network = trained_network(recipe, fold_folder(recipe, split, fold))
        mirrored = predict(network, np.ascontiguousarray(tensors[test][:, :, ::-1]))
        both = softmax(logits) + softmax(mirrored)
        rows.append([(scores.argmax(1) == labels[test]).mean() for scores in (logits, both)])
    return np.array(rows)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack", choices=sorted(RECIPES))
    parser.add_argument("split", choices=SPLITS)
    wanted = parser.parse_args()
    found = accuracies(RECIPES[wanted.pack], wanted.split)
    print(found.round(4), found.mean(0).round(5), sep="\n")
