"""Tests of the command line: both commands, their options and exit codes."""

import contextlib
import io
import json
import os
import subprocess
import sys
import tempfile
import unittest
from decimal import Decimal
from pathlib import Path

from tests import ROOT

from spending.cli import main

STATEMENT = """\
date,payee,amount
2026-02-27,LIDL Berlin,-40.00
2026-03-02,Lidl 4711,-60.00
2026-03-05,Corner Shop,-20.00
2026-03-09,Corner Shop,-30.00
2026-03-28,Employer,2000.00
"""

RULES = """\
[[rules]]
category = "groceries"
words = ["lidl"]
"""

SAMPLE_STATEMENT = str(ROOT / "sample" / "statement.csv")
SAMPLE_RULES = str(ROOT / "sample" / "rules.toml")


def run(*argv):
    """Run main in this process; return its exit code, stdout and stderr."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main(list(argv))
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
        return str(path)

    def succeed(self, *argv):
        code, out, err = run(*argv)
        self.assertEqual((code, err), (0, ""))
        return out

    def rows(self, *argv):
        return [line.split() for line in self.succeed(*argv).splitlines()]


class ReportTest(CliTestCase):
    def test_table(self):
        self.assertEqual(
            self.rows("report", self.statement, "--rules", self.rules),
            [
                ["Category", "Total", "Share"],
                ["groceries", "100.00", "66.7%"],
                ["other", "50.00", "33.3%"],
                ["Total", "150.00"],
                ["Received", "2000.00"],
            ],
        )

    def test_without_rules_everything_is_other(self):
        self.assertEqual(
            self.rows("report", self.statement),
            [
                ["Category", "Total", "Share"],
                ["other", "150.00", "100.0%"],
                ["Total", "150.00"],
                ["Received", "2000.00"],
            ],
        )

    def test_month(self):
        self.assertEqual(
            self.rows("report", self.statement, "--rules", self.rules, "--month", "2026-02"),
            [
                ["Category", "Total", "Share"],
                ["groceries", "40.00", "100.0%"],
                ["Total", "40.00"],
                ["Received", "0.00"],
            ],
        )

    def test_month_without_transactions(self):
        self.assertEqual(
            self.rows("report", self.statement, "--month", "2025-01"),
            [["Category", "Total", "Share"], ["Total", "0.00"], ["Received", "0.00"]],
        )

    def test_json(self):
        out = self.succeed("report", self.statement, "--rules", self.rules, "--json")
        self.assertEqual(
            json.loads(out),
            {
                "categories": [
                    {"category": "groceries", "total": "100.00", "share_percent": 66.7},
                    {"category": "other", "total": "50.00", "share_percent": 33.3},
                ],
                "total": "150.00",
                "received": "2000.00",
            },
        )

    def test_json_of_one_month(self):
        out = self.succeed(
            "report", self.statement, "--rules", self.rules, "--month", "2026-03", "--json"
        )
        self.assertEqual(
            json.loads(out),
            {
                "categories": [
                    {"category": "groceries", "total": "60.00", "share_percent": 54.5},
                    {"category": "other", "total": "50.00", "share_percent": 45.5},
                ],
                "total": "110.00",
                "received": "2000.00",
            },
        )


class UnmatchedTest(CliTestCase):
    def test_table(self):
        self.assertEqual(
            self.rows("unmatched", self.statement, "--rules", self.rules),
            [["Payee", "Count", "Total"], ["Corner", "Shop", "2", "50.00"]],
        )

    def test_without_rules_lists_every_payee(self):
        self.assertEqual(
            self.rows("unmatched", self.statement),
            [
                ["Payee", "Count", "Total"],
                ["Lidl", "4711", "1", "60.00"],
                ["Corner", "Shop", "2", "50.00"],
                ["LIDL", "Berlin", "1", "40.00"],
            ],
        )

    def test_month(self):
        self.assertEqual(
            self.rows("unmatched", self.statement, "--rules", self.rules, "--month", "2026-02"),
            [["Payee", "Count", "Total"]],
        )

    def test_json(self):
        out = self.succeed("unmatched", self.statement, "--rules", self.rules, "--json")
        self.assertEqual(
            json.loads(out),
            {"unmatched": [{"payee": "Corner Shop", "count": 2, "total": "50.00"}]},
        )


class ErrorTest(CliTestCase):
    def assert_error(self, argv, *parts):
        code, out, err = run(*argv)
        self.assertEqual((code, out), (2, ""))
        self.assertTrue(err.startswith("spending: error: "), err)
        for part in parts:
            self.assertIn(part, err)

    def test_broken_row(self):
        path = self.write("broken.csv", STATEMENT + '2026-03-30,Kiosk,"-12,50"\n')
        for command in ("report", "unmatched"):
            for options in ([], ["--json"]):
                with self.subTest(command=command, options=options):
                    self.assert_error([command, path, *options], path, "line 7", "-12,50")

    def test_broken_row_of_another_month(self):
        path = self.write("broken.csv", STATEMENT + "2026-03-32,Kiosk,-2.50\n")
        self.assert_error(["report", path, "--month", "2026-02"], path, "line 7", "2026-03-32")

    def test_missing_statement(self):
        path = str(self.folder / "missing.csv")
        self.assert_error(["report", path], path)

    def test_missing_rules(self):
        path = str(self.folder / "missing.toml")
        self.assert_error(["report", self.statement, "--rules", path], path)

    def test_broken_rules(self):
        for text in ("[[rules]\n", '[[rules]]\ncategory = "home"\nwords = []\n'):
            with self.subTest(text=text):
                path = self.write("broken.toml", text)
                self.assert_error(["unmatched", self.statement, "--rules", path], path)


class UsageTest(CliTestCase):
    def assert_usage_error(self, *argv):
        code, out, err = run(*argv)
        self.assertEqual((code, out), (2, ""))
        self.assertNotEqual(err, "")

    def test_wrong_arguments(self):
        for argv in ([], ["report"], ["unmatched"], ["total", self.statement]):
            with self.subTest(argv=argv):
                self.assert_usage_error(*argv)

    def test_bad_month(self):
        for month in ("2026-13", "2026-00", "2026-3", "2026-03-14", "03-2026", "March"):
            for command in ("report", "unmatched"):
                with self.subTest(month=month, command=command):
                    self.assert_usage_error(command, self.statement, "--month", month)


class ModuleTest(CliTestCase):
    def run_module(self, *argv):
        return subprocess.run(
            [sys.executable, "-m", "spending", *argv],
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
            cwd=self.folder,
            capture_output=True,
            text=True,
        )

    def test_report(self):
        done = self.run_module("report", self.statement, "--rules", self.rules)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        lines = [line.split() for line in done.stdout.splitlines()]
        self.assertIn(["groceries", "100.00", "66.7%"], lines)

    def test_exit_code_of_an_error(self):
        path = self.write("broken.csv", "date,payee,amount\n2026-03-01,Kiosk,much\n")
        done = self.run_module("report", path)
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("line 2", done.stderr)


class SampleTest(CliTestCase):
    def report(self, *options):
        return json.loads(
            self.succeed("report", SAMPLE_STATEMENT, "--rules", SAMPLE_RULES, "--json", *options)
        )

    def test_every_category_occurs(self):
        report = self.report()
        self.assertEqual(
            {row["category"] for row in report["categories"]},
            {"groceries", "transport", "home", "leisure", "other"},
        )
        self.assertGreater(Decimal(report["received"]), 0)

    def test_months_add_up(self):
        february = Decimal(self.report("--month", "2026-02")["total"])
        march = Decimal(self.report("--month", "2026-03")["total"])
        self.assertGreater(february, 0)
        self.assertGreater(march, 0)
        self.assertEqual(february + march, Decimal(self.report()["total"]))

    def test_unmatched_shops(self):
        out = self.succeed("unmatched", SAMPLE_STATEMENT, "--rules", SAMPLE_RULES, "--json")
        self.assertGreaterEqual(len(json.loads(out)["unmatched"]), 2)


if __name__ == "__main__":
    unittest.main()
