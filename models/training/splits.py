"""Who trains and who is tested. By image as the reproduced papers did, by group as it should be done."""

import numpy as np
from sklearn.model_selection import StratifiedGroupKFold, StratifiedKFold

SPLITS = ("image", "patient")
FOLDS = 5


def five_folds(labels: np.ndarray, groups: np.ndarray, split: str, seed: int) -> list[tuple[np.ndarray, np.ndarray]]:
    """Five (train, test) pairs. 'patient' keeps patients and duplicate groups together, 'image' does not."""
    folder = (StratifiedKFold if split == "image" else StratifiedGroupKFold)(FOLDS, shuffle=True, random_state=seed)
    return list(folder.split(labels, labels, groups))


def holdout(
    labels: np.ndarray, groups: np.ndarray, seed: int, split: str = "patient"
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """70 % train, 10 % validation, 20 % test; 'patient' keeps patients and duplicate groups together, 'image' does not."""
    folder = (StratifiedKFold if split == "image" else StratifiedGroupKFold)(10, shuffle=True, random_state=seed)
    tenths = [test for _, test in folder.split(labels, labels, groups)]
    return np.sort(np.concatenate(tenths[3:])), np.sort(tenths[2]), np.sort(np.concatenate(tenths[:2]))
