"""Reading the bank's CSV file: what is accepted, and how faults are named."""

import datetime
import tempfile
import unittest
from pathlib import Path

from spending.model import InputError, Transaction
from spending.statement import read_statement

HEADER = "date,payee,amount\n"
GOOD_ROW = "2026-03-14,Corner Market,-12.34\n"
GOOD = Transaction(datetime.date(2026, 3, 14), "Corner Market", -1234)


class StatementTestCase(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.path = self.folder / "statement.csv"

    def read(self, text):
        # As bytes, so that line ends reach the file as they are.
        self.path.write_bytes(text.encode("utf-8"))
        return read_statement(self.path)


class GoodStatementTest(StatementTestCase):
    def test_rows_in_file_order(self):
        text = HEADER + "2026-03-28,ACME Payroll,2500.00\n" + GOOD_ROW
        payroll = Transaction(datetime.date(2026, 3, 28), "ACME Payroll", 250000)
        self.assertEqual(self.read(text), [payroll, GOOD])

    def test_path_may_be_a_string(self):
        self.read(HEADER + GOOD_ROW)
        self.assertEqual(read_statement(str(self.path)), [GOOD])

    def test_header_alone(self):
        self.assertEqual(self.read(HEADER), [])

    def test_columns_in_any_order_and_others_ignored(self):
        text = "amount,note,date,payee\n-12.34,weekly,2026-03-14,Corner Market\n"
        self.assertEqual(self.read(text), [GOOD])

    def test_byte_order_mark(self):
        self.assertEqual(self.read("\ufeff" + HEADER + GOOD_ROW), [GOOD])

    def test_windows_line_ends(self):
        self.assertEqual(self.read((HEADER + GOOD_ROW).replace("\n", "\r\n")), [GOOD])

    def test_no_final_line_end(self):
        self.assertEqual(self.read((HEADER + GOOD_ROW).rstrip("\n")), [GOOD])

    def test_blank_lines_are_skipped(self):
        self.assertEqual(self.read(HEADER + "\n" + GOOD_ROW + "\n\n"), [GOOD])

    def test_values_are_stripped(self):
        self.assertEqual(self.read(HEADER + " 2026-03-14 ,  Corner Market , -12.34 \n"), [GOOD])

    def test_quoted_and_non_ascii_payee(self):
        [transaction] = self.read(HEADER + '2026-03-14,"Café ""Luna"", Zürich",-5.00\n')
        self.assertEqual(transaction.payee, 'Café "Luna", Zürich')

    def test_amounts_are_exact(self):
        amounts = {
            "-0.29": -29,
            "-1.15": -115,
            "-0.5": -50,
            "-7": -700,
            "+12.30": 1230,
            "0.00": 0,
            "-0.05": -5,
            "12345678901234567.89": 1234567890123456789,
        }
        for amount, cents in amounts.items():
            with self.subTest(amount=amount):
                [transaction] = self.read(HEADER + f"2026-03-14,Corner Market,{amount}\n")
                self.assertEqual(transaction.cents, cents)


class BrokenStatementTest(StatementTestCase):
    def assert_fault(self, text, line, *mentioned):
        """Reading fails at the line, and the problem mentions each string."""
        with self.assertRaises(InputError) as caught:
            self.read(text)
        message = str(caught.exception)
        start = f"{self.path}, line {line}: "
        self.assertTrue(message.startswith(start), message)
        problem = message[len(start):]
        self.assertNotEqual(problem, "")
        for part in mentioned:
            self.assertIn(part, problem)

    def test_broken_date(self):
        for value in (
            "14.03.2026",
            "2026-3-14",
            "20260314",
            "2026-W11-6",
            "2026-03-14T00:00",
            "2026-02-30",
            "2026-13-01",
            "0000-01-01",
            "",
        ):
            with self.subTest(value=value):
                self.assert_fault(HEADER + f"{value},Corner Market,-1.00\n", 2, "date", value)

    def test_broken_amount(self):
        for value in (
            "lots",
            "1.234",
            "1.",
            ".5",
            "1e3",
            "1_000",
            "1 000",
            "--1",
            "-",
            "5 EUR",
            "nan",
            "١٢",
            "",
        ):
            with self.subTest(value=value):
                self.assert_fault(HEADER + f"2026-03-14,Corner Market,{value}\n", 2, "amount", value)

    def test_amount_with_a_comma(self):
        self.assert_fault(HEADER + '2026-03-14,Corner Market,"-12,34"\n', 2, "amount", "-12,34")

    def test_empty_payee(self):
        for value in ("", "   "):
            with self.subTest(value=value):
                self.assert_fault(HEADER + f"2026-03-14,{value},-1.00\n", 2, "payee")

    def test_wrong_number_of_fields(self):
        for row in ("2026-03-14,Corner Market", "2026-03-14,Corner Market,-12,34"):
            with self.subTest(row=row):
                self.assert_fault(HEADER + row + "\n", 2)

    def test_missing_column(self):
        headers = {"date": "payee,amount", "payee": "date,amount", "amount": "date,payee"}
        for column, header in headers.items():
            with self.subTest(column=column):
                self.assert_fault(header + "\n", 1, column)

    def test_empty_file(self):
        self.assert_fault("", 1)

    def test_first_fault_is_named(self):
        text = HEADER + GOOD_ROW + "2026-03-15,Book Nook,first\n2026-03-16,Book Nook,second\n"
        self.assert_fault(text, 3, "first")

    def test_line_number_counts_blank_lines(self):
        self.assert_fault(HEADER + "\n" + GOOD_ROW + "\n2026-03-15,Book Nook,lots\n", 5, "lots")

    def test_line_number_is_the_first_line_of_the_row(self):
        text = (
            HEADER
            + '2026-03-14,"Corner\nMarket",-1.00\n'  # lines 2 and 3
            + '2026-03-15,"Book\nNook",lots\n'  # lines 4 and 5
        )
        self.assert_fault(text, 4, "amount", "lots")


class UnreadableStatementTest(StatementTestCase):
    def test_missing_file(self):
        with self.assertRaises(InputError):
            read_statement(self.folder / "missing.csv")

    def test_folder(self):
        with self.assertRaises(InputError):
            read_statement(self.folder)

    def test_bad_encoding(self):
        self.path.write_bytes(HEADER.encode() + b"2026-03-14,Caf\xe9 Luna,-5.00\n")
        with self.assertRaises(InputError):
            read_statement(self.path)


if __name__ == "__main__":
    unittest.main()
