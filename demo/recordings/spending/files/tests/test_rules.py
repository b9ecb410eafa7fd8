import tempfile
import unittest
from pathlib import Path

from spending.model import Rule, SpendingError
from spending.rules import find_category, read_rules


class ReadRulesTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = Path(folder.name) / "rules.toml"

    def write(self, text):
        self.path.write_text(text, encoding="utf-8")

    def assert_broken(self):
        with self.assertRaises(SpendingError) as caught:
            read_rules(self.path)
        self.assertIn(str(self.path), str(caught.exception))

    def test_rules_in_file_order_with_words_as_written(self):
        self.write(
            '[[rules]]\ncategory = "transport"\nwords = ["Shell", "railway"]\n\n'
            '[[rules]]\ncategory = "groceries"\nwords = ["Käse", "ALDI"]\n'
        )
        self.assertEqual(
            read_rules(self.path),
            [
                Rule("transport", ("Shell", "railway")),
                Rule("groceries", ("Käse", "ALDI")),
            ],
        )

    def test_path_as_string(self):
        self.write('[[rules]]\ncategory = "home"\nwords = ["landlord"]\n')
        self.assertEqual(read_rules(str(self.path)), [Rule("home", ("landlord",))])

    def test_missing_file(self):
        self.assert_broken()

    def test_broken_toml(self):
        self.write('[[rules]\ncategory = "home"\n')
        self.assert_broken()

    def test_rules_missing_or_not_a_list_of_tables(self):
        for text in (
            "",
            '[[rule]]\ncategory = "home"\nwords = ["landlord"]\n',
            'rules = "home"\n',
            'rules = ["home"]\n',
            '[rules]\ncategory = "home"\nwords = ["landlord"]\n',
        ):
            with self.subTest(text=text):
                self.write(text)
                self.assert_broken()

    def test_wrong_category(self):
        for line in ("", "category = 5", 'category = ""', 'category = "  "'):
            with self.subTest(line=line):
                self.write(f'[[rules]]\n{line}\nwords = ["landlord"]\n')
                self.assert_broken()

    def test_wrong_words(self):
        for line in (
            "",
            'words = "landlord"',
            "words = []",
            'words = ["landlord", 5]',
            'words = ["landlord", ""]',
            'words = ["  "]',
        ):
            with self.subTest(line=line):
                self.write(f'[[rules]]\ncategory = "home"\n{line}\n')
                self.assert_broken()

    def test_later_rule_is_checked_too(self):
        self.write(
            '[[rules]]\ncategory = "home"\nwords = ["landlord"]\n\n'
            '[[rules]]\ncategory = "leisure"\nwords = []\n'
        )
        self.assert_broken()


class FindCategoryTest(unittest.TestCase):
    RULES = [
        Rule("groceries", ("lidl", "ALDI")),
        Rule("home", ("power company",)),
        Rule("everything with l", ("l",)),
    ]

    def test_word_inside_payee(self):
        self.assertEqual(
            find_category(self.RULES, "city power company ltd"), "home"
        )

    def test_case_does_not_matter(self):
        for payee in ("LIDL Berlin", "Lidl", "aldi sued"):
            with self.subTest(payee=payee):
                self.assertEqual(find_category(self.RULES, payee), "groceries")

    def test_case_is_folded(self):
        rules = [Rule("home", ("Straße",))]
        self.assertEqual(find_category(rules, "HAUPTSTRASSE 5"), "home")

    def test_first_rule_wins(self):
        self.assertEqual(find_category(self.RULES, "lidl"), "groceries")
        self.assertEqual(
            find_category(self.RULES[::-1], "lidl"), "everything with l"
        )

    def test_no_rule_fits(self):
        self.assertIsNone(find_category(self.RULES, "Corner Shop"))

    def test_no_rules(self):
        self.assertIsNone(find_category([], "Lidl"))


if __name__ == "__main__":
    unittest.main()
