"""Training and use of a DarkCovidNet on the tensors of a recipe."""

from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from augment import augment
from config import Recipe
from darkcovidnet import DarkCovidNet
from quick import quick_forward
from train import BatchLoss, train


def as_images(films: np.ndarray) -> torch.Tensor:
    """[n, H, W] of any float type to float32 [n, 1, H, W]."""
    return torch.from_numpy(films.astype(np.float32)).unsqueeze(1)


def classification_loss(films: np.ndarray, labels: np.ndarray, smoothing: float) -> BatchLoss:
    def batch_loss(network: torch.nn.Module, chosen: np.ndarray) -> torch.Tensor:
        images = augment(as_images(films[chosen]))
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = quick_forward(network, images)
        return F.cross_entropy(logits.float(), torch.from_numpy(labels[chosen]), label_smoothing=smoothing)

    return batch_loss


def train_classifier(recipe: Recipe, films: np.ndarray, labels: np.ndarray, folder: Path) -> DarkCovidNet:
    torch.manual_seed(recipe.seed)
    network = DarkCovidNet(len(recipe.labels), (recipe.size // 32) ** 2).to(memory_format=torch.channels_last)
    return train(recipe, network, len(films), classification_loss(films, labels, recipe.smoothing), folder)


def trained_network(recipe: Recipe, folder: Path) -> DarkCovidNet:
    """The network that a finished run left in its checkpoint."""
    network = DarkCovidNet(len(recipe.labels), (recipe.size // 32) ** 2)
    network.load_state_dict(torch.load(folder / "checkpoint.pt")["averaged"])
    return network.eval()


@torch.no_grad()
def predict(network: torch.nn.Module, films: np.ndarray, batch: int = 32) -> np.ndarray:
    """Logits in full precision, as the exported graph gives them."""
    return np.concatenate(
        [network(as_images(films[start : start + batch])).numpy() for start in range(0, len(films), batch)]
    )
