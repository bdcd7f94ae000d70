"""Trains a pack on a grouped hold-out: `python3 holdout.py darkcovidnet-3 [--epochs 40]`."""

import argparse
from dataclasses import replace

import numpy as np

from config import CACHE, RECIPES, Recipe
from films import film_tensors, group_films, read_films
from splits import holdout
from train import predict, train


def films_of(recipe: Recipe) -> tuple[list, np.ndarray, np.ndarray, np.ndarray]:
    """The recipe's films, their tensors, label numbers and groups."""
    numbers = {label.source: number for number, label in enumerate(recipe.labels)}
    films = [film for film in read_films(recipe.folder) if film.label in numbers]
    labels = np.array([numbers[film.label] for film in films])
    return films, film_tensors(films, recipe.size, recipe.fit), labels, group_films(films)


def run_holdout(recipe: Recipe) -> dict:
    films, tensors, labels, groups = films_of(recipe)
    learn, tune, test = holdout(labels, groups, recipe.seed)
    folder = CACHE / "runs" / f"{recipe.pack}-holdout-{recipe.epochs}"
    model = train(recipe, tensors[learn], labels[learn], folder)
    logits = predict(model, tensors)
    np.savez(folder / "outputs.npz", logits=logits, labels=labels, groups=groups, learn=learn, tune=tune, test=test)
    return {"folder": folder, "model": model}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack", choices=sorted(RECIPES))
    parser.add_argument("--epochs", type=int)
    wanted = parser.parse_args()
    recipe = RECIPES[wanted.pack]
    run_holdout(recipe if wanted.epochs is None else replace(recipe, epochs=wanted.epochs))
