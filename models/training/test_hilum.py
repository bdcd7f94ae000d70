"""The parts of the pack `hilum` that a wrong line would spoil without a sound."""

import unittest

import numpy as np
import torch

from explained import OUTPUTS
from hilum_augment import changed, lungs_alone
from hilum_explained import HilumExplained, parity
from hilum_figures import Crowd, auc, unseen_pairs
from hilum_films import Films, source_of
from hilum_gate import distances, fitted_axes
from hilum_head import discriminant, pooled, steadied, strength
from hilum_network import CELL, HilumNetwork, Prepare
from hilum_pretraining import DIFFERENT, NUMBERS, alike_loss
from hilum_recipe import HilumRecipe, draw_weights
from hilum_training import label_loss, learnable
from films import Film

SIZE = 128


def film(folder: str, label: str, source: str = "", group: str = "") -> Film:
    return Film(folder, "x.jpg", label, "p", group, "", source, "")


def made_films(entries: list[tuple[str, str, int]]) -> Films:
    """(Source, duplicate group, label) each."""
    nothing = np.zeros((len(entries), 1, 1))
    return Films(
        [film("", "", group=group) for _, group, _ in entries],
        nothing,
        nothing,
        np.array([label for _, _, label in entries]),
        np.array([source for source, _, _ in entries]),
        np.arange(len(entries)),
        np.zeros(len(entries), dtype=bool),
    )


