"""DarkCovidNet's forward pass as training runs it: the same sums, laid out so that a CPU is quick at them.

This PyTorch is slow where fewer than 16 channels lie side by side in memory, and the first layer has 8 at full size:
half of a step went into its batch norm and pooling. Here its convolution is done for two times four neighbouring pixels
at once, as 64 channels, of which pooling takes the largest of four, and its batch norm is part of the convolution's
weights: what the convolution will give on average, and how far it varies, follow from the film's 3x3 patches.
LeakyReLU rises everywhere, so it may come after the pooling. The rest runs channels_last in bf16.
"""

import torch
import torch.nn.functional as F
from torch import nn

from darkcovidnet import DarkCovidNet

ACROSS, DOWN, PAIR = 2, 2, 2
PLACES = ACROSS * DOWN


def phase_weights(weight: torch.Tensor) -> torch.Tensor:
    """Weights [C, I, 3, 3] for stride (2, 4), one set for each place: [4 places * 2 pixels * C, I, 4, 6]."""
    places = [
        F.pad(weight, (2 * pixel + right, 3 - 2 * pixel - right, down, 1 - down))
        for down in range(DOWN)
        for right in range(ACROSS)
        for pixel in range(PAIR)
    ]
    return torch.cat(places)


@torch.no_grad()
def patch_statistics(grey: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Mean [9] and covariance [9, 9] of the 3x3 patches of [N, 1, H, W], zeros around the film.

    Each 4x4 patch at every second pixel holds four of them, which is quicker than to list them all.
    """
    patches = F.unfold(grey, 4, padding=1, stride=2)
    count = patches.shape[0] * patches.shape[2]
    mean = patches.sum(2).sum(0).view(4, 4) / count
    moments = torch.bmm(patches, patches.transpose(1, 2)).sum(0).view(4, 4, 4, 4) / count
    means, seconds = [], []
    for down in range(2):
        for right in range(2):
            rows, columns = slice(down, down + 3), slice(right, right + 3)
            means.append(mean[rows, columns].flatten())
            seconds.append(moments[rows, columns, rows, columns].reshape(9, 9))
    mean = torch.stack(means).mean(0)
    return mean, torch.stack(seconds).mean(0) - torch.outer(mean, mean)


def folded(convolution: nn.Conv2d, norm: nn.BatchNorm2d, grey: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Weights and bias of the convolution with its batch norm, by the statistics of this batch."""
    mean, covariance = patch_statistics(grey)
    # The three colours are one grey, so their weights add up.
    weight = convolution.weight.sum(1).flatten(1)
    average, variance = weight @ mean, ((weight @ covariance) * weight).sum(1)
    factor = norm.weight / torch.sqrt(variance + norm.eps)
    with torch.no_grad():
        count = grey.numel()
        norm.running_mean.lerp_(average, norm.momentum)
        norm.running_var.lerp_(variance * count / (count - 1), norm.momentum)
        norm.num_batches_tracked += 1
    return convolution.weight * factor.view(-1, 1, 1, 1), norm.bias - average * factor


def first_layer(block: nn.Sequential, grey: torch.Tensor) -> torch.Tensor:
    """Convolution, batch norm, pooling and LeakyReLU of the first 8 channels: [N, 1, H, W] to [N, 8, H / 2, W / 2]."""
    convolution, norm, leaky = block
    with torch.autocast("cpu", enabled=False):
        weight, bias = folded(convolution, norm, grey)
    # Before it is spread to three colours, which is half the work of doing it after.
    precision = torch.get_autocast_cpu_dtype() if torch.is_autocast_cpu_enabled() else grey.dtype
    colour = grey.to(precision).expand(-1, 3, -1, -1).contiguous(memory_format=torch.channels_last)
    maps = F.conv2d(colour, phase_weights(weight), bias.repeat(PLACES * PAIR), stride=(DOWN, ACROSS * PAIR), padding=1)
    films, channels, height, width = maps.shape
    kept = channels // PLACES
    # In memory a pixel's channels are [place][pixel][C]; each place is taken for a pixel of a row of four.
    rows = maps.permute(0, 2, 3, 1).reshape(films, height * width, PLACES, kept).permute(0, 3, 1, 2)
    pooled = F.max_pool2d(rows, (1, PLACES)).permute(0, 2, 3, 1)
    return leaky(pooled.reshape(films, height, width * PAIR, kept // PAIR)).permute(0, 3, 1, 2)


def other_layers(layers: nn.Sequential) -> list[nn.Module]:
    """The rest of the backbone, layer by layer; where a pooling follows a LeakyReLU, it comes first."""
    found: list[nn.Module] = []
    for layer in layers.modules():
        if isinstance(layer, nn.MaxPool2d):
            found.insert(len(found) - 1, layer)
        elif not isinstance(layer, nn.Sequential):
            found.append(layer)
    return found


def quick_forward(network: DarkCovidNet, image: torch.Tensor) -> torch.Tensor:
    """`network(image)` in training mode; the sides of the image are multiples of 32."""
    grey = (image - network.mean) / network.deviation
    activation = first_layer(network.backbone[0], grey)
    for layer in other_layers(network.backbone[2:]):
        activation = layer(activation)
    maps = network.class_norm(torch.relu(network.class_convolution(activation)))
    return network.linear(torch.flatten(maps, 1))
