"""golden.json: PyTorch's outputs for 16 made-up inputs, which the app's runtime must repeat to 1e-4."""

import math

import numpy as np
import torch

from explained import OUTPUTS, Explained

FILMS = 16

# The same arithmetic, in double precision and then rounded to float32, makes these inputs in TypeScript.
FORMULA = (
    "Film k (0 to 15) of W x H pixels; at column x and row y, with u = (x + 0.5) / W and v = (y + 0.5) / H: "
    "lung(a) = exp(-((u - a)^2 / 0.02 + (v - 0.5)^2 / 0.07)); "
    "blob = exp(-((u - 0.2 - 0.2 * (k mod 4))^2 + (v - 0.2 - 0.2 * floor(k / 4))^2) / 0.004); "
    "wave = sin(2 * pi * ((3 + k) * u + (5 - k) * v)); "
    "image = min(1, max(0, 0.75 - 0.5 * lung(0.3) - 0.5 * lung(0.7) + (0.1 + 0.03 * k) * blob + 0.03 * wave))"
)


def golden_film(k: int, width: int, height: int) -> np.ndarray:
    u = ((np.arange(width) + 0.5) / width)[None, :]
    v = ((np.arange(height) + 0.5) / height)[:, None]

    def lung(a: float) -> np.ndarray:
        return np.exp(-((u - a) ** 2 / 0.02 + (v - 0.5) ** 2 / 0.07))

    blob = np.exp(-((u - 0.2 - 0.2 * (k % 4)) ** 2 + (v - 0.2 - 0.2 * (k // 4)) ** 2) / 0.004)
    wave = np.sin(2 * math.pi * ((3 + k) * u + (5 - k) * v))
    film = 0.75 - 0.5 * lung(0.3) - 0.5 * lung(0.7) + (0.1 + 0.03 * k) * blob + 0.03 * wave
    return np.clip(film, 0, 1).astype(np.float32)


def rounded(values: torch.Tensor) -> list:
    return json_numbers(values.double().numpy())


def json_numbers(values: np.ndarray) -> list:
    return [json_numbers(entry) for entry in values] if values.ndim > 1 else [float(f"{entry:.7g}") for entry in values]


def golden(model: Explained, width: int, height: int) -> dict:
    films = np.stack([golden_film(k, width, height) for k in range(FILMS)])
    with torch.no_grad():
        outputs = model(torch.from_numpy(films).unsqueeze(1))
    return {
        "schema": "hilum/golden@1",
        "formula": FORMULA,
        "tolerance": 1e-4,
        "films": [
            {"sample": f"formula-{k:02d}", "k": k, **{name: rounded(output[k]) for name, output in zip(OUTPUTS, outputs)}}
            for k in range(FILMS)
        ],
    }
