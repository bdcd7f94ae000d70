"""From a trained network to models/<pack>: model.onnx, card.json, metrics.json and golden.json."""

import json
import subprocess
import sys

import numpy as np
import torch

import PIL
import sklearn
from card import file_sha256, significant, write_json, write_lines
from classify import as_images
from config import MODELS, PNEUMONIA, REPOSITORY, Label, Recipe
from explained import OUTPUTS, Explained, autograd_gradcam, write_explained
from golden import golden

LIMITS = [
    "Research use only; it is no medical device and no basis for any decision on a patient.",
    "The heat map shows what moved the score, not where disease is.",
]

# What a network can learn instead of disease hangs on the films that it is given.
FOLDER_LIMITS = {
    "cxr": [
        "In its training films a class goes with a source: COVID-19 films are web publications, the others come from one "
        "United States hospital. It can tell hospital, scanner, age or burnt-in text instead of disease.",
        "Not for lateral films, children, other body parts, CT or photographs of screens.",
    ],
    "radiography": [
        "It was trained on children against adults: all its normal films and films of viral pneumonia are of children of 1 "
        "to 5 years from one Chinese hospital, its films of COVID-19 are adults' from web publications. It can call "
        "COVID-19 by age, body size and framing alone, and what it says of an adult's or a child's lungs is untested.",
        "For 132 of its 219 films of COVID-19 it is presumed, not known, that they were in the database's first release.",
        "Not for lateral films, other body parts, CT or photographs of screens.",
    ],
}

INTENDED_USE = {
    "cxr": "Research and teaching: to study what such a network reads from frontal chest films of adults.",
    "radiography": "Research and teaching: to study what classifiers of the COVID-19 Radiography Database learn, and what "
    "their accuracies are worth.",
}

# What the data's README found: RSNA's readers called 58 of the 500 normal.
PNEUMONIA_LIMIT = "Labels of pneumonia were read out of reports by software; at least 12 % of them are doubtful."

DARKCOVIDNET_CITATION = (
    "Ozturk T, Talo M, Yildirim EA, Baloglu UB, Yildirim O, Acharya UR. Automated detection of COVID-19 cases using "
    "deep neural networks with X-ray images. Comput Biol Med 2020;121:103792. doi:10.1016/j.compbiomed.2020.103792"
)

CITATIONS = {
    "cxr": DARKCOVIDNET_CITATION,
    "radiography": "Chowdhury MEH, Rahman T, Khandakar A, et al. Can AI help in screening viral and COVID-19 pneumonia? "
    "IEEE Access 2020;8:132665-132676. doi:10.1109/ACCESS.2020.3010287. Architecture: " + DARKCOVIDNET_CITATION,
}


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


def card_labels(labels: tuple[Label, ...], thresholds: dict) -> list[dict]:
    return [{"id": label.id, "name": label.name, "finding": label.finding, **thresholds[label.id]} for label in labels]


def card_explanation(scales: dict[str, float]) -> dict:
    """Grad-CAM is shown first; each method has its own scale."""
    return {
        "method": "gradcam",
        "fullScale": significant(scales["gradcam"], 3),
        "scales": {"hiresmap": significant(scales["hiresmap"], 3)},
    }


def make_card(recipe: Recipe, chosen: dict, training: dict, figures: list[dict]) -> dict:
    """`chosen` holds what was fitted: temperature, scales of the maps, and thresholds by label id."""
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
            "view": "film",
            "margin": 0,
            "masked": False,
            "fit": recipe.fit,
        },
        "grid": grid(recipe.size, recipe.size // 32),
        "temperature": significant(chosen["temperature"]),
        "explanation": card_explanation(chosen["scales"]),
        "outputs": list(OUTPUTS),
        "training": training,
        "figures": figures,
        "intendedUse": INTENDED_USE[recipe.folder],
        "limits": LIMITS + FOLDER_LIMITS[recipe.folder] + ([PNEUMONIA_LIMIT] if PNEUMONIA in recipe.labels else []),
        "gate": {},
        "citation": CITATIONS[recipe.folder],
    }


def circumstances(recipe: dict, log: list[dict]) -> dict:
    """What a reader needs to repeat the run, and its epochs one by one."""
    commit = subprocess.run(["git", "rev-parse", "HEAD"], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    return {
        "commit": commit.stdout.strip(),
        "recipe": recipe,
        "trainingSeconds": round(sum(entry["seconds"] for entry in log)),
        "epochs": [{key: entry[key] for key in ("epoch", "loss", "seconds")} for entry in log],
        "versions": {
            "python": sys.version.split()[0],
            "torch": torch.__version__,
            "numpy": np.__version__,
            "scikit-learn": sklearn.__version__,
            "pillow": PIL.__version__,
        },
    }


def kept_metrics(recipe: Recipe) -> dict:
    """What audit.py and unseen.py wrote of this recipe's networks stays when the pack is written anew."""
    path = MODELS / recipe.pack / "metrics.json"
    earlier = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    if "run" not in earlier or earlier["run"]["recipe"]["version"] != recipe.version:
        return {}
    return {key: earlier[key] for key in ("shortcutAudit", "unseenSources") if key in earlier}


def write_pack(card: dict, metrics: dict, model: Explained) -> None:
    folder = MODELS / card["id"]
    folder.mkdir(parents=True, exist_ok=True)
    write_explained(model, card, folder / "model.onnx")
    card["sha256"] = file_sha256(folder / "model.onnx")
    write_json(folder / "card.json", card)
    write_json(folder / "metrics.json", metrics)
    width, height = card["input"]["width"], card["input"]["height"]
    write_lines(folder / "golden.json", golden(model, OUTPUTS, width, height), "films")
