"""Turns reports into tables and JSON."""

import json
from collections.abc import Sequence

from spending.model import PayeeTotal, Report
from spending.money import format_cents


def report_table(report: Report) -> str:
    rows = [("Category", "Total", "Share")]
    for entry in report.categories:
        rows.append((entry.category, format_cents(entry.cents), _format_share(entry.share)))
    rows.append(("Total", format_cents(report.total), ""))
    rows.append(("Received", format_cents(report.received), ""))
    return _table(rows)


def unmatched_table(payees: Sequence[PayeeTotal]) -> str:
    rows = [("Payee", "Count", "Total")]
    for entry in payees:
        rows.append((entry.payee, str(entry.count), format_cents(entry.cents)))
    return _table(rows)


def report_json(report: Report) -> str:
    return json.dumps(
        {
            "categories": [
                {
                    "category": entry.category,
                    "total": format_cents(entry.cents),
                    "share_percent": entry.share / 10,
                }
                for entry in report.categories
            ],
            "total": format_cents(report.total),
            "received": format_cents(report.received),
        }
    )


def unmatched_json(payees: Sequence[PayeeTotal]) -> str:
    return json.dumps(
        {
            "unmatched": [
                {
                    "payee": entry.payee,
                    "count": entry.count,
                    "total": format_cents(entry.cents),
                }
                for entry in payees
            ]
        }
    )


def _format_share(share: int) -> str:
    return f"{share // 10}.{share % 10}%"


def _table(rows: Sequence[tuple[str, ...]]) -> str:
    """Lay out rows: first column to the left, the others to the right."""
    # A quoted cell may hold line breaks, a row of the table may not.
    cleaned = [(" ".join(first.split()), *rest) for first, *rest in rows]
    widths = [max(len(cell) for cell in column) for column in zip(*cleaned)]
    lines = []
    for first, *rest in cleaned:
        cells = [first.ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(rest, widths[1:])]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)
