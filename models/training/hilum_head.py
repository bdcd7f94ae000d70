"""The last layer of `hilum`: a direction in which the sources of one class differ counts little in it.

A linear discriminant whose spread within a class is widened by the spread between the sources of that class (as speaker
recognition does for microphones: Hatch et al. 2006). Beside the layer that training found it lifts the worst source.
"""

import numpy as np
import torch

from hilum_films import CHILDREN, LABELS, Films
from hilum_network import HilumNetwork

# Fewer films say little of their source's mean.
FEWEST = 15
BETWEEN = 16.0
RIDGE = 0.01
# The discriminant and the layer that training found, at the same strength.
SHARE = 1.0


@torch.no_grad()
def pooled(network: HilumNetwork, tensors: np.ndarray, batch: int = 64) -> np.ndarray:
    """The mean of the last maps over the cells, which is all that the last layer sees."""
    network.eval()
    parts = [tensors[start : start + batch] for start in range(0, len(tensors), batch)]
    found = [network.activation(torch.from_numpy(part).unsqueeze(1)).float().mean((2, 3)) for part in parts]
    return torch.cat(found).numpy().astype(np.float64)


def discriminant(features: np.ndarray, labels: np.ndarray, sources: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Weights [classes, features] and biases; a source counts by the root of its films, as in training."""
    within, between, means = [], [], []
    for label in range(len(LABELS)):
        crowds = [features[(labels == label) & (sources == source)] for source in np.unique(sources[labels == label])]
        crowds = [crowd for crowd in crowds if len(crowd) >= FEWEST]
        counts = np.sqrt([len(crowd) for crowd in crowds])
        centres = np.stack([crowd.mean(0) for crowd in crowds])
        means.append(counts @ centres / counts.sum())
        off = centres - means[-1]
        between.append((off.T * counts) @ off / counts.sum())
        within += [np.cov(crowd.T) for crowd in crowds]
    spread = np.mean(within, 0)
    ridge = RIDGE * np.trace(spread) / len(spread) * np.eye(len(spread))
    precision = np.linalg.inv(spread + BETWEEN * np.mean(between, 0) + ridge)
    centres = np.stack(means)
    weights, biases = centres @ precision, -0.5 * np.einsum("ci,ij,cj->c", centres, precision, centres)
    # What all labels share changes no probability, but would lie over the whole of every heat map.
    return weights - weights.mean(0), biases - biases.mean()


def steadied(network: HilumNetwork, tensors: np.ndarray, films: Films) -> HilumNetwork:
    """The network with the discriminant of the films it was trained on in its last layer. Children have no COVID-19 here."""
    grown = films.sources != CHILDREN
    features = pooled(network, tensors[grown])
    weights, biases = discriminant(features, films.labels[grown], films.sources[grown])
    learnt = network.linear.weight.detach().numpy().astype(np.float64)
    factor = SHARE * strength(features @ learnt.T) / strength(features @ weights.T)
    with torch.no_grad():
        network.linear.weight += torch.from_numpy(factor * weights).float()
        network.linear.bias += torch.from_numpy(factor * biases).float()
    return network


def strength(logits: np.ndarray) -> float:
    """How far the logits of the films differ, apart from what all labels share."""
    return float((logits - logits.mean(1, keepdims=True)).std())
