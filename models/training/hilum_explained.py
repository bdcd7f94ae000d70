"""The exported graph of the pack `hilum`: the network, its probabilities, and maps of where each logit comes from.

Behind the last maps there is but a mean over the cells and a linear layer. So the gradient of a logit at a map is the
layer's weight, the same in all cells: Grad-CAM is the positive part of HiResCAM, and that one is exact.
"""

import numpy as np
import torch
from torch import nn

from hilum_calibration import tempered
from hilum_network import HilumNetwork


class HilumExplained(nn.Module):
    def __init__(self, network: HilumNetwork, temperature: float) -> None:
        super().__init__()
        self.network, self.temperature = network, temperature
        self.register_buffer("weights", network.linear.weight.detach())
        self.register_buffer("bias", network.linear.bias.detach())
        self.eval()

    def forward(self, image: torch.Tensor) -> tuple[torch.Tensor, ...]:
        maps = self.network.stages(self.network.stem(self.network.prepare(image)))
        channels, height, width = (int(size) for size in maps.shape[1:])
        cells = height * width
        summed = torch.matmul(self.weights / cells, maps.view(-1, channels, cells))
        hiresmap = summed.view(-1, len(self.bias), height, width)
        logits = hiresmap.sum((2, 3)) + self.bias
        probabilities = tempered(logits, self.temperature)
        return logits, probabilities, torch.relu(hiresmap), hiresmap, maps.mean((2, 3))


def parity(model: HilumExplained, images: torch.Tensor) -> dict:
    """The graph's maps against PyTorch's own differentiation, and the map's sum against the logit."""
    with torch.no_grad():
        logits, _, gradcam, hiresmap, _ = model(images)
        maps = model.network.activation(images)
    maps.requires_grad_()
    own = model.network.linear(maps.mean((2, 3)))
    expected = []
    for label in range(own.shape[1]):
        (gradient,) = torch.autograd.grad(own[:, label].sum(), maps, retain_graph=True)
        expected.append(torch.relu((gradient.mean((2, 3), keepdim=True) * maps).sum(1)))
    stacked = torch.stack(expected, 1).detach()
    found = {
        "films": len(images),
        "gradcamDifferenceOfScale": float((gradcam - stacked).abs().max() / stacked.max()),
        "gradcamCorrelation": float(np.corrcoef(gradcam.flatten().numpy(), stacked.flatten().numpy())[0, 1]),
        "hiresmapDifference": float((hiresmap.sum((2, 3)) + model.bias - logits).abs().max()),
        "logitDifference": float((own.detach() - logits).abs().max()),
    }
    if max(found["gradcamDifferenceOfScale"], found["hiresmapDifference"], found["logitDifference"]) > 1e-4:
        raise ValueError(f"The maps of the graph are not those of PyTorch: {found}")
    return found
