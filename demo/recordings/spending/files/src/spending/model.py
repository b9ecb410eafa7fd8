"""The data that the other modules pass to each other."""

import datetime
from dataclasses import dataclass


class SpendingError(Exception):
    """A problem with the user's files; str() is the complete message."""


@dataclass(frozen=True)
class Transaction:
    """One row of the statement; cents are negative for money spent."""

    date: datetime.date
    payee: str
    cents: int


@dataclass(frozen=True)
class Rule:
    """A category and the words that put a payee into it."""

    category: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class CategoryTotal:
    """Spending of one category; share is in tenths of a percent."""

    category: str
    cents: int
    share: int


@dataclass(frozen=True)
class Report:
    """Spending by category, all spending and all money received, in cents."""

    categories: tuple[CategoryTotal, ...]
    total: int
    received: int


@dataclass(frozen=True)
class PayeeTotal:
    """How often and how much was spent at one payee."""

    payee: str
    count: int
    cents: int
