import unittest

import numpy as np
import torch

from figures import softmax
from hilum_calibration import probabilities_of, tempered


class Calibration(unittest.TestCase):
    logits = np.array([[2.0, 0.0, -1.0], [1.0, 1.0, 1.0], [-3.0, 4.0, 0.5]])

    def test_is_the_softmax_at_a_temperature_of_one(self) -> None:
        np.testing.assert_allclose(probabilities_of(self.logits, 1.0), softmax(self.logits), atol=1e-12)

    def test_works_out_as_by_hand(self) -> None:
        # COVID-19 against the mean of the rest: log odds ln 4, halved ln 2; two others, so that the odds are 2 to 2.
        films = np.array([[np.log(4.0), 0.0, 0.0]])
        np.testing.assert_allclose(probabilities_of(films, 2.0), [[0.5, 0.25, 0.25]], atol=1e-12)

    def test_gives_every_label_the_same_where_the_film_tells_nothing(self) -> None:
        np.testing.assert_allclose(probabilities_of(np.full((1, 3), 0.7), 3.0), [[1 / 3, 1 / 3, 1 / 3]], atol=1e-12)

    def test_no_temperature_puts_films_in_another_order(self) -> None:
        # One softmax of all three, by 3, takes the first film for the likelier one: 0.46 and 0.41 instead of 0.45 and 0.58.
        films = np.array([[1.0, 1.2, -6.0], [1.0, 0.0, 0.0]])
        raw, soft, plain = (scale[:, 0] for scale in (softmax(films), probabilities_of(films, 3.0), softmax(films, 3.0)))
        self.assertEqual(raw[0] > raw[1], soft[0] > soft[1])
        self.assertNotEqual(raw[0] > raw[1], plain[0] > plain[1])

    def test_sums_to_one_where_logits_are_far_apart(self) -> None:
        found = tempered(torch.tensor([[80.0, -80.0, 0.0], [-80.0, 80.0, 0.0]]), 0.5)
        torch.testing.assert_close(found.sum(1), torch.ones(2))


if __name__ == "__main__":
    unittest.main()
