"""DarkCovidNet (Ozturk et al. 2020, doi 10.1016/j.compbiomed.2020.103792).

One departure from the authors' notebooks: their 1x1 convolutions have padding 1, which lets the map
grow from 8x8 to 13x13, with outer cells that see mostly padding. Here they have padding 0, so that
the grid of 8x8 cells lies on the image: cell (r, c) is centred on pixel (32 c + 16, 32 r + 16).
"""

import torch
from torch import nn


def block(inputs: int, outputs: int, kernel: int = 3, pointwise_padding: int = 0) -> nn.Sequential:
    padding = 1 if kernel == 3 else pointwise_padding
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, padding=padding, bias=False),
        nn.BatchNorm2d(outputs),
        nn.LeakyReLU(0.1, inplace=True),
    )


def triple(inputs: int, outputs: int, pointwise_padding: int) -> nn.Sequential:
    return nn.Sequential(
        block(inputs, outputs),
        block(outputs, inputs, 1, pointwise_padding),
        block(inputs, outputs),
    )


class DarkCovidNet(nn.Module):
    """Grey films in 0..1 as [N, 1, H, W]; the normalisation is part of the network."""

    def __init__(self, classes: int, cells: int = 64, pointwise_padding: int = 0) -> None:
        super().__init__()
        pad = pointwise_padding
        self.register_buffer("mean", torch.tensor(0.5))
        self.register_buffer("deviation", torch.tensor(0.25))
        self.backbone = nn.Sequential(
            block(3, 8),
            nn.MaxPool2d(2),
            block(8, 16),
            nn.MaxPool2d(2),
            triple(16, 32, pad),
            nn.MaxPool2d(2),
            triple(32, 64, pad),
            nn.MaxPool2d(2),
            triple(64, 128, pad),
            nn.MaxPool2d(2),
            triple(128, 256, pad),
            block(256, 128, 1, pad),
            block(128, 256),
        )
        # fastai v1's conv_layer: convolution without bias, then ReLU, then batch norm.
        self.class_convolution = nn.Conv2d(256, classes, 3, padding=1, bias=False)
        self.class_norm = nn.BatchNorm2d(classes)
        self.linear = nn.Linear(cells * classes, classes)

    def activation(self, image: torch.Tensor) -> torch.Tensor:
        """The 256-channel activation that Grad-CAM explains. The paper's network reads colour."""
        grey = (image - self.mean) / self.deviation
        return self.backbone(torch.cat([grey, grey, grey], dim=1))

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        maps = self.class_norm(torch.relu(self.class_convolution(self.activation(image))))
        return self.linear(torch.flatten(maps, 1))
