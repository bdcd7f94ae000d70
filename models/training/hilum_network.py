"""The network of the pack `hilum`: small, and made to see as little as it can of who took the film.

What tells hospitals apart is taken away before the first convolution (brightness, contrast, sharpness) and mixed
between films while it trains (the mean and deviation of early channels: MixStyle, Zhou et al. 2021).
"""

import torch
import torch.nn.functional as F
from torch import nn

WIDTHS = (64, 96, 160)
DEPTHS = (1, 2, 1)
STEM = 4
CELL = 16


def smaller(image: torch.Tensor) -> torch.Tensor:
    return F.avg_pool2d(image, 2)


def larger(image: torch.Tensor, times: int) -> torch.Tensor:
    return F.interpolate(image, scale_factor=float(times), mode="bilinear", align_corners=False)


class Prepare(nn.Module):
    """Grey in 0..1 to four channels: the equalised film, and three bands of its detail, each brought to one strength.

    The bands are taken from the equalised film, so that no channel knows the tone curve: in `cxr` the films without
    finding are brighter than those with pneumonia, and a network that saw it took all of them for COVID-19.
    The finest band, of one to two pixels, is left out: there lie noise, sharpening and compression.
    """

    LEVELS = 12
    BANDS = 3

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        soft = F.avg_pool2d(F.pad(image, (1, 1, 1, 1), mode="replicate"), 3, 1)
        share = self.darker_share(soft)
        return torch.cat([share * 2 - 1, *self.bands(share)], 1)

    def darker_share(self, image: torch.Tensor) -> torch.Tensor:
        """The equalised film, 0 to 1: how much of the film is darker, linear between quantiles."""
        grey = torch.flatten(F.avg_pool2d(image, 4), 1)
        count = int(grey.shape[1])
        order = grey.topk(count, dim=1, sorted=True)[0]
        places = [round((count - 1) * (1 - level / self.LEVELS)) for level in range(self.LEVELS + 1)]
        quantiles = order[:, places].view(-1, self.LEVELS + 1, 1, 1)
        share = torch.zeros_like(image)
        for level in range(self.LEVELS):
            low, high = quantiles[:, level : level + 1], quantiles[:, level + 1 : level + 2]
            steepness = 1 / ((high - low + 1e-3) * self.LEVELS)
            share = share + ((image - low) * steepness).clamp(0, 1 / self.LEVELS)
        return share

    def bands(self, image: torch.Tensor) -> list[torch.Tensor]:
        finer, found = smaller(image), []
        for band in range(1, self.BANDS + 1):
            coarser = smaller(finer)
            detail = larger(finer - larger(coarser, 2), 2**band)
            strength = (detail * detail).mean((2, 3), keepdim=True).sqrt()
            found.append((detail / (2 * strength + 2e-3)).clamp(-2, 2))
            finer = coarser
        return found


class MixStyle(nn.Module):
    """Lends half of the films of a batch the channel means and deviations of others. Only while training."""

    SHARE, ALPHA = 0.5, 0.1

    def forward(self, maps: torch.Tensor) -> torch.Tensor:
        if not self.training:
            return maps
        with torch.no_grad():
            full = maps.float()
            mean = full.mean((2, 3), keepdim=True)
            square = (full * full).mean((2, 3), keepdim=True)
            deviation = ((square - mean * mean).clamp(min=0) + 1e-5).sqrt()
            others = torch.randperm(len(maps))
            own = torch.distributions.Beta(self.ALPHA, self.ALPHA).sample((len(maps), 1, 1, 1))
            own = torch.maximum(own, 1 - own)
            own = torch.where(torch.rand(len(maps), 1, 1, 1) < self.SHARE, own, torch.ones_like(own))
            factor = (own * deviation + (1 - own) * deviation[others]) / deviation
            offset = own * mean + (1 - own) * mean[others] - mean * factor
        return maps * factor.to(maps.dtype) + offset.to(maps.dtype)


class Residual(nn.Module):
    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(inputs, outputs, 3, padding=1, bias=False)
        self.first_norm = nn.BatchNorm2d(outputs)
        self.second = nn.Conv2d(outputs, outputs, 3, padding=1, bias=False)
        self.second_norm = nn.BatchNorm2d(outputs)
        self.short = (
            nn.Identity()
            if inputs == outputs
            else nn.Sequential(nn.Conv2d(inputs, outputs, 1, bias=False), nn.BatchNorm2d(outputs))
        )

    def forward(self, maps: torch.Tensor) -> torch.Tensor:
        inner = F.relu(self.first_norm(self.first(maps)))
        return F.relu(self.second_norm(self.second(inner)) + self.short(maps))


class HilumNetwork(nn.Module):
    """[N, 1, H, W] to logits. Every step down is a mean of 2 x 2, so that the grid of cells tiles the input."""

    def __init__(self, classes: int) -> None:
        super().__init__()
        self.prepare = Prepare()
        self.stem = nn.Sequential(
            nn.Conv2d(1 + Prepare.BANDS, WIDTHS[0], STEM + 2, STEM, 1, bias=False),
            nn.BatchNorm2d(WIDTHS[0]),
            nn.ReLU(),
        )
        stages: list[nn.Module] = []
        before = WIDTHS[0]
        for stage, (width, depth) in enumerate(zip(WIDTHS, DEPTHS)):
            stages += [MixStyle()] if stage < 2 else []
            stages += [nn.AvgPool2d(2)] if stage > 0 else []
            stages += [Residual(before if block == 0 else width, width) for block in range(depth)]
            before = width
        self.stages = nn.Sequential(*stages)
        self.drop = nn.Dropout(0.3)
        self.linear = nn.Linear(before, classes)

    def activation(self, image: torch.Tensor) -> torch.Tensor:
        with torch.no_grad():
            prepared = self.prepare(image)
        return self.stages(self.stem(prepared.contiguous(memory_format=torch.channels_last)))

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        return self.linear(self.drop(self.activation(image).float().mean((2, 3))))
