"""Tests of the tables and the JSON output."""

import json
import unittest

from spending.model import CategoryTotal, PayeeTotal, Report
from spending.render import report_json, report_table, unmatched_json, unmatched_table

REPORT = Report(
    categories=(
        CategoryTotal("groceries", 10000, 667),
        CategoryTotal("other", 5000, 333),
    ),
    total=15000,
    received=200000,
)
EMPTY_REPORT = Report(categories=(), total=0, received=0)
PAYEES = [PayeeTotal("Corner Shop", 2, 5000), PayeeTotal("Kiosk", 1, 5)]


def cells(text: str) -> list[list[str]]:
    return [line.split() for line in text.split("\n")]


class ReportTableTest(unittest.TestCase):
    def test_rows(self):
        self.assertEqual(
            cells(report_table(REPORT)),
            [
                ["Category", "Total", "Share"],
                ["groceries", "100.00", "66.7%"],
                ["other", "50.00", "33.3%"],
                ["Total", "150.00"],
                ["Received", "2000.00"],
            ],
        )

    def test_empty(self):
        self.assertEqual(
            cells(report_table(EMPTY_REPORT)),
            [["Category", "Total", "Share"], ["Total", "0.00"], ["Received", "0.00"]],
        )

    def test_extreme_shares_and_long_names(self):
        report = Report(
            categories=(
                CategoryTotal("a rather long category", 123456789, 1000),
                CategoryTotal("tiny", 50, 5),
                CategoryTotal("dust", 1, 0),
            ),
            total=123456840,
            received=7,
        )
        self.assertEqual(
            cells(report_table(report)),
            [
                ["Category", "Total", "Share"],
                ["a", "rather", "long", "category", "1234567.89", "100.0%"],
                ["tiny", "0.50", "0.5%"],
                ["dust", "0.01", "0.0%"],
                ["Total", "1234568.40"],
                ["Received", "0.07"],
            ],
        )

    def test_no_final_newline(self):
        self.assertFalse(report_table(REPORT).endswith("\n"))
        self.assertFalse(report_table(EMPTY_REPORT).endswith("\n"))


class UnmatchedTableTest(unittest.TestCase):
    def test_rows(self):
        self.assertEqual(
            cells(unmatched_table(PAYEES)),
            [
                ["Payee", "Count", "Total"],
                ["Corner", "Shop", "2", "50.00"],
                ["Kiosk", "1", "0.05"],
            ],
        )

    def test_empty(self):
        self.assertEqual(cells(unmatched_table([])), [["Payee", "Count", "Total"]])


class ReportJsonTest(unittest.TestCase):
    def test_values(self):
        text = report_json(REPORT)
        self.assertEqual(
            json.loads(text),
            {
                "categories": [
                    {"category": "groceries", "total": "100.00", "share_percent": 66.7},
                    {"category": "other", "total": "50.00", "share_percent": 33.3},
                ],
                "total": "150.00",
                "received": "2000.00",
            },
        )
        self.assertFalse(text.endswith("\n"))

    def test_empty(self):
        self.assertEqual(
            json.loads(report_json(EMPTY_REPORT)),
            {"categories": [], "total": "0.00", "received": "0.00"},
        )

    def test_large_amounts_are_exact(self):
        cents = 123456789012345678901
        report = Report((CategoryTotal("home", cents, 1000),), cents, cents)
        data = json.loads(report_json(report))
        self.assertEqual(data["total"], "1234567890123456789.01")
        self.assertEqual(data["received"], "1234567890123456789.01")
        self.assertEqual(data["categories"][0]["total"], "1234567890123456789.01")
        self.assertEqual(data["categories"][0]["share_percent"], 100)


class UnmatchedJsonTest(unittest.TestCase):
    def test_values(self):
        text = unmatched_json(PAYEES)
        self.assertEqual(
            json.loads(text),
            {
                "unmatched": [
                    {"payee": "Corner Shop", "count": 2, "total": "50.00"},
                    {"payee": "Kiosk", "count": 1, "total": "0.05"},
                ]
            },
        )
        self.assertFalse(text.endswith("\n"))

    def test_special_characters(self):
        payee = 'Café "Zur Mühle"'
        data = json.loads(unmatched_json([PayeeTotal(payee, 1, 100)]))
        self.assertEqual(data["unmatched"][0]["payee"], payee)

    def test_empty(self):
        self.assertEqual(json.loads(unmatched_json([])), {"unmatched": []})


if __name__ == "__main__":
    unittest.main()
