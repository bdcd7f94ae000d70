"""Figures from scores that a network gave to films it was not trained on, each with a 95 % interval.

The interval is a bootstrap over groups (patient and duplicate group), not films: films of one patient are one draw.
"""

from collections.abc import Callable

import numpy as np
from scipy.optimize import minimize_scalar
from sklearn.metrics import roc_auc_score

DRAWS = 1000


def softmax(logits: np.ndarray, temperature: float = 1.0) -> np.ndarray:
    scaled = logits.astype(np.float64) / temperature
    powers = np.exp(scaled - scaled.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def loss(probabilities: np.ndarray, labels: np.ndarray) -> float:
    return float(-np.log(probabilities[np.arange(len(labels)), labels].clip(1e-12)).mean())


def fit_temperature(logits: np.ndarray, labels: np.ndarray, scale: Callable = softmax) -> float:
    found = minimize_scalar(
        lambda power: loss(scale(logits, float(np.exp(power))), labels), bounds=(-2, 2), method="bounded"
    )
    return float(np.exp(found.x))


def reliability(probabilities: np.ndarray, labels: np.ndarray, bins: int = 10) -> list[dict]:
    """For films binned by the probability of their best label: how sure, how often right."""
    sure, right = probabilities.max(1), probabilities.argmax(1) == labels
    place = np.minimum((sure * bins).astype(int), bins - 1)
    return [
        {
            "from": index / bins,
            "films": int((place == index).sum()),
            "sure": float(sure[place == index].mean()),
            "right": float(right[place == index].mean()),
        }
        for index in range(bins)
        if (place == index).any()
    ]


def calibration_error(probabilities: np.ndarray, labels: np.ndarray) -> float:
    return sum(entry["films"] * abs(entry["sure"] - entry["right"]) for entry in reliability(probabilities, labels)) / len(
        labels
    )


def ratio(part: np.ndarray, whole: np.ndarray) -> float:
    return float(part.sum() / whole.sum()) if whole.any() else float("nan")


def class_figures(probabilities: np.ndarray, labels: np.ndarray, label: int) -> dict[str, float]:
    """One class against the rest, called where it is the likeliest."""
    called, true = probabilities.argmax(1) == label, labels == label
    sensitivity, precision = ratio(called & true, true), ratio(called & true, called)
    return {
        "sensitivity": sensitivity,
        "specificity": ratio(~called & ~true, ~true),
        "precision": precision,
        "f1": 2 * (called & true).sum() / max(1, called.sum() + true.sum()),
        "auc": float(roc_auc_score(true, probabilities[:, label])) if 0 < true.sum() < len(true) else float("nan"),
    }


def all_figures(probabilities: np.ndarray, labels: np.ndarray, names: list[str]) -> dict[str, float]:
    """Flat: 'accuracy', and 'COVID-19 sensitivity' and the like for each label."""
    found = {"accuracy": float((probabilities.argmax(1) == labels).mean())}
    for label, name in enumerate(names):
        for key, value in class_figures(probabilities, labels, label).items():
            found[f"{name} {key}"] = float(value)
    return found


def draws(groups: np.ndarray, seed: int = 0) -> list[np.ndarray]:
    """The bootstrap's draws as film numbers: as many groups as there are, drawn with replacement."""
    members = [np.flatnonzero(groups == group) for group in np.unique(groups)]
    random = np.random.default_rng(seed)
    return [
        np.concatenate([members[index] for index in random.integers(0, len(members), len(members))])
        for _ in range(DRAWS)
    ]


def with_intervals(measure: Callable[[np.ndarray], dict[str, float]], groups: np.ndarray) -> dict[str, dict]:
    """`measure` takes film numbers and gives named figures; each comes back with its 95 % interval."""
    whole = measure(np.arange(len(groups)))
    drawn = [measure(chosen) for chosen in draws(groups)]
    found = {}
    for name, value in whole.items():
        values = np.array([entry[name] for entry in drawn])
        low, high = np.nanpercentile(values, [2.5, 97.5])
        found[name] = {"value": value, "low": float(low), "high": float(high)}
    return found


def confusion(probabilities: np.ndarray, labels: np.ndarray) -> list[list[int]]:
    """Rows are the true labels, columns the called ones."""
    count = probabilities.shape[1]
    return np.bincount(labels * count + probabilities.argmax(1), minlength=count * count).reshape(count, count).tolist()
