"""The operating point of each label and the band around it, from scores on films that were not trained on."""

import numpy as np
from sklearn.metrics import roc_curve

DRAWS = 200
FALSE_ALARMS = 0.1
# No reader would take a score under one in twenty for a finding, even where it is the best cut in a few films.
LEAST = 0.05


def rates(scores: np.ndarray, true: np.ndarray, threshold: float) -> tuple[float, float]:
    """Sensitivity and specificity of 'called at or above the threshold'."""
    called = scores >= threshold
    return float(called[true].mean()), float((~called[~true]).mean())


def best_threshold(scores: np.ndarray, true: np.ndarray, most: float = FALSE_ALARMS) -> float:
    """Where sensitivity + specificity is highest with few false alarms; halfway to the next lower score, so that
    rounding moves no film. Without the bound, a few hard films would drag the threshold to nearly nothing."""
    false_alarms, found, thresholds = roc_curve(true, scores, drop_intermediate=False)
    allowed = np.flatnonzero((false_alarms[1:] <= most) & (thresholds[1:] >= LEAST)) + 1
    if len(allowed) == 0:
        return LEAST
    best = allowed[int(np.argmax((found - false_alarms)[allowed]))]
    lower = scores[scores < thresholds[best]]
    return max(LEAST, float((thresholds[best] + lower.max()) / 2)) if len(lower) > 0 else float(thresholds[best])


def operating_point(scores: np.ndarray, true: np.ndarray, most: float = FALSE_ALARMS) -> float:
    """The median of the best thresholds of bootstrap draws: that of the films themselves hangs on one or two of them."""
    random = np.random.default_rng(0)
    found = []
    for _ in range(DRAWS):
        drawn = random.integers(0, len(scores), len(scores))
        if 0 < true[drawn].sum() < len(drawn):
            found.append(best_threshold(scores[drawn], true[drawn], most))
    return float(np.median(found))


def indeterminate_band(scores: np.ndarray, true: np.ndarray, threshold: float, aim: float) -> tuple[float, float]:
    """Below the band the label is missed in at most 1 - aim of its films, above it at most 1 - aim are false alarms."""
    low = float(np.quantile(scores[true], 1 - aim))
    high = float(np.quantile(scores[~true], aim))
    return min(low, threshold), max(high, threshold)


def label_thresholds(
    probabilities: np.ndarray, labels: np.ndarray, label: int, aim: float = 0.95, most: float = FALSE_ALARMS
) -> dict:
    scores, true = probabilities[:, label], labels == label
    threshold = round(operating_point(scores, true, most), 4)
    low, high = indeterminate_band(scores, true, threshold, aim)
    return {"threshold": threshold, "indeterminate": [round(low, 4), round(high, 4)]}
