"""Trains a pack on a grouped hold-out and writes it: `python3 holdout.py darkcovidnet-3 [--epochs 40]`.

70 % of the films train, 10 % set temperature and operating points, 20 % are only measured.
"""

import argparse
from dataclasses import asdict, replace

import numpy as np

from card import significant
from classify import predict, train_classifier
from config import CACHE, RECIPES, Recipe
from explained import Explained
from figures import fit_temperature, softmax
from films import recipe_films
from measure import headline, measure, operating_points
from pack import circumstances, make_card, map_full_scales, map_parity, write_pack
from splits import holdout
from train import training_seconds


def run_holdout(recipe: Recipe) -> None:
    _, tensors, labels, groups = recipe_films(recipe)
    learn, tune, test = holdout(labels, groups, recipe.seed)
    folder = CACHE / "runs" / f"{recipe.pack}-holdout-{recipe.epochs}"
    network = train_classifier(recipe, tensors[learn], labels[learn], folder)
    logits = predict(network, tensors)
    temperature = significant(fit_temperature(logits[tune], labels[tune]))
    model, scored = Explained(network, temperature), softmax(logits, temperature)
    measured = measure(logits[test], scored[test], labels[test], groups[test], recipe)
    chosen = {
        "temperature": temperature,
        "scales": map_full_scales(model, tensors[learn]),
        "thresholds": operating_points(recipe, (scored[tune], labels[tune]), (scored[test], labels[test])),
    }
    training = {
        "data": [{"name": recipe.folder, "films": len(learn), "patients": len(np.unique(groups[learn]))}],
        "note": f"{recipe.epochs} epochs on 70 % of the films, patients and duplicate groups kept together. Operating "
        f"points were chosen on {len(tune)} further films, figures measured on the {len(test)} left.",
    }
    card = make_card(recipe, chosen, training, headline(measured, recipe, "hold-out by patient and duplicate group"))
    metrics = {
        "schema": "hilum/metrics@1",
        "holdout": measured,
        "parity": map_parity(model, tensors),
        "run": circumstances(asdict(recipe), training_seconds(folder)),
    }
    write_pack(card, metrics, model)
    print(card["figures"], metrics["parity"], measured["confusion"], sep="\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack", choices=sorted(RECIPES))
    parser.add_argument("--epochs", type=int)
    wanted = parser.parse_args()
    recipe = RECIPES[wanted.pack]
    run_holdout(recipe if wanted.epochs is None else replace(recipe, epochs=wanted.epochs))
