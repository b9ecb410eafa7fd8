"""The command line: arguments, the flow of both commands, and errors."""

import argparse
import re
import sys

from spending.model import InputError
from spending.render import report_json, report_table, unmatched_json, unmatched_table
from spending.rules import load_rules
from spending.statement import read_statement
from spending.summary import in_month, summarize, unmatched


def main(argv: list[str] | None = None) -> int:
    """Run one command and return the exit code: 0, or 2 for faulty input."""
    args = _parser().parse_args(argv)
    try:
        output = _run(args)
    except InputError as error:
        print(f"spending: error: {error}", file=sys.stderr)
        return 2
    print(output)
    return 0


def _run(args: argparse.Namespace) -> str:
    """Return what the command prints, without the final newline."""
    rules = load_rules(args.rules) if args.rules is not None else []
    transactions = read_statement(args.statement)
    if args.month is not None:
        transactions = in_month(transactions, args.month)

    if args.command == "report":
        report = summarize(transactions, rules)
        return report_json(report) if args.json else report_table(report)
    payees = unmatched(transactions, rules)
    return unmatched_json(payees) if args.json else unmatched_table(payees)


def _parser() -> argparse.ArgumentParser:
    # What both commands take is said once.
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("statement", help="the bank's CSV file: date, payee, amount")
    common.add_argument(
        "--rules", metavar="FILE", help="TOML file with the rules that give payees a category"
    )
    common.add_argument(
        "--month", type=_month, metavar="YYYY-MM", help="look at this month only"
    )
    common.add_argument("--json", action="store_true", help="print JSON instead of a table")

    parser = argparse.ArgumentParser(
        prog="spending", description="Sum up a bank statement by category."
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, text in (
        ("report", "show each category's total and its share of all spending"),
        ("unmatched", "list the payees that no rule catches"),
    ):
        commands.add_parser(
            name, parents=[common], help=text, description=f"{text[0].upper()}{text[1:]}."
        )
    return parser


def _month(value: str) -> str:
    """Check the value of --month."""
    if not re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", value):
        raise argparse.ArgumentTypeError(f"{value!r} is not a month such as 2026-03")
    return value
