"""The parts of the pack `lungs` that a wrong line would spoil without a sound."""

import unittest
from pathlib import Path
from unittest import mock

import numpy as np
import torch

from films import Film
from lungs import drawn_loss
from lungs_augment import augment_masked
from lungs_films import CONVENTIONS, Masked
from lungs_network import LungsNetwork, larger
from lungs_told import is_sure, undrawn_films


def film(folder: str, file: str, patient: str, group: str = "") -> Film:
    return Film(folder, file, "", patient, group, "", "", "")


class Learning(unittest.TestCase):
    def test_a_drawn_mask_teaches_the_output_of_its_own_convention_alone(self) -> None:
        logits = torch.zeros(2, len(CONVENTIONS), 4, 4, requires_grad=True)
        drawn_loss(logits, torch.ones(2, 1, 4, 4), np.array([0, 1])).backward()
        taught = logits.grad.abs().sum((2, 3)) > 0
        self.assertEqual(taught.tolist(), [[True, False], [False, True]])

    def test_masks_of_either_convention_move_with_their_film(self) -> None:
        torch.manual_seed(3)
        masks = torch.zeros(4, 2, 64, 64)
        masks[:, 0, 20:40, 10:50], masks[:, 1, 20:40, 10:30] = 1, 1
        _, moved = augment_masked(torch.rand(4, 1, 64, 64), masks)
        self.assertTrue(bool((moved[:, 1] <= moved[:, 0] + 1e-6).all()), "one still lies within the other")
        self.assertGreater(float((moved - masks).abs().mean()), 0.01)


class Told(unittest.TestCase):
    def test_a_film_is_taken_where_the_teacher_is_sure_of_a_likely_area(self) -> None:
        masks = np.zeros((4, 2, 10, 10))
        masks[0, 0, :3] = 1  # 30 %
        masks[1, 0, :3], masks[1, 0, 3:5] = 1, 0.3  # with borders of two thirds of it
        masks[2, 0, 0, :5] = 1  # 5 %
        masks[3, 0, :7] = 1  # 70 %
        self.assertEqual(is_sure(masks).tolist(), [True, False, False, False])

    def test_no_film_is_told_of_that_hangs_together_with_one_held_out(self) -> None:
        collections = {
            "cohen": [film("cohen", "held.png", "p1"), film("cohen", "drawn.png", "p2")],
            "cxr": [film("cxr", "same patient.png", "p1"), film("cxr", "free.png", "p3"), film("cxr", "alike.png", "p4", "d")],
            "tb": [film("tb", "patient of what is alike.png", "p1", "d"), film("tb", "drawn one's patient.png", "p2")],
        }
        held, drawn = (Masked(one, Path(), 0) for one in collections["cohen"])
        with mock.patch("lungs_told.read_films", lambda folder: collections.get(folder, [])):
            found = undrawn_films([drawn], [held])
        self.assertEqual(sorted(one.file for one in found), ["drawn one's patient.png", "free.png"])


class Network(unittest.TestCase):
    def test_a_mask_is_enlarged_between_the_middles_of_its_pixels(self) -> None:
        masks = torch.tensor([[[[0.0, 4.0]], [[8.0, 8.0]]]])
        expected = torch.tensor([[[[0.0, 1.0, 3.0, 4.0]] * 2, [[8.0] * 4] * 2]])
        self.assertTrue(torch.equal(larger(masks), expected))

    def test_brightness_and_contrast_do_not_matter(self) -> None:
        torch.manual_seed(4)
        network, image = LungsNetwork(2).eval(), torch.rand(1, 1, 64, 64)
        with torch.no_grad():
            plain, other = network(image), network(image * 0.7 + 0.2)
        self.assertEqual(tuple(plain.shape), (1, 2, 64, 64))
        self.assertLess(float((plain - other).abs().max()), 0.01 * float(plain.std()) + 1e-3)


if __name__ == "__main__":
    unittest.main()
