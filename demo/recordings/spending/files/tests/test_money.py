"""Tests for spending.money."""

import unittest

from spending.money import format_cents, parse_cents


class ParseCentsTest(unittest.TestCase):
    def test_valid(self):
        for text, cents in (
            ("12.50", 1250),
            ("-12.50", -1250),
            ("+12.50", 1250),
            ("7.5", 750),
            ("-3", -300),
            ("0.05", 5),
            ("-0.05", -5),
            ("0", 0),
            ("-0.00", 0),
            ("007.10", 710),
            ("90071992547409.93", 9007199254740993),
        ):
            with self.subTest(text=text):
                result = parse_cents(text)
                self.assertEqual(result, cents)
                self.assertIs(type(result), int)

    def test_invalid(self):
        for text in (
            "", " ", "-", ".", "1.", ".5", "1.234", "1.2.3", "--1", "+-1", "- 1", "1-",
            " 1.00", "1.00 ", "1.00\n", "1 000.00", "1_000", "1,000.00", "1e3", "0x10",
            "nan", "inf", "\u0663.50", "\uff11\uff12",
        ):
            with self.subTest(text=text):
                with self.assertRaises(ValueError):
                    parse_cents(text)

    def test_error_quotes_the_text(self):
        for text in ("1,50", "abc", "1.234"):
            with self.subTest(text=text):
                with self.assertRaises(ValueError) as caught:
                    parse_cents(text)
                self.assertIn(text, str(caught.exception))


class FormatCentsTest(unittest.TestCase):
    def test_format(self):
        for cents, text in (
            (123450, "1234.50"),
            (0, "0.00"),
            (5, "0.05"),
            (-5, "-0.05"),
            (100, "1.00"),
            (-100, "-1.00"),
            (-150, "-1.50"),
            (9007199254740993, "90071992547409.93"),
        ):
            with self.subTest(cents=cents):
                self.assertEqual(format_cents(cents), text)

    def test_round_trip(self):
        for cents in range(-250, 251):
            self.assertEqual(parse_cents(format_cents(cents)), cents)


if __name__ == "__main__":
    unittest.main()
