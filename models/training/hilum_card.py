"""card.json of the pack `hilum`."""

import numpy as np

from card import significant
from explained import OUTPUTS
from hilum_films import MARGIN, Films
from hilum_network import CELL
from hilum_recipe import HilumRecipe
from pack import card_explanation, card_labels, grid

LIMITS = [
    "Research use only; it is no medical device and no basis for any decision on a patient.",
    "On films of hospitals that it was not trained on it is right far less often than on its own: see its figures by source.",
    "A positive test does not mean a visible pneumonia, and many causes of pneumonia look alike on a film. "
    "It was trained on so many films of each class, so that its probabilities are not those of any clinic.",
    "In its training films most sources hold one class only. What tells hospitals apart was fought, not removed.",
    "For frontal films of adults. Not for children, lateral films, other body parts, CT or photographs of screens.",
    "It sees the box round the lungs that another model finds; what lies outside, and lungs not found, it does not see.",
    "The heat map shows what moved the score, not where disease is.",
]


def hilum_card(recipe: HilumRecipe, films: Films, learned: np.ndarray, chosen: dict, figures: list[dict]) -> dict:
    sources = films.sources[learned]
    return {
        "schema": "hilum/card@1",
        "id": recipe.pack,
        "version": recipe.version,
        "name": recipe.name,
        "sha256": "",
        "labels": card_labels(recipe.labels, chosen["thresholds"]),
        "input": {
            "width": recipe.size,
            "height": recipe.size,
            "view": "lungs",
            "margin": MARGIN,
            "masked": False,
            "fit": "squish",
        },
        "grid": grid(recipe.size, recipe.size // CELL),
        "temperature": significant(chosen["temperature"]),
        "explanation": card_explanation(chosen["scales"]),
        "outputs": list(OUTPUTS),
        "training": {
            "data": [
                {
                    "name": str(source),
                    "films": int((sources == source).sum()),
                    "patients": len(np.unique(films.groups[learned][sources == source])),
                }
                for source in np.unique(sources)
            ],
            "note": f"{recipe.alike_epochs * recipe.alike_batches} batches without labels, then "
            f"{(recipe.epochs + recipe.more_epochs) * recipe.batches} with them in two cycles, of {recipe.batch} films each. "
            "Temperature, operating points and figures are those of networks of the same recipe and seed on sources that they "
            "had not been trained on.",
        },
        "figures": figures,
        "intendedUse": "Research and teaching: to study what such a network reads from frontal chest films of adults, and how "
        "much of it holds in a hospital that it does not know.",
        "limits": LIMITS,
        "gate": chosen["gate"],
        "citation": "",
    }