class Preparing(unittest.TestCase):
    def test_a_tone_curve_changes_little(self) -> None:
        torch.manual_seed(3)
        image = torch.nn.functional.interpolate(torch.rand(1, 1, 16, 16), size=(SIZE, SIZE), mode="bilinear")
        plain, curved = Prepare()(image), Prepare()(image**2)
        raw = float((image**2 - image).abs().mean())
        self.assertLess(float((plain - curved).abs()[:, 0].mean()), raw / 4)

    def test_the_equalised_film_runs_from_darkest_to_brightest(self) -> None:
        ramp = torch.linspace(0.2, 0.4, SIZE).view(1, 1, 1, SIZE).expand(1, 1, SIZE, SIZE)
        share = Prepare().darker_share(ramp)[0, 0, 0]
        self.assertAlmostEqual(float(share[SIZE // 2]), 0.5, delta=0.06)
        self.assertTrue(bool((share.diff() >= 0).all()))


class Alike(unittest.TestCase):
    # Two numbers that vary by 1 and have nothing to do with each other, of four films.
    NUMBERS = torch.tensor([[1.0, 1.0], [1.0, -1.0], [-1.0, 1.0], [-1.0, -1.0]]) * 0.75**0.5

    def test_versions_that_come_out_alike_of_films_that_differ_cost_nothing(self) -> None:
        self.assertAlmostEqual(float(alike_loss(self.NUMBERS, self.NUMBERS)), 0, places=3)

    def test_films_that_all_come_out_the_same_cost_as_much_as_their_spread_lacks(self) -> None:
        same = torch.zeros(4, 2)
        self.assertAlmostEqual(float(alike_loss(same, same)), DIFFERENT * (1 - 1e-4**0.5), places=4)

    def test_a_number_that_says_what_another_says_costs(self) -> None:
        twice = self.NUMBERS[:, :1].expand(4, 2)
        # Their covariance is 1, counted from either side and for both versions.
        self.assertAlmostEqual(float(alike_loss(twice, twice)), 4 / NUMBERS, places=4)


class Grid(unittest.TestCase):
    def test_a_bright_square_moves_the_activation_of_its_own_cell(self) -> None:
        torch.manual_seed(1)
        network = HilumNetwork(3).eval()
        plain = torch.full((1, 1, SIZE, SIZE), 0.5) + torch.rand(1, 1, SIZE, SIZE) * 0.1
        for row, column in ((1, 2), (4, 4), (6, 1)):
            image = plain.clone()
            image[..., row * CELL : (row + 1) * CELL, column * CELL : (column + 1) * CELL] = 1
            with torch.no_grad():
                moved = (network.activation(image) - network.activation(plain)).abs().sum(1)[0]
            places = torch.arange(SIZE // CELL, dtype=torch.float32)
            weights = moved**2
            found = float((weights.sum(1) * places).sum() / weights.sum()), float((weights.sum(0) * places).sum() / weights.sum())
            self.assertAlmostEqual(found[0], row, delta=0.75)
            self.assertAlmostEqual(found[1], column, delta=0.75)


class Explaining(unittest.TestCase):
    def test_the_maps_are_those_of_autograd_and_add_up_to_the_logit(self) -> None:
        torch.manual_seed(2)
        model = HilumExplained(HilumNetwork(3), 1.4)
        found = parity(model, torch.rand(4, 1, SIZE, SIZE))
        self.assertGreater(found["gradcamCorrelation"], 0.9999)
        self.assertEqual([tuple(output.shape) for output in model(torch.rand(2, 1, SIZE, SIZE))],
                         [(2, 3), (2, 3), (2, 3, 8, 8), (2, 3, 8, 8), (2, 160)])
        self.assertEqual(len(OUTPUTS), 5)


class Drawing(unittest.TestCase):
    def test_classes_weigh_a_third_and_near_duplicates_count_once(self) -> None:
        films = made_films([("a", "", 0), ("b", "same", 0), ("b", "same", 0), ("tb", "", 1), ("c", "", 2), ("kermany", "", 2)])
        weights = draw_weights(HilumRecipe(), films)
        self.assertAlmostEqual(weights.sum(), 1)
        self.assertAlmostEqual(weights[0], 1 / 6)
        self.assertAlmostEqual(weights[1], 1 / 12)
        self.assertAlmostEqual(weights[3], 1 / 3)
        self.assertAlmostEqual(weights[4] / weights[5], 2)

    def test_children_teach_nothing_of_covid(self) -> None:
        logits = torch.tensor([[5.0, 0.0, 1.0]], requires_grad=True)
        label_loss(logits, torch.tensor([2]), torch.tensor([True]), 0.0).backward()
        self.assertEqual(float(logits.grad[0, 0]), 0)
        self.assertLess(float(logits.grad[0, 2]), 0)

    def test_a_source_left_out_takes_its_patients_along(self) -> None:
        films = made_films([("tb", "", 1), ("cohen web", "", 0), ("nih", "", 2), ("bimcv", "", 0)])
        films.groups[1] = films.groups[0]
        self.assertEqual(learnable(films, ("tb",)).tolist(), [2])

    def test_sources_are_told_apart_within_a_folder(self) -> None:
        self.assertEqual(source_of(film("cxr", "COVID-19", "Italy / www.sirm.org")), "cohen web")
        self.assertEqual(source_of(film("cxr", "Pneumonia", "NIH ChestX-ray8/14")), "nih")
        self.assertEqual(source_of(film("cohen", "COVID-19", "Hannover Medical School")), "hannover")
        self.assertEqual(source_of(film("radiography", "Viral pneumonia")), "kermany")


class Augmenting(unittest.TestCase):
    def test_films_stay_in_range_at_the_packs_size(self) -> None:
        torch.manual_seed(4)
        images, masks = torch.rand(6, 1, 160, 160), (torch.rand(6, 1, 160, 160) > 0.5).float()
        found = changed(images, masks, SIZE, 0.5)
        self.assertEqual(tuple(found.shape), (6, 1, SIZE, SIZE))
        self.assertTrue(bool(((found >= 0) & (found <= 1)).all()))

    def test_what_is_not_lung_gets_the_lungs_mean(self) -> None:
        image = torch.tensor([[[[0.2, 0.4], [0.9, 0.9]]]])
        mask = torch.tensor([[[[1.0, 1.0], [0.0, 0.0]]]])
        found = lungs_alone(image, mask, 1.0)
        self.assertTrue(torch.allclose(found, torch.tensor([[[[0.2, 0.4], [0.3, 0.3]]]])))


class Steadying(unittest.TestCase):
    def test_what_differs_between_the_sources_of_a_class_counts_little(self) -> None:
        random = np.random.default_rng(6)
        labels, side = np.repeat([0, 1, 2], 80), np.tile([0, 1], 120)
        sources = np.where(side == 0, "a", "b")
        features = random.normal(size=(240, 3)) * 0.5
        # The first feature tells the classes apart; the second does so a little, and the sources much more.
        features[:, 0] += labels
        features[:, 1] += labels + 8 * side
        weights, biases = discriminant(features, labels, sources)
        self.assertTrue(np.allclose([*weights.sum(0), biases.sum()], 0), "nothing that all labels share")
        told = np.abs(weights[2] - weights[0])
        self.assertGreater(told[0], 20 * told[1])

    def test_the_discriminant_is_as_strong_as_the_layer_that_training_found(self) -> None:
        torch.manual_seed(7)
        network = HilumNetwork(3).eval()
        before = network.linear.weight.detach().numpy().copy()
        films = made_films([(source, "", label) for label in range(3) for source in "ab" for _ in range(16)])
        images = torch.rand(96, SIZE, SIZE).numpy()
        features = pooled(network, images)
        added = steadied(network, images, films).linear.weight.detach().numpy() - before
        self.assertAlmostEqual(strength(features @ added.T) / strength(features @ before.T), 1, delta=1e-3)


class Measuring(unittest.TestCase):
    def test_auc_counts_ties_half(self) -> None:
        self.assertAlmostEqual(auc(np.array([0.9, 0.5]), np.array([0.5, 0.1])), (2 + 1.5) / 4)

    def test_pairs_are_of_covid_against_each_other_crowd(self) -> None:
        def crowd(source: str, label: int, score: float) -> Crowd:
            scores = np.tile([score, (1 - score) / 2, (1 - score) / 2], (20, 1))
            return Crowd(source, label, scores, np.arange(20))

        found = unseen_pairs([crowd("a", 0, 0.8), crowd("b", 2, 0.3), crowd("c", 1, 0.8)])
        self.assertEqual([(pair["negative"], pair["value"]) for pair in found["pairs"]], [("b: No finding", 1.0), ("c: Other disease", 0.5)])
        self.assertEqual(found["meanAuc"], {"value": 0.75, "low": 0.75, "high": 0.75})
        self.assertEqual(found["worstAuc"], 0.5)
        self.assertEqual([(of["source"], of["value"]) for of in found["bySource"]], [("a", 0.75), ("b", 1.0), ("c", 0.5)])

    def test_the_distance_is_about_one_for_films_like_the_fitted(self) -> None:
        random = np.random.default_rng(5)
        features = random.normal(size=(400, 40)) @ np.diag(np.linspace(0.2, 3, 40))
        gate = fitted_axes(features)
        self.assertAlmostEqual(float(np.mean(distances(gate, features) ** 2)), 1, delta=0.05)
        self.assertGreater(float(distances(gate, features[:1] + 8)[0]), 2)


if __name__ == "__main__":
    unittest.main()
