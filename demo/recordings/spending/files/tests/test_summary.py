import datetime
import unittest

from spending.model import CategoryTotal, PayeeTotal, Report, Rule, Transaction
from spending.summary import in_month, summarize, unmatched

RULES = [
    Rule("groceries", ("market", "bakery")),
    Rule("transport", ("metro",)),
]


def transaction(payee: str, cents: int, date: str = "2026-03-14") -> Transaction:
    return Transaction(datetime.date.fromisoformat(date), payee, cents)


class InMonthTest(unittest.TestCase):
    def test_keeps_the_month_from_its_first_day_to_its_last(self):
        first = transaction("Corner Market", -100, "2026-03-01")
        last = transaction("Corner Market", -200, "2026-03-31")
        others = [
            transaction("Corner Market", -300, "2026-02-28"),
            transaction("Corner Market", -400, "2026-04-01"),
            transaction("Corner Market", -500, "2025-03-14"),
        ]
        self.assertEqual(in_month([last, *others, first], "2026-03"), [last, first])

    def test_a_month_without_transactions_is_empty(self):
        self.assertEqual(in_month([transaction("Corner Market", -100)], "2026-05"), [])


class SummarizeTest(unittest.TestCase):
    def test_sums_each_category_and_what_was_received(self):
        report = summarize(
            [
                transaction("Book Nook", -680),
                transaction("Corner Market", -4000),
                transaction("ACME Payroll", 250000),
                transaction("Old Bakery", -320),
            ],
            RULES,
        )
        self.assertEqual(
            report,
            Report(
                (CategoryTotal("groceries", 4320, 864), CategoryTotal("other", 680, 136)),
                5000,
                250000,
            ),
        )

    def test_the_largest_comes_first_and_ties_go_by_name(self):
        report = summarize(
            [
                transaction("Metro Tickets", -500),
                transaction("Corner Market", -500),
                transaction("Book Nook", -900),
            ],
            RULES,
        )
        self.assertEqual(
            [row.category for row in report.rows], ["other", "groceries", "transport"]
        )

    def test_rules_of_the_same_category_share_a_row(self):
        rules = [Rule("food", ("market",)), Rule("food", ("cafe",)), Rule("other", ("metro",))]
        report = summarize(
            [
                transaction("Corner Market", -300),
                transaction("Cafe Luna", -400),
                transaction("Metro Tickets", -200),
                transaction("Book Nook", -100),
            ],
            rules,
        )
        self.assertEqual(
            report.rows, (CategoryTotal("food", 700, 700), CategoryTotal("other", 300, 300))
        )

    def test_shares_are_rounded_half_up(self):
        report = summarize(
            [transaction("Corner Market", -1999), transaction("Metro Tickets", -1)], RULES
        )
        self.assertEqual([row.permille for row in report.rows], [1000, 1])

    def test_shares_below_a_half_are_rounded_down(self):
        report = summarize(
            [
                transaction("Corner Market", -100),
                transaction("Metro Tickets", -100),
                transaction("Book Nook", -100),
            ],
            RULES,
        )
        self.assertEqual([row.permille for row in report.rows], [333, 333, 333])

    def test_money_received_is_in_no_category(self):
        report = summarize(
            [transaction("Corner Market", 1500), transaction("Corner Market", -4000)], RULES
        )
        self.assertEqual(report, Report((CategoryTotal("groceries", 4000, 1000),), 4000, 1500))

    def test_zero_counts_nowhere(self):
        self.assertEqual(summarize([transaction("Corner Market", 0)], RULES), Report((), 0, 0))

    def test_without_rules_everything_is_other(self):
        report = summarize([transaction("Corner Market", -1), transaction("Cafe Luna", -2)], [])
        self.assertEqual(report, Report((CategoryTotal("other", 3, 1000),), 3, 0))

    def test_no_transactions_give_an_empty_report(self):
        self.assertEqual(summarize([], RULES), Report((), 0, 0))


class UnmatchedTest(unittest.TestCase):
    def test_counts_and_sums_each_payee_that_no_rule_catches(self):
        payees = unmatched(
            [
                transaction("Book Nook", -480),
                transaction("CORNER MARKET", -4000),
                transaction("Cafe Luna", -990),
                transaction("Book Nook", -200),
            ],
            RULES,
        )
        self.assertEqual(payees, [PayeeTotal("Cafe Luna", 1, 990), PayeeTotal("Book Nook", 2, 680)])

    def test_ties_go_by_name(self):
        payees = unmatched([transaction("Cafe Luna", -5), transaction("Book Nook", -5)], RULES)
        self.assertEqual([each.payee for each in payees], ["Book Nook", "Cafe Luna"])

    def test_payees_are_told_apart_by_their_exact_text(self):
        payees = unmatched([transaction("Book Nook", -2), transaction("book nook", -1)], RULES)
        self.assertEqual(payees, [PayeeTotal("Book Nook", 1, 2), PayeeTotal("book nook", 1, 1)])

    def test_covers_spending_only(self):
        payees = unmatched(
            [
                transaction("ACME Payroll", 250000),
                transaction("Book Nook", 0),
                transaction("Book Nook", 300),
                transaction("Book Nook", -680),
            ],
            RULES,
        )
        self.assertEqual(payees, [PayeeTotal("Book Nook", 1, 680)])

    def test_a_rule_named_other_catches_its_payees(self):
        self.assertEqual(
            unmatched([transaction("Book Nook", -680)], [Rule("other", ("book",))]), []
        )


if __name__ == "__main__":
    unittest.main()
