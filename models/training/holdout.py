"""Trains a pack on a fixed hold-out with three seeds and writes it: `python3 holdout.py radiography-3`.

70 % of the films train, 10 % set temperature and operating points, 20 % are only measured; patients and duplicate groups
are kept together. The pack holds the first seed's weights, whatever the others are worth. A last run splits by image.
"""

import argparse
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np

from card import significant
from classify import predict, train_classifier
from config import CACHE, RECIPES, Recipe
from darkcovidnet import DarkCovidNet
from explained import Explained
from figures import fit_temperature, softmax
from films import recipe_films
from measure import headline, measure, operating_points, rounded
from pack import circumstances, kept_metrics, make_card, map_full_scales, map_parity, write_pack
from splits import holdout
from train import training_log

SEEDS = 3


@dataclass(frozen=True)
class Held:
    """One network, what it was trained on and what it is worth on the films held out."""

    network: DarkCovidNet
    folder: Path
    parts: tuple[np.ndarray, np.ndarray, np.ndarray]
    temperature: float
    probabilities: np.ndarray
    measured: dict


def holdout_folder(recipe: Recipe, split: str) -> Path:
    return CACHE / "runs" / f"{recipe.pack}-{recipe.version}-holdout-{split}-{recipe.seed}"


def run_holdout(recipe: Recipe, data: tuple, split: str, split_seed: int) -> Held:
    """`data`: films, tensors, label numbers and groups. `split_seed` parts the films, the recipe's seed trains."""
    _, tensors, labels, groups = data
    parts = holdout(labels, groups, split_seed, split)
    learn, tune, test = parts
    folder = holdout_folder(recipe, split)
    network = train_classifier(recipe, tensors[learn], labels[learn], folder)
    logits = predict(network, tensors)
    temperature = significant(fit_temperature(logits[tune], labels[tune]))
    probabilities = softmax(logits, temperature)
    measured = measure(logits[test], probabilities[test], labels[test], groups[test], recipe)
    print(folder.name, measured["figures"]["accuracy"], measured["confusion"], flush=True)
    return Held(network, folder, parts, temperature, probabilities, measured)


def spread(seeds: list[dict]) -> dict:
    """Mean, least and most of every figure over the seeds."""
    values = {name: [measured["figures"][name]["value"] for measured in seeds] for name in seeds[0]["figures"]}
    values["loss"] = [measured["loss"]["after"] for measured in seeds]
    return {name: {"mean": float(np.mean(of)), "least": min(of), "most": max(of)} for name, of in values.items()}


def fitted(recipe: Recipe, held: Held, data: tuple) -> dict:
    """Temperature and operating points from the tenth that is for that; what they are worth on the films held out."""
    learn, tune, test = held.parts
    _, tensors, labels, _ = data
    scored = held.probabilities
    return {
        "temperature": held.temperature,
        "scales": map_full_scales(Explained(held.network, held.temperature), tensors[learn]),
        "thresholds": operating_points(recipe, (scored[tune], labels[tune]), (scored[test], labels[test])),
    }


def training_of(recipe: Recipe, parts: tuple, groups: np.ndarray) -> dict:
    learn, tune, test = parts
    return {
        "data": [{"name": recipe.folder, "films": len(learn), "patients": len(np.unique(groups[learn]))}],
        "note": f"{recipe.epochs} epochs on 70 % of the films, patients and duplicate groups kept together. Operating "
        f"points were chosen on {len(tune)} further films, figures measured on the {len(test)} left. The weights are those "
        f"of the first of {SEEDS} seeds.",
    }


def ship(recipe: Recipe) -> None:
    data = recipe_films(recipe)
    seeds = [replace(recipe, seed=recipe.seed + step) for step in range(SEEDS)]
    held = [run_holdout(seeded, data, "patient", recipe.seed) for seeded in seeds]
    by_image = run_holdout(recipe, data, "image", recipe.seed)
    first, measured = held[0], [entry.measured for entry in held]
    model = Explained(first.network, first.temperature)
    card = make_card(
        recipe,
        fitted(recipe, first, data),
        training_of(recipe, first.parts, data[3]),
        headline(first.measured, recipe, "hold-out by patient and duplicate group"),
    )
    metrics = {
        "schema": "hilum/metrics@1",
        "holdout": first.measured,
        "holdoutByImage": by_image.measured,
        "seeds": rounded({"seeds": [seeded.seed for seeded in seeds], "shipped": recipe.seed, **spread(measured)}),
        "parity": map_parity(model, data[1]),
        "run": circumstances(asdict(recipe), training_log(first.folder)),
        **kept_metrics(recipe),
    }
    write_pack(card, metrics, model)
    print(card["figures"], metrics["seeds"]["accuracy"], metrics["parity"], sep="\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack", choices=sorted(RECIPES))
    ship(RECIPES[parser.parse_args().pack])
