import tempfile
import unittest
from pathlib import Path

from spending.model import InputError, Rule
from spending.rules import categorize, load_rules

GOOD = """\
# What the payees are spent on.
[[rule]]
category = "groceries"
words = ["market", "bakery"]

[[rule]]
category = "eating out"
words = ["café"]
"""


class LoadRulesTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = Path(folder.name) / "rules.toml"

    def load(self, text: str) -> list[Rule]:
        self.path.write_text(text, encoding="utf-8")
        return load_rules(self.path)

    def assert_fault(self):
        with self.assertRaises(InputError) as caught:
            load_rules(self.path)
        message = str(caught.exception)
        prefix = f"{self.path}: "
        self.assertTrue(message.startswith(prefix), message)
        self.assertGreater(len(message), len(prefix))

    def test_rules_come_in_the_order_of_the_file(self):
        self.assertEqual(
            self.load(GOOD),
            [Rule("groceries", ("market", "bakery")), Rule("eating out", ("café",))],
        )

    def test_the_path_may_be_a_string(self):
        self.path.write_text(GOOD, encoding="utf-8")
        self.assertEqual(load_rules(str(self.path)), load_rules(self.path))

    def test_a_file_without_rules_is_an_empty_list(self):
        self.assertEqual(self.load(""), [])
        self.assertEqual(self.load("# nothing yet\n"), [])

    def test_a_category_may_have_several_rules(self):
        rules = self.load(
            '[[rule]]\ncategory = "food"\nwords = ["market"]\n'
            '[[rule]]\ncategory = "food"\nwords = ["cafe"]\n'
        )
        self.assertEqual(rules, [Rule("food", ("market",)), Rule("food", ("cafe",))])

    def test_a_missing_file_is_an_input_error(self):
        self.assert_fault()

    def test_bad_encoding_is_an_input_error(self):
        self.path.write_bytes(GOOD.encode("latin-1"))
        self.assert_fault()

    def test_broken_rules_are_input_errors(self):
        broken = {
            "not TOML": '[[rule]\ncategory = "food"\n',
            "rule is a single table": '[rule]\ncategory = "food"\nwords = ["market"]\n',
            "rule is no table": "rule = 3\n",
            "rule is a list of strings": 'rule = ["market"]\n',
            "no category": '[[rule]]\nwords = ["market"]\n',
            "empty category": '[[rule]]\ncategory = ""\nwords = ["market"]\n',
            "category is a number": '[[rule]]\ncategory = 3\nwords = ["market"]\n',
            "no words": '[[rule]]\ncategory = "food"\n',
            "empty words": '[[rule]]\ncategory = "food"\nwords = []\n',
            "words is a string": '[[rule]]\ncategory = "food"\nwords = "market"\n',
            "a word is a number": '[[rule]]\ncategory = "food"\nwords = ["market", 3]\n',
            "a word is empty": '[[rule]]\ncategory = "food"\nwords = ["market", ""]\n',
            "a word is blank": '[[rule]]\ncategory = "food"\nwords = ["market", "  "]\n',
            "unknown key": '[[rule]]\ncategory = "food"\nwords = ["market"]\nword = "cafe"\n',
        }
        for name, text in broken.items():
            with self.subTest(name):
                self.path.write_text(text, encoding="utf-8")
                self.assert_fault()

    def test_a_fault_after_good_rules_is_found(self):
        self.path.write_text(GOOD + '\n[[rule]]\ncategory = "rent"\n', encoding="utf-8")
        self.assert_fault()


class CategorizeTest(unittest.TestCase):
    RULES = [
        Rule("groceries", ("market", "bakery")),
        Rule("eating out", ("Cafe", "old bakery")),
    ]

    def test_any_word_of_a_rule_fits(self):
        self.assertEqual(categorize("corner market", self.RULES), "groceries")
        self.assertEqual(categorize("village bakery", self.RULES), "groceries")

    def test_case_matters_neither_in_the_payee_nor_in_the_word(self):
        self.assertEqual(categorize("CORNER MARKET", self.RULES), "groceries")
        self.assertEqual(categorize("cafe luna", self.RULES), "eating out")
        self.assertEqual(categorize("HAUPTSTRASSE 5", [Rule("rent", ("straße",))]), "rent")

    def test_a_word_fits_inside_a_longer_one(self):
        self.assertEqual(categorize("Supermarkets Ltd", self.RULES), "groceries")

    def test_the_first_rule_that_fits_wins(self):
        self.assertEqual(categorize("Old Bakery", self.RULES), "groceries")
        self.assertEqual(categorize("Cafe at the Market", self.RULES), "groceries")
        self.assertEqual(categorize("Old Bakery", self.RULES[::-1]), "eating out")

    def test_none_when_no_rule_fits(self):
        self.assertIsNone(categorize("Book Nook", self.RULES))
        self.assertIsNone(categorize("Corner Market", []))


if __name__ == "__main__":
    unittest.main()
