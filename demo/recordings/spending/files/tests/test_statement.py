"""Tests of reading and checking the CSV statement."""

import datetime
import tempfile
import unittest
from pathlib import Path

import tests  # noqa: F401  (puts src on sys.path)

from spending.model import SpendingError, Transaction
from spending.statement import read_statement

HEADER = "date,payee,amount\n"


class StatementTestCase(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = Path(folder.name) / "statement.csv"

    def read(self, content):
        if isinstance(content, str):
            content = content.encode("utf-8")
        self.path.write_bytes(content)
        return read_statement(self.path)

    def assert_broken(self, content, line, value=""):
        with self.assertRaises(SpendingError) as caught:
            self.read(content)
        message = str(caught.exception)
        self.assertTrue(message.startswith(f"{self.path}: line {line}: "), message)
        self.assertIn(value, message)


class GoodFileTest(StatementTestCase):
    def test_rows_in_file_order(self):
        self.assertEqual(
            self.read(
                HEADER
                + "2026-03-14,Corner Shop,-12.50\n"
                + "2026-02-01,Employer,2000\n"
                + "2024-02-29,Bank,0.0\n"
            ),
            [
                Transaction(datetime.date(2026, 3, 14), "Corner Shop", -1250),
                Transaction(datetime.date(2026, 2, 1), "Employer", 200000),
                Transaction(datetime.date(2024, 2, 29), "Bank", 0),
            ],
        )

    def test_path_as_text(self):
        self.path.write_text(HEADER + "2026-03-14,Shop,-1.00\n", encoding="utf-8")
        self.assertEqual(
            read_statement(str(self.path)),
            [Transaction(datetime.date(2026, 3, 14), "Shop", -100)],
        )

    def test_header_only(self):
        self.assertEqual(self.read(HEADER), [])
        self.assertEqual(self.read("date,payee,amount"), [])

    def test_other_order_and_other_columns(self):
        self.assertEqual(
            self.read("amount,note,payee,date\n-1.05,any,Shop,2026-03-14\n"),
            [Transaction(datetime.date(2026, 3, 14), "Shop", -105)],
        )

    def test_byte_order_mark_and_windows_line_ends(self):
        self.assertEqual(
            self.read(b"\xef\xbb\xbfdate,payee,amount\r\n2026-03-14,Caf\xc3\xa9,-3.20\r\n"),
            [Transaction(datetime.date(2026, 3, 14), "Caf\u00e9", -320)],
        )

    def test_cells_are_stripped(self):
        self.assertEqual(
            self.read(HEADER + " 2026-03-14 ,  Corner Shop , -1.00 \n"),
            [Transaction(datetime.date(2026, 3, 14), "Corner Shop", -100)],
        )

    def test_blank_lines_are_skipped(self):
        self.assertEqual(
            self.read(HEADER + "\n2026-03-14,Shop,-1.00\n\n\n2026-03-15,Shop,-2.00\n\n"),
            [
                Transaction(datetime.date(2026, 3, 14), "Shop", -100),
                Transaction(datetime.date(2026, 3, 15), "Shop", -200),
            ],
        )

    def test_quoted_cells(self):
        self.assertEqual(
            self.read(HEADER + '2026-03-14,"Smith, ""Joe""","-1.00"\n'),
            [Transaction(datetime.date(2026, 3, 14), 'Smith, "Joe"', -100)],
        )


class BrokenFileTest(StatementTestCase):
    def test_missing_file(self):
        with self.assertRaises(SpendingError) as caught:
            read_statement(self.path)
        self.assertTrue(str(caught.exception).startswith(f"{self.path}: "))

    def test_folder_instead_of_file(self):
        with self.assertRaises(SpendingError) as caught:
            read_statement(self.path.parent)
        self.assertTrue(str(caught.exception).startswith(f"{self.path.parent}: "))

    def test_header(self):
        for header in (
            "",
            "date,payee\n",
            "date,payee,amount,amount\n",
            "date;payee;amount\n",
            "2026-03-14,Shop,-1.00\n",
        ):
            with self.subTest(header=header):
                self.assert_broken(header, 1)

    def test_number_of_fields(self):
        for row in ("2026-03-14,Shop", "2026-03-14,Shop,-1.00,more", "2026-03-14"):
            with self.subTest(row=row):
                self.assert_broken(HEADER + row + "\n", 2)

    def test_date(self):
        for date in (
            "2026-02-30",
            "2025-02-29",
            "2026-13-01",
            "2026-3-14",
            "20260314",
            "2026-W11-6",
            "14.03.2026",
            "2026-03-14T10:00",
            "soon",
            "",
        ):
            with self.subTest(date=date):
                self.assert_broken(HEADER + f"{date},Shop,-1.00\n", 2, date)

    def test_empty_payee(self):
        for payee in ("", "   ", '""'):
            with self.subTest(payee=payee):
                self.assert_broken(HEADER + f"2026-03-14,{payee},-1.00\n", 2)

    def test_amount(self):
        for amount in ("12,50", "1.234", "1.", ".50", "--1", "1e3", "1 000", "nan", "much", ""):
            with self.subTest(amount=amount):
                self.assert_broken(HEADER + f'2026-03-14,Shop,"{amount}"\n', 2, amount)

    def test_quoting(self):
        good = "2026-03-13,Shop,-1.00\n"
        for row in ('2026-03-14,"Shop"s,-1.00\n', '2026-03-14,"Shop,-1.00\n'):
            with self.subTest(row=row):
                self.assert_broken(HEADER + good + row, 3)

    def test_encoding(self):
        content = b"date,payee,amount\n2026-03-13,Shop,-1.00\n2026-03-14,Caf\xe9,-1.00\n"
        self.assert_broken(content, 3)


class LineNumberTest(StatementTestCase):
    def test_first_broken_row_counts(self):
        self.assert_broken(
            HEADER + "2026-03-13,Shop,-1.00\n2026-03-14,Shop,first\n2026-03-15,Shop,second\n",
            3,
            "first",
        )

    def test_blank_lines_count(self):
        self.assert_broken(HEADER + "\n2026-03-13,Shop,-1.00\n\n2026-03-14,Shop,bad\n", 5, "bad")

    def test_rows_of_several_lines_count(self):
        self.assert_broken(
            HEADER + '2026-03-13,"Corner\nShop",-1.00\n2026-03-14,Shop,bad\n', 4, "bad"
        )

    def test_row_is_named_by_its_first_line(self):
        self.assert_broken(
            HEADER + '2026-03-13,Shop,-1.00\n2026-03-14,"Corner\nShop",bad\n', 3, "bad"
        )


if __name__ == "__main__":
    unittest.main()
