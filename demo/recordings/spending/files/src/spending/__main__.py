"""Runs the command line tool with ``python -m spending``."""

import sys

from spending.cli import main

if __name__ == "__main__":
    sys.exit(main())
