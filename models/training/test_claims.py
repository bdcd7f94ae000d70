"""Who is tested on whom in the repeated studies, what counts as unseen, and when a claim counts as reached."""

import unittest
from unittest import mock

import numpy as np

import sources
from films import Film
from holdout import spread
from sources import NEIGHBOURS, SOURCES, clean, number_of, unseen_films
from studies import adult, blocks_of_neighbours, patient_number
from tables_claims import reached
from unseen import pair_auc, source_figures

BIMCV, OPENIST = (next(source for source in SOURCES if source.id == name) for name in ("bimcv", "openist"))


def film(file: str = "film-1.jpg", folder: str = "cohen", **changed: str) -> Film:
    fields = {"label": "COVID-19", "patient": file, "duplicate_group": "", "age": "", "source": "", "note": "", **changed}
    return Film(folder, file, **fields)


class Unseen(unittest.TestCase):
    def unseen(self, source: sources.Source, films: list[Film], trained: list[Film]) -> list[str]:
        with mock.patch.object(sources, "read_films", lambda folder: films):
            return [entry.file for entry in unseen_films(source, trained)[0]]

    def test_films_of_trained_patients_and_their_copies_are_left_out(self) -> None:
        trained = [film("t-1.jpg", patient="p1", duplicate_group="d1")]
        films = [
            film("a-1.jpg", patient="p1"),
            film("a-2.jpg", patient="p2", duplicate_group="d1"),
            # Another film of a patient of whom a copy was trained on.
            film("a-3.jpg", patient="p2"),
            film("a-4.jpg", patient="p4"),
        ]
        self.assertEqual(self.unseen(BIMCV, films, trained), ["a-4.jpg"])

    def test_neighbours_of_bimcv_are_one_draw(self) -> None:
        films = [film(f"bimcv_v2-{number}.jpg", "bimcv") for number in (1901, 1909, 1911)]
        with mock.patch.object(sources, "read_films", lambda folder: films):
            groups = unseen_films(BIMCV, [])[1]
        self.assertEqual(groups[0], groups[1])
        self.assertNotEqual(groups[1], groups[2])

    def test_films_that_their_origin_calls_normal_negative_or_a_childs_are_not_clean(self) -> None:
        notes = {"origin: no abnormality visible on the film": False, "PCR negative": False, "child; x": False, "caption": True}
        for note, expected in notes.items():
            self.assertEqual(clean(film(note=note)), expected, note)

    def test_a_collection_with_covid_counts_hits_and_one_without_counts_rejections(self) -> None:
        # Called by the likeliest: first and second film; by the threshold of 0.8 the first only.
        scores, groups = np.array([[0.9, 0.1], [0.6, 0.4], [0.2, 0.8], [0.1, 0.9]]), np.arange(4)
        right = {source.id: source_figures(source, scores, groups, 0.8)["right"] for source in (BIMCV, OPENIST)}
        self.assertEqual([right["bimcv"][name]["value"] for name in ("likeliest", "threshold")], [0.5, 0.25])
        self.assertEqual([right["openist"][name]["value"] for name in ("likeliest", "threshold")], [0.5, 0.75])

    def test_an_auc_is_between_two_collections(self) -> None:
        high, low = np.array([[0.9, 0.1], [0.4, 0.6]]), np.array([[0.5, 0.5], [0.1, 0.9]])
        found = pair_auc((BIMCV, high, np.arange(2)), (OPENIST, low, np.arange(2)))
        # Of the four pairs only (0.4, 0.5) is in the wrong order.
        self.assertEqual((found["positive"], found["negative"], found["value"]), ("bimcv", "openist", 0.75))


class Studies(unittest.TestCase):
    def test_no_near_neighbour_of_a_tested_bimcv_film_trains(self) -> None:
        films = [film(f"bimcv_v2-{1900 + number}.jpg", "bimcv") for number in range(100)]
        films += [film(f"rsna_v2-0{5000 + number}.jpg", "rsna") for number in range(100)]
        covid = np.arange(200) < 100
        numbers = np.array([number_of(entry) for entry in films])
        tested = []
        for learn, test in blocks_of_neighbours(covid, np.arange(200), films, "patient"):
            self.assertFalse(set(learn) & set(test))
            apart = np.abs(numbers[learn[covid[learn]]][:, None] - numbers[test[covid[test]]])
            self.assertGreater(apart.min(), NEIGHBOURS)
            self.assertEqual((covid[test].sum(), (~covid[test]).sum()), (20, 20))
            tested.append(test)
        self.assertEqual(sorted(np.concatenate(tested)), list(range(200)))

    def test_only_known_children_are_no_adults(self) -> None:
        self.assertEqual([adult(film(age=age)) for age in ("", "17", "18", "63")], [True, False, True, True])

    def test_a_patient_number_may_carry_a_letter(self) -> None:
        self.assertEqual([patient_number(film(patient=name)) for name in ("cohen-7", "cohen-319a")], [7, 319])


class Claims(unittest.TestCase):
    def test_a_claim_is_reached_when_all_its_figures_are_a_loss_from_below(self) -> None:
        figures = {"accuracy": {"value": 0.98}, "loss": {"value": 0.05}}
        self.assertTrue(reached(figures, {"accuracy": 0.98, "loss": 0.05}))
        self.assertFalse(reached(figures, {"accuracy": 0.98, "loss": 0.04}))
        self.assertFalse(reached(figures, {"accuracy": 0.981}))

    def test_the_spread_over_seeds(self) -> None:
        seeds = [{"figures": {"accuracy": {"value": value}}, "loss": {"after": value}} for value in (0.75, 0.5, 1.0)]
        expected = {"mean": 0.75, "least": 0.5, "most": 1.0}
        self.assertEqual(spread(seeds), {"accuracy": expected, "loss": expected})


if __name__ == "__main__":
    unittest.main()
