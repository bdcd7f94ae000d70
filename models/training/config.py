"""What each pack is: its films, its labels and its recipe. A checkpoint stores the recipe it was made with."""

import os
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
MODELS = REPOSITORY / "models"
DATA = Path(os.environ.get("HILUM_DATA", REPOSITORY.parent / "shared" / "data"))
CACHE = Path(os.environ.get("HILUM_TRAINING_CACHE", Path.home() / ".cache" / "hilum-training"))


@dataclass(frozen=True)
class Label:
    """A class of a pack. `source` is the label's name in the folder's labels.csv."""

    id: str
    name: str
    finding: bool
    source: str


@dataclass(frozen=True)
class Recipe:
    pack: str
    version: str
    name: str
    folder: str
    labels: tuple[Label, ...]
    size: int = 256
    fit: str = "squish"
    batch: int = 16
    epochs: int = 24
    peak_rate: float = 1e-3
    weight_decay: float = 1e-2
    smoothing: float = 0.0
    averaging: float = 0.99
    seed: int = 41


COVID_19 = Label("COVID-19", "COVID-19 pneumonia", True, "COVID-19")
NO_FINDING = Label("No finding", "No finding", False, "No finding")
PNEUMONIA = Label("Pneumonia", "Pneumonia of other cause", True, "Pneumonia")
VIRAL_PNEUMONIA = Label("Viral pneumonia", "Viral pneumonia of other cause", True, "Viral pneumonia")
NORMAL = Label("Normal", "Normal", False, "No finding")

RECIPES = {
    recipe.pack: recipe
    for recipe in (
        Recipe("darkcovidnet-2", "0.1.0", "DarkCovidNet, two classes", "cxr", (COVID_19, NO_FINDING), epochs=14),
        Recipe("darkcovidnet-3", "0.2.0", "DarkCovidNet, three classes", "cxr", (COVID_19, PNEUMONIA, NO_FINDING)),
        Recipe(
            "radiography-3",
            "0.2.0",
            "Radiography Database, three classes",
            "radiography",
            (COVID_19, VIRAL_PNEUMONIA, NORMAL),
            size=160,
            epochs=30,
        ),
    )
}
