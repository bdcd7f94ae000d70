"""Films of hospitals and collections that a pack may not have been trained on, each with what is known of it."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from films import Film, group_films, read_films

# Number blocks of BIMCV hold several films of one patient: those at most so far apart count as one in an interval.
NEIGHBOURS = 10

UNFIT = ("no abnormality visible", "PCR negative", "child")


@dataclass(frozen=True)
class Source:
    id: str
    title: str
    folder: str
    covid: bool
    keep: Callable[[Film], bool]


def clean(film: Film) -> bool:
    """Of cxnet: what its own notes do not call normal, negative or a child."""
    return not any(word in film.note for word in UNFIT)


def labelled(*labels: str) -> Callable[[Film], bool]:
    return lambda film: film.label in labels


SOURCES = (
    Source("bimcv", "BIMCV, one region of Spain", "bimcv", True, labelled("COVID-19")),
    Source("hannover", "Hannover (cxnet)", "cxnet", True, lambda film: clean(film) and "hannover" in film.note),
    Source("cxnet", "web publications (cxnet)", "cxnet", True, lambda film: clean(film) and "hannover" not in film.note),
    Source("cohen", "web publications (cohen)", "cohen", True, labelled("COVID-19")),
    Source("cohen-other", "other lung disease (cohen)", "cohen", False, lambda film: film.label.startswith(("Other", "Pn"))),
    Source("openist", "No finding (openist)", "openist", False, labelled("No finding")),
    Source("rsna", "No finding, NIH (rsna)", "rsna", False, labelled("No finding")),
    Source("tb", "tuberculosis, Pakistan (tb)", "tb", False, lambda film: True),
    Source("nih", "No finding, NIH (cxr)", "cxr", False, labelled("No finding")),
    Source("nih-pneumonia", "pneumonia, NIH (cxr)", "cxr", False, labelled("Pneumonia")),
)


def number_of(film: Film) -> int:
    """The film's number in the collection that its file name gives."""
    return int(film.file.removesuffix(".jpg").split("-")[-1])


def unseen_films(source: Source, trained: list[Film]) -> tuple[list[Film], np.ndarray]:
    """The source's films that share no patient and no near-duplicate with the trained ones, and their groups."""
    films = [film for film in read_films(source.folder) if source.keep(film)]
    groups = group_films(trained + films)
    known = set(groups[: len(trained)])
    fresh = [index for index in range(len(films)) if groups[len(trained) + index] not in known]
    if source.folder == "bimcv":
        return [films[index] for index in fresh], np.array([number_of(films[index]) // NEIGHBOURS for index in fresh])
    return [films[index] for index in fresh], groups[[len(trained) + index for index in fresh]]
