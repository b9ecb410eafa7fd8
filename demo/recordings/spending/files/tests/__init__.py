"""Unit tests; makes the package in src importable without installing it."""

import sys
from pathlib import Path

ROOT: Path = Path(__file__).resolve().parent.parent

sys.path.insert(0, str(ROOT / "src"))
