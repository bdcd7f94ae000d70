"""The maps of the exported graph against PyTorch's own differentiation, on random films and random weights."""

import unittest

import torch

from darkcovidnet import DarkCovidNet
from explained import Explained, autograd_gradcam
from golden import golden_inputs
from make_tiny import CELL, SIZE, TEMPERATURE, make_tiny


def lively(network: torch.nn.Module) -> torch.nn.Module:
    """Batch statistics as after a training, not the 0 and 1 of a new network, which would hide a forgotten factor."""
    torch.manual_seed(3)
    network.train()
    with torch.no_grad():
        for _ in range(3):
            network(torch.rand(8, 1, 256, 256))
        network.class_norm.weight.uniform_(0.5, 2)
        network.class_norm.bias.uniform_(-1, 1)
    return network.eval()


class Maps(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.network = lively(DarkCovidNet(3))
        cls.films = torch.rand(4, 1, 256, 256, generator=torch.Generator().manual_seed(5))
        with torch.no_grad():
            cls.outputs = Explained(cls.network, 2.0)(cls.films)

    def test_gradcam_is_that_of_autograd(self) -> None:
        expected = autograd_gradcam(self.network, self.films)
        self.assertGreater(expected.max(), 0)
        self.assertLessEqual((self.outputs[2] - expected).abs().max(), 1e-5 * expected.max())

    def test_hiresmap_sums_to_the_logit_less_its_bias(self) -> None:
        logits, hiresmap = self.outputs[0], self.outputs[3]
        total = hiresmap.sum((2, 3)) + self.network.linear.bias
        self.assertLessEqual((total - logits).abs().max(), 1e-4)

    def test_logits_and_features_are_the_networks(self) -> None:
        with torch.no_grad():
            features = self.network.activation(self.films).mean((2, 3))
            for found, expected in ((self.outputs[0], self.network(self.films)), (self.outputs[4], features)):
                self.assertLessEqual((found - expected).abs().max(), 1e-5 * expected.abs().max())

    def test_films_up_to_their_edges_count(self) -> None:
        """The graph pads the film itself, with what the network takes for 0."""
        films = torch.full((2, 1, 256, 256), 0.3)
        films[1, :, :, -1] = 0.9
        with torch.no_grad():
            expected = self.network.activation(films)
            found = self.network.at_rest()(films)
        self.assertLessEqual((found - expected).abs().max(), 1e-5 * expected.abs().max())

    def test_probabilities_are_tempered(self) -> None:
        expected = torch.softmax(self.outputs[0] / 2, 1)
        self.assertTrue(torch.allclose(self.outputs[1], expected))

    def test_one_film_scores_as_in_a_batch(self) -> None:
        with torch.no_grad():
            alone = Explained(self.network, 2.0)(self.films[1:2])
        for output, whole in zip(alone, self.outputs):
            self.assertLessEqual((output[0] - whole[1]).abs().max(), 1e-4)


class Grid(unittest.TestCase):
    def test_a_bright_square_changes_its_cell_or_the_next_most(self) -> None:
        """At the film's edge what the convolutions take for black outside draws the answer one cell inwards."""
        network = lively(DarkCovidNet(3))
        plain = torch.full((1, 1, 256, 256), 0.4)
        cells = [(row, column) for row in range(0, 8, 2) for column in range(0, 8, 2)]
        films = plain.repeat(len(cells), 1, 1, 1)
        for film, (row, column) in zip(films, cells):
            film[:, row * 32 + 8 : row * 32 + 24, column * 32 + 8 : column * 32 + 24] = 0.9
        with torch.no_grad():
            change = (network.activation(films) - network.activation(plain)).abs().sum(1)
        self.assertEqual(change.shape[1:], (8, 8))
        for found, (row, column) in zip(change.flatten(1).argmax(1).tolist(), cells):
            self.assertLessEqual(max(abs(found // 8 - row), abs(found % 8 - column)), 1)


class Tiny(unittest.TestCase):
    def test_a_bright_square_raises_covid_and_lights_its_cell(self) -> None:
        model = Explained(make_tiny(), TEMPERATURE)
        plain = torch.full((1, 1, SIZE, SIZE), 0.4)
        for row in range(SIZE // CELL):
            for column in range(SIZE // CELL):
                film = plain.clone()
                film[..., row * CELL : (row + 1) * CELL, column * CELL : (column + 1) * CELL] = 0.9
                with torch.no_grad():
                    before, after = model(plain), model(film)
                self.assertGreater(after[1][0, 0], 2 * before[1][0, 0])
                self.assertEqual(after[2][0, 0].argmax().item(), row * (SIZE // CELL) + column)

    def test_bright_films_are_pneumonia_and_dark_ones_have_no_finding(self) -> None:
        model = Explained(make_tiny(), TEMPERATURE)
        for grey, label in ((0.9, 1), (0.1, 2)):
            with torch.no_grad():
                self.assertEqual(model(torch.full((1, 1, SIZE, SIZE), grey))[1].argmax().item(), label)

    def test_gradcam_is_that_of_autograd(self) -> None:
        films = golden_inputs(SIZE, SIZE)
        tiny = make_tiny()
        with torch.no_grad():
            found = Explained(tiny, TEMPERATURE)(films)
        self.assertLessEqual((found[2] - autograd_gradcam(tiny, films)).abs().max(), 1e-6)


if __name__ == "__main__":
    unittest.main()
