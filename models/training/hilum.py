"""Trains and writes the pack `hilum`, with the figures of its studies: `python3 hilum.py`.

The studies (hilum_unseen.py) are run first where they have not been.
"""

from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch

from card import significant
from config import CACHE
from figures import fit_temperature
from hilum_audit import audit_hilum
from hilum_calibration import probabilities_of
from hilum_card import hilum_card
from hilum_explained import HilumExplained, parity
from hilum_figures import alike, crowd_figures, crowds, unseen_pairs
from hilum_films import COVID_19, Films, hilum_films, scored_tensors
from hilum_gate import feature_gate
from hilum_recipe import HilumRecipe
from hilum_training import learnable, stages, train_hilum
from hilum_unseen import ORDINARY, STUDIES, Scored, read_study
from measure import measure, rounded
from pack import circumstances, map_full_scales, write_pack
from thresholds import label_thresholds, rates
from train import training_log

# On films of unseen sources a threshold with few false alarms would find next to nothing.
FALSE_ALARMS = 0.35
BAND = 0.85


def shipped_folder(recipe: HilumRecipe) -> Path:
    return CACHE / "runs" / f"{recipe.pack}-{recipe.version}-all-{recipe.seed}"


def even_rows(films: Films, studies: dict[str, Scored]) -> tuple[np.ndarray, np.ndarray]:
    """Logits and labels of unseen films, every source and label of every study with the same weight."""
    logits, labels = [], []
    for scored in studies.values():
        found = crowds(films, scored.rows, scored.logits)
        crowd, film = alike(found)
        logits.append(np.stack([found[c].probabilities[f] for c, f in zip(crowd, film)]))
        labels.append(np.array([found[c].label for c in crowd]))
    return np.concatenate(logits), np.concatenate(labels)


def operating_points(recipe: HilumRecipe, probabilities: np.ndarray, labels: np.ndarray) -> dict:
    found = {}
    for number, label in enumerate(recipe.labels):
        chosen = label_thresholds(probabilities, labels, number, BAND, FALSE_ALARMS)
        sensitivity, specificity = rates(probabilities[:, number], labels == number, chosen["threshold"])
        found[label.id] = {**chosen, "sensitivity": significant(sensitivity, 4), "specificity": significant(specificity, 4)}
    return found


def study_figures(films: Films, study: str, scored: Scored, temperature: float, threshold: float) -> dict:
    found = crowds(films, scored.rows, probabilities_of(scored.logits, temperature))
    return {
        "leftOut": STUDIES[study],
        "trainedOn": len(learnable(films, STUDIES[study])),
        **unseen_pairs(found),
        "sources": [crowd_figures(crowd, threshold) for crowd in found],
    }


def headline(studies: dict, ordinary: dict, unseen: int) -> list[dict]:
    means = [study["meanAuc"] for study in studies.values()]
    mean = {key: float(np.mean([entry[key] for entry in means])) for key in ("value", "low", "high")}
    split = f"sources not trained on, mean of {len(studies)} studies"
    kept = "patients not trained on, of the same sources"
    # First what the app shows beside the model's name: the figure that the pack is made for.
    wanted = [("COVID-19 AUC", mean, unseen, split)]
    wanted += [("accuracy", ordinary["figures"]["accuracy"], ordinary["films"], kept)]
    wanted += [("COVID-19 AUC", ordinary["figures"]["COVID-19 auc"], ordinary["films"], kept)]
    return [
        {"name": name, **{key: significant(value, 4) for key, value in figure.items()}, "films": films, "split": said}
        for name, figure, films, said in wanted
    ]


def write_hilum(recipe: HilumRecipe) -> None:
    films = hilum_films()
    tensors = scored_tensors(recipe.size, films)
    studies = {study: read_study(recipe, films, study) for study in STUDIES}
    logits, labels = even_rows(films, studies)
    temperature = significant(fit_temperature(logits, labels, probabilities_of))
    thresholds = operating_points(recipe, probabilities_of(logits, temperature), labels)
    told = {
        study: study_figures(films, study, scored, temperature, thresholds[recipe.labels[COVID_19].id]["threshold"])
        for study, scored in studies.items()
    }
    kept = read_study(recipe, films, ORDINARY)
    ordinary = measure(
        kept.logits, probabilities_of(kept.logits, temperature), films.labels[kept.rows], films.groups[kept.rows], recipe
    )
    learned, folder = learnable(films), shipped_folder(recipe)
    model = HilumExplained(train_hilum(recipe, films.rows(learned), tensors[learned], folder), temperature)
    log = [entry for place in stages(recipe, folder) for entry in training_log(place)]
    gate, gate_told = feature_gate(model, films, tensors, learned)
    chosen = {
        "temperature": temperature,
        "thresholds": thresholds,
        "scales": map_full_scales(model, tensors[learned]),
        "gate": {"features": gate},
    }
    unseen = sum(len(scored.rows) for scored in studies.values())
    card = hilum_card(recipe, films, learned, chosen, headline(told, ordinary, unseen))
    metrics = {
        "schema": "hilum/metrics@1",
        "sourcesLeftOut": rounded(told),
        "patientsLeftOut": ordinary,
        "featureGate": gate_told,
        "shortcutAudit": rounded(audit_hilum(recipe, films, tensors)),
        "parity": parity(model, torch.from_numpy(tensors[:: len(tensors) // 50][:50]).unsqueeze(1)),
        "run": circumstances(asdict(recipe), log),
    }
    write_pack(card, metrics, model)
    print(card["figures"], metrics["parity"], metrics["shortcutAudit"], sep="\n")


if __name__ == "__main__":
    write_hilum(HilumRecipe())
