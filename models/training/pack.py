"""From a trained network to models/<pack>: model.onnx, card.json, metrics.json and golden.json."""

import subprocess
import sys

import numpy as np
import torch

import PIL
import sklearn
from card import file_sha256, significant, write_json, write_lines
from classify import as_images
from config import MODELS, PNEUMONIA, REPOSITORY, Recipe
from explained import OUTPUTS, Explained, autograd_gradcam, write_explained
from golden import golden

LIMITS = [
    "Research use only; it is no medical device and no basis for any decision on a patient.",
    "In its training films a class goes with a source: COVID-19 films are web publications, the others come from one "
    "United States hospital. It can tell hospital, scanner, age or burnt-in text instead of disease.",
    "Not for lateral films, children, other body parts, CT or photographs of screens.",
    "The heat map shows what moved the score, not where disease is.",
]

# What the data's README found: RSNA's readers called 58 of the 500 normal.
PNEUMONIA_LIMIT = "Labels of pneumonia were read out of reports by software; at least 12 % of them are doubtful."

CITATION = (
    "Ozturk T, Talo M, Yildirim EA, Baloglu UB, Yildirim O, Acharya UR. Automated detection of COVID-19 cases using "
    "deep neural networks with X-ray images. Comput Biol Med 2020;121:103792. doi:10.1016/j.compbiomed.2020.103792"
)


def grid(size: int, cells: int) -> dict:
    """Cells that tile the input: the centre of the first lies half a cell inside."""
    cell = size / cells
    return {
        "rows": cells,
        "columns": cells,
        "cellWidth": significant(cell),
        "cellHeight": significant(cell),
        "originX": significant(cell / 2),
        "originY": significant(cell / 2),
    }


@torch.no_grad()
def map_full_scales(model: Explained, films: np.ndarray) -> dict[str, float]:
    """99.5th percentile of the maps' largest values over the training films: one scale for every film."""
    largest: dict[str, list[torch.Tensor]] = {"gradcam": [], "hiresmap": []}
    for start in range(0, len(films), 16):
        outputs = dict(zip(OUTPUTS, model(as_images(films[start : start + 16]))))
        for name, found in largest.items():
            found.append(outputs[name].abs().amax((2, 3)).flatten())
    return {name: float(np.percentile(torch.cat(found).numpy(), 99.5)) for name, found in largest.items()}


def map_parity(model: Explained, films: np.ndarray) -> dict:
    """The graph's Grad-CAM against autograd's, and HiResCAM's sum against the logit, on 50 real films."""
    images = as_images(films[:: len(films) // 50][:50])
    with torch.no_grad():
        logits, _, gradcam, hiresmap, _ = model(images)
    expected = autograd_gradcam(model.network, images)
    total = hiresmap.sum((2, 3)) + model.network.linear.bias.detach()
    parity = {
        "films": len(images),
        "gradcamDifferenceOfScale": float((gradcam - expected).abs().max() / expected.max()),
        "gradcamCorrelation": float(np.corrcoef(gradcam.flatten().numpy(), expected.flatten().numpy())[0, 1]),
        "hiresmapDifference": float((total - logits).abs().max()),
    }
    if parity["gradcamDifferenceOfScale"] > 1e-4 or parity["hiresmapDifference"] > 1e-4:
        raise ValueError(f"The maps of the graph are not those of PyTorch: {parity}")
    return parity


def make_card(recipe: Recipe, chosen: dict, training: dict, figures: list[dict]) -> dict:
    """`chosen` holds what was fitted: temperature, scales of the maps, and thresholds by label id."""
    return {
        "schema": "hilum/card@1",
        "id": recipe.pack,
        "version": recipe.version,
        "name": recipe.name,
        "sha256": "",
        "labels": [
            {"id": label.id, "name": label.name, "finding": label.finding, **chosen["thresholds"][label.id]}
            for label in recipe.labels
        ],
        "input": {
            "width": recipe.size,
            "height": recipe.size,
            "view": "film",
            "margin": 0,
            "masked": False,
            "fit": recipe.fit,
        },
        "grid": grid(recipe.size, recipe.size // 32),
        "temperature": significant(chosen["temperature"]),
        "explanation": {
            "method": "gradcam",
            "fullScale": significant(chosen["scales"]["gradcam"], 3),
            "scales": {"hiresmap": significant(chosen["scales"]["hiresmap"], 3)},
        },
        "outputs": list(OUTPUTS),
        "training": training,
        "figures": figures,
        "intendedUse": "Research and teaching: to study what such a network reads from frontal chest films of adults.",
        "limits": LIMITS + ([PNEUMONIA_LIMIT] if PNEUMONIA in recipe.labels else []),
        "gate": {},
        "citation": CITATION,
    }


def circumstances(recipe: dict, seconds: float) -> dict:
    """What a reader needs to repeat the run."""
    commit = subprocess.run(["git", "rev-parse", "HEAD"], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    return {
        "commit": commit.stdout.strip(),
        "recipe": recipe,
        "trainingSeconds": round(seconds),
        "versions": {
            "python": sys.version.split()[0],
            "torch": torch.__version__,
            "numpy": np.__version__,
            "scikit-learn": sklearn.__version__,
            "pillow": PIL.__version__,
        },
    }


def write_pack(card: dict, metrics: dict, model: Explained) -> None:
    folder = MODELS / card["id"]
    folder.mkdir(parents=True, exist_ok=True)
    write_explained(model, card, folder / "model.onnx")
    card["sha256"] = file_sha256(folder / "model.onnx")
    write_json(folder / "card.json", card)
    write_json(folder / "metrics.json", metrics)
    width, height = card["input"]["width"], card["input"]["height"]
    write_lines(folder / "golden.json", golden(model, OUTPUTS, width, height), "films")
