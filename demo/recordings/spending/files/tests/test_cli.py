"""The command line as a user meets it: both commands, options, errors, samples."""

import io
import json
import os
import subprocess
import sys
import tempfile
import unittest
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from spending.cli import main

ROOT = Path(__file__).resolve().parent.parent
SAMPLE_STATEMENT = ROOT / "samples" / "statement.csv"
SAMPLE_RULES = ROOT / "samples" / "rules.toml"

STATEMENT = """\
date,payee,amount
2026-02-27,Corner Market,-10.00
2026-03-02,CORNER MARKET 12,-43.20
2026-03-05,Book Nook,-2.30
2026-03-09,Book Nook,-4.50
2026-03-28,ACME Payroll,2500.00
"""

RULES = """\
[[rule]]
category = "groceries"
words = ["market"]
"""


def run(*args):
    """Call main and return its exit code, stdout and stderr."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main([str(arg) for arg in args])
    return code, out.getvalue(), err.getvalue()


def run_refused(*args):
    """Like run, for wrong usage, where argparse leaves by SystemExit."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = main([str(arg) for arg in args])
        except SystemExit as stop:
            code = stop.code
    return code, out.getvalue(), err.getvalue()


class CliTestCase(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.statement = self.write("statement.csv", STATEMENT)
        self.rules = self.write("rules.toml", RULES)

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def output(self, *args):
        """The stdout of a run that has to succeed."""
        code, out, err = run(*args)
        self.assertEqual((code, err), (0, ""))
        return out


class ReportTest(CliTestCase):
    def test_table(self):
        self.assertEqual(
            self.output("report", self.statement, "--rules", self.rules),
            "Category     Total   Share\n"
            "groceries    53.20   88.7%\n"
            "other         6.80   11.3%\n"
            "Total        60.00  100.0%\n"
            "Received   2500.00\n",
        )

    def test_month(self):
        self.assertEqual(
            self.output("report", self.statement, "--rules", self.rules, "--month", "2026-03"),
            "Category     Total   Share\n"
            "groceries    43.20   86.4%\n"
            "other         6.80   13.6%\n"
            "Total        50.00  100.0%\n"
            "Received   2500.00\n",
        )

    def test_month_without_transactions(self):
        self.assertEqual(
            self.output("report", self.statement, "--month", "2025-01"),
            "Category  Total  Share\n"
            "Total      0.00   0.0%\n"
            "Received   0.00\n",
        )

    def test_json(self):
        out = self.output(
            "report", self.statement, "--rules", self.rules, "--month", "2026-03", "--json"
        )
        self.assertEqual(
            json.loads(out),
            {
                "categories": [
                    {"category": "groceries", "total": 43.2, "share_percent": 86.4},
                    {"category": "other", "total": 6.8, "share_percent": 13.6},
                ],
                "total": 50.0,
                "received": 2500.0,
            },
        )

    def test_without_rules_everything_is_other(self):
        report = json.loads(self.output("report", self.statement, "--json"))
        self.assertEqual(
            report["categories"],
            [{"category": "other", "total": 60.0, "share_percent": 100.0}],
        )

    def test_amounts_are_exact(self):
        # As floats, 0.1 + 0.2 would be 0.30000000000000004.
        path = self.write(
            "small.csv", "date,payee,amount\n2026-03-01,A,-0.1\n2026-03-02,B,-0.20\n"
        )
        self.assertEqual(json.loads(self.output("report", path, "--json"))["total"], 0.3)


class UnmatchedTest(CliTestCase):
    def test_table(self):
        self.assertEqual(
            self.output("unmatched", self.statement, "--rules", self.rules),
            "Payee      Times  Total\n"
            "Book Nook      2   6.80\n",
        )

    def test_json_without_rules_lists_every_payee_of_the_month(self):
        out = self.output("unmatched", self.statement, "--month", "2026-03", "--json")
        self.assertEqual(
            json.loads(out),
            [
                {"payee": "CORNER MARKET 12", "count": 1, "total": 43.2},
                {"payee": "Book Nook", "count": 2, "total": 6.8},
            ],
        )

    def test_nothing_unmatched(self):
        args = ("unmatched", self.statement, "--rules", self.rules, "--month", "2026-02")
        self.assertEqual(self.output(*args), "No unmatched payees.\n")
        self.assertEqual(json.loads(self.output(*args, "--json")), [])


class ErrorTest(CliTestCase):
    def assert_input_error(self, start, *args):
        """The run returns 2 with the message on stderr alone; returns stderr."""
        code, out, err = run(*args)
        self.assertEqual(code, 2)
        self.assertEqual(out, "")
        self.assertTrue(err.startswith(f"spending: error: {start}"), err)
        return err

    def test_broken_row_names_line_column_and_value(self):
        path = self.write("broken.csv", STATEMENT.replace("-43.20", "lots"))
        for command in ("report", "unmatched"):
            for options in ((), ("--json",)):
                with self.subTest(command=command, options=options):
                    err = self.assert_input_error(f"{path}, line 3: ", command, path, *options)
                    problem = err.partition(", line 3: ")[2]
                    self.assertIn("amount", problem)
                    self.assertIn("lots", problem)

    def test_broken_row_outside_the_month_is_an_error_too(self):
        path = self.write("broken.csv", STATEMENT.replace("-10.00", "lots"))
        self.assert_input_error(f"{path}, line 2: ", "report", path, "--month", "2026-03")

    def test_faulty_rules(self):
        faults = {
            "no words": '[[rule]]\ncategory = "groceries"\n',
            "not TOML": "[[rule]\n",
        }
        for name, text in faults.items():
            with self.subTest(name):
                path = self.write("faulty.toml", text)
                self.assert_input_error(f"{path}: ", "report", self.statement, "--rules", path)

    def test_missing_files(self):
        missing = self.folder / "missing"
        self.assert_input_error("", "report", missing)
        self.assert_input_error("", "unmatched", self.statement, "--rules", missing)

    def test_wrong_usage(self):
        for args in (
            (),
            ("report",),
            ("explain", self.statement),
            ("report", self.statement, "--yearly"),
        ):
            with self.subTest(args=args):
                code, out, err = run_refused(*args)
                self.assertEqual((code, out), (2, ""))
                self.assertNotEqual(err, "")

    def test_wrong_month(self):
        for month in ("2026-00", "2026-13", "2026-3", "2026-03-14", "202603", "march"):
            with self.subTest(month=month):
                code, out, err = run_refused("report", self.statement, "--month", month)
                self.assertEqual((code, out), (2, ""))
                self.assertNotEqual(err, "")


class SamplesTest(CliTestCase):
    def sample(self, command, *options):
        out = self.output(command, SAMPLE_STATEMENT, "--rules", SAMPLE_RULES, "--json", *options)
        return json.loads(out)

    def test_report(self):
        report = self.sample("report")
        self.assertEqual(
            {row["category"] for row in report["categories"]},
            {"groceries", "rent", "transport", "eating out", "other"},
        )
        self.assertGreater(report["received"], 0)

    def test_months_add_up(self):
        whole = self.sample("report")
        months = [self.sample("report", "--month", month) for month in ("2026-02", "2026-03")]
        for key in ("total", "received"):
            self.assertEqual(
                sum(round(part[key] * 100) for part in months), round(whole[key] * 100)
            )

    def test_unmatched(self):
        self.assertEqual([row["payee"] for row in self.sample("unmatched")], ["Book Nook"])


class ModuleTest(CliTestCase):
    def run_module(self, *args):
        """Run `python -m spending` in a process of its own."""
        return subprocess.run(
            [sys.executable, "-m", "spending", *map(str, args)],
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
            capture_output=True,
            text=True,
            timeout=60,
        )

    def test_success(self):
        args = ("report", self.statement, "--rules", self.rules)
        done = self.run_module(*args)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(done.stdout, self.output(*args))

    def test_exit_code_of_a_broken_row(self):
        path = self.write("broken.csv", STATEMENT.replace("2026-02-27", "2026-02-30"))
        done = self.run_module("report", path)
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertTrue(done.stderr.startswith("spending: error: "), done.stderr)
        self.assertIn("line 2", done.stderr)


if __name__ == "__main__":
    unittest.main()
