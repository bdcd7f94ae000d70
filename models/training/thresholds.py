"""The operating point of each label and the band around it, from scores on films that were not trained on."""

import numpy as np


def rates(scores: np.ndarray, true: np.ndarray, threshold: float) -> tuple[float, float]:
    """Sensitivity and specificity of 'called at or above the threshold'."""
    called = scores >= threshold
    return float(called[true].mean()), float((~called[~true]).mean())


def operating_point(scores: np.ndarray, true: np.ndarray) -> float:
    """Where sensitivity + specificity is highest; halfway to the next lower score, so that rounding moves no film."""
    edges = np.unique(scores)
    between = (edges[1:] + edges[:-1]) / 2
    return float(max(between, key=lambda threshold: sum(rates(scores, true, threshold))))


def indeterminate_band(scores: np.ndarray, true: np.ndarray, threshold: float, aim: float) -> tuple[float, float]:
    """Below the band the label is missed in at most 1 - aim of its films, above it at most 1 - aim are false alarms."""
    low = float(np.quantile(scores[true], 1 - aim))
    high = float(np.quantile(scores[~true], aim))
    return min(low, threshold), max(high, threshold)


def label_thresholds(probabilities: np.ndarray, labels: np.ndarray, label: int, aim: float = 0.95) -> dict:
    scores, true = probabilities[:, label], labels == label
    threshold = round(operating_point(scores, true), 4)
    low, high = indeterminate_band(scores, true, threshold, aim)
    return {"threshold": threshold, "indeterminate": [round(low, 4), round(high, 4)]}
