"""What the networks of `hilum` see outside the lungs, on films of patients that they have not seen."""

import numpy as np
import torch
import torch.nn.functional as F

from audit import corner_mask, keep, ring_mask, scores_of
from figures import softmax, with_intervals
from hilum_films import CHILDREN, Films, make_tensors, tensor_rows
from hilum_recipe import HilumRecipe
from hilum_unseen import ORDINARY, hilum_logits, study_network, study_rows


def lung_masks(size: int, rows: np.ndarray) -> np.ndarray:
    """1 in the lungs and 5 % of the view's side around them."""
    path = make_tensors(size)
    stored = np.load(path.with_suffix(".masks.npy"), mmap_mode="r")
    masks = torch.from_numpy(stored[tensor_rows(path)[0]][rows, :1].astype(np.float32) / 255)
    edge = round(0.05 * size)
    return (F.max_pool2d(masks, 2 * edge + 1, 1, edge)[:, 0] > 0.5).float().numpy()


def audit_hilum(recipe: HilumRecipe, films: Films, tensors: np.ndarray) -> dict:
    held = study_rows(films, ORDINARY, 0)[1]
    test = held[films.sources[held] != CHILDREN]
    network, views, lungs = study_network(recipe, films, tensors, ORDINARY), tensors[test], lung_masks(recipe.size, test)
    changes = {
        "whole view": views,
        "without lungs": keep(views, 1 - lungs),
        "lungs alone": keep(views, lungs),
        "border alone": keep(views, ring_mask(recipe.size)),
        "without corners": keep(views, 1 - corner_mask(recipe.size)),
    }
    labels, groups = films.labels[test], films.groups[test]
    return {
        "networks": 1,
        "films": len(test),
        "commonestLabel": float(np.bincount(labels).max() / len(test)),
        "aucOf": recipe.labels[0].id,
        "changes": {
            name: with_intervals(scores_of(softmax(hilum_logits(network, changed)), labels), groups)
            for name, changed in changes.items()
        },
    }
