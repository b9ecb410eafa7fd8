"""The two outputs of each command: tables to the character, JSON by its values."""

import json
import unittest

from spending.model import CategoryTotal, PayeeTotal, Report
from spending.render import report_json, report_table, unmatched_json, unmatched_table

REPORT = Report(
    rows=(CategoryTotal("groceries", 4320, 864), CategoryTotal("other", 680, 136)),
    spent=5000,
    received=250000,
)
NOTHING = Report(rows=(), spent=0, received=0)
PAYEES = [PayeeTotal("Flower Shop", 12, 150005), PayeeTotal("Book Nook", 2, 680)]


def lines(*parts):
    """The lines as one text without a final newline."""
    return "\n".join(parts)


class ReportTableTest(unittest.TestCase):
    def test_rows_then_total_then_received(self):
        self.assertEqual(
            report_table(REPORT),
            lines(
                "Category     Total   Share",
                "groceries    43.20   86.4%",
                "other         6.80   13.6%",
                "Total        50.00  100.0%",
                "Received   2500.00",
            ),
        )

    def test_columns_are_as_wide_as_their_longest_cell(self):
        report = Report(
            rows=(CategoryTotal("rent", 123456705, 1000), CategoryTotal("eating out", 5, 0)),
            spent=123456710,
            received=0,
        )
        self.assertEqual(
            report_table(report),
            lines(
                "Category         Total   Share",
                "rent        1234567.05  100.0%",
                "eating out        0.05    0.0%",
                "Total       1234567.10  100.0%",
                "Received          0.00",
            ),
        )

    def test_without_spending(self):
        self.assertEqual(
            report_table(NOTHING),
            lines(
                "Category  Total  Share",
                "Total      0.00   0.0%",
                "Received   0.00",
            ),
        )

    def test_received_alone(self):
        self.assertEqual(
            report_table(Report(rows=(), spent=0, received=250000)),
            lines(
                "Category    Total  Share",
                "Total        0.00   0.0%",
                "Received  2500.00",
            ),
        )

    def test_no_trailing_spaces(self):
        for line in report_table(REPORT).split("\n"):
            self.assertEqual(line, line.rstrip())


class ReportJsonTest(unittest.TestCase):
    def test_same_numbers_as_the_table(self):
        self.assertEqual(
            json.loads(report_json(REPORT)),
            {
                "categories": [
                    {"category": "groceries", "total": 43.2, "share_percent": 86.4},
                    {"category": "other", "total": 6.8, "share_percent": 13.6},
                ],
                "total": 50.0,
                "received": 2500.0,
            },
        )

    def test_without_spending(self):
        self.assertEqual(
            json.loads(report_json(NOTHING)),
            {"categories": [], "total": 0.0, "received": 0.0},
        )

    def test_single_cents_stay_exact(self):
        report = Report(rows=(CategoryTotal("fees", 29, 1000),), spent=29, received=7)
        self.assertEqual(
            json.loads(report_json(report)),
            {
                "categories": [{"category": "fees", "total": 0.29, "share_percent": 100.0}],
                "total": 0.29,
                "received": 0.07,
            },
        )

    def test_no_final_newline(self):
        self.assertFalse(report_json(REPORT).endswith("\n"))


class UnmatchedTableTest(unittest.TestCase):
    def test_rows(self):
        self.assertEqual(
            unmatched_table(PAYEES),
            lines(
                "Payee        Times    Total",
                "Flower Shop     12  1500.05",
                "Book Nook        2     6.80",
            ),
        )

    def test_heads_can_be_the_longest_cells(self):
        self.assertEqual(
            unmatched_table([PayeeTotal("Kai", 1, 50)]),
            lines(
                "Payee  Times  Total",
                "Kai        1   0.50",
            ),
        )

    def test_empty(self):
        self.assertEqual(unmatched_table([]), "No unmatched payees.")


class UnmatchedJsonTest(unittest.TestCase):
    def test_rows(self):
        self.assertEqual(
            json.loads(unmatched_json(PAYEES)),
            [
                {"payee": "Flower Shop", "count": 12, "total": 1500.05},
                {"payee": "Book Nook", "count": 2, "total": 6.8},
            ],
        )

    def test_names_survive(self):
        payee = 'Café "Zürich"'
        [row] = json.loads(unmatched_json([PayeeTotal(payee, 1, 500)]))
        self.assertEqual(row["payee"], payee)

    def test_empty(self):
        self.assertEqual(json.loads(unmatched_json([])), [])

    def test_no_final_newline(self):
        self.assertFalse(unmatched_json(PAYEES).endswith("\n"))


if __name__ == "__main__":
    unittest.main()
