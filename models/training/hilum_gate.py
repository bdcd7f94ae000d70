"""How unlike a film may be to the training films: card.gate.features, whose arithmetic is src/main/pipeline/gate/likeness.ts."""

import numpy as np
import torch

from card import significant
from hilum_explained import HilumExplained
from hilum_films import VALIDATION, Films

AXES = 8
WITHIN = 0.99
DIGITS = 5


@torch.no_grad()
def features_of(model: HilumExplained, tensors: np.ndarray, batch: int = 64) -> np.ndarray:
    parts = [torch.from_numpy(tensors[start : start + batch]).unsqueeze(1) for start in range(0, len(tensors), batch)]
    return np.concatenate([model(part)[-1].numpy() for part in parts]).astype(np.float64)


def short(values: np.ndarray) -> list:
    return [short(row) for row in values] if values.ndim > 1 else [significant(float(value), DIGITS) for value in values]


def fitted_axes(features: np.ndarray) -> dict:
    """Probabilistic PCA: the strongest axes with their own variance, all others with the mean of what is left."""
    mean = features.mean(0)
    variances, axes = np.linalg.eigh(np.cov(features - mean, rowvar=False))
    strongest, noise = variances[::-1][:AXES], variances[::-1][AXES:].mean()
    return {
        "mean": short(mean),
        "precision": short(np.full(len(mean), 1 / noise)),
        "directions": short(axes[:, ::-1][:, :AXES].T),
        "weights": short(1 / strongest - 1 / noise),
    }


def distances(gate: dict, features: np.ndarray) -> np.ndarray:
    off = features - np.array(gate["mean"])
    square = (off * off) @ np.array(gate["precision"]) + (off @ np.array(gate["directions"]).T) ** 2 @ np.array(gate["weights"])
    return np.sqrt(np.maximum(0, square) / len(gate["mean"]))


def feature_gate(model: HilumExplained, films: Films, tensors: np.ndarray, learned: np.ndarray) -> tuple[dict, dict]:
    """Axes from half of the training films, by patient; the limit from the other half. The second is what is told of it."""
    features = features_of(model, tensors)
    half = films.groups[learned] % 2 == 0
    gate = fitted_axes(features[learned[half]])
    limit = significant(float(np.quantile(distances(gate, features[learned[~half]]), WITHIN)), DIGITS)
    unseen = distances(gate, features[films.sources == VALIDATION])
    told = {"fittedOn": int(half.sum()), "limitFrom": int((~half).sum()), "validationBeyond": float((unseen > limit).mean())}
    return {**gate, "limit": limit, "within": WITHIN}, told
