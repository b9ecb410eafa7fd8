"""Adds up transactions by category and by payee."""

from collections.abc import Iterable, Iterator, Sequence

from spending.model import CategoryTotal, PayeeTotal, Report, Rule, Transaction
from spending.rules import find_category

OTHER = "other"


def build_report(
    transactions: Iterable[Transaction],
    rules: Sequence[Rule],
    month: str | None = None,
) -> Report:
    """Sum up spending by category, and everything received."""
    totals: dict[str, int] = {}
    received = 0
    for transaction in _in_month(transactions, month):
        if transaction.cents > 0:
            received += transaction.cents
        elif transaction.cents < 0:
            category = find_category(rules, transaction.payee)
            if category is None:
                category = OTHER
            totals[category] = totals.get(category, 0) - transaction.cents

    total = sum(totals.values())
    categories = tuple(
        CategoryTotal(category, cents, _share(cents, total))
        for category, cents in sorted(totals.items(), key=lambda item: (-item[1], item[0]))
    )
    return Report(categories, total, received)


def build_unmatched(
    transactions: Iterable[Transaction],
    rules: Sequence[Rule],
    month: str | None = None,
) -> list[PayeeTotal]:
    """Sum up spending by payee where no rule fits."""
    groups: dict[str, tuple[int, int]] = {}
    for transaction in _in_month(transactions, month):
        if transaction.cents < 0 and find_category(rules, transaction.payee) is None:
            count, cents = groups.get(transaction.payee, (0, 0))
            groups[transaction.payee] = (count + 1, cents - transaction.cents)

    payees = [PayeeTotal(payee, count, cents) for payee, (count, cents) in groups.items()]
    return sorted(payees, key=lambda entry: (-entry.cents, entry.payee))


def _in_month(transactions: Iterable[Transaction], month: str | None) -> Iterator[Transaction]:
    for transaction in transactions:
        if month is None or transaction.date.isoformat()[:7] == month:
            yield transaction


def _share(cents: int, total: int) -> int:
    """Return the share in tenths of a percent, rounded half up."""
    return (2000 * cents + total) // (2 * total)
