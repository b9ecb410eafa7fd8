"""Sums up transactions by category and by payee."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from .model import CategoryTotal, PayeeTotal, Report, Rule, Transaction
from .rules import categorize

OTHER = "other"


def in_month(transactions: Iterable[Transaction], month: str) -> list[Transaction]:
    """The transactions of one month, which is written like 2026-03."""
    return [each for each in transactions if each.date.isoformat()[:7] == month]


def summarize(transactions: Iterable[Transaction], rules: Sequence[Rule]) -> Report:
    """The spending of each category, the sum of it, and what was received."""
    totals: defaultdict[str, int] = defaultdict(int)
    received = 0
    for each in transactions:
        if each.cents > 0:
            received += each.cents
        elif each.cents < 0:
            category = categorize(each.payee, rules)
            totals[OTHER if category is None else category] -= each.cents
    spent = sum(totals.values())
    rows = [
        CategoryTotal(category, cents, _permille(cents, spent))
        for category, cents in totals.items()
    ]
    rows.sort(key=lambda row: (-row.cents, row.category))
    return Report(tuple(rows), spent, received)


def unmatched(transactions: Iterable[Transaction], rules: Sequence[Rule]) -> list[PayeeTotal]:
    """The payees that money went to and no rule catches."""
    amounts: defaultdict[str, list[int]] = defaultdict(list)
    for each in transactions:
        if each.cents < 0 and categorize(each.payee, rules) is None:
            amounts[each.payee].append(-each.cents)
    payees = [PayeeTotal(payee, len(spent), sum(spent)) for payee, spent in amounts.items()]
    payees.sort(key=lambda each: (-each.cents, each.payee))
    return payees


def _permille(part: int, whole: int) -> int:
    """The share of a whole in thousandths, rounded half up without leaving integers."""
    return (2000 * part + whole) // (2 * whole)
