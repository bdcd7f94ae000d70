"""Repeats the studies of studies.py: `python3 claims.py bimcv`, into models/claims.json.

By image as they did, by patient and duplicate group, and on collections that trained nothing. Same recipe in all runs;
scores are not tempered. A run that is done is kept in the cache.
"""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

import numpy as np

from audit import changes
from card import write_json
from classify import predict, train_classifier, trained_network
from config import CACHE, MODELS
from figures import all_figures, confusion, loss, softmax, with_intervals
from films import Film, film_tensors, group_films
from measure import rounded
from pack import circumstances
from sources import NEIGHBOURS, SOURCES, number_of
from splits import SPLITS
from studies import STUDIES, Study
from train import training_log
from unseen import score_sources, unseen_figures

RESULTS = MODELS / "claims.json"

# One run: its folder and the numbers of the films that it is tested on.
Runs = list[tuple[Path, np.ndarray]]


def run_study(study: Study, films: list[Film], covid: np.ndarray, split: str) -> Runs:
    tensors = film_tensors(films, study.recipe.size, study.recipe.fit)
    labels, runs = (~covid).astype(np.int64), []
    for number, (learn, test) in enumerate(study.pairs(covid, group_films(films), films, split)):
        folder = CACHE / "runs" / f"{study.recipe.pack}-{study.recipe.version}-{split}-{number}"
        if not (folder / "logits.npy").exists():
            network = train_classifier(study.recipe, tensors[learn], labels[learn], folder)
            np.save(folder / "logits.npy", predict(network, tensors[test]))
        runs.append((folder, test))
    return runs


def study_groups(films: list[Film]) -> np.ndarray:
    """As the collections' own, but runs of BIMCV's neighbours are drawn together."""
    neighbours = [-1 - number_of(film) // NEIGHBOURS if film.folder == "bimcv" else None for film in films]
    return np.array([group if run is None else run for group, run in zip(group_films(films), neighbours)])


def study_figures(probabilities: np.ndarray, labels: np.ndarray, groups: np.ndarray, names: list[str]) -> dict:
    def measure(drawn: np.ndarray) -> dict[str, float]:
        found = all_figures(probabilities[drawn], labels[drawn], names)
        return {**found, "loss": loss(probabilities[drawn], labels[drawn])}

    return {
        "films": len(labels),
        "groups": len(np.unique(groups)),
        "filmsByLabel": {name: int((labels == number).sum()) for number, name in enumerate(names)},
        "confusion": confusion(probabilities, labels),
        "figures": with_intervals(measure, groups),
    }


def measure_runs(study: Study, films: list[Film], covid: np.ndarray, runs: Runs) -> dict:
    tested = np.concatenate([test for _, test in runs])
    probabilities = softmax(np.concatenate([np.load(folder / "logits.npy") for folder, _ in runs]))
    labels, groups = (~covid[tested]).astype(np.int64), study_groups(films)[tested]
    found = study_figures(probabilities, labels, groups, [label.id for label in study.recipe.labels])
    starts = np.cumsum([0] + [len(test) for _, test in runs])
    right = probabilities.argmax(1) == labels
    return {**found, "accuracyOfRuns": [float(right[low:high].mean()) for low, high in zip(starts, starts[1:])]}


def study_unseen(study: Study, films: list[Film], runs: Runs) -> dict:
    """The mean probability of the runs' networks."""
    networks = [trained_network(study.recipe, folder) for folder, _ in runs]

    def scorer(tensors: np.ndarray) -> np.ndarray:
        return np.mean([softmax(predict(network, tensors)) for network in networks], 0)

    sources = tuple(source for source in SOURCES if source.id in study.unseen)
    return unseen_figures(score_sources(films, sources, scorer, study.recipe.size), 0.5)


def study_audit(study: Study, films: list[Film], covid: np.ndarray, runs: Runs) -> dict:
    """What the networks tell from films without lungs, from the border alone and so on, each on films held out."""
    tensors = film_tensors(films, study.recipe.size, study.recipe.fit)
    scores: dict[str, list[np.ndarray]] = {}
    for folder, test in runs:
        network = trained_network(study.recipe, folder)
        for name, changed in changes(tensors[test]).items():
            scores.setdefault(name, []).append(softmax(predict(network, changed)))
    tested = np.concatenate([test for _, test in runs])
    labels, groups = (~covid[tested]).astype(np.int64), study_groups(films)[tested]
    names = [label.id for label in study.recipe.labels]
    found = {name: study_figures(np.concatenate(parts), labels, groups, names)["figures"] for name, parts in scores.items()}
    return {
        name: {"accuracy": figures["accuracy"], "auc": figures[f"{names[0]} auc"]} for name, figures in found.items()
    }


def repeat(name: str) -> dict:
    study = STUDIES[name]
    films, covid = study.films()
    runs = {split: run_study(study, films, covid, split) for split in SPLITS}
    return rounded(
        {
            "project": study.project,
            "claimed": study.claimed,
            "differs": study.differs,
            "splits": {split: measure_runs(study, films, covid, runs[split]) for split in SPLITS},
            "unseenSources": study_unseen(study, films, runs["patient"]),
            "audit": study_audit(study, films, covid, runs["patient"]),
            "run": circumstances(asdict(study.recipe), training_log(runs["patient"][0][0])),
        }
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("study", choices=sorted(STUDIES))
    wanted = parser.parse_args().study
    found = repeat(wanted)
    earlier = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {"schema": "hilum/claims@1"}
    write_json(RESULTS, {**earlier, wanted: found})
    for split, measured in found["splits"].items():
        print(split, measured["films"], measured["figures"]["accuracy"], measured["confusion"], flush=True)
