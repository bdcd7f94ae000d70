"""Three published studies repeated on the films that are here: which films, which labels, who is tested on whom.

Where a study's own films are not at hand, `differs` says what stands in for them.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from config import COVID_19, NO_FINDING, Label, Recipe
from films import Film, read_films
from sources import NEIGHBOURS, clean, number_of
from splits import five_folds, holdout

Pairs = list[tuple[np.ndarray, np.ndarray]]


@dataclass(frozen=True)
class Study:
    recipe: Recipe
    project: str
    # What was published, as named figures; none where it was left blank.
    claimed: dict[str, float]
    differs: str
    # The films and whether each is of COVID-19.
    films: Callable[[], tuple[list[Film], np.ndarray]]
    # Labels, groups, films and the split's name to (train, test) pairs.
    pairs: Callable[[np.ndarray, np.ndarray, list[Film], str], Pairs]
    # The collections that it is tried on, of which it has seen nothing.
    unseen: tuple[str, ...]


def adult(film: Film) -> bool:
    """Children whose age is known are left out."""
    return not film.age or float(film.age) >= 18


def adults() -> tuple[list[Film], np.ndarray]:
    covid = [film for film in read_films("cohen") if film.label == "COVID-19" and adult(film)]
    covid += [film for film in read_films("cxnet") if clean(film) and adult(film)]
    normal = [film for folder in ("cxr", "rsna", "cohen") for film in read_films(folder) if film.label == "No finding"]
    films = covid + [film for film in normal if adult(film)]
    return films, np.array([film.label == "COVID-19" for film in films])


def one_holdout(labels: np.ndarray, groups: np.ndarray, films: list[Film], split: str) -> Pairs:
    learn, tune, test = holdout(labels, groups, 41, split)
    return [(np.sort(np.concatenate([learn, tune])), test)]


PATIENTS = 130


def patient_number(film: Film) -> int:
    return int("".join(digit for digit in film.patient.split("-")[1] if digit.isdigit()))


def first_patients() -> tuple[list[Film], np.ndarray]:
    films = read_films("cohen")
    first = sorted({patient_number(film) for film in films})[:PATIENTS]
    chosen = [film for film in films if patient_number(film) <= first[-1]]
    return chosen, np.array([film.label == "COVID-19" for film in chosen])


def folds(labels: np.ndarray, groups: np.ndarray, films: list[Film], split: str) -> Pairs:
    return five_folds(labels, groups, split, 41)


def two_hospitals() -> tuple[list[Film], np.ndarray]:
    normal = read_films("rsna")
    drawn = np.sort(np.random.default_rng(41).permutation(len(normal))[:100])
    films = read_films("bimcv") + [normal[index] for index in drawn]
    return films, np.array([film.folder == "bimcv" for film in films])


def blocks_of_neighbours(labels: np.ndarray, groups: np.ndarray, films: list[Film], split: str) -> Pairs:
    """BIMCV's neighbours in number are often one patient: each fold tests a run of numbers, and near ones train nothing."""
    if split == "image":
        return five_folds(labels, groups, split, 41)
    numbers = np.array([number_of(film) for film in films])
    order = {covid: np.flatnonzero(labels == covid)[np.argsort(numbers[labels == covid])] for covid in (False, True)}
    pairs = []
    for fold in range(5):
        test = np.concatenate([np.array_split(order[covid], 5)[fold] for covid in (False, True)])
        tested = numbers[test][labels[test].astype(bool)]
        near = labels.astype(bool) & (np.abs(numbers[:, None] - tested).min(1) <= NEIGHBOURS)
        pairs.append((np.setdiff1d(np.flatnonzero(~near), test), np.sort(test)))
    return pairs


def recipe(study: str, name: str, others: Label, **changed: int) -> Recipe:
    return Recipe(f"claim-{study}", "0.2.0", name, "several", (COVID_19, others), size=160, **changed)


THE_REST = Label("Other", "Any other label", False, "Other")

STUDIES = {
    "altunok": Study(
        recipe("altunok", "COVID-19 against normal, adults", NO_FINDING, epochs=30),
        "MrtAltunok/COVID-19-X-ray",
        {"accuracy": 0.95, "COVID-19 sensitivity": 0.91, "COVID-19 precision": 0.97, "COVID-19 f1": 0.94},
        "Their 6,259 films are not here: COVID-19 of cohen and cxnet against no finding of cxr, rsna and cohen, 20 % held out. "
        "cxnet without films that it calls normal, negative or a child's.",
        adults,
        one_holdout,
        ("bimcv", "openist", "tb"),
    ),
    "arctic": Study(
        recipe("arctic", "COVID-19 against the rest of one collection", THE_REST, epochs=60, batch=8),
        "COVID-19-Deep-Learning-CNN-Model (ArcticAI)",
        {"accuracy": 0.98, "loss": 0.04},
        "Which films they took is not known: all frontal films of the first 130 patient numbers here, 5 folds.",
        first_patients,
        folds,
        ("bimcv", "openist", "tb"),
    ),
    "bimcv": Study(
        recipe("bimcv", "DarkCovidNet, 100 and 100", NO_FINDING, epochs=40, batch=8),
        "Covid-19-detection-from-X-ray-images-using-deep-learning",
        {},
        "100 of rsna, drawn by a fixed seed, are the films without; 5 folds.",
        two_hospitals,
        blocks_of_neighbours,
        ("hannover", "openist"),
    ),
}
