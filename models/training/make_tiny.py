"""The tests' own tiny model, made by hand, not trained: `python3 make_tiny.py` writes src/main/packs/fixtures/tiny.

It has the inputs, outputs and tail of the trained packs, and answers to what tests can paint:
a bright spot raises COVID-19 and lights its cell, a bright film Pneumonia, a dark film No finding.
"""

from collections.abc import Callable

import torch
from torch import nn

from card import file_sha256, write_json, write_lines
from config import REPOSITORY
from explained import OUTPUTS, Explained, write_explained
from golden import golden

PACK = REPOSITORY / "src" / "main" / "packs" / "fixtures" / "tiny"
LABELS = (
    ("COVID-19", "COVID-19 pneumonia", True),
    ("Pneumonia", "Pneumonia of other cause", True),
    ("No finding", "No finding", False),
)
SIZE, CELL, TEMPERATURE = 64, 8, 1.5


class Tiny(nn.Module):
    """Means of 8x8 cells, four channels that a 3x3 convolution makes of them, then DarkCovidNet's tail."""

    def __init__(self) -> None:
        super().__init__()
        self.cells = nn.AvgPool2d(CELL)
        self.pad = nn.ReplicationPad2d(1)
        self.features = nn.Conv2d(1, 4, 3)
        self.class_convolution = nn.Conv2d(4, 3, 3, padding=1, bias=False)
        self.class_norm = nn.BatchNorm2d(3)
        self.linear = nn.Linear(3 * (SIZE // CELL) ** 2, 3)

    def activation(self, image: torch.Tensor) -> torch.Tensor:
        return nn.functional.leaky_relu(self.features(self.pad(self.cells((image - 0.5) / 0.25))), 0.1)

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        maps = self.class_norm(torch.relu(self.class_convolution(self.activation(image))))
        return self.linear(torch.flatten(maps, 1))

    def at_rest(self) -> Callable[[torch.Tensor], torch.Tensor]:
        return self.activation


def set_features(tiny: Tiny) -> None:
    """Channels: brighter than the neighbours, darker than the neighbours, bright, dark."""
    contrast = torch.full((3, 3), -1 / 8)
    contrast[1, 1] = 1
    centre = torch.zeros(3, 3)
    centre[1, 1] = 1
    tiny.features.weight.copy_(torch.stack([contrast, -contrast, centre, -centre]).unsqueeze(1))
    tiny.features.bias.copy_(torch.tensor([-0.2, -0.2, 0.0, 0.0]))


def set_tail(tiny: Tiny) -> None:
    """Mostly one channel for each class, with a little of all, so that a wrong order of axes shows in the numbers."""
    random = torch.Generator().manual_seed(19)
    noise = torch.rand(tiny.class_convolution.weight.shape, generator=random) - 0.5
    tiny.class_convolution.weight.copy_(0.02 * noise)
    for label, channel in enumerate((0, 2, 3)):
        tiny.class_convolution.weight[label, channel, 1, 1] += 1
    tiny.class_norm.running_mean.copy_(torch.tensor([0.05, 0.4, 0.4]))
    tiny.class_norm.running_var.copy_(torch.tensor([0.1, 0.3, 0.3]))
    tiny.class_norm.weight.copy_(torch.tensor([1.0, 0.9, 0.9]))
    tiny.class_norm.bias.copy_(torch.tensor([0.1, 0.0, -0.1]))
    place = torch.rand(3, 3, (SIZE // CELL) ** 2, generator=random) * 0.01
    for label, weight in enumerate((0.5, 0.05, 0.05)):
        place[label, label] += weight
    tiny.linear.weight.copy_(place.flatten(1))
    tiny.linear.bias.copy_(torch.tensor([-11.0, 0.0, 0.7]))


@torch.no_grad()
def make_tiny() -> Tiny:
    tiny = Tiny()
    set_features(tiny)
    set_tail(tiny)
    return tiny.eval()


def tiny_card() -> dict:
    cells = SIZE // CELL
    return {
        "schema": "hilum/card@1",
        "id": "tiny",
        "version": "1.0.0",
        "name": "Tiny model for tests",
        "sha256": "",
        "labels": [
            {
                "id": identifier,
                "name": name,
                "finding": finding,
                "threshold": 0.5,
                "indeterminate": [0.4, 0.6],
                "sensitivity": None,
                "specificity": None,
            }
            for identifier, name, finding in LABELS
        ],
        "input": {"width": SIZE, "height": SIZE, "view": "film", "margin": 0, "masked": False, "fit": "squish"},
        "grid": {
            "rows": cells,
            "columns": cells,
            "cellWidth": CELL,
            "cellHeight": CELL,
            "originX": CELL / 2,
            "originY": CELL / 2,
        },
        "temperature": TEMPERATURE,
        "explanation": {"method": "gradcam", "fullScale": 0.7, "scales": {"hiresmap": 1.3}},
        "outputs": list(OUTPUTS),
        "training": {"data": [], "note": "Not trained: its weights are written by hand in models/training/make_tiny.py."},
        "figures": [],
        "intendedUse": "Tests of the application. Its scores mean nothing.",
        "limits": ["It knows bright spots from dark films and nothing of disease."],
        # The tests paint ramps for it, which have no lungs.
        "gate": {"lungs": False},
        "citation": "",
    }


def write_tiny() -> None:
    PACK.mkdir(parents=True, exist_ok=True)
    card, model = tiny_card(), Explained(make_tiny(), TEMPERATURE)
    write_explained(model, card, PACK / "model.onnx")
    card["sha256"] = file_sha256(PACK / "model.onnx")
    write_json(PACK / "card.json", card)
    write_lines(PACK / "golden.json", golden(model, OUTPUTS, SIZE, SIZE), "films")


if __name__ == "__main__":
    write_tiny()
