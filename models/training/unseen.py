"""A shipped pack on collections that it was not trained on: `python3 unseen.py darkcovidnet-3`, into its metrics.json.

Films that share a patient or a near-duplicate with the training films are left out. Each collection holds one class, so
an AUC is between two of them: it says as much of how different their films look as of disease.
"""

import argparse
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
from sklearn.metrics import roc_auc_score

from card import write_json
from classify import predict, trained_network
from config import CACHE, MODELS, RECIPES, Recipe
from figures import softmax, with_intervals
from films import Film, film_tensors, read_films
from holdout import holdout_folder
from measure import rounded
from sources import SOURCES, Source, unseen_films

# Of each film the probabilities of all labels; of each collection these and the groups of its films.
Scorer = Callable[[np.ndarray], np.ndarray]
Scored = dict[str, tuple[Source, np.ndarray, np.ndarray]]


def score_sources(trained: list[Film], sources: tuple[Source, ...], scorer: Scorer, size: int) -> Scored:
    found = {}
    for source in sources:
        films, groups = unseen_films(source, trained)
        found[source.id] = source, scorer(film_tensors(films, size, "squish")), groups
    return found


def source_figures(source: Source, probabilities: np.ndarray, groups: np.ndarray, threshold: float) -> dict:
    """How many of one collection's films are called rightly as to COVID-19: as the likeliest label, and by the threshold."""

    def right(drawn: np.ndarray) -> dict[str, float]:
        likeliest, over = probabilities[drawn].argmax(1) == 0, probabilities[drawn, 0] >= threshold
        return {name: float((called == source.covid).mean()) for name, called in (("likeliest", likeliest), ("threshold", over))}

    return {
        "id": source.id,
        "title": source.title,
        "covid": source.covid,
        "films": len(groups),
        "groups": len(np.unique(groups)),
        "right": with_intervals(right, groups),
    }


def pair_auc(positive: tuple, negative: tuple) -> dict:
    """AUC of COVID-19 between two collections, drawn by groups."""
    scores = np.concatenate([positive[1][:, 0], negative[1][:, 0]])
    true = np.arange(len(scores)) < len(positive[1])
    groups = np.concatenate([positive[2], negative[2] + positive[2].max() + 1])

    def auc(drawn: np.ndarray) -> dict[str, float]:
        both = 0 < true[drawn].sum() < len(drawn)
        return {"auc": float(roc_auc_score(true[drawn], scores[drawn])) if both else float("nan")}

    return {"positive": positive[0].id, "negative": negative[0].id, **with_intervals(auc, groups)["auc"]}


def unseen_figures(scored: Scored, threshold: float) -> dict:
    positives = [entry for entry in scored.values() if entry[0].covid]
    negatives = [entry for entry in scored.values() if not entry[0].covid]
    pairs = [pair_auc(positive, negative) for positive in positives for negative in negatives]
    aucs = [pair["value"] for pair in pairs]
    return rounded(
        {
            "sources": [source_figures(*entry, threshold) for entry in scored.values()],
            "pairs": pairs,
            "meanAuc": float(np.mean(aucs)),
            "worstAuc": min(aucs),
        }
    )


def shipped_folder(recipe: Recipe) -> Path:
    """The run whose weights the pack holds."""
    held = holdout_folder(recipe, "patient")
    return held if held.exists() else CACHE / "runs" / f"{recipe.pack}-{recipe.version}-all"


def unseen(recipe: Recipe) -> dict:
    card = json.loads((MODELS / recipe.pack / "card.json").read_text(encoding="utf-8"))
    network = trained_network(recipe, shipped_folder(recipe))
    names = {label.source for label in recipe.labels}
    trained = [film for film in read_films(recipe.folder) if film.label in names]
    sources = tuple(source for source in SOURCES if source.folder != recipe.folder)

    def scorer(tensors: np.ndarray) -> np.ndarray:
        return softmax(predict(network, tensors), card["temperature"])

    return unseen_figures(score_sources(trained, sources, scorer, recipe.size), card["labels"][0]["threshold"])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack", choices=sorted(RECIPES))
    recipe = RECIPES[parser.parse_args().pack]
    path = MODELS / recipe.pack / "metrics.json"
    found = unseen(recipe)
    write_json(path, {**json.loads(path.read_text(encoding="utf-8")), "unseenSources": found})
    for entry in found["sources"]:
        print(entry["id"], entry["films"], entry["right"])
    for pair in found["pairs"]:
        print(pair)
    print("mean", found["meanAuc"], "worst", found["worstAuc"])
