"""Turns the text of an amount into cents and back."""

import re

AMOUNT = re.compile(r"([+-]?)([0-9]+)(?:\.([0-9]{1,2}))?")


def parse_cents(text: str) -> int:
    """Return the signed cents of an amount like "-12.5" or "1234.50"."""
    match = AMOUNT.fullmatch(text)
    if match is None:
        raise ValueError(
            f"{text!r} is not a plain number with a dot and at most two decimals"
        )
    sign, whole, decimals = match.groups(default="")
    cents = int(whole) * 100 + int(decimals.ljust(2, "0"))
    return -cents if sign == "-" else cents


def format_cents(cents: int) -> str:
    """Return the amount with two decimals, like "1234.50" or "-0.05"."""
    sign = "-" if cents < 0 else ""
    whole, rest = divmod(abs(cents), 100)
    return f"{sign}{whole}.{rest:02d}"
