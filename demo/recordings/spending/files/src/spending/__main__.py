"""Lets `python -m spending` run the command line."""

import sys

from spending.cli import main

sys.exit(main())
