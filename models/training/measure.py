"""What is told of a network's scores on films that it was not trained on: for metrics.json and for the card."""

import numpy as np

from card import significant
from config import Recipe
from figures import (
    all_figures,
    calibration_error,
    confusion,
    loss,
    reliability,
    softmax,
    with_intervals,
)
from thresholds import label_thresholds, rates


def measure(logits: np.ndarray, tempered: np.ndarray, labels: np.ndarray, groups: np.ndarray, recipe: Recipe) -> dict:
    names = [label.id for label in recipe.labels]
    return rounded(
        {
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
    )


def rounded(value: object) -> object:
    if isinstance(value, dict):
        return {key: rounded(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [rounded(entry) for entry in value]
    return significant(value, 5) if isinstance(value, float) else value


def headline(measured: dict, recipe: Recipe, split: str) -> list[dict]:
    """The few figures that a card shows."""
    wanted = ["accuracy"]
    wanted += [f"{label.id} {name}" for label in recipe.labels if label.finding for name in ("sensitivity", "specificity")]
    wanted.append(f"{recipe.labels[0].id} auc")
    return [
        {
            "name": name.replace("auc", "AUC"),
            **{key: significant(value, 4) for key, value in measured["figures"][name].items()},
            "films": measured["films"],
            "split": split,
        }
        for name in wanted
    ]


def operating_points(recipe: Recipe, choose: tuple, check: tuple) -> dict:
    """Thresholds chosen on one set of (probabilities, labels), sensitivity and specificity measured on another."""
    found = {}
    for number, label in enumerate(recipe.labels):
        chosen = label_thresholds(*choose, number)
        sensitivity, specificity = rates(check[0][:, number], check[1] == number, chosen["threshold"])
        found[label.id] = {
            **chosen,
            "sensitivity": significant(sensitivity, 4),
            "specificity": significant(specificity, 4),
        }
    return found


def crossed_operating_points(recipe: Recipe, probabilities: np.ndarray, labels: np.ndarray, folds: np.ndarray) -> dict:
    """Thresholds from all folds; what they are worth is measured in each fold with a threshold from the others."""
    found = operating_points(recipe, (probabilities, labels), (probabilities, labels))
    for number, label in enumerate(recipe.labels):
        called = np.zeros(len(labels), dtype=bool)
        for fold in np.unique(folds):
            here = folds == fold
            threshold = label_thresholds(probabilities[~here], labels[~here], number)["threshold"]
            called[here] = probabilities[here, number] >= threshold
        true = labels == number
        found[label.id]["sensitivity"] = significant(float(called[true].mean()), 4)
        found[label.id]["specificity"] = significant(float((~called[~true]).mean()), 4)
    return found
