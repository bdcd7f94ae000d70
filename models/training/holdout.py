"""Trains a pack on a grouped hold-out and writes it: `python3 holdout.py darkcovidnet-3 [--epochs 40]`.

70 % of the films train, 10 % set temperature and operating points, 20 % are only measured.
"""

import argparse
import json
from dataclasses import replace
from pathlib import Path

import numpy as np

from config import CACHE, RECIPES, Recipe
from explained import Explained
from figures import (
    all_figures,
    calibration_error,
    confusion,
    fit_temperature,
    loss,
    reliability,
    softmax,
    with_intervals,
)
from films import Film, film_tensors, group_films, read_films
from pack import circumstances, make_card, map_full_scale, map_parity, significant, write_pack
from splits import holdout
from thresholds import label_thresholds, rates
from train import predict, train


def films_of(recipe: Recipe) -> tuple[list[Film], np.ndarray, np.ndarray, np.ndarray]:
    """The recipe's films, their tensors, label numbers and groups."""
    numbers = {label.source: number for number, label in enumerate(recipe.labels)}
    films = [film for film in read_films(recipe.folder) if film.label in numbers]
    labels = np.array([numbers[film.label] for film in films])
    return films, film_tensors(films, recipe.size, recipe.fit), labels, group_films(films)


def training_seconds(folder: Path) -> float:
    return sum(json.loads(line)["seconds"] for line in (folder / "log.jsonl").read_text().splitlines())


def measure(logits: np.ndarray, labels: np.ndarray, groups: np.ndarray, recipe: Recipe, temperature: float) -> dict:
    """Everything that is told of scores on films not trained on."""
    names = [label.id for label in recipe.labels]
    tempered = softmax(logits, temperature)
    return {
        "films": len(labels),
        "groups": len(np.unique(groups)),
        "filmsByLabel": {name: int((labels == number).sum()) for number, name in enumerate(names)},
        "confusion": confusion(tempered, labels),
        "loss": {"before": loss(softmax(logits), labels), "after": loss(tempered, labels)},
        "calibrationError": {
            "before": calibration_error(softmax(logits), labels),
            "after": calibration_error(tempered, labels),
        },
        "reliability": reliability(tempered, labels),
        "figures": with_intervals(lambda chosen: all_figures(tempered[chosen], labels[chosen], names), groups),
    }


def headline(figures: dict, recipe: Recipe, films: int, split: str) -> list[dict]:
    """The few figures that a card shows."""
    wanted = ["accuracy"]
    wanted += [f"{label.id} {name}" for label in recipe.labels if label.finding for name in ("sensitivity", "specificity")]
    wanted.append(f"{recipe.labels[0].id} auc")
    return [
        {"name": name, **{key: significant(value, 4) for key, value in figures[name].items()}, "films": films, "split": split}
        for name in wanted
    ]


def operating_points(recipe: Recipe, tune: tuple, test: tuple) -> dict:
    """Thresholds chosen on one part, their sensitivity and specificity measured on the other."""
    found = {}
    for number, label in enumerate(recipe.labels):
        chosen = label_thresholds(*tune, number)
        sensitivity, specificity = rates(test[0][:, number], test[1] == number, chosen["threshold"])
        found[label.id] = {
            **chosen,
            "sensitivity": significant(sensitivity, 4),
            "specificity": significant(specificity, 4),
        }
    return found


def run_holdout(recipe: Recipe) -> None:
    films, tensors, labels, groups = films_of(recipe)
    learn, tune, test = holdout(labels, groups, recipe.seed)
    folder = CACHE / "runs" / f"{recipe.pack}-holdout-{recipe.epochs}"
    network = train(recipe, tensors[learn], labels[learn], folder)
    logits = predict(network, tensors)
    temperature = significant(fit_temperature(logits[tune], labels[tune]))
    model = Explained(network, temperature)
    scored = softmax(logits, temperature)
    measured = measure(logits[test], labels[test], groups[test], recipe, temperature)
    chosen = {
        "temperature": temperature,
        "fullScale": map_full_scale(model, tensors[learn]),
        "thresholds": operating_points(recipe, (scored[tune], labels[tune]), (scored[test], labels[test])),
    }
    training = {
        "data": [{"name": recipe.folder, "films": len(learn), "patients": len(np.unique(groups[learn]))}],
        "note": f"{recipe.epochs} epochs on 70 % of the films, patients and duplicate groups kept together. Operating "
        f"points were chosen on {len(tune)} further films, figures measured on the {len(test)} left.",
    }
    split = "hold-out by patient and duplicate group"
    card = make_card(recipe, chosen, training, headline(measured["figures"], recipe, len(test), split))
    metrics = {
        "schema": "hilum/metrics@1",
        "holdout": measured,
        "parity": map_parity(model, tensors[:: max(1, len(tensors) // 50)][:50]),
        "run": circumstances(recipe, training_seconds(folder)),
    }
    write_pack(card, metrics, model)
    print(json.dumps(card["figures"], indent=1), json.dumps(metrics["parity"]), measured["confusion"])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack", choices=sorted(RECIPES))
    parser.add_argument("--epochs", type=int)
    wanted = parser.parse_args()
    recipe = RECIPES[wanted.pack]
    run_holdout(recipe if wanted.epochs is None else replace(recipe, epochs=wanted.epochs))
