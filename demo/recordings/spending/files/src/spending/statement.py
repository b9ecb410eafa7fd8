"""Reads the bank's CSV statement and checks every row."""

import codecs
import csv
import datetime
import re
from collections.abc import Iterator
from pathlib import Path

from spending.model import SpendingError, Transaction
from spending.money import parse_cents

COLUMNS = ("date", "payee", "amount")
DATE_FORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_statement(path: str | Path) -> list[Transaction]:
    """Return all transactions of the file in their order.

    The first broken row raises SpendingError, naming the physical line where
    the row begins.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise SpendingError(f"{path}: {error.strerror or error}") from error

    line = 1
    header: list[str] | None = None
    columns: dict[str, int] = {}
    transactions = []
    reader = csv.reader(_decoded_lines(data), strict=True)
    try:
        while True:
            line = reader.line_num + 1
            row = next(reader, None)
            if row is None:
                break
            cells = [cell.strip() for cell in row]
            if header is None:
                columns = _find_columns(cells)
                header = cells
            elif cells and cells != [""]:
                transactions.append(_parse_row(cells, len(header), columns))
        if header is None:
            line = 1
            raise ValueError("the header is missing")
    except UnicodeDecodeError as error:
        raise SpendingError(f"{path}: line {line}: not valid UTF-8") from error
    except csv.Error as error:
        raise SpendingError(f"{path}: line {line}: bad CSV: {error}") from error
    except ValueError as error:
        raise SpendingError(f"{path}: line {line}: {error}") from error
    return transactions


def _decoded_lines(data: bytes) -> Iterator[str]:
    """Yield the physical lines with their ends.

    Decoding line by line keeps an encoding error from hiding a broken row
    that stands before it.
    """
    for line in data.removeprefix(codecs.BOM_UTF8).splitlines(keepends=True):
        yield line.decode("utf-8")


def _find_columns(header: list[str]) -> dict[str, int]:
    """Return the position of each needed column."""
    for name in COLUMNS:
        count = header.count(name)
        if count == 0:
            raise ValueError(f"the header has no column {name!r}")
        if count > 1:
            raise ValueError(f"the header has the column {name!r} {count} times")
    return {name: header.index(name) for name in COLUMNS}


def _parse_row(cells: list[str], width: int, columns: dict[str, int]) -> Transaction:
    if len(cells) != width:
        raise ValueError(f"expected {width} fields, found {len(cells)}")
    date = _parse_date(cells[columns["date"]])
    payee = cells[columns["payee"]]
    if not payee:
        raise ValueError("the payee is empty")
    try:
        cents = parse_cents(cells[columns["amount"]])
    except ValueError as error:
        raise ValueError(f"bad amount: {error}") from error
    return Transaction(date, payee, cents)


def _parse_date(text: str) -> datetime.date:
    if DATE_FORM.fullmatch(text):
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            pass
    raise ValueError(f"bad date: {text!r} is not a real date written as YYYY-MM-DD")
