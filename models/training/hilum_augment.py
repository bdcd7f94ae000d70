"""Changes of training films for the pack `hilum`: whatever a hospital can do to a film without changing the lungs.

Each takes and gives [N, 1, H, W] in 0..1, and draws anew for every film.
"""

import math

import torch
import torch.nn.functional as F

from augment import uniform


def column(values: torch.Tensor) -> torch.Tensor:
    return values.view(-1, 1, 1, 1)


def some(count: int, share: float) -> torch.Tensor:
    """[N, 1, 1, 1], 1 for about this share of the films and 0 for the others."""
    return column((torch.rand(count) < share).float())


def softened(images: torch.Tensor, width: int) -> torch.Tensor:
    """The mean of width x width. As a convolution in groups, which is five times as quick here as a pool of one channel."""
    edge, count = width // 2, len(images)
    kernel = images.new_full((count, 1, width, width), 1 / width**2)
    padded = F.pad(images, (edge,) * 4, mode="replicate").transpose(0, 1)
    return F.conv2d(padded, kernel, groups=count).transpose(0, 1)


def placed(images: torch.Tensor, masks: torch.Tensor, size: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Turned, mirrored, cropped and stretched (some collections squash their films to squares), at the pack's size."""
    count = len(images)
    angle = uniform(count, -12, 12) * (math.pi / 180)
    zoom = uniform(count, 0.82, 1.06)
    aspect = torch.exp(uniform(count, -0.15, 0.15))
    mirror = (torch.rand(count) < 0.5).float() * 2 - 1
    shift = uniform(2 * count, -0.6, 0.6).view(count, 2, 1) * (1.06 - zoom).view(-1, 1, 1)
    cosine, sine = torch.cos(angle) * zoom, torch.sin(angle) * zoom
    rows = torch.stack([cosine * aspect * mirror, -sine, sine * mirror, cosine / aspect], 1).view(count, 2, 2)
    grid = F.affine_grid(torch.cat([rows, shift], 2), [count, 1, size, size], align_corners=False)
    moved = F.grid_sample(torch.cat([images, masks], 1), grid, padding_mode="border", align_corners=False)
    return moved[:, :1], moved[:, 1:]


def toned(images: torch.Tensor) -> torch.Tensor:
    """A gamma, then a shading that changes slowly over the film."""
    count, size = len(images), images.shape[-1]
    curved = images.clamp(1e-4, 1) ** column(torch.exp(uniform(count, -0.5, 0.5)))
    shade = F.interpolate(torch.randn(count, 1, 3, 3) * 0.08, size=(size, size), mode="bilinear", align_corners=True)
    return curved + shade * some(count, 0.5)


def resolved(images: torch.Tensor) -> torch.Tensor:
    """Half of the films pass through a smaller size; most are softened, some sharpened, as scanners and copies do."""
    count, size = len(images), images.shape[-1]
    side = int(torch.randint(56, 120, ()))
    coarse = F.interpolate(F.interpolate(images, size=(side, side), mode="area"), size=(size, size), mode="bilinear")
    images = torch.lerp(images, coarse, some(count, 0.5))
    images = torch.lerp(images, softened(softened(images, 3), 3), some(count, 0.7) * column(torch.rand(count)))
    return images + some(count, 0.3) * column(uniform(count, -0.7, 1.5)) * (images - softened(images, 5))


def filtered(images: torch.Tensor, share: float = 0.3) -> torch.Tensor:
    """A random convolution that leaves the shapes (Xu et al. 2021)."""
    count = len(images)
    kernels = torch.randn(count, 1, 5, 5) * 0.12
    kernels[:, :, 2, 2] += 1
    kernels = kernels / kernels.sum((2, 3), keepdim=True).clamp(min=0.3)
    other = F.conv2d(F.pad(images.transpose(0, 1), (2,) * 4, mode="replicate"), kernels, groups=count).transpose(0, 1)
    return torch.lerp(images, other, some(count, share))


def spectrum_lent(images: torch.Tensor, share: float = 0.5) -> torch.Tensor:
    """Part of the way to another film's strength at each frequency, but the lowest, which hold the disease's shape."""
    size = images.shape[-1]
    frequency = torch.hypot(torch.fft.fftfreq(size).unsqueeze(1), torch.fft.rfftfreq(size).unsqueeze(0))
    ring = (frequency * size).round().long().flatten()
    waves = torch.fft.rfft2(images)
    rings = torch.zeros(len(images), int(ring.max()) + 1).index_add_(1, ring, waves.abs().flatten(1))
    ratio = (rings[torch.randperm(len(images))] / rings.clamp(min=1e-3)).clamp(0.2, 5) ** torch.rand(len(images), 1)
    factor = torch.where(frequency > 0.06, ratio[:, ring].view_as(waves.real), torch.ones(()))
    return torch.lerp(images, torch.fft.irfft2(waves * factor, s=(size, size)), some(len(images), share))


def noisy(images: torch.Tensor) -> torch.Tensor:
    count = len(images)
    return images + torch.randn_like(images) * some(count, 0.5) * column(uniform(count, 0, 0.03))


def lungs_alone(images: torch.Tensor, masks: torch.Tensor, share: float) -> torch.Tensor:
    """The mean grey of the lungs around them, as the app fills it, in this share of the films; the others stay whole."""
    inside = (masks > 0.5).float()
    mean = (images * inside).sum((2, 3), keepdim=True) / inside.sum((2, 3), keepdim=True).clamp(min=1)
    return torch.lerp(images, images * inside + mean * (1 - inside), some(len(images), share))


def marked(images: torch.Tensor) -> torch.Tensor:
    """Blocks over borders and lungs, and small bright marks, as letters and arrows are."""
    size = images.shape[-1]
    for image in images[:, 0]:
        for _ in range(int(torch.randint(0, 3, ()))):
            height, width = (int(side) for side in torch.randint(6, 40, (2,)))
            top, left = (int(place) for place in torch.randint(-6, size, (2,)))
            image[max(0, top) : top + height, max(0, left) : left + width] = float(torch.rand(()))
        if torch.rand(()) < 0.3:
            top, left = (int(place) for place in torch.randint(0, size - 12, (2,)))
            image[top : top + int(torch.randint(3, 12, ())), left : left + int(torch.randint(2, 6, ()))] = 1
    return images


@torch.no_grad()
def changed(images: torch.Tensor, masks: torch.Tensor, size: int, lungs_share: float) -> torch.Tensor:
    images, masks = placed(toned(images).clamp(0, 1), masks, size)
    images = noisy(spectrum_lent(filtered(resolved(images)))).clamp(0, 1)
    return marked(lungs_alone(images, masks, lungs_share))
