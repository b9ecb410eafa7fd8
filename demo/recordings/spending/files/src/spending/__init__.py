"""Sums up a bank statement by category."""
