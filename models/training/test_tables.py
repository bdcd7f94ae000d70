"""The tables of models/README.md are those of the packs' metrics."""

import unittest

from tables import README, with_tables


class Tables(unittest.TestCase):
    def test_every_table_says_what_the_metrics_say(self) -> None:
        text = README.read_text(encoding="utf-8")
        self.assertEqual(with_tables(text), text)


if __name__ == "__main__":
    unittest.main()
