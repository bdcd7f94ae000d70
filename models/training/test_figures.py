"""Figures, thresholds, splits and the card's hash, with values worked out by hand."""

import unittest

import numpy as np

from card import canonical, significant
from figures import all_figures, calibration_error, confusion, softmax, with_intervals
from films import Film, group_films
from lungs_measure import box, box_overlap, dice
from splits import five_folds, holdout
from thresholds import indeterminate_band, operating_point, rates

# Three films of class 0 and two of class 1; one of class 0 is called 1.
PROBABILITIES = np.array([[0.9, 0.1], [0.8, 0.2], [0.3, 0.7], [0.2, 0.8], [0.4, 0.6]])
LABELS = np.array([0, 0, 0, 1, 1])


def film(patient: str, duplicate_group: str) -> Film:
    return Film("folder", "file", "label", patient, duplicate_group, "", "", "")


class Figures(unittest.TestCase):
    def test_figures_of_a_table_counted_by_hand(self) -> None:
        self.assertEqual(confusion(PROBABILITIES, LABELS), [[2, 1], [0, 2]])
        found = all_figures(PROBABILITIES, LABELS, ["a", "b"])
        expected = {"accuracy": 4 / 5, "a sensitivity": 2 / 3, "a specificity": 1, "b precision": 2 / 3, "b f1": 4 / 5}
        for name, value in expected.items():
            self.assertAlmostEqual(found[name], value)
        # Of the six pairs only (0.3 of class 0, 0.4 of class 1) is in the wrong order.
        self.assertAlmostEqual(found["a auc"], 5 / 6)

    def test_calibration_error_is_the_mean_gap_between_sure_and_right(self) -> None:
        sure_and_right = np.array([[1.0, 0.0], [1.0, 0.0]])
        self.assertEqual(calibration_error(sure_and_right, np.array([0, 1])), 0.5)

    def test_a_higher_temperature_is_less_sure(self) -> None:
        self.assertAlmostEqual(softmax(np.array([[2.0, 0.0]]), 2.0)[0, 0], 1 / (1 + np.exp(-1)))

    def test_films_of_one_patient_are_one_draw(self) -> None:
        right = np.array([1.0, 1.0, 0.0, 0.0])
        one_patient_each_side = with_intervals(lambda drawn: {"share": right[drawn].mean()}, np.array([0, 0, 1, 1]))
        self.assertEqual(one_patient_each_side["share"], {"value": 0.5, "low": 0.0, "high": 1.0})


class Thresholds(unittest.TestCase):
    def test_the_operating_point_parts_what_can_be_parted(self) -> None:
        scores, true = np.array([0.1, 0.2, 0.6, 0.9]), np.array([False, False, True, True])
        threshold = operating_point(scores, true)
        self.assertAlmostEqual(threshold, 0.4)
        self.assertEqual(rates(scores, true, threshold), (1.0, 1.0))

    def test_no_score_under_one_in_twenty_is_called(self) -> None:
        scores, true = np.array([0.001, 0.002, 0.01, 0.02]), np.array([False, False, True, True])
        self.assertEqual(operating_point(scores, true), 0.05)
        scores = np.array([0.001, 0.002, 0.01, 0.09])
        self.assertEqual(operating_point(scores, true), 0.05)

    def test_the_band_holds_the_operating_point(self) -> None:
        scores, true = np.array([0.1, 0.2, 0.6, 0.9]), np.array([False, False, True, True])
        low, high = indeterminate_band(scores, true, 0.4, 0.95)
        self.assertLessEqual(low, 0.4)
        self.assertGreaterEqual(high, 0.4)


class Splits(unittest.TestCase):
    def test_a_third_film_joins_two_that_share_nothing(self) -> None:
        groups = group_films([film("p1", "d1"), film("p2", "d2"), film("p1", "d2"), film("p3", "")])
        self.assertEqual(len(set(groups[:3])), 1)
        self.assertNotEqual(groups[0], groups[3])

    def test_no_group_is_on_two_sides(self) -> None:
        labels, groups = np.tile([0, 1, 2], 60), np.repeat(np.arange(60), 3)
        for learn, test in five_folds(labels, groups, "patient", 41):
            self.assertFalse(set(groups[learn]) & set(groups[test]))
        parts = holdout(labels, groups, 41)
        self.assertEqual(sorted(np.concatenate(parts)), list(range(180)))
        for one, other in ((0, 1), (0, 2), (1, 2)):
            self.assertFalse(set(groups[parts[one]]) & set(groups[parts[other]]))


class Lungs(unittest.TestCase):
    def test_dice_and_box_of_squares(self) -> None:
        one, other = np.zeros((8, 8), dtype=bool), np.zeros((8, 8), dtype=bool)
        one[0:4, 0:4], other[0:4, 2:6] = True, True
        self.assertEqual(dice(one, other), 0.5)
        self.assertEqual(box(other), (2, 0, 6, 4))
        self.assertAlmostEqual(box_overlap(box(one), box(other)), 8 / 24)


class CanonicalCard(unittest.TestCase):
    def test_numbers_are_written_as_javascript_writes_them(self) -> None:
        value = {"b": [1.0, 0.00001, -0.5, 12.25], "a": {"ü": None, "x": True}}
        self.assertEqual(canonical(value), '{"a":{"x":true,"ü":null},"b":[1,0.00001,-0.5,12.25]}')

    def test_a_number_that_the_two_would_write_differently_is_refused(self) -> None:
        self.assertRaises(ValueError, canonical, [1e-9])

    def test_significant_digits(self) -> None:
        self.assertEqual([significant(value, 3) for value in (0.0123456, 2.0, 1234.5)], [0.0123, 2, 1230])


if __name__ == "__main__":
    unittest.main()
