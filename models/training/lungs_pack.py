"""Writes models/lungs from the trained network: the graph gives a mask by each convention."""

from dataclasses import asdict
from typing import Any

import numpy as np
import torch
from torch import nn

from card import card_sha256, file_sha256, write_json, write_lines
from config import MODELS
from figures import with_intervals
from golden import golden
from lungs_films import CONVENTIONS, Masked, entry_groups
from lungs_measure import measure_film, soft_masks
from measure import rounded
from onnx_file import write_onnx
from pack import circumstances
from lungs_network import LungsNetwork

# One for each convention, in their order.
OUTPUTS = ("lungs", "aerated")


class Located(nn.Module):
    """`lungs` and `aerated`: for every pixel of the input, how surely it is lung by either convention, 0 to 1."""

    def __init__(self, network: LungsNetwork) -> None:
        super().__init__()
        self.network = network
        self.eval()

    def forward(self, image: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        whole, aerated = self.network(image).split(1, 1)
        return torch.sigmoid(whole), torch.sigmoid(aerated)


def measure_convention(network: LungsNetwork, entries: list[Masked], films: np.ndarray, convention: int) -> dict:
    chosen = np.array([entry.convention == convention for entry in entries])
    entries = [entry for entry, here in zip(entries, chosen) if here]
    measured = [
        measure_film(soft, entry) for soft, entry in zip(soft_masks(network, films[chosen], convention), entries)
    ]
    dice = np.array([film["dice"] for film in measured])
    boxes = np.array([film["box"] for film in measured])
    figures = with_intervals(
        lambda drawn: {"dice": float(dice[drawn].mean()), "boxOverlap": float(boxes[drawn].mean())}, entry_groups(entries)
    )
    return {
        "convention": CONVENTIONS[convention],
        "films": len(entries),
        "figures": figures,
        "medianDice": float(np.median(dice)),
        "filmsUnderDice0.9": int((dice < 0.9).sum()),
        "worstDice": float(dice.min()),
    }


def lungs_card(recipe: Any, measured: list[dict], learned: list[Masked], told: int) -> dict:
    counts = [sum(entry.convention == number for entry in learned) for number in range(len(CONVENTIONS))]
    people = [len({entry.film.patient for entry in learned if entry.convention == number}) for number in (0, 1)]
    return {
        "schema": "hilum/lungs-card@1",
        "id": recipe.pack,
        "version": recipe.version,
        "name": "Lungs",
        "sha256": "",
        "input": {"width": recipe.size, "height": recipe.size, "fit": "letterbox"},
        "output": "lungs",
        "threshold": 0.5,
        "convention": "whole lung, also behind the heart, consolidation included; the output “aerated” leaves heart and mediastinum out",
        "training": {
            "data": [
                {"name": name, "films": films, "patients": patients}
                for name, films, patients in zip(("cohen/lungs", "openist"), counts, people)
            ],
            "note": "openist marks aerated lung only; it trains the output “aerated”, cohen/lungs the output “lungs”. "
            f"{told} films of other collections, without masks, had them from a larger network that these two had trained.",
        },
        "figures": [
            {
                "name": name + suffix,
                **each["figures"][name],
                "films": each["films"],
                "split": "held out by patient and duplicate group",
            }
            for suffix, each in zip(("", "Aerated"), measured)
            for name in ("dice", "boxOverlap")
        ],
        "intendedUse": "To find the lungs on a frontal chest film, so that other steps look there.",
        "limits": [
            "Research use only.",
            "In a white lung its border is a guess, as it was the annotators'.",
            "Behind the heart it follows the convention of the masks, not what can be seen.",
        ],
        "citation": "Masks: V7 Labs covid-19-xray-dataset (CC BY 4.0); OpenIST.",
    }


def write_lungs(recipe: Any, network: LungsNetwork, data: tuple, log: list[dict]) -> dict:
    """`data`: the entries that trained, those held out, the tensors of these, and how many films had the teacher's masks."""
    learned, held_out, films, told = data
    measured = [rounded(measure_convention(network, held_out, films, number)) for number in range(len(CONVENTIONS))]
    model, folder = Located(network), MODELS / recipe.pack
    folder.mkdir(parents=True, exist_ok=True)
    card = lungs_card(recipe, measured, learned, told)
    write_onnx(model, OUTPUTS, card, {"card_sha256": card_sha256(card)}, folder / "model.onnx")
    card["sha256"] = file_sha256(folder / "model.onnx")
    write_json(folder / "card.json", card)
    metrics = {"schema": "hilum/metrics@1", "heldOut": measured, "run": circumstances(asdict(recipe), log)}
    write_json(folder / "metrics.json", metrics)
    write_lines(folder / "golden.json", golden(model, OUTPUTS, recipe.size, recipe.size, every=8), "films")
    return metrics
