"""The figures of the pack `hilum`, from films that its networks had not seen."""

from dataclasses import dataclass

import numpy as np

from figures import DRAWS, ratio
from hilum_films import COVID_19, LABELS, NO_FINDING, OTHER, VALIDATION, Films
from sources import NEIGHBOURS, number_of

# So many films of each source and label stand for it where sources are weighed alike.
ALIKE = 300


@dataclass(frozen=True)
class Crowd:
    """The unseen films of one source and one label: their probabilities, and which belong together."""

    source: str
    label: int
    probabilities: np.ndarray
    groups: np.ndarray

    def draw(self, random: np.random.Generator) -> np.ndarray:
        """Probabilities of as many groups as there are, drawn with replacement."""
        names, place = np.unique(self.groups, return_inverse=True)
        times = np.bincount(random.integers(0, len(names), len(names)), minlength=len(names))
        return self.probabilities[np.repeat(np.arange(len(place)), times[place])]


def interval_groups(films: Films) -> np.ndarray:
    """Neighbours in number are often one patient in the validation source; elsewhere patient and near-duplicates."""
    groups = films.groups.copy()
    for row in np.flatnonzero(films.sources == VALIDATION):
        groups[row] = -1 - number_of(films.films[row]) // NEIGHBOURS
    return groups


def crowds(films: Films, rows: np.ndarray, probabilities: np.ndarray, fewest: int = 20) -> list[Crowd]:
    """By source and label; groups of a few films are left out of the pairs, their intervals would say nothing."""
    groups = interval_groups(films)[rows]
    sources, labels = films.sources[rows], films.labels[rows]
    found = []
    for source in np.unique(sources):
        for label in range(len(LABELS)):
            here = (sources == source) & (labels == label)
            if here.sum() >= fewest:
                found.append(Crowd(str(source), label, probabilities[here], groups[here]))
    return found


def auc(positive: np.ndarray, negative: np.ndarray) -> float:
    """How often a positive film scores above a negative one; a tie counts half."""
    order = np.sort(negative)
    below = np.searchsorted(order, positive, "left") + np.searchsorted(order, positive, "right")
    return float(below.mean() / (2 * len(negative)))


def pairs_of(found: list[Crowd]) -> list[tuple[Crowd, Crowd, int]]:
    """COVID-19 of every source against every crowd without it; and ill against healthy of one source."""
    covid = [crowd for crowd in found if crowd.label == COVID_19]
    others = [crowd for crowd in found if crowd.label != COVID_19]
    pairs = [(positive, negative, COVID_19) for positive in covid for negative in others]
    ill = {crowd.source: crowd for crowd in others if crowd.label == OTHER}
    healthy = [crowd for crowd in others if crowd.label == NO_FINDING and crowd.source in ill]
    return pairs + [(ill[crowd.source], crowd, NO_FINDING) for crowd in healthy]


def pair_score(probabilities: np.ndarray, label: int) -> np.ndarray:
    """What tells ill from healthy is how little the film looks healthy."""
    return -probabilities[:, label] if label == NO_FINDING else probabilities[:, label]


def interval(value: float, drawn: np.ndarray) -> dict[str, float]:
    low, high = np.percentile(drawn, [2.5, 97.5])
    return {"value": float(value), "low": float(low), "high": float(high)}


def pair_aucs(pairs: list[tuple[Crowd, Crowd, int]]) -> np.ndarray:
    return np.array([auc(pair_score(a.probabilities, label), pair_score(b.probabilities, label)) for a, b, label in pairs])


def covid_by_source(pairs: list[tuple[Crowd, Crowd, int]]) -> dict[str, list[int]]:
    """Of each source the pairs of COVID-19 that it has part in."""
    sides = {index: {a.source, b.source} for index, (a, b, label) in enumerate(pairs) if label == COVID_19}
    return {source: [index for index in sides if source in sides[index]] for source in sorted(set().union(*sides.values()))}


def mean_and_worst_source(found: list[Crowd]) -> tuple[float, float]:
    """The mean over the pairs of COVID-19, and that of the source that has the least."""
    pairs = pairs_of(found)
    values = pair_aucs(pairs)
    covid = [index for index, (_, _, label) in enumerate(pairs) if label == COVID_19]
    return float(values[covid].mean()), min(float(values[those].mean()) for those in covid_by_source(pairs).values())


def unseen_pairs(found: list[Crowd]) -> dict:
    """The AUC of each pair of unseen crowds, of COVID-19 their mean and each source's mean; bootstrap intervals over groups."""
    pairs, random = pairs_of(found), np.random.default_rng(0)
    values = pair_aucs(pairs)
    drawn = np.zeros((DRAWS, len(pairs)))
    for draw in range(DRAWS):
        films = {id(crowd): crowd.draw(random) for crowd in found}
        drawn[draw] = [auc(pair_score(films[id(a)], label), pair_score(films[id(b)], label)) for a, b, label in pairs]
    covid = [index for index, (_, _, label) in enumerate(pairs) if label == COVID_19]
    return {
        "pairs": [
            {
                "of": "COVID-19" if label == COVID_19 else "ill against healthy",
                "positive": f"{a.source}: {LABELS[a.label].id}",
                "negative": f"{b.source}: {LABELS[b.label].id}",
                "films": [len(a.groups), len(b.groups)],
                **interval(values[index], drawn[:, index]),
            }
            for index, (a, b, label) in enumerate(pairs)
        ],
        "meanAuc": interval(values[covid].mean(), drawn[:, covid].mean(1)),
        "worstAuc": float(values[covid].min()),
        "bySource": [
            {"source": source, "pairs": len(those), **interval(values[those].mean(), drawn[:, those].mean(1))}
            for source, those in covid_by_source(pairs).items()
        ],
    }


def crowd_figures(crowd: Crowd, threshold: float) -> dict:
    """How the films of one source and label are called: by their likeliest label, and COVID-19 by its operating point."""
    called = crowd.probabilities.argmax(1)
    over = crowd.probabilities[:, COVID_19] >= threshold
    return {
        "source": crowd.source,
        "label": LABELS[crowd.label].id,
        "films": len(called),
        "called": {label.id: ratio(called == number, np.ones(len(called), bool)) for number, label in enumerate(LABELS)},
        "covidAtThreshold": ratio(over, np.ones(len(over), bool)),
    }


def alike(found: list[Crowd]) -> tuple[np.ndarray, np.ndarray]:
    """Rows of `found` (crowd, film) in which every source and label has the same weight: for temperature and thresholds."""
    random = np.random.default_rng(0)
    crowd = np.repeat(np.arange(len(found)), ALIKE)
    film = np.concatenate([random.integers(0, len(entry.groups), ALIKE) for entry in found])
    return crowd, film
