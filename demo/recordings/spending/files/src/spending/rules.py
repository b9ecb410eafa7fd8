"""Loads the rules from a TOML file and applies them to payees."""

import tomllib
from collections.abc import Iterable
from pathlib import Path

from spending.model import InputError, Rule


def load_rules(path: str | Path) -> list[Rule]:
    """Return the file's rules in order; raise InputError for any fault."""
    try:
        with open(path, "rb") as file:
            data = tomllib.load(file)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 text") from error
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path}: not valid TOML: {error}") from error

    try:
        return _rules(data)
    except ValueError as error:
        raise InputError(f"{path}: {error}") from error


def categorize(payee: str, rules: Iterable[Rule]) -> str | None:
    """Return the category of the first rule with a word inside the payee."""
    folded = payee.casefold()
    for rule in rules:
        if any(word.casefold() in folded for word in rule.words):
            return rule.category
    return None


def _rules(data: dict) -> list[Rule]:
    """Check the parsed file; a ValueError's text is the problem."""
    for key in data:
        if key != "rule":
            raise ValueError(f"unknown key {key!r}, only [[rule]] tables belong here")
    tables = data.get("rule", [])
    if not isinstance(tables, list):
        raise ValueError("'rule' must be written as [[rule]] tables")
    return [_rule(table, number) for number, table in enumerate(tables, start=1)]


def _rule(table: object, number: int) -> Rule:
    where = f"rule {number}"
    if not isinstance(table, dict):
        raise ValueError(f"{where}: must be a [[rule]] table")
    for key in ("category", "words"):
        if key not in table:
            raise ValueError(f"{where}: {key!r} is missing")
    for key in table:
        if key not in ("category", "words"):
            raise ValueError(f"{where}: unknown key {key!r}")

    category = table["category"]
    if not isinstance(category, str) or not category.strip():
        raise ValueError(f"{where}: 'category' must be a non-empty string, not {category!r}")
    words = table["words"]
    if not isinstance(words, list) or not words:
        raise ValueError(f"{where}: 'words' must be a non-empty list of strings, not {words!r}")
    for word in words:
        if not isinstance(word, str) or not word.strip():
            raise ValueError(f"{where}: 'words' must hold non-blank strings, not {word!r}")
    return Rule(category, tuple(words))
