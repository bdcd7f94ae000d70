"""DarkCovidNet (Ozturk et al. 2020, doi 10.1016/j.compbiomed.2020.103792).

One departure from the authors' notebooks: their 1x1 convolutions have padding 1, which lets the map
grow from 8x8 to 13x13, with outer cells that see mostly padding. Here they have padding 0, so that
the grid of 8x8 cells lies on the image: cell (r, c) is centred on pixel (32 c + 16, 32 r + 16).
"""

import torch
import torch.nn.functional as F
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

    def at_rest(self) -> nn.Module:
        """`activation` of the trained network as the exported graph computes it: the same numbers but for rounding."""
        return nn.Sequential(Stem(self), *self.backbone[2:])


class Stem(nn.Module):
    """Normalisation, first block and first pool of a network at rest, in about a third of the time.

    One grey channel instead of three that are equal, with the normalisation within the weights. The runtime computes
    16 channels in the time of 8, so the 8 are computed for two columns at once, and the larger of the two is kept.
    """

    def __init__(self, network: DarkCovidNet) -> None:
        super().__init__()
        convolution, norm, activation = network.backbone[0]
        factor = norm.weight / torch.sqrt(norm.running_var + norm.eps) / network.deviation
        weight = (convolution.weight.sum(1, keepdim=True) * factor.view(-1, 1, 1, 1)).detach()
        bias = norm.bias - norm.running_mean * factor * network.deviation - network.mean * weight.sum((1, 2, 3))
        # The kernel for an even column, and the same one column on for the odd one beside it.
        self.register_buffer("weight", torch.cat([F.pad(weight, (0, 1)), F.pad(weight, (1, 0))]))
        self.register_buffer("bias", bias.detach().repeat(2))
        # What the network pads with: 0 after the normalisation is the mean before it.
        self.border = float(network.mean)
        self.slope = activation.negative_slope

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        bordered = F.pad(image, (1, 1, 1, 1), value=self.border)
        columns = F.leaky_relu(F.conv2d(bordered, self.weight, self.bias, stride=(1, 2)), self.slope)
        even, odd = torch.chunk(F.max_pool2d(columns, (2, 1)), 2, dim=1)
        return torch.max(even, odd)
