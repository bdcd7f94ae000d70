"""Holds training's tensors against the app's: `python3 check_tensors.py darkcovidnet-3`.

The app decodes and resizes by itself; here its tensors of all the pack's films are compared with those that trained
the shipped network, and the network's scores on both.
"""

import argparse
import json
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import torch

from classify import predict
from config import CACHE, DATA, RECIPES, REPOSITORY, Recipe
from darkcovidnet import DarkCovidNet
from figures import softmax
from films import recipe_films


def app_tensors(recipe: Recipe) -> dict[str, np.ndarray]:
    """By file name, what `hilum tensors` makes of the recipe's folder."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "tensors.npy"
        command = ["npx", "hilum", "tensors", str(DATA / recipe.folder), "--model", recipe.pack, "--out", str(out)]
        subprocess.run(command, cwd=REPOSITORY, check=True)
        listed = json.loads(out.with_name(f"{out.name}.json").read_text())["films"]
        return {Path(film["file"]).name: tensor[0] for film, tensor in zip(listed, np.load(out))}


def shipped_network(recipe: Recipe) -> DarkCovidNet:
    network = DarkCovidNet(len(recipe.labels), (recipe.size // 32) ** 2)
    checkpoint = torch.load(CACHE / "runs" / f"{recipe.pack}-{recipe.version}-all" / "checkpoint.pt")
    network.load_state_dict(checkpoint["averaged"])
    return network.eval()


def compare(recipe: Recipe) -> dict:
    films, ours, _, _ = recipe_films(recipe)
    made = app_tensors(recipe)
    theirs = np.stack([made[film.file] for film in films])
    difference = np.abs(theirs - ours.astype(np.float32)) * 255
    network = shipped_network(recipe)
    scores = [softmax(predict(network, tensors)) for tensors in (ours, theirs)]
    return {
        "films": len(films),
        "greyLevelsOf255": {"mean": float(difference.mean()), "worst": float(difference.max())},
        "filmsOffByMoreThanRounding": int((difference.mean((1, 2)) > 0.1).sum()),
        "probability": {
            "mean": float(np.abs(scores[0] - scores[1]).mean()),
            "worst": float(np.abs(scores[0] - scores[1]).max()),
        },
        "otherLabel": int((scores[0].argmax(1) != scores[1].argmax(1)).sum()),
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack", choices=sorted(RECIPES))
    print(json.dumps(compare(RECIPES[parser.parse_args().pack]), indent=1))
