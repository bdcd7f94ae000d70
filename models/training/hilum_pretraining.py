"""What a network of `hilum` learns before it is told any label: that two changed versions of a film are one film.

VICReg (Bardes, Ponce, LeCun 2022): the two versions shall come out alike, the films of a batch shall differ in every
number, and no two numbers shall say the same. Labels stand for hospitals in many of these collections; this asks for none.
"""

from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from hilum_films import Films
from hilum_network import WIDTHS, HilumNetwork
from hilum_recipe import HilumRecipe, changed_films, draw_weights
from train import BatchLoss, train

NUMBERS = 512
ALIKE, DIFFERENT = 25.0, 25.0


class Projected(nn.Module):
    """The network with a head of its own, which is thrown away after."""

    def __init__(self, network: HilumNetwork) -> None:
        super().__init__()
        self.network = network
        self.head = nn.Sequential(
            nn.Linear(WIDTHS[-1], NUMBERS), nn.BatchNorm1d(NUMBERS), nn.ReLU(), nn.Linear(NUMBERS, NUMBERS)
        )

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            activation = self.network.activation(images)
        return self.head(activation.float().mean((2, 3)))


def alike_loss(first: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
    """Of two versions of the same films, [N, NUMBERS] each."""
    apart = sum(F.relu(1 - (numbers.var(0) + 1e-4).sqrt()).mean() / 2 for numbers in (first, second))
    return ALIKE * F.mse_loss(first, second) + DIFFERENT * apart + repeated(first) + repeated(second)


def repeated(numbers: torch.Tensor) -> torch.Tensor:
    """How much one number says what another does."""
    centred = numbers - numbers.mean(0)
    covariance = centred.T @ centred / (len(numbers) - 1)
    return (covariance.square().sum() - covariance.diagonal().square().sum()) / NUMBERS


def drawn_alike(recipe: HilumRecipe, films: Films) -> BatchLoss:
    weights = torch.from_numpy(draw_weights(recipe, films))

    def batch_loss(network: nn.Module, _: np.ndarray) -> torch.Tensor:
        chosen = torch.multinomial(weights, recipe.batch, replacement=False)
        first, second = network(changed_films(recipe, films, chosen, 2)).chunk(2)
        return alike_loss(first, second)

    return batch_loss


def pretrained(recipe: HilumRecipe, network: HilumNetwork, films: Films, folder: Path) -> HilumNetwork:
    # A seed of its own, or training on labels would draw the same batches again.
    seed = recipe.seed + 200
    alike = replace(
        recipe,
        epochs=recipe.alike_epochs,
        batches=recipe.alike_batches,
        peak_rate=recipe.alike_peak_rate,
        weight_decay=recipe.alike_weight_decay,
        averaging=0.0,
        seed=seed,
    )
    train(alike, Projected(network), alike.batches * alike.batch, drawn_alike(alike, films), folder)
    return network
