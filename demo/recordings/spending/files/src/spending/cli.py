"""The command line: arguments, output and exit codes."""

import argparse
import re
import sys

from spending.model import SpendingError
from spending.render import report_json, report_table, unmatched_json, unmatched_table
from spending.rules import read_rules
from spending.statement import read_statement
from spending.summary import build_report, build_unmatched


def _month(text: str) -> str:
    if not re.fullmatch(r"(?!0000)[0-9]{4}-(0[1-9]|1[0-2])", text):
        raise argparse.ArgumentTypeError(f"not a month (YYYY-MM): {text!r}")
    return text


def _build_parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("statement", help="CSV file with the columns date, payee, amount")
    common.add_argument("--rules", metavar="FILE", help="TOML file with the category rules")
    common.add_argument(
        "--month", metavar="YYYY-MM", type=_month, help="look at this month only"
    )
    common.add_argument("--json", action="store_true", help="print JSON instead of a table")

    parser = argparse.ArgumentParser(
        prog="spending", description="Sums up a bank's CSV statement by category."
    )
    commands = parser.add_subparsers(dest="command", metavar="command", required=True)
    for name, text in (
        ("report", "total and share of each category"),
        ("unmatched", "payees that no rule catches"),
    ):
        commands.add_parser(name, parents=[common], help=text, description=text)
    return parser


def main(argv: list[str] | None = None) -> int:
    args = _build_parser().parse_args(argv)

    try:
        rules = [] if args.rules is None else read_rules(args.rules)
        transactions = read_statement(args.statement)
    except SpendingError as error:
        print(f"spending: error: {error}", file=sys.stderr)
        return 2

    if args.command == "report":
        report = build_report(transactions, rules, args.month)
        text = report_json(report) if args.json else report_table(report)
    else:
        payees = build_unmatched(transactions, rules, args.month)
        text = unmatched_json(payees) if args.json else unmatched_table(payees)
    print(text)
    return 0
