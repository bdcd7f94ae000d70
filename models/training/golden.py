"""golden.json: PyTorch's outputs for the repository's 16 phantoms, which the app's runtime must repeat to 1e-4."""

import hashlib
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from config import REPOSITORY
from films import resample

FILMS, SIZE = 16, 256

FORMULA = (
    "Film k is phantom(k, 256) of scripts/samples/phantom.ts, every value v rounded to the grey level Math.round(255 * v). "
    "The input is grey / 255, resized as the app does. filmsSha256 is of the 16 films' bytes, one film after the other."
)


@cache
def golden_bytes() -> bytes:
    node = REPOSITORY / "node_modules" / ".bin" / "node"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "films"
        subprocess.run([node, Path(__file__).with_name("golden-films.ts"), path], check=True)
        return path.read_bytes()


def golden_inputs(width: int, height: int) -> torch.Tensor:
    """[16, 1, H, W]. The films are square, so that both fits are the same."""
    films = np.frombuffer(golden_bytes(), dtype=np.uint8).reshape(FILMS, SIZE, SIZE)
    made = [resample(Image.fromarray(film), width, height, "squish") for film in films]
    return torch.from_numpy(np.stack(made)).unsqueeze(1)


def json_numbers(values: np.ndarray) -> list:
    if values.ndim > 1:
        return [json_numbers(entry) for entry in values]
    return [float(f"{entry:.7g}") for entry in values.astype(np.float64)]


@torch.no_grad()
def golden(model: torch.nn.Module, outputs: tuple[str, ...], width: int, height: int, every: int = 1) -> dict:
    """Of maps as large as the input only every so many rows and columns, so that the file stays small."""
    found = model(golden_inputs(width, height))
    found = found if isinstance(found, tuple) else (found,)
    numbers = {
        name: output[..., ::every, ::every].numpy() if every > 1 else output.numpy()
        for name, output in zip(outputs, found)
    }
    return {
        "schema": "hilum/golden@1",
        "formula": FORMULA,
        "filmsSha256": hashlib.sha256(golden_bytes()).hexdigest(),
        "tolerance": 1e-4,
        "every": every,
        "films": [
            {"sample": f"phantom-{k:02d}", "k": k, **{name: json_numbers(values[k]) for name, values in numbers.items()}}
            for k in range(FILMS)
        ],
    }
