"""The larger network that teaches that of the pack `lungs` (lungs_network.py): a U-Net, its inner work at half its input."""

import torch
import torch.nn.functional as F
from torch import nn

from lungs_network import block

WIDTHS = (16, 24, 40, 48, 48)


class UNet(nn.Module):
    """Grey films in 0..1 as [N, 1, H, W], H and W multiples of 32, to logits of each of `masks` at the same size."""

    def __init__(self, masks: int) -> None:
        super().__init__()
        top, *lower = WIDTHS
        self.stem = block(1, top, 2)
        self.top = block(top, top)
        self.down = nn.ModuleList(
            nn.Sequential(block(before, width, 2), block(width, width)) for before, width in zip(WIDTHS, lower)
        )
        self.up = nn.ModuleList(
            block(below + width, width) for below, width in zip(WIDTHS[:0:-1], WIDTHS[-2::-1])
        )
        self.head = nn.Conv2d(top, masks, 1)

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        # Every film is brought to mean 0 and deviation 1, so that brightness and contrast do not matter.
        centred = image - image.mean((2, 3), keepdim=True)
        maps = [self.top(self.stem(centred / ((centred * centred).mean((2, 3), keepdim=True) + 1e-4).sqrt()))]
        for down in self.down:
            maps.append(down(maps[-1]))
        found = maps.pop()
        for up in self.up:
            found = up(torch.cat([F.interpolate(found, scale_factor=2.0, mode="nearest"), maps.pop()], 1))
        return F.interpolate(self.head(found), scale_factor=2.0, mode="bilinear", align_corners=False)
