"""The exported graph: scores, and for every class the maps that explain them, made of standard operators only."""

import json
from math import isqrt
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

from card import card_sha256
from onnx_file import write_onnx

OUTPUTS = ("logits", "probabilities", "gradcam", "hiresmap", "features")


def sizes(maps: torch.Tensor) -> tuple[int, ...]:
    """Channels, height and width as plain numbers, so that the graph holds constants there; only N may vary."""
    return tuple(int(size) for size in maps.shape[1:])


class Explained(nn.Module):
    """Wraps a trained network whose tail is convolution, ReLU, batch norm, flatten, linear (DarkCovidNet's).

    The target of Grad-CAM is the activation before that convolution. On the maps after it, as many as there
    are classes, Grad-CAM would average the weights of the linear layer, which differ from place to place, away.
    """

    def __init__(self, network: nn.Module, temperature: float) -> None:
        super().__init__()
        self.network = network
        self.temperature = temperature
        self.activation = network.at_rest()
        self.register_buffer("spread", mean_spread(network))
        # The whole of it, since the exporter puts back, for all inner modules too, the mode it found outside.
        self.eval()

    def forward(self, image: torch.Tensor) -> tuple[torch.Tensor, ...]:
        net = self.network
        activation = self.activation(image)
        before = net.class_convolution(activation)
        maps = net.class_norm(torch.relu(before))
        logits = net.linear(torch.flatten(maps, 1))
        gradcam = torch.relu(self.weighted(activation, self.channel_weights(before)))
        # Exact here: each logit is the sum of its map over all cells, plus the linear layer's bias.
        hiresmap = (maps.unsqueeze(1) * self.class_weights(maps).unsqueeze(0)).sum(2)
        features = activation.mean((2, 3))
        return logits, torch.softmax(logits / self.temperature, 1), gradcam, hiresmap, features

    @property
    def bias(self) -> torch.Tensor:
        """Of the logits: what is left of each without its map."""
        return self.network.linear.bias

    def class_weights(self, maps: torch.Tensor) -> torch.Tensor:
        """The linear layer as [classes, maps, h, w]: the gradient of every logit at the maps."""
        return self.network.linear.weight.view(-1, *sizes(maps))

    def channel_weights(self, before: torch.Tensor) -> torch.Tensor:
        """[N, classes, channels]: the gradient of every logit at the activation, averaged over the cells."""
        norm = self.network.class_norm
        # Backwards through linear and batch norm (at rest a factor per map), then ReLU, then the convolution.
        factor = norm.weight / torch.sqrt(norm.running_var + norm.eps)
        upstream = torch.flatten(self.class_weights(before) * factor.view(1, -1, 1, 1), 1)
        passed = (torch.flatten(before, 1) > 0).to(before.dtype).unsqueeze(1) * upstream
        return torch.matmul(passed, self.spread)

    def weighted(self, activation: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
        """[N, classes, h, w]: the channels of the activation, summed with their weights."""
        channels, height, width = sizes(activation)
        labels = self.network.linear.out_features
        summed = torch.matmul(weights, activation.view(-1, channels, height * width))
        return summed.view(-1, labels, height, width)


@torch.no_grad()
def mean_spread(network: nn.Module) -> torch.Tensor:
    """[maps * cells, channels]: what a gradient at one cell of one map of the class convolution brings to each channel
    of its input, on average over that input's cells. Cells at the border bring less: part of their kernel is outside.
    """
    convolution, linear = network.class_convolution, network.linear
    maps = convolution.out_channels
    side = isqrt(linear.in_features // maps)
    each = torch.eye(linear.in_features).view(-1, maps, side, side)
    return F.conv_transpose2d(each, convolution.weight, padding=convolution.padding).mean((2, 3))


def autograd_gradcam(network: nn.Module, image: torch.Tensor) -> torch.Tensor:
    """Grad-CAM as its paper defines it, by PyTorch's own differentiation: what the graph is tested against."""
    network.eval()
    activation = network.activation(image).detach().requires_grad_()
    maps = network.class_norm(torch.relu(network.class_convolution(activation)))
    logits = network.linear(torch.flatten(maps, 1))
    found = []
    for label in range(logits.shape[1]):
        (gradient,) = torch.autograd.grad(logits[:, label].sum(), activation, retain_graph=True)
        found.append(torch.relu((gradient.mean((2, 3), keepdim=True) * activation).sum(1)))
    return torch.stack(found, 1).detach()


def write_explained(model: nn.Module, card: dict, path: Path) -> None:
    properties = {
        "labels": json.dumps([label["id"] for label in card["labels"]]),
        "card_sha256": card_sha256(card),
        # logit = sum of hiresmap + this, for each label.
        "hiresmap_bias": json.dumps([float(value) for value in model.bias.tolist()]),
    }
    write_onnx(model, OUTPUTS, card, properties, path)
