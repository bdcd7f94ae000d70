"""Changes of training films, after fastai v1's get_transforms: mirror, turn, zoom, warp, lighting."""

import math

import torch
import torch.nn.functional as F


def uniform(count: int, low: float, high: float) -> torch.Tensor:
    return torch.rand(count) * (high - low) + low


def augment(images: torch.Tensor) -> torch.Tensor:
    """[N, 1, H, W] in 0..1, changed film by film."""
    count = len(images)
    angle = uniform(count, -10, 10) * (math.pi / 180)
    zoom = 1 / uniform(count, 0.97, 1.12)
    aspect = torch.exp(uniform(count, -0.08, 0.08))
    mirror = (torch.rand(count) < 0.5).float() * 2 - 1
    shift = uniform(2 * count, -0.05, 0.05).view(count, 2, 1)
    cosine, sine = torch.cos(angle) * zoom, torch.sin(angle) * zoom
    rows = torch.stack([cosine * aspect * mirror, -sine, sine * mirror, cosine / aspect], 1).view(count, 2, 2)
    grid = F.affine_grid(torch.cat([rows, shift], 2), list(images.shape), align_corners=False)
    moved = F.grid_sample(images, grid, padding_mode="reflection", align_corners=False)
    contrast = torch.exp(uniform(count, -0.2, 0.2)).view(-1, 1, 1, 1)
    brightness = uniform(count, -0.1, 0.1).view(-1, 1, 1, 1)
    return ((moved - 0.5) * contrast + 0.5 + brightness).clamp(0, 1)
