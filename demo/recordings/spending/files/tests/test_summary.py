"""Tests for spending.summary."""

import datetime
import unittest

from spending.model import CategoryTotal, PayeeTotal, Report, Rule, Transaction
from spending.summary import build_report, build_unmatched

RULES = [
    Rule("groceries", ("lidl", "aldi")),
    Rule("transport", ("railway",)),
]


def tx(payee: str, cents: int, day: str = "2026-03-14") -> Transaction:
    return Transaction(datetime.date.fromisoformat(day), payee, cents)


class BuildReportTest(unittest.TestCase):
    def test_adds_up_by_category(self):
        report = build_report(
            [
                tx("LIDL Berlin", -6000),
                tx("Corner Shop", -5000),
                tx("Employer", 200000),
                tx("Aldi", -4000),
            ],
            RULES,
        )
        self.assertEqual(
            report,
            Report(
                categories=(
                    CategoryTotal("groceries", 10000, 667),
                    CategoryTotal("other", 5000, 333),
                ),
                total=15000,
                received=200000,
            ),
        )

    def test_largest_first_and_ties_by_name(self):
        report = build_report(
            [tx("Railway", -100), tx("Lidl", -100), tx("Corner Shop", -300)], RULES
        )
        self.assertEqual(
            [row.category for row in report.categories],
            ["other", "groceries", "transport"],
        )

    def test_first_matching_rule_wins(self):
        rules = [Rule("first", ("shop",)), Rule("second", ("corner shop",))]
        report = build_report([tx("Corner Shop", -100)], rules)
        self.assertEqual(report.categories, (CategoryTotal("first", 100, 1000),))

    def test_without_rules_everything_is_other(self):
        report = build_report([tx("Lidl", -100), tx("Railway", -200)], [])
        self.assertEqual(report.categories, (CategoryTotal("other", 300, 1000),))

    def test_rule_for_other_shares_the_row_with_unmatched_payees(self):
        report = build_report(
            [tx("Kiosk", -100), tx("Corner Shop", -200)], [Rule("other", ("kiosk",))]
        )
        self.assertEqual(report.categories, (CategoryTotal("other", 300, 1000),))

    def test_money_received_does_not_reduce_spending(self):
        report = build_report([tx("Lidl", -500), tx("Lidl", 200)], RULES)
        self.assertEqual(
            report, Report((CategoryTotal("groceries", 500, 1000),), 500, 200)
        )

    def test_only_categories_with_spending(self):
        report = build_report([tx("Lidl", 200), tx("Railway", 0)], RULES)
        self.assertEqual(report, Report((), 0, 200))

    def test_shares_are_rounded_half_up(self):
        for small, expected in ((1, [1000, 1]), (5, [998, 3])):
            with self.subTest(small=small):
                report = build_report(
                    [tx("Lidl", small - 2000), tx("Railway", -small)], RULES
                )
                self.assertEqual([row.share for row in report.categories], expected)

    def test_large_amounts_are_exact(self):
        report = build_report([tx("Lidl", -9007199254740993), tx("Lidl", -2)], RULES)
        self.assertEqual(report.total, 9007199254740995)

    def test_month(self):
        transactions = [
            tx("Lidl", -100, "2026-02-28"),
            tx("Lidl", -200, "2026-03-01"),
            tx("Employer", 5000, "2026-03-31"),
            tx("Lidl", -400, "2026-04-01"),
            tx("Lidl", -800, "2025-03-14"),
        ]
        self.assertEqual(
            build_report(transactions, RULES, "2026-03"),
            Report((CategoryTotal("groceries", 200, 1000),), 200, 5000),
        )
        self.assertEqual(
            build_report(transactions, RULES, month="2026-01"), Report((), 0, 0)
        )

    def test_no_transactions(self):
        self.assertEqual(build_report([], RULES), Report((), 0, 0))


class BuildUnmatchedTest(unittest.TestCase):
    def test_groups_by_exact_payee(self):
        payees = build_unmatched(
            [
                tx("Corner Shop", -2000),
                tx("Lidl", -9000),
                tx("corner shop", -1000),
                tx("Corner Shop", -3000),
            ],
            RULES,
        )
        self.assertEqual(
            payees,
            [PayeeTotal("Corner Shop", 2, 5000), PayeeTotal("corner shop", 1, 1000)],
        )

    def test_spending_only(self):
        payees = build_unmatched(
            [
                tx("Corner Shop", -100),
                tx("Corner Shop", 50),
                tx("Corner Shop", 0),
                tx("Employer", 200000),
            ],
            RULES,
        )
        self.assertEqual(payees, [PayeeTotal("Corner Shop", 1, 100)])

    def test_largest_first_and_ties_by_payee(self):
        payees = build_unmatched(
            [tx("Kiosk", -100), tx("Bakery", -100), tx("Tailor", -300)], RULES
        )
        self.assertEqual(
            [row.payee for row in payees], ["Tailor", "Bakery", "Kiosk"]
        )

    def test_payee_caught_by_a_rule_for_other_is_matched(self):
        self.assertEqual(
            build_unmatched([tx("Kiosk", -100)], [Rule("other", ("kiosk",))]), []
        )

    def test_without_rules_everything_is_unmatched(self):
        self.assertEqual(
            build_unmatched([tx("Lidl", -100)], []), [PayeeTotal("Lidl", 1, 100)]
        )

    def test_month(self):
        transactions = [
            tx("Corner Shop", -100, "2026-02-28"),
            tx("Corner Shop", -200, "2026-03-01"),
        ]
        self.assertEqual(
            build_unmatched(transactions, RULES, "2026-03"),
            [PayeeTotal("Corner Shop", 1, 200)],
        )
        self.assertEqual(build_unmatched(transactions, RULES, month="2026-01"), [])

    def test_no_transactions(self):
        self.assertEqual(build_unmatched([], RULES), [])


if __name__ == "__main__":
    unittest.main()
