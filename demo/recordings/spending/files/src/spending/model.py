"""What the parts of the app hand to each other. Money is always in whole cents."""

import datetime
from dataclasses import dataclass


class InputError(Exception):
    """A file that cannot be used; its text is the whole message for the user."""


@dataclass(frozen=True)
class Transaction:
    """One row of a statement; cents are negative for money spent."""

    date: datetime.date
    payee: str
    cents: int


@dataclass(frozen=True)
class Rule:
    """Payees that contain one of the words belong to the category."""

    category: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class CategoryTotal:
    """What was spent in a category, and its share of all spending in thousandths."""

    category: str
    cents: int
    permille: int


@dataclass(frozen=True)
class Report:
    """The spending by category, largest first, the sum of it, and the money received."""

    rows: tuple[CategoryTotal, ...]
    spent: int
    received: int


@dataclass(frozen=True)
class PayeeTotal:
    """How often and how much was spent at a payee."""

    payee: str
    count: int
    cents: int
