"""Sums up a bank's CSV statement by category."""
