"""Reads a bank statement in CSV and checks every row of it."""

import csv
import datetime
import io
import re
from collections.abc import Iterator
from pathlib import Path

from .model import InputError, Transaction

COLUMNS = ("date", "payee", "amount")

DATE_FORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
AMOUNT_FORM = re.compile(r"([+-]?)([0-9]+)(?:\.([0-9]{1,2}))?")


class _Fault(Exception):
    """What is wrong with a row, without the place where it stands."""


def read_statement(path: str | Path) -> list[Transaction]:
    """Return the statement's transactions in file order.

    Raises InputError for a file that cannot be read and for the first broken row.
    """
    rows = _numbered_rows(path, _read_text(path))
    line, header = next(rows, (1, []))
    try:
        width = len(header)
        places = _find_columns(header)
        transactions = []
        for line, row in rows:
            if _is_blank(row):
                continue
            if len(row) != width:
                raise _Fault(f"the row has {len(row)} fields, the header has {width}")
            transactions.append(_to_transaction(*(row[place] for place in places)))
    except _Fault as fault:
        raise _error(path, line, fault) from None
    return transactions


def _read_text(path: str | Path) -> str:
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _error(path, line, "the text is not UTF-8") from None


def _numbered_rows(path: str | Path, text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row, values stripped, with the number of its first physical line."""
    # newline="" leaves the line ends to the csv module, also those inside quotes.
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _error(path, line, f"not valid CSV: {error}") from None
        yield line, [value.strip() for value in row]


def _find_columns(header: list[str]) -> list[int]:
    """Return where the header has each of COLUMNS, in their order."""
    for name in COLUMNS:
        count = header.count(name)
        if count == 0:
            raise _Fault(f"the header {','.join(header)!r} has no column {name}")
        if count > 1:
            raise _Fault(f"the header {','.join(header)!r} has the column {name} {count} times")
    return [header.index(name) for name in COLUMNS]


def _is_blank(row: list[str]) -> bool:
    return row in ([], [""])


def _to_transaction(date: str, payee: str, amount: str) -> Transaction:
    if not payee:
        raise _Fault(f"payee {payee!r} is empty")
    return Transaction(_to_date(date), payee, _to_cents(amount))


def _to_date(value: str) -> datetime.date:
    if not DATE_FORM.fullmatch(value):
        raise _Fault(f"date {value!r} does not have the form YYYY-MM-DD")
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise _Fault(f"date {value!r} is not in the calendar") from None


def _to_cents(value: str) -> int:
    match = AMOUNT_FORM.fullmatch(value)
    if not match:
        raise _Fault(f"amount {value!r} is not a number such as -12.50")
    sign, whole, fraction = match.groups()
    cents = int(whole) * 100 + int((fraction or "").ljust(2, "0"))
    return -cents if sign == "-" else cents


def _error(path: str | Path, line: int, problem: object) -> InputError:
    return InputError(f"{path}, line {line}: {problem}")
