"""Reads the category rules and applies them to payees."""

import tomllib
from collections.abc import Iterable
from pathlib import Path

from spending.model import Rule, SpendingError


def read_rules(path: str | Path) -> list[Rule]:
    """Return the rules of a TOML file in the order of the file."""
    try:
        with open(path, "rb") as file:
            data = tomllib.load(file)
    except OSError as error:
        raise SpendingError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise SpendingError(f"{path}: not valid UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise SpendingError(f"{path}: not valid TOML: {error}") from error

    if "rules" not in data:
        raise SpendingError(f"{path}: no [[rules]] found")
    tables = data["rules"]
    if not isinstance(tables, list):
        raise SpendingError(f"{path}: 'rules' must be a list of tables, written as [[rules]]")

    rules = []
    for number, table in enumerate(tables, start=1):
        try:
            rules.append(_parse_rule(table))
        except ValueError as error:
            raise SpendingError(f"{path}: rule {number}: {error}") from error
    return rules


def find_category(rules: Iterable[Rule], payee: str) -> str | None:
    """Return the category of the first rule that fits, or None."""
    folded = payee.casefold()
    for rule in rules:
        if any(word.casefold() in folded for word in rule.words):
            return rule.category
    return None


def _parse_rule(table: object) -> Rule:
    if not isinstance(table, dict):
        raise ValueError(f"must be a table, not {table!r}")
    for key in ("category", "words"):
        if key not in table:
            raise ValueError(f"{key!r} is missing")

    category = table["category"]
    if not _is_text(category):
        raise ValueError(f"'category' must be a non-blank string, not {category!r}")

    words = table["words"]
    if not isinstance(words, list) or not words:
        raise ValueError(f"'words' must be a non-empty list of strings, not {words!r}")
    for word in words:
        if not _is_text(word):
            raise ValueError(f"every word must be a non-blank string, not {word!r}")

    return Rule(category, tuple(words))


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
