"""Changes of films together with their masks: what the scanner, the scan and the disease may do to a film."""

import math

import torch
import torch.nn.functional as F

from augment import uniform


def transform(films: torch.Tensor, masks: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Turn, zoom, stretch, shift, mirror; both are sampled with one grid, black outside."""
    count = len(films)
    tilted = (torch.rand(count) < 0.25).float()
    angle = (uniform(count, -8, 8) + tilted * uniform(count, -25, 25)) * (math.pi / 180)
    zoom = torch.exp(uniform(count, -0.3, 0.25))
    aspect = torch.exp(uniform(count, -0.18, 0.18))
    mirror = (torch.rand(count) < 0.5).float() * 2 - 1
    cosine, sine = torch.cos(angle) * zoom, torch.sin(angle) * zoom
    rows = torch.stack([cosine * aspect * mirror, -sine, sine * mirror, cosine / aspect], 1).view(count, 2, 2)
    moves = torch.cat([rows, uniform(2 * count, -0.15, 0.15).view(count, 2, 1)], 2)
    grid = F.affine_grid(moves, list(films.shape), align_corners=False)
    both = F.grid_sample(torch.cat([films, masks], 1), grid, align_corners=False)
    return both[:, :1], both[:, 1:]


def soft_field(count: int, size: int, cells: int) -> torch.Tensor:
    """[count, 1, size, size] smooth random fields in 0..1."""
    return F.interpolate(torch.rand(count, 1, cells, cells), (size, size), mode="bicubic").clamp(0, 1)


def whiten(films: torch.Tensor, masks: torch.Tensor) -> torch.Tensor:
    """White lungs: in half of the films a smooth part of the lungs is drawn towards the grey of soft tissue."""
    count, size = len(films), films.shape[-1]
    strength = (torch.rand(count, 1, 1, 1) < 0.5) * uniform(count, 0.2, 1.0).view(-1, 1, 1, 1)
    share = (soft_field(count, size, 4) * 2 - 0.5).clamp(0, 1) * strength * F.avg_pool2d(masks, 7, 1, 3)
    tissue = uniform(count, 0.5, 0.85).view(-1, 1, 1, 1)
    return films * (1 - share) + tissue * share


def light(films: torch.Tensor) -> torch.Tensor:
    """Gamma, contrast, a slow gradient, noise, and blur as of a small or squashed original."""
    count, size = len(films), films.shape[-1]
    films = films.clamp(1e-4, 1) ** torch.exp(uniform(count, -0.5, 0.5)).view(-1, 1, 1, 1)
    films = films * (0.75 + 0.5 * soft_field(count, size, 2))
    blurred = F.avg_pool2d(films, 3, 1, 1)
    films = torch.where(torch.rand(count, 1, 1, 1) < 0.3, blurred, films)
    return films + torch.randn_like(films) * uniform(count, 0, 0.04).view(-1, 1, 1, 1)


def erase(films: torch.Tensor) -> torch.Tensor:
    """Bright or dark rectangles, as of markers, monitors, text and shutters."""
    size = films.shape[-1]
    for film in films:
        for _ in range(int(torch.randint(0, 4, ()))):
            height, width = (int(value) for value in torch.randint(4, size // 5, (2,)))
            top, left = (int(torch.randint(0, size - side, ())) for side in (height, width))
            film[:, top : top + height, left : left + width] = torch.rand(())
    return films


def augment_masked(films: torch.Tensor, masks: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Masks of one or more conventions, [n, conventions, size, size]; the lungs are whitened within the first."""
    films, masks = transform(films, masks)
    return erase(light(whiten(films, masks[:, :1]))).clamp(0, 1), masks
