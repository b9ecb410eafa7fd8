"""Turns sums into text: tables for people, JSON for programs."""

import json
from collections.abc import Sequence

from .model import PayeeTotal, Report

GAP = "  "


def report_table(report: Report) -> str:
    """The spending of each category, the sum of it, and what was received."""
    lines = [("Category", "Total", "Share")]
    for row in report.rows:
        lines.append((row.category, _money(row.cents), _percent(row.permille)))
    lines.append(("Total", _money(report.spent), _percent(1000 if report.spent else 0)))
    lines.append(("Received", _money(report.received), ""))
    return _table(lines)


def report_json(report: Report) -> str:
    """The numbers of report_table as a JSON object."""
    return _json(
        {
            "categories": [
                {
                    "category": row.category,
                    "total": row.cents / 100,
                    "share_percent": row.permille / 10,
                }
                for row in report.rows
            ],
            "total": report.spent / 100,
            "received": report.received / 100,
        }
    )


def unmatched_table(payees: Sequence[PayeeTotal]) -> str:
    """The payees that no rule catches, with how often and how much."""
    if not payees:
        return "No unmatched payees."
    lines = [("Payee", "Times", "Total")]
    for each in payees:
        lines.append((each.payee, str(each.count), _money(each.cents)))
    return _table(lines)


def unmatched_json(payees: Sequence[PayeeTotal]) -> str:
    """The numbers of unmatched_table as a JSON array."""
    return _json(
        [
            {"payee": each.payee, "count": each.count, "total": each.cents / 100}
            for each in payees
        ]
    )


def _money(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"


def _percent(permille: int) -> str:
    return f"{permille // 10}.{permille % 10}%"


def _table(lines: list[tuple[str, ...]]) -> str:
    """Align the cells: the first column to the left, the others to the right."""
    widths = [max(len(cell) for cell in column) for column in zip(*lines)]
    text = []
    for first, *others in lines:
        cells = [first.ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(others, widths[1:])]
        text.append(GAP.join(cells).rstrip())
    return "\n".join(text)


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)
