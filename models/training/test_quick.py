"""Training's own forward pass against the network's, in full precision: outputs, gradients and running statistics.

Of 64 bits: of 32, two pixels of a pool may be so alike that the one or the other is the larger, and gradients differ.
"""

import copy
import unittest

import torch

from darkcovidnet import DarkCovidNet
from quick import first_layer, patch_statistics, phase_weights, quick_forward


class Quick(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        torch.manual_seed(7)
        cls.network = DarkCovidNet(3, 4).double().train()
        cls.films = torch.rand(4, 1, 64, 64, dtype=torch.float64)

    def test_it_gives_what_the_network_gives(self) -> None:
        plain, quick = copy.deepcopy(self.network), copy.deepcopy(self.network)
        expected, found = plain(self.films), quick_forward(quick, self.films)
        self.assertLessEqual((found - expected).abs().max(), 1e-9)
        for (name, one), other in zip(plain.named_buffers(), quick.buffers()):
            self.assertTrue(torch.allclose(one, other, atol=1e-9), name)

    def test_the_first_layer_and_its_gradients_are_the_networks(self) -> None:
        plain, quick = copy.deepcopy(self.network), copy.deepcopy(self.network)
        # A batch norm that turns a channel round must not be pooled as if it did not.
        for network in (plain, quick):
            network.backbone[0][1].weight.data[2] = -0.7
        expected = plain.backbone[:2](self.films.expand(-1, 3, -1, -1))
        found = first_layer(quick.backbone[0], self.films)
        self.assertLessEqual((found - expected).abs().max(), 1e-9)
        upstream = torch.randn(expected.shape, dtype=torch.float64)
        for output in (expected, found):
            (output * upstream).sum().backward()
        for one, other in zip(plain.backbone[0].parameters(), quick.backbone[0].parameters()):
            self.assertLessEqual((one.grad - other.grad).norm(), 1e-9 * one.grad.norm())

    def test_patch_statistics_are_those_of_all_patches(self) -> None:
        mean, covariance = patch_statistics(self.films)
        patches = torch.nn.functional.unfold(self.films, 3, padding=1).transpose(0, 1).flatten(1)
        self.assertTrue(torch.allclose(mean, patches.mean(1), atol=1e-9))
        self.assertTrue(torch.allclose(covariance, torch.cov(patches, correction=0), atol=1e-9))

    def test_each_place_holds_the_kernel_once(self) -> None:
        weight = torch.arange(1.0, 10).view(1, 1, 3, 3)
        places = phase_weights(weight)
        self.assertEqual(places.shape, (8, 1, 4, 6))
        corners = [tuple(torch.nonzero(place[0])[0].tolist()) for place in places]
        # Rows down, then columns right, then the second pixel of the pair two columns on.
        self.assertEqual(corners, [(0, 0), (0, 2), (0, 1), (0, 3), (1, 0), (1, 2), (1, 1), (1, 3)])


if __name__ == "__main__":
    unittest.main()
