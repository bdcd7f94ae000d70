"""The network that finds the lungs: 160 x 160 in, the inner work at half of that and less, soft masks out.

A U-Net (Ronneberger et al. 2015) whose ways down and up are added and not joined, as in a feature pyramid (Lin et al.
2017): half the numbers to convolve on the way up. Widths are multiples of 16, which is what the runtime reckons at once.
"""

import torch
import torch.nn.functional as F
from torch import nn

WIDTHS = (16, 32, 48, 48, 48)


def block(inputs: int, outputs: int, stride: int = 1) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)
    )


class LungsNetwork(nn.Module):
    """Grey films in 0..1 as [N, 1, H, W], H and W multiples of 32, to logits of each of `masks` at the same size."""

    def __init__(self, masks: int) -> None:
        super().__init__()
        self.stem = block(1, WIDTHS[0], 2)
        self.down = nn.ModuleList(
            nn.Sequential(block(before, width, 2), block(width, width)) for before, width in zip(WIDTHS, WIDTHS[1:])
        )
        wide_to_narrow = WIDTHS[::-1]
        self.lateral = nn.ModuleList(
            nn.Conv2d(before, width, 1) for before, width in zip(wide_to_narrow, wide_to_narrow[1:])
        )
        self.up = nn.ModuleList(block(width, width) for width in wide_to_narrow[1:])
        self.head = nn.Conv2d(WIDTHS[0], masks, 1)

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        # Every film is brought to mean 0 and deviation 1, so that brightness and contrast do not matter.
        centred = image - image.mean((2, 3), keepdim=True)
        maps = [self.stem(centred / ((centred * centred).mean((2, 3), keepdim=True) + 1e-4).sqrt())]
        for down in self.down:
            maps.append(down(maps[-1]))
        found = maps.pop()
        for lateral, up in zip(self.lateral, self.up):
            found = up(F.interpolate(lateral(found), scale_factor=2.0, mode="nearest") + maps.pop())
        return larger(self.head(found))


def larger(masks: torch.Tensor) -> torch.Tensor:
    """Twice as large. Their shape is told anew, or the runtime would enlarge all 16 channels in which it keeps them."""
    channels, height, width = (int(size) for size in masks.shape[1:])
    apart = masks.reshape(-1, channels * height, width).reshape(-1, channels, height, width)
    return F.interpolate(apart, scale_factor=2.0, mode="bilinear", align_corners=False)
